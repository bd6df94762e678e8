import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, perTenant, ref, table, tenantItself, ulid } from '../../src/lib/dsl/index.ts';
import { optionalTenantField } from '../../src/lib/rules/tenancy/optional-tenant-field.ts';
import { foundBy } from './catalog-from.ts';

const tenants = table('tenants', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']], tenancy: tenantItself('ref_id') });
const logs = (tenantId: z.ZodType, except: readonly { readonly value: string | null; readonly reason: string }[] = []) => collection('logs', { document: z.object({ _id: objectId(), tenantId }), tenancy: perTenant('tenantId', { except }) });
const tenant = ref('postgresql.tenants.ref_id');

test('a tenant that may be null', () => {
  expect(foundBy(optionalTenantField, [tenants, logs(tenant.nullable())])).toEqual([
    "mongodb.logs.tenantId: A record of `mongodb.logs` may be without a tenant: `tenantId` may be null, and no reason is given. Make it required, or say why: perTenant('tenantId', { except: [{ value: null, reason: '…' }] }).",
  ]);
});

test('a tenant that may be absent', () => {
  expect(foundBy(optionalTenantField, [tenants, logs(tenant.optional(), [{ value: 'global', reason: 'Defaults.' }])])).toEqual([
    "mongodb.logs.tenantId: A record of `mongodb.logs` may be without a tenant: `tenantId` may be absent, and no reason is given. Make it required, or say why: perTenant('tenantId', { except: [{ value: null, reason: '…' }] }).",
  ]);
});

test('a tenant that may be null for a reason', () => {
  expect(foundBy(optionalTenantField, [tenants, logs(tenant.nullable(), [{ value: null, reason: 'Actions of the platform.' }])])).toEqual([]);
});
