import { gapWords } from '../../analysis/erasure/erasure-words.ts';
import { defineRule } from '../define-rule.ts';

export const tenantErasureGap = defineRule({
  id: 'tenant-erasure-gap',
  family: 'tenancy',
  severity: 'warning',
  statement: 'The process that erases tenants covers every entity with data of a tenant.',
  why: "A collection was added a year after the process that erases tenants. It holds each tenant's e-mails. No process deletes them, they do not expire, and it was never decided to keep them. The erasure is reported as complete, but it is not.",
  mend: [
    'Add the entity to `deletes`, or to `retains` with a reason:',
    "```ts\n// before\ndeletes: ['postgresql.tenants'],\n\n// after\ndeletes: ['mongodb.mails', 'postgresql.tenants'],\nretains: [{ entity: 'postgresql.invoices', reason: 'Tax law: ten years.' }],\n```",
  ].join('\n\n'),
  *check({ erasure }) {
    const { erasers, gaps } = erasure;
    const names = erasers.map(({ name }) => name);
    for (const gap of gaps) yield { entity: gap.entity, ...gapWords(gap, names) };
  },
});
