import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, perTenant, ref, table, tenantItself, ulid } from '../../src/lib/dsl/index.ts';
import { impossibleTenantException } from '../../src/lib/rules/tenancy/impossible-tenant-exception.ts';
import { foundBy } from './catalog-from.ts';

const tenants = table('tenants', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']], tenancy: tenantItself('ref_id') });
const logs = (tenantId: z.ZodType, value: string | null) => collection('logs', { document: z.object({ _id: objectId(), tenantId }), tenancy: perTenant('tenantId', { except: [{ value, reason: 'Actions of the platform.' }] }) });
const tenant = ref('postgresql.tenants.ref_id');

test('null, where nothing can be null', () => {
  expect(foundBy(impossibleTenantException, [tenants, logs(tenant, null)])).toEqual([
    'mongodb.logs.tenantId: `tenantId` of `mongodb.logs` is said to be null for records of no tenant, and can never be null. Make it .nullable(), or take the exception out.',
  ]);
});

test('null, where it can', () => {
  expect(foundBy(impossibleTenantException, [tenants, logs(tenant.nullable(), null)])).toEqual([]);
});

test('a word', () => {
  expect(foundBy(impossibleTenantException, [tenants, logs(tenant, 'global')])).toEqual([]);
});
