import { defineRule } from '../define-rule.ts';

export const twoTtlsOnOneField = defineRule({
  id: 'two-ttls-on-one-field',
  family: 'lifetimes',
  severity: 'error',
  statement: 'A field has one TTL index.',
  why: 'MongoDB has one index for one key: the second `createIndex` with another `expireAfterSeconds` fails, and which of the two lengths is in force depends on which script ran first. The one in the documentation may be the other one.',
  mend: [
    '`retention` is the TTL index; take the one out that is written by hand:',
    "```ts\n// before\nindexes: [index({ createdAt: 1 }, { expireAfterSeconds: 86400 })],\nretention: expires('90 days', { after: 'createdAt' }),\n\n// after\nretention: expires('90 days', { after: 'createdAt' }),\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'collection') continue;
      const byField = Map.groupBy(entity.indexes.filter(({ keys, ttl }) => ttl !== undefined && keys.length === 1), ({ keys }) => keys[0]?.on ?? '');
      for (const [field, indexes] of byField) {
        if (indexes.length < 2) continue;
        const lengths = indexes.map(({ ttl }) => ttl).join(' and ');
        yield { entity: entity.address, field, message: `\`${field}\` of \`${entity.address}\` has ${indexes.length} TTL indexes, of ${lengths}: MongoDB makes the first that it is given, and refuses the other.`, hint: '`retention: expires(…)` is the index; take the one under `indexes` out.' };
      }
    }
  },
});
