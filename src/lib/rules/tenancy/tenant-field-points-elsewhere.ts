import { incompatibility } from '../../analysis/compatible-types.ts';
import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import { targetsOfField } from '../../analysis/reference-targets.ts';
import { tenantKeyOf } from '../../analysis/tenant-scopes.ts';
import type { FieldAddress } from '../../model/reference.ts';
import { defineRule } from '../define-rule.ts';

export const tenantFieldPointsElsewhere = defineRule({
  id: 'tenant-field-points-elsewhere',
  family: 'tenancy',
  severity: 'error',
  statement: 'The field by which an entity is scoped holds the key of a tenant.',
  why: "One collection holds the tenant's `ref_id`, another one its `id`, a third its `slug`. A join over all three finds nothing, and a filter that is copied from one to the other lets everything through, or nothing.",
  mend: [
    'Point at the field by which tenants are called everywhere:',
    "```ts\n// before\ntenantId: ref('postgresql.tenants.id'),\n\n// after\ntenantId: ref('postgresql.tenants.ref_id'),\n```",
  ].join('\n\n'),
  *check({ catalog, index }) {
    const key = tenantKeyOf(index);
    const keyField = key === undefined ? undefined : index.field(key.entity, key.field);
    if (key === undefined || keyField === undefined) return;
    for (const { address, tenancy } of catalog.entities) {
      if (tenancy?.kind !== 'perTenant') continue;
      const field = index.field(address, tenancy.field);
      if (field === undefined) continue;
      const targets = index.referencesOfField(address, tenancy.field).flatMap((reference) => (reference.target.kind === 'field' ? targetsOfField(reference, tenancy.field) : []));
      const [target] = targets;
      if (index.referencesOfField(address, tenancy.field).length === 0) {
        const why = incompatibility(field.type, keyField.type);
        if (why !== undefined) yield { entity: address, field: field.path, message: `\`${address}.${field.path}\` is to hold a tenant and is \`${field.type}\`, while \`${key.entity}.${key.field}\` is \`${keyField.type}\`: ${why}.`, hint: `Make it ref('${key.entity}.${key.field}').` };
      } else if (target !== undefined && !targets.some((each) => leadsTo(key, each, index))) {
        yield { entity: address, field: field.path, message: `\`${address}\` is scoped by \`${field.path}\`, which references \`${target.entity}.${target.field}\`; tenants are identified by \`${key.entity}.${key.field}\`.`, hint: `Reference that field, or write viaParent('${field.path}') if the referenced record has the tenant.` };
      }
    }
  },
});

/** Does a field hold the tenant by way of others? A column of a composite foreign key repeats the one that it references. */
function leadsTo(key: FieldAddress, { entity, field }: FieldAddress, index: CatalogIndex, seen: ReadonlySet<string> = new Set()): boolean {
  if (entity === key.entity && field === key.field) return true;
  const address = `${entity}.${field}`;
  if (seen.has(address)) return false;
  const next = index.referencesOfField(entity, field).flatMap((reference) => (reference.target.kind === 'field' ? targetsOfField(reference, field) : []));
  return next.some((each) => leadsTo(key, each, index, new Set([...seen, address])));
}
