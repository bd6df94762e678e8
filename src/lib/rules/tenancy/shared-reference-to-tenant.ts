import { crossScopeReferences } from '../../analysis/tenant-scopes.ts';
import { defineRule } from '../define-rule.ts';

export const sharedReferenceToTenant = defineRule({
  id: 'shared-reference-to-tenant',
  family: 'tenancy',
  severity: 'warning',
  statement: "What belongs to no tenant points at no tenant's record.",
  why: 'A setting that all customers share points at a post of one of them. Whoever reads the setting can read the post, and when that customer is erased, the setting breaks for everybody.',
  mend: [
    'Point at something that is shared as well, or scope the record:',
    "```ts\n// before\ntenancy: shared('One for all.'),  // and it points at postgresql.posts\n\n// after\ntenancy: perTenant('tenantId'),\n```",
  ].join('\n\n'),
  *check({ index }) {
    for (const { reference, target, from } of crossScopeReferences(index)) {
      if (from !== 'shared') continue;
      const { entity, field } = reference.from;
      yield { entity, field, location: reference.location, message: `\`${entity}\` belongs to no tenant, and \`${field}\` points at \`${target.address}\`, whose records belong to one.`, hint: 'Point at something that is shared as well, or scope the record to a tenant.' };
    }
  },
});
