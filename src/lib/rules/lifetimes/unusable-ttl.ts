import { locationOf } from '../../analysis/index-faults/index-fault.ts';
import { parseDuration } from '../../model/duration.ts';
import { MOST_TTL_SECONDS } from '../../model/ttl-retentions.ts';
import { defineRule } from '../define-rule.ts';

export const unusableTtl = defineRule({
  id: 'unusable-ttl',
  family: 'lifetimes',
  severity: 'error',
  statement: 'The length of a TTL is a number of seconds that MongoDB can count.',
  why: '`expireAfterSeconds` computed from a setting that is not there is `NaN`. Some versions of MongoDB (5.0.0 to 5.0.13, 6.0.0 and 6.0.1) treat it as 0, and every document is deleted within a minute; later ones as the longest length that there is, and nothing ever expires. A negative number is refused; more than 2,147,483,647 (68 years) too. 0 is legal, and means that each document names its own end.',
  mend: [
    'Write a length of time:',
    "```ts\n// before\nindex({ createdAt: 1 }, { expireAfterSeconds: Number(settings.ttl) }),\n\n// after\nretention: expires('90 days', { after: 'createdAt' }),\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'collection') continue;
      for (const index of entity.indexes) {
        const { keys, ttl } = index;
        const seconds = ttl === undefined ? 0 : (parseDuration(ttl) ?? NaN);
        if (seconds <= MOST_TTL_SECONDS && Number.isInteger(seconds)) continue;
        const fields = keys.map(({ on }) => `\`${on}\``).join(', ');
        const why = Number.isNaN(seconds) ? 'which is not a valid duration' : seconds > MOST_TTL_SECONDS ? 'which is more than the 2,147,483,647 seconds that MongoDB can count' : 'which is not a whole number of seconds';
        yield { entity: entity.address, ...locationOf(index), message: `The TTL index of \`${entity.address}\` on ${fields} has a TTL of ${ttl}, ${why}.`, hint: "Write retention: expires('90 days', { after: '…' })." };
      }
    }
  },
});
