import { catalogOf } from './catalog-of.ts';

/** A small system with every kind of reference in it. */
export const sample = catalogOf(
  [
    { store: 'mongodb', name: 'audit_logs', domain: 'platform', fields: ['_id ObjectId PK', 'tenantId ulid FK', 'resourceType string', 'resourceId ulid FK', 'at date'] },
    {
      store: 'mongodb', name: 'activity_outputs', domain: 'activities',
      fields: ['_id ObjectId PK', 'activityId ulid FK', 's3Key string FK', 'meta object', 'meta.ownerId ulid FK', 'meta.words int', 'items[].sku string', 'cost numeric(12,2)'],
    },
    { store: 'postgresql', name: 'activities', domain: 'activities', fields: ['id bigint PK', 'ref_id ulid UK', 'tenant_id ulid FK', 'output_ref varchar(24) FK', 'status text'] },
    { store: 'postgresql', name: 'billing.invoices', domain: 'billing', fields: ['tenant_id ulid PK,FK', 'number integer PK', 'parent_number integer FK', 'total numeric(12,2)'] },
    { store: 'postgresql', name: 'tenants', domain: 'platform', fields: ['ref_id ulid PK', 'name text'] },
    { store: 's3', name: 'outputs', domain: 'activities', fields: ['tenantId ulid', 'refId ulid'], key: '{tenantId}/outputs/{refId}.md' },
  ],
  [
    { from: ['mongodb.audit_logs', 'tenantId'], to: ['postgresql.tenants', 'ref_id'], cardinality: { from: 'many', to: 'at most one' } },
    { from: ['mongodb.audit_logs', 'resourceId'], to: { kind: 'any', store: 'postgresql', field: 'ref_id', discriminator: { kind: 'field', field: 'resourceType' } } },
    { from: ['mongodb.activity_outputs', 'activityId'], to: ['postgresql.activities', 'ref_id'] },
    { from: ['mongodb.activity_outputs', 's3Key'], to: { kind: 'objects', entity: 's3.outputs', bindings: [] }, cardinality: { from: 'one', to: 'exactly one' } },
    {
      from: ['mongodb.activity_outputs', 'meta.ownerId'],
      to: {
        kind: 'oneOf',
        targets: [{ entity: 'postgresql.tenants', field: 'ref_id', when: 'tenant' }, { entity: 'postgresql.activities', field: 'ref_id', when: 'activity' }],
        discriminator: { kind: 'field', field: 'meta.ownerKind' },
      },
    },
    { from: ['postgresql.activities', 'tenant_id'], to: ['postgresql.tenants', 'ref_id'], byDatabase: true },
    {
      from: ['postgresql.activities', 'output_ref'], to: ['mongodb.activity_outputs', '_id'], cardinality: { from: 'one', to: 'at most one' },
      more: { mirrorOf: 'mongodb.activity_outputs.activityId' },
    },
    { from: ['postgresql.billing.invoices', 'tenant_id'], to: ['postgresql.tenants', 'ref_id'], byDatabase: true },
    {
      from: ['postgresql.billing.invoices', 'tenant_id'], byDatabase: true, more: { alsoFrom: ['parent_number'] },
      to: { kind: 'field', entity: 'postgresql.billing.invoices', field: 'tenant_id', alsoTo: ['number'] },
    },
  ],
);
