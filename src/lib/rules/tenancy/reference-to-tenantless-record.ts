import { crossScopeReferences } from '../../analysis/tenant-scopes.ts';
import { defineRule } from '../define-rule.ts';

export const referenceToTenantlessRecord = defineRule({
  id: 'reference-to-tenantless-record',
  family: 'tenancy',
  severity: 'note',
  statement: "Where a tenant's record may point at one that belongs to none, that is meant.",
  why: "Skills belong to a tenant or to all (`'global'`). A run of one tenant that points at a skill may point at a global one, which that tenant must not change, and which stays when the tenant goes. A query that joins the two *and* filters both by tenant loses these.",
  mend: [
    "Say in the reference's note which it is, and suppress the finding with that reason:",
    "```ts\n// before\nskillId: ref('mongodb.skills._id'),\n\n// after\nskillId: ref('mongodb.skills._id', { note: 'Always a skill of the same tenant.' }),\n```",
  ].join('\n\n'),
  suppress: 'Whenever it is clear which is meant: the reason is what readers of the page need.',
  *check({ index }) {
    for (const { reference, target, from } of crossScopeReferences(index)) {
      if (from !== 'tenant' || target.tenancy?.kind !== 'perTenant') continue;
      const { entity, field } = reference.from;
      const values = target.tenancy.exceptions.map(({ value }) => `\`${JSON.stringify(value)}\``).join(' or ');
      yield { entity, field, location: reference.location, message: `\`${entity}.${field}\` of a tenant may point at a record of \`${target.address}\` that belongs to no tenant (${values}).`, hint: `If it may, say why: suppress('reference-to-tenantless-record', { at: '${field}', reason: '…' }).` };
    }
  },
});
