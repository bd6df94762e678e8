import { conflictWords } from '../../analysis/erasure/erasure-words.ts';
import { defineRule } from '../define-rule.ts';

export const tenantErasureConflict = defineRule({
  id: 'tenant-erasure-conflict',
  family: 'tenancy',
  severity: 'error',
  statement: 'The erasure of a tenant deletes nothing that must be kept.',
  why: 'Audit records must be kept for two years. The process that erases tenants deletes them together with the tenant. The two definitions contradict each other: either the records are lost too early, or the documentation is wrong.',
  mend: [
    'Decide which definition is right, and change the other one:',
    "```ts\n// before\ndeletes: ['postgresql.tenants', 'mongodb.audit_logs'],\n\n// after\ndeletes: ['postgresql.tenants'],\nretains: [{ entity: 'mongodb.audit_logs', reason: 'Auditors ask for two years.' }],\n```",
  ].join('\n\n'),
  suppress: 'When the process deletes only records that are old enough: explain how it checks that.',
  *check({ erasure }) {
    for (const conflict of erasure.conflicts) yield { process: conflict.process, ...conflictWords(conflict) };
  },
});
