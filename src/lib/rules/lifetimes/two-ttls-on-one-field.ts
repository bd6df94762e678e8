import { parseDuration } from '../../model/duration.ts';
import { sameFilter } from '../../model/partial-filter.ts';
import { inSequence } from '../../model/in-sequence.ts';
import { defineRule } from '../define-rule.ts';

export const twoTtlsOnOneField = defineRule({
  id: 'two-ttls-on-one-field',
  family: 'lifetimes',
  severity: 'error',
  statement: 'Of TTL indexes on one field each is of other documents.',
  why: 'MongoDB has one index for one key and one filter: the second `createIndex` with another `expireAfterSeconds` fails, and which of the two lengths is in force depends on which script ran first. The one in the documentation may be the other one. TTL indexes on one field with different `partialFilterExpression` can stand side by side since MongoDB 5.0, and so can those on different fields: the one that comes first counts.',
  mend: [
    '`retention` is the TTL index; remove the one that is written by hand:',
    "```ts\n// before\nindexes: [index({ createdAt: 1 }, { expireAfterSeconds: 86400 })],\nretention: expires('90 days', { after: 'createdAt' }),\n\n// after\nretention: expires('90 days', { after: 'createdAt' }),\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'collection') continue;
      const ttls = entity.indexes.filter(({ keys, ttl }) => ttl !== undefined && keys.length === 1);
      for (const [at, index] of ttls.entries()) {
        const same = ttls.filter((other) => other.keys[0]?.on === index.keys[0]?.on && sameFilter(other.where, index.where) && other.collation === index.collation);
        // One that is written twice alike is made once.
        const lengths = [...new Map(same.map(({ ttl = '' }) => [parseDuration(ttl) ?? ttl, ttl])).values()];
        const field = index.keys[0]?.on ?? '';
        if (ttls.indexOf(same[0]!) !== at || lengths.length < 2) continue;
        const written = same.find(({ location }) => location !== undefined)?.location;
        const hint = same.some(({ fromRetention }) => fromRetention) ? '`retention: expires(…)` is the index; remove the one under `indexes`.' : 'Keep one of them.';
        yield { entity: entity.address, field, ...(written !== undefined ? { location: written } : {}), message: `\`${field}\` of \`${entity.address}\` has ${lengths.length} TTL indexes of the same documents, of ${inSequence(lengths)}: MongoDB makes the first that it is given, and refuses the others.`, hint };
      }
    }
  },
});
