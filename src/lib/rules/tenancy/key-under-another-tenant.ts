import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import { targetsOfField } from '../../analysis/reference-targets.ts';
import { tenantKeyOf } from '../../analysis/tenant-scopes.ts';
import type { Entity } from '../../model/entity.ts';
import type { FieldAddress, KeyBinding } from '../../model/reference.ts';
import type { Tenancy } from '../../model/tenancy.ts';
import { defineRule } from '../define-rule.ts';

export const keyUnderAnotherTenant = defineRule({
  id: 'key-under-another-tenant',
  family: 'tenancy',
  severity: 'error',
  statement: 'The tenant in a key is the tenant of the record that holds the key.',
  why: "`{tenantId}/reports/{reportId}.pdf`, and the code that makes the key puts the author's id where the tenant belongs. Everything works, until a customer is erased by prefix and his reports stay, or a policy grants somebody the prefix of his own id and with it the reports of a customer.",
  mend: [
    "Bind the placeholder to the record's own tenant:",
    "```ts\n// before\ns3Key: objectKey('s3.reports', { bind: { tenantId: 'authorId' } }),\n\n// after\ns3Key: objectKey('s3.reports', { bind: { tenantId: 'tenantId' } }),\n```",
    'A record that names no tenant itself takes it from a field that points at one.',
  ].join('\n\n'),
  suppress: 'When the bytes are meant to belong to another tenant than the record: say who may then read them.',
  *check({ catalog, index }) {
    const key = tenantKeyOf(index);
    for (const { from, target, location } of catalog.references) {
      if (target.kind !== 'objects') continue;
      const tenancy = index.entities.get(target.entity)?.tenancy;
      if (tenancy?.kind !== 'perTenant') continue;
      const source = target.bindings.find(({ placeholder }) => placeholder === tenancy.field)?.from;
      const why = source === undefined ? undefined : fault(source, tenancy, index.entities.get(from.entity), key, index);
      if (why === undefined) continue;
      const own = tenantFieldOf(index.entities.get(from.entity));
      const hint = own === undefined ? 'Bind it to a field that points at the tenant.' : `Bind it to the record's own tenant: { bind: { ${tenancy.field}: '${own}' } }.`;
      yield { entity: from.entity, field: from.field, location, message: `The key in \`${from.entity}.${from.field}\` may lie under another tenant than its record: \`{${tenancy.field}}\` of \`${target.entity}\` is ${why}.`, hint };
    }
  },
});

function fault(source: KeyBinding['from'], family: Tenancy & { kind: 'perTenant' }, holder: Entity | undefined, key: FieldAddress | undefined, index: CatalogIndex): string | undefined {
  if (source.kind === 'parameter' || holder === undefined) return undefined;
  if (source.kind === 'constant') return family.exceptions.some(({ value }) => value === source.value) ? undefined : `always \`${JSON.stringify(source.value)}\`, which is no tenant`;
  const own = tenantFieldOf(holder);
  if (own !== undefined) return source.field === own ? undefined : `\`${source.field}\`, and the record belongs to \`${own}\``;
  if (key === undefined) return undefined;
  const pointsAtTenant = index.referencesOfField(holder.address, source.field).some((reference) => reference.target.kind === 'field' && targetsOfField(reference, source.field).some((target) => target.entity === key.entity && target.field === key.field));
  return pointsAtTenant ? undefined : `\`${source.field}\`, and nothing says that this is a tenant`;
}

/** The field in which a record names its tenant, or the tenant itself its key. */
function tenantFieldOf(entity: Entity | undefined): string | undefined {
  return entity?.tenancy?.kind === 'perTenant' || entity?.tenancy?.kind === 'tenant' ? entity.tenancy.field : undefined;
}
