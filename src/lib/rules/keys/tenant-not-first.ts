import { defineRule } from '../define-rule.ts';

export const tenantNotFirst = defineRule({
  id: 'tenant-not-first',
  family: 'keys',
  severity: 'warning',
  statement: 'The key of an object that belongs to a tenant begins with the tenant.',
  why: 'Only what a key begins with can be listed, granted in a policy or deleted at once. With `reports/{tenantId}/…` and `invoices/{tenantId}/…` there is a place to look for each kind of object, and the erasure of a customer is complete only as long as nobody forgets one. A policy that lets a service see one customer must name them all.',
  mend: [
    'Put the tenant first:',
    "```ts\n// before\nkey: 'reports/{tenantId}/{reportId}.pdf',\n\n// after\nkey: '{tenantId}/reports/{reportId}.pdf',\n```",
  ].join('\n\n'),
  suppress: 'When the bucket holds one kind of object only, and its rules need another beginning: say how a tenant is erased.',
  *check({ catalog }) {
    for (const family of catalog.entities) {
      if (family.kind !== 'objects' || family.tenancy?.kind !== 'perTenant') continue;
      const [first, second] = family.key.parts;
      const isFirst = first?.kind === 'placeholder' && first.name === family.tenancy.field;
      if (isFirst && (second === undefined || (second.kind === 'literal' && second.text.startsWith('/')))) continue;
      const why = isFirst ? 'does not end after its first step: one tenant can be the beginning of another' : 'is not what its key begins with';
      yield { entity: family.address, message: `The tenant of \`${family.address}\` ${why}: \`${family.key.template}\`. No prefix finds all that a tenant has.`, hint: `Begin the key with '{${family.tenancy.field}}/'.` };
    }
  },
});
