import { defineRule } from '../define-rule.ts';

export const impossibleTenantException = defineRule({
  id: 'impossible-tenant-exception',
  family: 'tenancy',
  severity: 'error',
  statement: 'A value that stands for no tenant is one that the field can hold.',
  why: '`null` is declared as an exception, and the field can never be null: either the exception has gone, and readers still write code for it, or the shape is wrong, and records that are there do not fit it.',
  mend: [
    'Let the field hold it, or take the exception out:',
    "```ts\n// before\ntenantId: ref('postgresql.tenants.ref_id'),  // perTenant('tenantId', { except: [{ value: null, … }] })\n\n// after\ntenantId: ref('postgresql.tenants.ref_id').nullable(),\n```",
  ].join('\n\n'),
  *check({ catalog, index }) {
    for (const { address, tenancy } of catalog.entities) {
      if (tenancy?.kind !== 'perTenant') continue;
      const field = index.field(address, tenancy.field);
      if (field === undefined || field.nullable || field.optional || !tenancy.exceptions.some(({ value }) => value === null)) continue;
      yield { entity: address, field: field.path, message: `\`${field.path}\` of \`${address}\` is said to be null for records of no tenant, and can never be null.`, hint: 'Make it .nullable(), or take the exception out.' };
    }
  },
});
