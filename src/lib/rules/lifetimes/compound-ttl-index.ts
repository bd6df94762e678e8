import { locationOf } from '../../analysis/index-faults/index-fault.ts';
import { inSequence } from '../../model/in-sequence.ts';
import { defineRule } from '../define-rule.ts';

export const compoundTtlIndex = defineRule({
  id: 'compound-ttl-index',
  family: 'lifetimes',
  severity: 'error',
  statement: 'A TTL index has one field.',
  why: 'A TTL counts from one date. According to its manual, MongoDB ignores `expireAfterSeconds` on a compound index; current servers refuse to create such an index. In both cases no document expires.',
  mend: [
    'Let the retention make the index, and keep the other one for queries:',
    "```ts\n// before\nindexes: [index({ tenantId: 1, createdAt: 1 }, { expireAfterSeconds: 7776000 })],\n\n// after\nindexes: [index({ tenantId: 1, createdAt: 1 })],\nretention: expires('90 days', { after: 'createdAt' }),\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'collection') continue;
      for (const index of entity.indexes) {
        if (index.ttl === undefined || index.keys.length === 1) continue;
        const fields = index.keys.map(({ on }) => `\`${on}\``);
        yield { entity: entity.address, ...locationOf(index), message: `A TTL index of \`${entity.address}\` has the fields ${inSequence(fields)}: a TTL index must have exactly one field, so no document expires through it.`, hint: "Write retention: expires('…', { after: '…' }), which creates an index on the date alone." };
      }
    }
  },
});
