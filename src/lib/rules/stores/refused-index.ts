import { defineRule } from '../define-rule.ts';

export const refusedIndex = defineRule({
  id: 'refused-index',
  family: 'stores',
  severity: 'error',
  statement: 'The database accepts every index and key.',
  why: [
    'MongoDB and PostgreSQL refuse dozens of combinations: a unique hash index, `sparse` together with a condition, two indexes on the same fields that differ only in their TTL, `now()` in the condition of a partial index, a unique key of a partitioned table without its partition column.',
    'The statement fails in a migration, or in a start-up script whose errors nobody reads: the index is documented but does not exist. Other indexes are created and then refuse records, such as an index on two arrays.',
  ].join('\n\n'),
  mend: [
    'The finding names the cause. For example:',
    "```ts\n// before\nindexes: [index({ createdAt: 1 })],\nretention: expires('90 days', { after: 'createdAt' }),  // creates an index on createdAt, too\n\n// after\nretention: expires('90 days', { after: 'createdAt' }),\n```",
  ].join('\n\n'),
  *check({ indexFaults }) {
    for (const { entity, fault } of indexFaults) {
      if (fault.kind === 'refused') yield { entity, message: fault.message, hint: fault.hint, ...(fault.location !== undefined ? { location: fault.location } : {}) };
    }
  },
});
