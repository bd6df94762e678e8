import { describeDuration, parseDuration } from '../../model/duration.ts';
import { retentionsOf } from '../../model/retention.ts';
import { defineRule } from '../define-rule.ts';

export const lockOutlivesRetention = defineRule({
  id: 'lock-outlives-retention',
  family: 'lifetimes',
  severity: 'error',
  statement: 'Bytes are not locked for longer than they are said to live.',
  why: 'Object Lock forbids deletion until its day, to everybody. If the retention says 30 days and the lock one year, the objects stay for a year: what was promised to customers, or to the authorities, cannot be done, and in compliance mode not even by the owner of the account.',
  mend: [
    'Make the lock no longer than the life that is promised:',
    "```ts\n// before\nobjectLock: compliance('1 year'),\nretention: expires('30 days'),\n\n// after\nobjectLock: compliance('30 days'),\nretention: expires('30 days'),\n```",
  ].join('\n\n'),
  *check({ catalog, lifetimeOf }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'objects' || entity.objectLock === undefined) continue;
      const lock = parseDuration(entity.objectLock.for) ?? 0;
      for (const retention of retentionsOf(entity)) {
        const parent = retention.kind === 'withParent' ? lifetimeOf(retention.parent) : undefined;
        const promised = retention.kind === 'expires' ? parseDuration(retention.after) : parent?.kind === 'known' ? parent.max : undefined;
        if (promised === undefined || promised >= lock) continue;
        const life = retention.kind === 'withParent' ? `go with \`${retention.parent}\`, after ${describeDuration(promised)}` : `expire after ${describeDuration(promised)}`;
        yield { entity: entity.address, message: `Objects of \`${entity.address}\` are to ${life}, and are locked for ${entity.objectLock.for}.`, hint: 'Make the lock no longer than the life that is promised, or promise what the lock allows.' };
      }
    }
  },
});
