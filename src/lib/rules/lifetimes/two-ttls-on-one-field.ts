import { locationOf } from '../../analysis/index-faults/index-fault.ts';
import { parseDuration } from '../../model/duration.ts';
import { sameFilter } from '../../model/partial-filter.ts';
import { inSequence } from '../../model/in-sequence.ts';
import { defineRule } from '../define-rule.ts';

export const twoTtlsOnOneField = defineRule({
  id: 'two-ttls-on-one-field',
  family: 'lifetimes',
  severity: 'error',
  statement: 'TTL indexes on the same field apply to different documents.',
  why: 'MongoDB creates one index for each combination of keys and filter. A second `createIndex` with another `expireAfterSeconds` fails, so the script that runs first decides which duration applies, and the documentation may show the other one. TTL indexes on different fields are possible, and since MongoDB 5.0 also TTL indexes on one field with different `partialFilterExpression`: the earliest expiry deletes the document.',
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
        // MongoDB creates an index once that is written twice.
        const lengths = [...new Map(same.map(({ ttl = '' }) => [parseDuration(ttl) ?? ttl, ttl])).values()];
        const field = index.keys[0]?.on ?? '';
        if (ttls.indexOf(same[0]!) !== at || lengths.length < 2) continue;
        const written = same.find(({ location }) => location !== undefined) ?? index;
        const hint = same.some(({ fromRetention }) => fromRetention) ? '`retention: expires(…)` is the index; remove the one under `indexes`.' : 'Keep one of them.';
        yield { entity: entity.address, field, ...locationOf(written), message: `\`${field}\` of \`${entity.address}\` has ${lengths.length} TTL indexes for the same documents, with ${inSequence(lengths)}: MongoDB creates the first one and refuses the others.`, hint };
      }
    }
  },
});
