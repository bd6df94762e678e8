import { defineRule } from '../define-rule.ts';

export const ignoredIndexOption = defineRule({
  id: 'ignored-index-option',
  family: 'stores',
  severity: 'warning',
  statement: 'Every option of an index has an effect.',
  why: 'Databases silently ignore some options: a TTL on a hashed index, `sparse` on a compound index with a field that every document has, `NULLS NOT DISTINCT` on an index that is not unique. Readers of the definition rely on an effect that does not exist.',
  mend: [
    'Remove the option, or replace it by one that has an effect:',
    "```ts\n// before\nindex({ tenantId: 1, externalId: 1 }, { unique: true, sparse: true }),\n\n// after\nindex({ tenantId: 1, externalId: 1 }, { unique: true, where: { externalId: { $exists: true } } }),\n```",
  ].join('\n\n'),
  *check({ indexFaults }) {
    for (const { entity, fault } of indexFaults) {
      if (fault.kind === 'ignored') yield { entity, message: fault.message, hint: fault.hint, ...(fault.location !== undefined ? { location: fault.location } : {}) };
    }
  },
});
