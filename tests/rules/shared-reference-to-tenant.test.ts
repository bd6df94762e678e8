import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, perTenant, ref, shared, table, tenantItself, ulid } from '../../src/lib/dsl/index.ts';
import { sharedReferenceToTenant } from '../../src/lib/rules/tenancy/shared-reference-to-tenant.ts';
import { foundBy } from './catalog-from.ts';

const tenants = table('tenants', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']], tenancy: tenantItself('ref_id') });
const posts = collection('posts', { document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id') }), tenancy: perTenant('tenantId') });
const settings = (tenancy: ReturnType<typeof shared>) => collection('settings', { document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id'), postId: ref('mongodb.posts._id') }), tenancy });

test('a setting of all that points at a record of one', () => {
  expect(foundBy(sharedReferenceToTenant, [tenants, posts, settings(shared('One for all.'))])).toEqual([
    'mongodb.settings.postId: `mongodb.settings` belongs to no tenant, and `postId` points at `mongodb.posts`, whose records belong to one. Point at something that is shared as well, or scope the record to a tenant.',
    'mongodb.settings.tenantId: `mongodb.settings` belongs to no tenant, and `tenantId` points at `postgresql.tenants`, whose records belong to one. Point at something that is shared as well, or scope the record to a tenant.',
  ]);
});

test('a setting of one tenant', () => {
  expect(foundBy(sharedReferenceToTenant, [tenants, posts, settings(perTenant('tenantId'))])).toEqual([]);
});
