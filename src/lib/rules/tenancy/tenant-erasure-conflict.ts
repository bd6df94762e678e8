import { conflictWords } from '../../analysis/erasure/erasure-words.ts';
import { planErasure } from '../../analysis/erasure/plan-erasure.ts';
import { defineRule } from '../define-rule.ts';

export const tenantErasureConflict = defineRule({
  id: 'tenant-erasure-conflict',
  family: 'tenancy',
  severity: 'error',
  statement: 'What is to stay when a tenant is erased is not deleted with it.',
  why: 'Audit records must be kept for two years. The process that erases a tenant deletes the row in `tenants`, and a foreign key with `on delete cascade` deletes the audit records with it. Nobody wrote that down as a decision; two definitions simply cannot both be true, and the one that runs wins.',
  mend: [
    'Decide which of the two is meant, and say it in the other:',
    "```ts\n// before\ndeletes: ['postgresql.tenants', 'mongodb.audit_logs'],\n\n// after\ndeletes: ['postgresql.tenants'],\nleaves: [{ entity: 'mongodb.audit_logs', reason: 'Auditors ask for two years.' }],\n```",
  ].join('\n\n'),
  suppress: 'When the process deletes only records whose time is over: say how it knows.',
  *check({ index }) {
    for (const conflict of planErasure(index).conflicts) yield { process: conflict.process, ...conflictWords(conflict) };
  },
});
