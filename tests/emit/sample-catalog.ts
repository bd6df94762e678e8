import type { EntityDraft, FieldDraft } from '../../src/lib/model/draft.ts';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import type { Catalog } from '../../src/lib/model/catalog.ts';

/** A small system that uses every part of the catalog once: each kind of entity, reference, retention, tenancy, claim and status. */
export function sampleCatalog(): Catalog {
  const { catalog, findings } = buildCatalog({
    system: { name: 'Sample shop', description: 'A shop in three stores. Its *bytes* are in S3, see `files`.\n\nMore in the [handbook](https://example.com/handbook).', location: at('system') },
    sourceUrl: 'https://example.com/blob/main/{file}#L{line}',
    stores: [{ id: 'mongodb', description: 'Documents that change shape.', location: at('stores') }],
    domains: [{ name: 'Orders & more', owner: 'shop', description: 'What is bought.', location: at('domains') }],
    entities: [tenants, orders, invoices, orderViews, auditLogs, notes, files],
    tombstones: [{ address: 'mongodb.order_pdfs', reason: 'The bytes in `s3.files` are the record.', since: '2025-03', replacedBy: 's3.files', description: 'Held PDF files as binary data.', location: at('mongodb/tombstones') }],
    processes: [
      {
        name: 'Order writer', description: 'Takes orders.', reads: ['postgresql.tenants'], writes: ['mongodb.order_views.total', 'mongodb.notes'], because: 'It keeps `order_views` and what people note in step.',
        deletes: ['mongodb.notes'], retains: [{ entity: 'mongodb.audit_logs', reason: 'The *trail* stays.' }], copies: [{ from: 'mongodb.order_views.total', to: 'mongodb.notes', note: 'The total stands in the *note* too.' }],
        code: 'src/orders/writer.ts', owner: 'shop', location: at('processes'),
      },
    ],
    claims: [
      { sentence: 'Documents do not reference each other.', because: 'PostgreSQL is the source of truth.', check: { kind: 'noReferences', from: 'mongodb', to: 'mongodb', except: [] }, location: at('claims') },
      { sentence: 'Every document names its tenant.', check: { kind: 'everyEntity', in: 'mongodb', scopedBy: 'tenantId', except: [{ address: 'mongodb.notes', reason: 'Notes belong to nobody.' }] }, location: at('claims') },
    ],
    unreadable: [],
  });
  if (findings.length > 0) throw new Error(findings.map((finding) => `${finding.address}: ${finding.message} ${finding.hint}`).join('\n'));
  return catalog;
}

function at(file: string, line = 1) {
  return { file: `schema/${file}.ts`, line, column: 1 };
}

function field(path: string, type: string, more: Partial<FieldDraft> = {}): FieldDraft {
  const steps = path.split('.');
  return { path, name: (steps.at(-1) ?? path).replace(/[[\]{}]/g, ''), depth: steps.length - 1, type, nullable: false, optional: false, description: '', location: at('sample', 7), ...more };
}

function pointer(path: string, reference: FieldDraft['reference'] & object, more: Partial<FieldDraft> = {}): FieldDraft {
  return { ...field(path, '', more), type: more.type ?? { pointer: path }, reference };
}

const plain = { tags: [], status: { kind: 'stable' }, jsonSchema: { type: 'object', properties: {} }, optionLocations: {} } as const;

const tenants: EntityDraft = {
  ...plain, kind: 'table', name: 'tenants', schema: 'public', description: 'Whoever pays.', location: at('postgresql/tenants', 3),
  fields: [field('id', 'bigint'), field('ref_id', 'ulid', { description: 'Public identifier.' }), field('email', 'citext', { classification: 'personal', examples: ['"a@example.com"'] }), field('token', 'text', { classification: 'secret' })],
  primaryKey: ['id'], uniques: [{ columns: ['ref_id'] }], checks: [], indexes: [], foreignKeys: [],
  tenancy: { kind: 'tenant', field: 'ref_id' }, retention: { kind: 'permanent' }, owner: 'platform',
};

const orders: EntityDraft = {
  ...plain, kind: 'table', name: 'orders', schema: 'public', description: 'One order. Its `tenant_id` never changes.\n\n- paid\n- or `open`', location: at('postgresql/orders', 3), domain: 'Orders & more', owner: 'shop', tags: ['core'],
  fields: [
    field('id', 'bigint'),
    field('ref_id', 'ulid'),
    pointer('tenant_id', { kind: 'field', to: 'postgresql.tenants.ref_id', enforcedBy: 'database', onDelete: 'cascade' }),
    field('status', 'text', { values: ['open', 'paid'], default: '"open"', description: 'Where it stands: | open or paid.' }),
    pointer('view_ref', { kind: 'field', to: 'mongodb.order_views._id', mirrorOf: 'mongodb.order_views.orderId' }, { nullable: true }),
    field('search', 'tsvector', { generated: "to_tsvector('english', status || 'x')" }),
  ],
  primaryKey: ['id'], uniques: [{ columns: ['ref_id'], name: 'orders_ref' }], checks: [{ name: 'known_status', expression: "status <> '' || status IS NULL" }], foreignKeys: [],
  indexes: [{ keys: [{ on: 'tenant_id' }, { on: 'lower(status)', expression: true }], unique: false, method: 'gin', where: "status = 'open'", include: ['ref_id'], note: 'For the *list*.' }],
  partitionedBy: { strategy: 'hash', columns: ['tenant_id'], note: 'Sixteen.' },
  tenancy: { kind: 'perTenant', field: 'tenant_id', exceptions: [] }, retention: { kind: 'permanent', note: 'Bookkeeping.' },
};

const invoices: EntityDraft = {
  ...plain, kind: 'table', name: 'billing.invoices', schema: 'billing', description: '', location: at('postgresql/invoices', 3), domain: 'Orders & more',
  fields: [field('id', 'bigint'), pointer('order_id', { kind: 'field', to: 'postgresql.orders.id', enforcedBy: 'database', onDelete: 'restrict' }), pointer('pdf_key', { kind: 'objects', to: 's3.files', bind: { tenantId: 'tenant_id', name: 'id', ext: { constant: 'pdf' } } }, { type: 'text' }), field('tenant_id', 'ulid')],
  primaryKey: ['id'], uniques: [], checks: [], indexes: [], foreignKeys: [], tenancy: { kind: 'viaParent', field: 'order_id' }, retention: { kind: 'atLeast', for: '10 years', reason: 'Tax law.' },
  status: { kind: 'deprecated', reason: 'Orders hold it all.', since: '2026', useInstead: 'postgresql.orders' },
};

const orderViews: EntityDraft = {
  ...plain, kind: 'collection', name: 'order_views', description: 'What the customer sees of `orders`, for `90 days`.', location: at('mongodb/order-views', 3), domain: 'Orders & more',
  fields: [
    field('_id', 'ObjectId'),
    pointer('tenantId', { kind: 'field', to: 'postgresql.tenants.ref_id' }),
    pointer('orderId', { kind: 'field', to: 'postgresql.orders.ref_id', keptBy: 'src/orders/view.ts', whenTargetGoes: { action: 'delete', within: '1 hour' }, note: 'The authority: `orders.view_ref` repeats it.' }),
    field('lines', 'object[]'),
    field('lines[].sku', 'string', { depth: 1 }),
    field('labels', 'object', { optional: true }),
    field('labels{}.color', 'string', { depth: 1, nullable: true, optional: true }),
    field('total', 'decimal', { description: 'In cents.\n\n```js\nlet x = {};\n```' }),
    pointer('s3Key', { kind: 'objects', to: 's3.files', bind: { name: '_id' } }, { type: 'string' }),
    field('createdAt', 'date'),
  ],
  indexes: [{ keys: [{ on: 'tenantId', order: '1' }, { on: 'createdAt', order: '-1' }], unique: true, sparse: true }], validator: true, clustered: true, capped: { maxBytes: 1024, maxDocuments: 10 },
  tenancy: { kind: 'perTenant', field: 'tenantId', exceptions: [] }, retention: { kind: 'expires', after: '90 days', field: 'createdAt', note: 'Made again from `orders`.' },
};

const auditLogs: EntityDraft = {
  ...plain, kind: 'collection', name: 'audit_logs', description: 'Who did what.', location: at('mongodb/audit-logs', 3), status: { kind: 'experimental', note: 'New.' },
  fields: [
    field('_id', 'ObjectId'),
    pointer('tenantId', { kind: 'field', to: 'postgresql.tenants.ref_id' }, { nullable: true }),
    field('resourceType', 'string', { values: ['order', 'tenant'] }),
    pointer('resourceId', { kind: 'byType', discriminator: 'resourceType', targets: { order: 'postgresql.orders.ref_id', tenant: 'postgresql.tenants.ref_id' } }),
    pointer('otherId', { kind: 'any', store: 'postgresql', field: 'ref_id', undiscriminated: 'ULIDs are unique everywhere.' }, { type: 'ulid', optional: true }),
    field('at', 'date'),
  ],
  indexes: [], validator: false, clustered: false, timeSeries: { timeField: 'at', metaField: 'tenantId', granularity: 'hours' },
  tenancy: { kind: 'perTenant', field: 'tenantId', exceptions: [{ value: null, reason: 'Actions of the platform.' }, { value: 'global', reason: 'Defaults.' }] }, retention: { kind: 'locked', for: '2 years', mode: 'compliance' },
};

const notes: EntityDraft = {
  ...plain, kind: 'collection', name: 'notes', description: '', location: at('mongodb/notes', 3), fields: [field('_id', 'ObjectId')], indexes: [], validator: false, clustered: false,
  referencesNothing: 'A note is about nothing.', tenancy: { kind: 'shared', reason: 'Everybody reads them.' },
};

const files: EntityDraft = {
  ...plain, kind: 'objects', name: 'files', description: 'Bytes of orders.', location: at('s3/files', 3), domain: 'Orders & more', bucket: 'shop', key: '{tenantId}/files/{name}.{ext}',
  fields: [field('ext', 'string', { values: ['pdf', 'html'] })], contentType: 'application/pdf', versioning: true,
  lifecycle: [{ prefix: 'tmp/', expireAfter: '7 days' }, { tag: { key: 'old', value: 'yes' }, expireOldVersionsAfter: '30 days', abortUploadsAfter: '1 day', note: 'Saves money.' }],
  objectLock: { mode: 'governance', for: '1 year' }, tenancy: { kind: 'perTenant', field: 'tenantId', exceptions: [] }, retention: { kind: 'withParent', parent: 'mongodb.order_views', within: '1 day', by: 'src/orders/sweep.ts' },
};
