import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, perTenant, process, table, tenantItself, ulid } from '../../src/lib/dsl/index.ts';
import { tenantErasureConflict } from '../../src/lib/rules/tenancy/tenant-erasure-conflict.ts';
import { tenantErasureGap } from '../../src/lib/rules/tenancy/tenant-erasure-gap.ts';
import { foundBy } from './catalog-from.ts';

const tenants = table('tenants', { columns: z.object({ ref_id: ulid() }), primaryKey: ['ref_id'], tenancy: tenantItself('ref_id') });
const mails = collection('mails', { document: z.object({ tenantId: ulid() }), tenancy: perTenant('tenantId') });

test('a process that deletes and leaves', () => {
  const leaves = [{ entity: 'mongodb.mails', reason: 'Kept.' }];
  expect(foundBy(tenantErasureConflict, [tenants, mails, process('Eraser', { deletes: ['mongodb.mails', 'postgresql.tenants'], leaves })])).toEqual([
    'process:Eraser: The process “Eraser” deletes `mongodb.mails` and leaves it. Remove `mongodb.mails` from `deletes` or from `leaves`.',
  ]);
  expect(foundBy(tenantErasureConflict, [tenants, mails, process('Eraser', { deletes: ['postgresql.tenants'], leaves })])).toEqual([]);
});

test('an entity of which nothing says what becomes of it', () => {
  expect(foundBy(tenantErasureGap, [tenants, mails, process('Eraser', { deletes: ['postgresql.tenants'] })])).toEqual([
    'mongodb.mails: `mongodb.mails` holds data of a tenant, and nothing says what becomes of it when a tenant is erased. List it in the `deletes` of “Eraser”, or in `leaves` with the reason.',
  ]);
});

test('a system in which nothing erases tenants', () => {
  expect(foundBy(tenantErasureGap, [tenants, mails, process('Cleaner', { deletes: ['mongodb.mails'] })])).toEqual([]);
});
