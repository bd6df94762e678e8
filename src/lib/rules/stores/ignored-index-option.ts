import { defineRule } from '../define-rule.ts';

export const ignoredIndexOption = defineRule({
  id: 'ignored-index-option',
  family: 'stores',
  severity: 'warning',
  statement: 'What is asked of an index has an effect.',
  why: 'A database takes some options without a word and does nothing with them: a TTL on a hashed index, of which nothing ever expires; `sparse` on a compound index of which one field is always there; `NULLS NOT DISTINCT` on an index that is not unique. Whoever reads the definition believes what it says.',
  mend: [
    'Leave the option out, or say it in a way that has an effect:',
    "```ts\n// before\nindex({ tenantId: 1, externalId: 1 }, { unique: true, sparse: true }),\n\n// after\nindex({ tenantId: 1, externalId: 1 }, { unique: true, where: { externalId: { $exists: true } } }),\n```",
  ].join('\n\n'),
  *check({ indexFaults }) {
    for (const { entity, fault } of indexFaults) {
      if (fault.kind === 'ignored') yield { entity, message: fault.message, hint: fault.hint, ...(fault.location !== undefined ? { location: fault.location } : {}) };
    }
  },
});
