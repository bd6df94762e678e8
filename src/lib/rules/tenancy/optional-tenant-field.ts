import { defineRule } from '../define-rule.ts';

export const optionalTenantField = defineRule({
  id: 'optional-tenant-field',
  family: 'tenancy',
  severity: 'error',
  statement: 'Every record has its tenant, unless it is said why some have none.',
  why: 'A record without a tenant is found by a query that forgot its filter, by every customer. When `tenantId` may be null for a reason, as for actions of the platform itself, that reason belongs into the model, where reviewers of the next query read it.',
  mend: [
    'Make it required, or say why it can be null:',
    "```ts\n// before\ntenancy: perTenant('tenantId'),  // and tenantId is .nullable()\n\n// after\ntenancy: perTenant('tenantId', { except: [{ value: null, reason: 'Actions of the platform itself belong to no tenant.' }] }),\n```",
  ].join('\n\n'),
  *check({ catalog, index }) {
    for (const entity of catalog.entities) {
      const { address, tenancy } = entity;
      if (tenancy === undefined || tenancy.kind === 'shared') continue;
      const field = index.field(address, tenancy.field);
      if (field === undefined || (!field.nullable && !field.optional)) continue;
      if (tenancy.kind === 'perTenant' && tenancy.exceptions.some(({ value }) => value === null)) continue;
      yield { entity: address, field: field.path, message: `A record of \`${address}\` may be without a tenant: \`${field.path}\` may be ${field.nullable ? 'null' : 'absent'}, and no reason is given.`, hint: tenancy.kind === 'perTenant' ? `Make it required, or say why: perTenant('${field.path}', { except: [{ value: null, reason: '…' }] }).` : 'Make it required.' };
    }
  },
});
