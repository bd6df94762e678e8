import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, deletes, keptAtLeast, objectKey, objects, perTenant, process, ref, table, tenantItself, ulid, withParent } from '../../src/lib/dsl/index.ts';
import { tenantErasureConflict } from '../../src/lib/rules/tenancy/tenant-erasure-conflict.ts';
import { tenantErasureGap } from '../../src/lib/rules/tenancy/tenant-erasure-gap.ts';
import { foundBy } from './catalog-from.ts';

const tenants = table('tenants', { columns: z.object({ ref_id: ulid() }), primaryKey: ['ref_id'], tenancy: tenantItself('ref_id') });
const mails = collection('mails', { document: z.object({ tenantId: ulid() }), tenancy: perTenant('tenantId') });

test('a process that deletes and retains', () => {
  const retains = [{ entity: 'mongodb.mails', reason: 'Kept.' }];
  expect(foundBy(tenantErasureConflict, [tenants, mails, process('Eraser', { deletes: ['mongodb.mails', 'postgresql.tenants'], retains })])).toEqual([
    'process:Eraser: The process “Eraser” both deletes and retains `mongodb.mails`. Remove `mongodb.mails` from `deletes` or from `retains`.',
  ]);
  expect(foundBy(tenantErasureConflict, [tenants, mails, process('Eraser', { deletes: ['postgresql.tenants'], retains })])).toEqual([]);
});

test('an entity of which nothing says what becomes of it', () => {
  expect(foundBy(tenantErasureGap, [tenants, mails, process('Eraser', { deletes: ['postgresql.tenants'] })])).toEqual([
    'mongodb.mails: `mongodb.mails` holds data of a tenant, but no process deletes or retains it when a tenant is erased. Add `mongodb.mails` to `deletes` of “Eraser”, or to `retains` with a reason.',
  ]);
});

test('a system in which nothing erases tenants', () => {
  expect(foundBy(tenantErasureGap, [tenants, mails, process('Cleaner', { deletes: ['mongodb.mails'] })])).toEqual([]);
});

const reference = (options: object) => collection('logs', { document: z.object({ tenantId: ref('postgresql.tenants.ref_id', options) }), tenancy: perTenant('tenantId'), retention: keptAtLeast('2 years', { reason: 'Compliance.' }) });
const bytes = objects('bytes', { bucket: 'b', key: '{tenantId}/{id}', parameters: { tenantId: ulid(), id: ulid() }, tenancy: perTenant('tenantId') });
const bills = (options: object = {}) => table('bills', { columns: z.object({ id: ulid(), tenant_id: ref('postgresql.tenants.ref_id', options), key: objectKey('s3.bytes') }), primaryKey: ['id'], tenancy: perTenant('tenant_id') });

test.each([
  ['kept for a time', [reference({}), process('Eraser', { deletes: ['mongodb.logs', 'postgresql.tenants'] })], 'Move `mongodb.logs` from `deletes` to `retains`, or change its retention.'],
  ['deleted by a foreign key', [bytes, bills({ enforcedBy: 'database', onDelete: 'cascade' }), process('Eraser', { deletes: ['postgresql.tenants'], retains: [{ entity: 's3.bytes', reason: 'Kept.' }] })], "Use `onDelete: 'restrict'`, or retain `postgresql.tenants` as well."],
  ['deleted by the application', [reference({ whenTargetGoes: deletes() }), process('Eraser', { deletes: ['postgresql.tenants'] })], "Write `whenTargetGoes: nothing('…')` if `mongodb.logs` is kept."],
  ['deleted by its retention', [collection('logs', { document: z.object({ tenantId: ulid() }), tenancy: perTenant('tenantId'), retention: withParent('postgresql.tenants') }), process('Eraser', { deletes: ['postgresql.tenants'], retains: [{ entity: 'mongodb.logs', reason: 'Kept.' }] })], 'Change the retention of `mongodb.logs`, or remove it from `retains`.'],
  ['holds keys', [bytes, bills(), process('Eraser', { deletes: ['postgresql.bills', 'postgresql.tenants'], retains: [{ entity: 's3.bytes', reason: 'Kept.' }] })], 'Add `postgresql.bills` to `retains`, for as long as the objects exist.'],
] as const)('the hint for what must be kept and is %s', (_, definitions, hint) => {
  expect(foundBy(tenantErasureConflict, [tenants, ...definitions]).map((said) => said.slice(-hint.length))).toEqual([hint]);
});
