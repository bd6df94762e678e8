import { describeLookUp } from '../../analysis/look-ups.ts';
import { tenantlessUniqueKeys } from '../../analysis/tenant-scopes.ts';
import { defineRule } from '../define-rule.ts';

export const uniqueAcrossTenants = defineRule({
  id: 'unique-across-tenants',
  family: 'tenancy',
  severity: 'warning',
  statement: 'What is unique is unique within its tenant, unless it is so in the whole world.',
  why: "`unique: [['slug']]` on a table of all customers: the first who writes a page called `pricing` takes the name from all others, and the error message tells the second one that somebody has it already. That is a leak, too.",
  mend: [
    'Put the tenant in front:',
    "```ts\n// before\nunique: [['slug']],\n\n// after\nunique: [['tenant_id', 'slug']],\n```",
    'A key is not checked if one of its fields is globally unique: a ULID, a UUID, an ObjectId, a token, a hash, a generated value, a reference, or a field that is named like an identifier (`paymentId`, but not `externalId`).',
  ].join('\n\n'),
  suppress: 'When something outside gives the value and gives it once: the number of a payment, the address of a site.',
  *check({ catalog, index }) {
    for (const entity of catalog.entities) {
      for (const lookUp of tenantlessUniqueKeys(entity, index)) {
        yield { entity: entity.address, message: `${describeLookUp(lookUp)} of \`${entity.address}\` is unique across all tenants: one of them can take a value from all others.`, hint: `Put \`${entity.tenancy?.kind === 'perTenant' ? entity.tenancy.field : ''}\` in front.` };
      }
    }
  },
});
