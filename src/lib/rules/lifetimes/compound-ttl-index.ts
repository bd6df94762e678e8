import { defineRule } from '../define-rule.ts';

export const compoundTtlIndex = defineRule({
  id: 'compound-ttl-index',
  family: 'lifetimes',
  severity: 'error',
  statement: 'A TTL index has one field.',
  why: 'MongoDB ignores `expireAfterSeconds` on an index of several fields: it makes the index, and no document ever expires.',
  mend: [
    'Let the retention make the index, and keep the other one for queries:',
    "```ts\n// before\nindexes: [index({ tenantId: 1, createdAt: 1 }, { expireAfterSeconds: 7776000 })],\n\n// after\nindexes: [index({ tenantId: 1, createdAt: 1 })],\nretention: expires('90 days', { after: 'createdAt' }),\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'collection') continue;
      for (const { keys, ttl } of entity.indexes) {
        if (ttl === undefined || keys.length === 1) continue;
        const fields = keys.map(({ on }) => `\`${on}\``).join(', ');
        yield { entity: entity.address, message: `A TTL index of \`${entity.address}\` has ${keys.length} fields, ${fields}: MongoDB makes it, and nothing ever expires.`, hint: "Write retention: expires('…', { after: '…' }), which makes an index of the date alone." };
      }
    }
  },
});
