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

const posts = (tenant_id: z.ZodType) => table('posts', { columns: z.object({ id: bigint(), tenant_id }), primaryKey: ['id'], tenancy: perTenant('tenant_id', { except: [{ value: 'global', reason: 'Examples of the platform.' }] }) });

test('a word that is no tenant, in a foreign key', () => {
  expect(foundBy(impossibleTenantException, [tenants, posts(ref('postgresql.tenants.ref_id', { enforcedBy: 'database' }))])).toEqual([
    'postgresql.posts.tenant_id: `tenant_id` of `postgresql.posts` is said to be `"global"` for records of no tenant, and is a foreign key: the database refuses it unless there is a tenant of that name. Let it be null for those records, or take the exception out.',
  ]);
});

test('a word, in a column of numbers', () => {
  expect(foundBy(impossibleTenantException, [tenants, posts(bigint())])).toEqual([
    'postgresql.posts.tenant_id: `tenant_id` of `postgresql.posts` is said to be `"global"` for records of no tenant, and is `bigint`, which cannot hold that. Give it a type that can, or take the exception out.',
  ]);
});

test('a word that is not among the values of the column', () => {
  expect(foundBy(impossibleTenantException, [tenants, posts(z.enum(['first', 'second']))])).toEqual([
    'postgresql.posts.tenant_id: `tenant_id` of `postgresql.posts` is said to be `"global"` for records of no tenant, and is `text`, which cannot hold that. Give it a type that can, or take the exception out.',
  ]);
});
