import { gapWords } from '../../analysis/erasure/erasure-words.ts';
import { planErasure } from '../../analysis/erasure/plan-erasure.ts';
import { defineRule } from '../define-rule.ts';

export const tenantErasureGap = defineRule({
  id: 'tenant-erasure-gap',
  family: 'tenancy',
  severity: 'warning',
  statement: 'Where a process erases tenants, the definitions say what becomes of every entity of a tenant.',
  why: "A collection was added a year after the process that erases tenants was written. It holds each tenant's e-mails. Nothing deletes them when a tenant leaves, nothing expires them, and nobody has decided that they stay: the erasure is reported as complete, and is not.",
  mend: [
    'List the entity in `deletes`, let it go with something that is deleted, or say that it stays and why:',
    "```ts\n// before\ndeletes: ['postgresql.tenants'],\n\n// after\ndeletes: ['mongodb.mails', 'postgresql.tenants'],\nleaves: [{ entity: 'postgresql.invoices', reason: 'Tax law: ten years.' }],\n```",
  ].join('\n\n'),
  *check({ index }) {
    const { erasers, gaps } = planErasure(index);
    const names = erasers.map(({ name }) => name);
    for (const gap of gaps) yield { entity: gap.entity, ...gapWords(gap, names) };
  },
});
