import { assertNever } from '../../model/assert-never.ts';
import type { ErasureConflict } from './conflicts.ts';
import type { ErasureGap } from './plan-erasure.ts';

/** What is said of a conflict or a gap, on the page and by the rules; Markdown. */
export interface ErasureWords {
  readonly message: string;
  readonly hint: string;
}

export function conflictWords(conflict: ErasureConflict): ErasureWords {
  const { process, entity } = conflict;
  switch (conflict.kind) {
    case 'deletesAndLeaves':
      return { message: `The process “${process}” deletes \`${entity}\` and leaves it.`, hint: `Remove \`${entity}\` from \`deletes\` or from \`leaves\`.` };
    case 'deletesKept':
      return { message: `The process “${process}” deletes \`${entity}\` when it erases a tenant, and \`${entity}\` must be kept for at least ${conflict.for}.`, hint: `Move \`${entity}\` from \`deletes\` to \`leaves\`, or change its retention.` };
    case 'takesAlong':
      return { message: `The process “${process}” erases a tenant, and \`${entity}\` is to stay; but ${taken(conflict.through, conflict.parent)}.`, hint: remedy(conflict.through, entity, conflict.parent) };
    case 'losesKeys':
      return { message: `The process “${process}” deletes \`${entity}\`, which holds the keys of \`${conflict.family}\`, and those objects stay.`, hint: `Leave \`${entity}\` for as long as the objects stay: list it in \`leaves\`.` };
    default:
      return assertNever(conflict);
  }
}

function taken(through: Through, parent: string): string {
  if (through === 'database') return `a foreign key deletes it with \`${parent}\` (\`on delete cascade\`)`;
  return through === 'application' ? `its reference to \`${parent}\` says that it is deleted with that` : `its retention says that it goes with \`${parent}\``;
}

function remedy(through: Through, entity: string, parent: string): string {
  if (through === 'database') return `Let the foreign key refuse instead, \`onDelete: 'restrict'\`, or let \`${parent}\` stay.`;
  return through === 'application' ? `Say what is true: \`whenTargetGoes: nothing('…')\` if \`${entity}\` stays.` : `Change the retention of \`${entity}\`, or do not leave it.`;
}

type Through = 'database' | 'application' | 'retention';

export function gapWords({ entity, waitsFor }: ErasureGap, erasers: readonly string[]): ErasureWords {
  const names = erasers.map((name) => `“${name}”`).join(' and ');
  if (waitsFor !== undefined) return { message: `\`${entity}\` goes only with \`${waitsFor}\`, and records of that stay when a tenant is erased: then \`${entity}\` stays too.`, hint: `List \`${entity}\` in the \`deletes\` of ${names}, or in \`leaves\` with the reason.` };
  return { message: `\`${entity}\` holds data of a tenant, and nothing says what becomes of it when a tenant is erased.`, hint: `List it in the \`deletes\` of ${names}, or in \`leaves\` with the reason.` };
}
