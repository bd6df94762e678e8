import { defineRule } from '../define-rule.ts';

export const refusedIndex = defineRule({
  id: 'refused-index',
  family: 'stores',
  severity: 'error',
  statement: 'An index is one that its database makes.',
  why: [
    'The manuals of MongoDB and PostgreSQL have dozens of combinations that are not possible: a unique hash index, `sparse` beside a condition, two indexes of one key that differ only in their TTL, `now()` in the condition of a partial index, a unique key of a partitioned table without the column by which it is partitioned.',
    'The statement fails in a migration, or in a start-up script whose error nobody reads; the index is documented, and is not there. Some are made and then refuse records, such as an index of two lists.',
  ].join('\n\n'),
  mend: [
    'The finding says what is in the way. For example:',
    "```ts\n// before\nindexes: [index({ createdAt: 1 })],\nretention: expires('90 days', { after: 'createdAt' }),  // is an index on createdAt, too\n\n// after\nretention: expires('90 days', { after: 'createdAt' }),\n```",
  ].join('\n\n'),
  *check({ indexFaults }) {
    for (const { entity, fault } of indexFaults) {
      if (fault.kind === 'refused') yield { entity, message: fault.message, hint: fault.hint, ...(fault.location !== undefined ? { location: fault.location } : {}) };
    }
  },
});
