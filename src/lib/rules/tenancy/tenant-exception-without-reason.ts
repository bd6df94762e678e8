import { defineRule } from '../define-rule.ts';

export const tenantExceptionWithoutReason = defineRule({
  id: 'tenant-exception-without-reason',
  family: 'tenancy',
  severity: 'error',
  statement: 'Every value that is not a tenant has a reason.',
  why: "`tenantId: 'global'` is a hole in the wall between customers, made on purpose. Whoever reviews a query must know what the records behind it are; without the reason it cannot be told from a mistake.",
  mend: [
    'Give it:',
    "```ts\n// before\nexcept: [{ value: 'global' }]\n\n// after\nexcept: [{ value: 'global', reason: 'Default skills of the platform, which every tenant gets.' }]\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const { address, tenancy } of catalog.entities) {
      if (tenancy?.kind !== 'perTenant') continue;
      for (const { value, reason } of tenancy.exceptions) {
        // A definition in plain JavaScript may leave it out.
        if ((reason as string | undefined) !== undefined) continue;
        yield { entity: address, message: `Records of \`${address}\` may have the tenant \`${JSON.stringify(value)}\`, which is none, and no reason is given.`, hint: "Add reason: '…' to the exception." };
      }
    }
  },
});
