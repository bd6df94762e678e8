import type { Change, ChangeLevel } from '../../model/change.ts';
import type { Finding, Severity } from '../../model/finding.ts';
import { describeAffected } from './affected.ts';

/** A change as every report shows it: what is different, what that does and to whom, and what to do about it. */
export function findingOf({ kind, level, address, entity, message, effect, todo, affected, location }: Change): Finding {
  const downstream = level === 'safe' ? '' : describeAffected(affected);
  return {
    rule: kind,
    severity: SEVERITY_OF_LEVEL[level],
    address,
    ...(entity === undefined ? {} : { entity }),
    message: [message, effect].filter((text) => text !== '').join(' '),
    ...(todo === '' ? {} : { hint: level === 'safe' ? todo : `Before merging: ${todo}` }),
    // Who is downstream of what harms nothing need not be told.
    ...(downstream === '' ? {} : { detail: downstream }),
    ...(location === undefined ? {} : { location }),
  };
}

export const SEVERITY_OF_LEVEL: Readonly<Record<ChangeLevel, Severity>> = { breaking: 'error', dangerous: 'warning', safe: 'note' };
