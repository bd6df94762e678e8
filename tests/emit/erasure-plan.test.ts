import { expect, test } from 'vitest';
import * as z from 'zod';
import { collection, compliance, deletes, keptAtLeast, lifecycle, never, nothing, objectKey, objects, perTenant, permanent, process, ref, shared, table, tenantItself, ulid, viaParent, withParent, expires } from '../../src/lib/dsl/index.ts';
import type { Definition } from '../../src/lib/dsl/definition.ts';
import { renderPages } from '../../src/lib/emit/render-pages.ts';
import { REFERENCE_FOLDER } from '../../src/lib/model/page-path.ts';
import { catalogFrom } from '../rules/catalog-from.ts';

/** The section as a reader sees it: links are their labels, and the rows of tables are lines. */
function planOf(...definitions: readonly Definition[]): readonly string[] {
  const page = renderPages(catalogFrom(...definitions)).get(`${REFERENCE_FOLDER}/tenant-scoping.mdx`) ?? '';
  const at = page.indexOf('## Erasing a tenant');
  if (at < 0) return [];
  const lines = page.slice(at).replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('&#123;', '{').replaceAll('&#125;', '}').replaceAll(/<\/?code>/g, '`').split('\n');
  return lines.slice(1).filter((line) => line !== '' && !line.startsWith('| ---')).map((line) => line.replaceAll(/^\| | \|$/g, '').trimEnd());
}

const tenants = table('tenants', { columns: z.object({ ref_id: ulid() }), primaryKey: ['ref_id'], tenancy: tenantItself('ref_id'), retention: permanent() });
const rows = (name: string, columns: z.ZodRawShape = {}, more: object = {}, onDelete: 'cascade' | 'restrict' | 'no action' | 'set null' = 'cascade') =>
  table(name, { columns: z.object({ id: ulid(), tenant_id: ref('postgresql.tenants.ref_id', { enforcedBy: 'database', onDelete }), ...columns }), primaryKey: ['id'], tenancy: perTenant('tenant_id'), ...more });
const docs = (name: string, document: z.ZodRawShape = {}, more: object = {}) => collection(name, { document: z.object({ tenantId: ref('postgresql.tenants.ref_id'), ...document }), tenancy: perTenant('tenantId'), ...more });
const files = (name: string, more: object = {}) => objects(name, { bucket: 'content', key: `{tenantId}/${name}/{id}`, parameters: { tenantId: ulid(), id: ulid() }, tenancy: perTenant('tenantId'), ...more });
const eraser = (options: Parameters<typeof process>[1]) => process('Eraser', options);

test('nobody says who erases a tenant: what would have to be done', () => {
  expect(planOf(tenants, rows('goals'), files('bytes', { versioning: true }), docs('logs', { goalId: ref('postgresql.goals.id', { as: ulid() }), s3Key: objectKey('s3.bytes', { bind: { id: 'goalId' } }) }))).toEqual([
    'No process is declared that erases a tenant. To erase one, delete this data, ordered by dependency:',
    'Step | Entity | What to delete | Order',
    '1 | `bytes` | In the bucket `content`, every key under `{tenantId}/`, in all versions. | Before the records that hold the keys.',
    '2 | `logs` | Records whose `tenantId` is the tenant. | Before `goals` and `tenants`, which it references.',
    '3 | `goals` | Records whose `tenant_id` is the tenant. | Before `tenants`, which it references.',
    '4 | `tenants` | The record whose `ref_id` is the tenant. | After all other data.',
  ]);
});

test('what a process deletes, what goes with it, and what it leaves, with what that keeps', () => {
  const contracts = rows('contracts', { pdf_key: objectKey('s3.pdfs', { bind: { id: 'id' } }).nullable() }, { retention: permanent() }, 'restrict');
  const pdfs = objects('pdfs', { bucket: 'locked', key: '{tenantId}/{id}', parameters: { tenantId: ulid(), id: ulid() }, tenancy: perTenant('tenantId'), versioning: true, objectLock: compliance('7 years'), retention: permanent() });
  const logs = docs('audit_logs', {}, { retention: keptAtLeast('2 years', { reason: 'Compliance.' }) });
  expect(planOf(tenants, rows('goals'), contracts, pdfs, logs, eraser({ deletes: ['postgresql.tenants'], retains: [{ entity: 'postgresql.contracts', reason: 'Commercial law.' }] }))).toEqual([
    'When a tenant is erased, Eraser deletes this data, here ordered by dependency:',
    'Step | Entity | What to delete | Deleted with it | Order',
    '1 | `tenants` | The record whose `ref_id` is the tenant, except what is kept. | `goals` (foreign key) | After all other data.',
    '### Not covered',
    '- `postgresql.goals` is deleted only together with `postgresql.tenants`. Where a record of `postgresql.tenants` is kept, its records in `postgresql.goals` are never deleted.',
    '### Kept data',
    'Entity | How long | Reason',
    '`audit_logs` | for at least 2 years | Compliance.',
    '`contracts` | as long as the objects in `pdfs` | Eraser retains it: Commercial law. `contracts.pdf_key` holds their keys. This does not apply to records without a key.',
    '`tenants` | while `contracts.tenant_id` references it | The foreign key prevents the deletion, and `contracts` is kept.',
    '`pdfs` | until 7 years after each object was written | Object Lock in compliance mode.',
    'After that time, nothing is declared that deletes `audit_logs` and `pdfs`.',
  ]);
});

test('a foreign key that refuses keeps whatever would cascade to it', () => {
  const lines = table('lines', { columns: z.object({ id: ulid(), order_id: ref('postgresql.orders.id', { as: ulid(), enforcedBy: 'database', onDelete: 'restrict' }) }), primaryKey: ['id'], retention: keptAtLeast('10 years', { reason: 'Tax.' }), tenancy: viaParent('order_id') });
  expect(planOf(tenants, rows('orders'), lines, eraser({ deletes: ['postgresql.tenants'] })).slice(-6, -1)).toEqual([
    '### Kept data',
    'Entity | How long | Reason',
    '`lines` | for at least 10 years | Tax.',
    '`orders` | while `lines.order_id` references it | The foreign key prevents the deletion, and `lines` is kept.',
    '`tenants` | while `orders.tenant_id` references it | Its deletion would cascade to `orders`, where another foreign key prevents it.',
  ]);
});

test('what nothing deletes, and what goes by itself', () => {
  const streams = collection('streams', { document: z.object({ tenantId: ulid(), createdAt: z.date() }), tenancy: perTenant('tenantId'), retention: expires('1 day', { after: 'createdAt' }) });
  expect(planOf(tenants, docs('mails'), streams, eraser({ deletes: ['postgresql.tenants'] })).slice(3)).toEqual([
    '### Not covered',
    '- `mongodb.mails` holds data of a tenant, but no process deletes or retains it when a tenant is erased.',
    '### Expiring data',
    '- `streams` expires 1 day after it is written.',
  ]);
});

test('a process that says so erases tenants although it deletes no tenant', () => {
  expect(planOf(tenants, docs('mails'), eraser({ erasesTenants: true, deletes: ['mongodb.mails'], retains: [{ entity: 'postgresql.tenants', reason: 'Kept, closed.' }] }))).toEqual([
    'When a tenant is erased, Eraser deletes this data, here ordered by dependency:',
    'Step | Entity | What to delete',
    '1 | `mails` | Records whose `tenantId` is the tenant.',
    '### Kept data',
    'Entity | Reason',
    '`tenants` | Eraser retains it: Kept, closed.',
  ]);
});

test('a process that deletes something else, or only a field, erases no tenant', () => {
  expect(planOf(tenants, docs('mails'), process('Cleaner', { deletes: ['mongodb.mails', 'postgresql.tenants.ref_id'] }))[0]).toMatch(/^No process is declared that erases a tenant\./);
});

test('two processes: each step says whose it is', () => {
  expect(planOf(tenants, docs('mails'), eraser({ deletes: ['postgresql.tenants'] }), process('Mail eraser', { erasesTenants: true, deletes: ['mongodb.mails'] })).slice(0, 4)).toEqual([
    'When a tenant is erased, Eraser and Mail eraser delete this data, here ordered by dependency:',
    'Step | Entity | What to delete | Process | Order',
    '1 | `mails` | Records whose `tenantId` is the tenant. | Mail eraser | Before `tenants`, which it references.',
    '2 | `tenants` | The record whose `ref_id` is the tenant. | Eraser | After all other data.',
  ]);
});

test('families of one bucket are one listing; where another family stays under the prefix, only their own keys', () => {
  const plan = (other: Definition) => planOf(tenants, files('a'), files('b'), other, eraser({ deletes: ['s3.a', 's3.b', 'postgresql.tenants'] }))[2];
  expect(plan(docs('mails'))).toBe('1 | `a` and `b` | In the bucket `content`, every key under `{tenantId}/`. |');
  expect(plan(files('kept', { retention: keptAtLeast('1 year', { reason: 'Tax.' }) }))).toBe('1 | `a` and `b` | In the bucket `content`, keys of the forms `{tenantId}/a/{id}` and `{tenantId}/b/{id}`, but no other keys under `{tenantId}/`. |');
});

test('a family that expires at the bucket is deleted all the same when the process says so', () => {
  expect(planOf(tenants, files('a', { lifecycle: [lifecycle({ expireAfter: '30 days' })], retention: expires('30 days') }), eraser({ deletes: ['s3.a', 'postgresql.tenants'] }))).not.toContain('### Expiring data');
});

test('keys with the tenant after something that is always the same have a prefix too', () => {
  const late = objects('late', { bucket: 'content', key: 'all/{tenantId}/x', parameters: { tenantId: ulid() }, tenancy: perTenant('tenantId') });
  expect(planOf(late)[2]).toBe('1 | `late` | In the bucket `content`, every key under `all/{tenantId}/`.');
});

test('keys that no prefix finds: those that records hold, where records do', () => {
  const late = objects('late', { bucket: 'content', key: '{id}/{tenantId}', parameters: { id: ulid(), tenantId: ulid() }, tenancy: perTenant('tenantId') });
  expect(planOf(late)[2]).toBe('1 | `late` | In the bucket `content`, the tenant’s keys of the form `{id}/{tenantId}`, which no prefix finds.');
  expect(planOf(late, tenants, rows('bills', { key: objectKey('s3.late') }))[2]).toBe('1 | `late` | In the bucket `content`, the keys that records of the tenant hold, which no prefix finds. | Before the records that hold the keys.');
});

test('records that belong to the tenant of what they point at', () => {
  const lines = table('lines', { columns: z.object({ id: ulid(), goal_id: ref('postgresql.goals.id', { as: ulid() }) }), primaryKey: ['id'], tenancy: viaParent('goal_id') });
  expect(planOf(tenants, rows('goals'), lines)[2]).toBe('1 | `lines` | Records whose `goal_id` references a record of the tenant. | Before `goals`, which it references.');
});

test('a circle of required pointers still comes to an end, and says which pointer must be let go', () => {
  const b = docs('b', { id: z.string(), a: ref('mongodb.a.id') });
  expect(planOf(docs('a', { id: z.string(), b: ref('mongodb.b.id') }), b, tenants).slice(2)).toEqual([
    '1 | `a` | Records whose `tenantId` is the tenant. | Before `b` and `tenants`, which it references.',
    '2 | `b` | Records whose `tenantId` is the tenant. | Before `tenants`, which it references. It also references `a`, which is deleted earlier: these references form a cycle.',
    '3 | `tenants` | The record whose `ref_id` is the tenant. | After all other data.',
  ]);
});

test('what is shared, and what declares no tenancy', () => {
  const countries = collection('countries', { document: z.object({ code: z.string() }), tenancy: shared('The same for everybody.') });
  expect(planOf(tenants, countries, collection('odd', { document: z.object({ id: z.string() }) })).slice(-4)).toEqual([
    '### Not affected',
    '- `countries`: The same for everybody.',
    '### No tenancy declared',
    'The plan does not cover these entities, because it is not known whether they hold data of a tenant: `odd`.',
  ]);
});

test('a system without tenants has no plan', () => {
  expect(planOf(collection('odd', { document: z.object({ id: z.string() }) }))).toEqual([]);
});

test('what is said never to lose its target keeps it', () => {
  const audits = docs('audits', { goalId: ref('postgresql.goals.id', { as: ulid(), whenTargetGoes: never('Goals with audits stay.') }) }, { retention: keptAtLeast('2 years', { reason: 'Compliance.' }) });
  expect(planOf(tenants, rows('goals'), audits, eraser({ deletes: ['postgresql.goals', 'postgresql.tenants'] }))).toContain(
    '`goals` | while `audits.goalId` references it | This reference is declared never to lose its target, and `audits` is kept.',
  );
});

test.each([
  ['deleted and left', [docs('mails'), eraser({ deletes: ['mongodb.mails', 'postgresql.tenants'], retains: [{ entity: 'mongodb.mails', reason: 'x' }] })], 'The process “Eraser” both deletes and retains `mongodb.mails`.'],
  ['deleted and to be kept', [docs('logs', {}, { retention: keptAtLeast('2 years', { reason: 'x' }) }), eraser({ deletes: ['mongodb.logs', 'postgresql.tenants'] })], 'The process “Eraser” deletes `mongodb.logs` when it erases a tenant, but `mongodb.logs` must be kept for at least 2 years.'],
  ['taken along by a foreign key', [rows('bills', {}, { retention: keptAtLeast('10 years', { reason: 'Tax.' }) }), eraser({ deletes: ['postgresql.tenants'] })], '`postgresql.bills` must be kept when the process “Eraser” erases a tenant, but a foreign key deletes it together with `postgresql.tenants` (`on delete cascade`).'],
  ['taken along by the application', [collection('bills', { document: z.object({ tenantId: ref('postgresql.tenants.ref_id', { whenTargetGoes: deletes() }) }), tenancy: perTenant('tenantId'), retention: keptAtLeast('10 years', { reason: 'Tax.' }) }), eraser({ deletes: ['postgresql.tenants'] })], '`mongodb.bills` must be kept when the process “Eraser” erases a tenant, but its reference to `postgresql.tenants` says that the application deletes it together with that record.'],
  ['left, and goes with what is deleted', [docs('mails', {}, { retention: withParent('postgresql.tenants') }), eraser({ deletes: ['postgresql.tenants'], retains: [{ entity: 'mongodb.mails', reason: 'x' }] })], '`mongodb.mails` must be kept when the process “Eraser” erases a tenant, but its retention says that it is deleted together with `postgresql.tenants`.'],
  [
    'deleted, and holds keys of what stays',
    [objects('bytes', { bucket: 'b', key: '{tenantId}/{id}', parameters: { tenantId: ulid(), id: ulid() }, tenancy: perTenant('tenantId') }), rows('bills', { key: objectKey('s3.bytes', { bind: {} }) }), eraser({ deletes: ['postgresql.bills', 'postgresql.tenants'], retains: [{ entity: 's3.bytes', reason: 'x' }] })],
    'The process “Eraser” deletes `postgresql.bills`, which holds the keys of `s3.bytes`, but those objects are kept.',
  ],
  [
    'taken along, and holds keys of what stays',
    [objects('bytes', { bucket: 'b', key: '{tenantId}/{id}', parameters: { tenantId: ulid(), id: ulid() }, tenancy: perTenant('tenantId'), versioning: true, objectLock: compliance('1 year') }), rows('bills', { key: objectKey('s3.bytes', { bind: {} }) }), eraser({ deletes: ['postgresql.tenants'] })],
    '`postgresql.bills` must be kept when the process “Eraser” erases a tenant, but a foreign key deletes it together with `postgresql.tenants` (`on delete cascade`).',
  ],
] as readonly [string, readonly Definition[], string][])('definitions that disagree: %s', (_, definitions, sentence) => {
  const plan = planOf(tenants, ...definitions);
  expect(plan[plan.indexOf('### Conflicting definitions') + 1]).toBe(`- ${sentence}`);
});

test('records with a pointer that may be null do not all go with its target', () => {
  const notes = docs('notes', { goalId: ref('postgresql.goals.id', { as: ulid(), whenTargetGoes: deletes() }).nullable() });
  const kept = collection('kept', { document: z.object({ tenantId: ref('postgresql.tenants.ref_id', { whenTargetGoes: nothing('Seen later.') }) }), tenancy: perTenant('tenantId') });
  expect(planOf(tenants, rows('goals'), notes, kept, eraser({ deletes: ['postgresql.goals', 'postgresql.tenants'] })).filter((line) => line.startsWith('- '))).toEqual([
    '- `mongodb.kept` holds data of a tenant, but no process deletes or retains it when a tenant is erased.',
    '- `mongodb.notes` holds data of a tenant, but no process deletes or retains it when a tenant is erased.',
  ]);
});

test('a foreign key that refuses comes first even where it may be null', () => {
  const zebras = rows('zebras');
  const riders = rows('a_riders', { zebra_id: ref('postgresql.zebras.id', { as: ulid(), enforcedBy: 'database', onDelete: 'restrict' }).nullable() });
  const owners = rows('b_owners');
  const pets = rows('c_pets', { owner_id: ref('postgresql.b_owners.id', { as: ulid(), enforcedBy: 'database', onDelete: 'no action' }).nullable() });
  expect(planOf(tenants, zebras, riders, owners, pets).slice(2, -1).map((row) => row.split(' | ')[1])).toEqual(['`a_riders`', '`c_pets`', '`b_owners`', '`zebras`']);
});

test('what nothing is declared to delete, although a process erases tenants', () => {
  expect(planOf(collection('streams', { document: z.object({ tenantId: ulid(), createdAt: z.date() }), tenancy: perTenant('tenantId'), retention: expires('1 day', { after: 'createdAt' }) }), eraser({ erasesTenants: true }))).toEqual([
    'Eraser erases a tenant, but no deletion of a tenant’s data is declared.',
    '### Expiring data',
    '- `streams` expires 1 day after it is written.',
  ]);
});
