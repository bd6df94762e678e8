import { defineRule } from '../define-rule.ts';

export const compoundTtlIndex = defineRule({
  id: 'compound-ttl-index',
  family: 'lifetimes',
  severity: 'error',
  statement: 'A TTL index has one field.',
  why: 'A TTL counts from one date. Its manual says that MongoDB ignores `expireAfterSeconds` on an index of several fields; current servers refuse to make such an index. Either way no document ever expires.',
  mend: [
    'Let the retention make the index, and keep the other one for queries:',
    "```ts\n// before\nindexes: [index({ tenantId: 1, createdAt: 1 }, { expireAfterSeconds: 7776000 })],\n\n// after\nindexes: [index({ tenantId: 1, createdAt: 1 })],\nretention: expires('90 days', { after: 'createdAt' }),\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'collection') continue;
      for (const { keys, ttl, location } of entity.indexes) {
        if (ttl === undefined || keys.length === 1) continue;
        const fields = keys.map(({ on }) => `\`${on}\``).join(', ');
        yield { entity: entity.address, ...(location !== undefined ? { location } : {}), message: `A TTL index of \`${entity.address}\` has ${keys.length} fields, ${fields}: a TTL is of one, and nothing ever expires by this one.`, hint: "Write retention: expires('…', { after: '…' }), which makes an index of the date alone." };
      }
    }
  },
});
