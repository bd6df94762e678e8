import { assertNever } from '../../lib/model/assert-never.ts';
import type { Reference } from '../../lib/model/reference.ts';
import { expiresAtOwnDate, type Retention } from '../../lib/model/retention.ts';

/** How long a record lives, as plain text: `90 days after createdAt`. */
export function describeLife(retention: Retention | undefined): string {
  if (retention === undefined) return 'not declared';
  switch (retention.kind) {
    case 'permanent':
      return 'permanent';
    case 'expires':
      return `${expiresAtOwnDate(retention) ? `at the date in ${retention.field}` : `${retention.after}${retention.field === undefined ? '' : ` after ${retention.field}`}`}${retention.where === undefined ? '' : `, only where ${retention.where}`}`;
    case 'atLeast':
      return `at least ${retention.for}`;
    case 'locked':
      return `locked for ${retention.for}`;
    case 'withParent':
      return `as long as its ${retention.parent}${retention.within === undefined ? '' : `, then ${retention.within} at most`}`;
    default:
      return assertNever(retention);
  }
}

/** Who keeps a reference true, and what happens when its target goes; empty where nothing is declared. */
export function describeRemark({ enforcement }: Reference): string {
  if (enforcement.by === 'database') return `on delete ${enforcement.onDelete}`;
  return enforcement.keptBy === undefined ? '' : `kept by ${enforcement.keptBy}`;
}
