import type { Change, ChangeLevel } from '../../model/change.ts';
import type { Finding, Severity } from '../../model/finding.ts';
import { describeAffected } from './affected.ts';

/** A change as every report shows it: what is different, what that does and to whom, and what to do about it. */
export function findingOf({ kind, level, address, entity, message, effect, todo, affected, location }: Change): Finding {
  return {
    rule: kind,
    severity: SEVERITY_OF_LEVEL[level],
    address,
    ...(entity === undefined ? {} : { entity }),
    // Who is downstream of what harms nothing need not be told.
    message: [message, effect, level === 'safe' ? '' : describeAffected(affected)].filter((text) => text !== '').join(' '),
    ...(todo === '' ? {} : { hint: todo }),
    ...(location === undefined ? {} : { location }),
  };
}

export const SEVERITY_OF_LEVEL: Readonly<Record<ChangeLevel, Severity>> = { breaking: 'error', dangerous: 'warning', safe: 'note' };
