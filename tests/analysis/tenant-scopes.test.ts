import * as z from 'zod';
import { expect, test } from 'vitest';
import { catalogIndexOf } from '../../src/lib/analysis/catalog-index.ts';
import { crossScopeReferences, scopeOf, tenantKeyOf, tenantlessUniqueKeys } from '../../src/lib/analysis/tenant-scopes.ts';
import { bigint, collection, index, objectId, perTenant, ref, shared, table, tenantItself, ulid, varchar, viaParent, type Definition } from '../../src/lib/dsl/index.ts';
import { catalogFrom } from '../rules/catalog-from.ts';

const indexOf = (...definitions: readonly Definition[]) => catalogIndexOf(catalogFrom(...definitions));

const tenants = table('tenants', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']], tenancy: tenantItself('ref_id') });
const tenantId = () => ref('postgresql.tenants.ref_id');
const skills = collection('skills', { document: z.object({ _id: objectId(), tenantId: tenantId() }), tenancy: perTenant('tenantId', { except: [{ value: 'global', reason: 'Defaults.' }] }) });
const posts = collection('posts', { document: z.object({ _id: objectId(), tenantId: tenantId(), skillId: ref('mongodb.skills._id') }), tenancy: perTenant('tenantId') });
const comments = collection('comments', { document: z.object({ _id: objectId(), postId: ref('mongodb.posts._id') }), tenancy: viaParent('postId') });
const settings = collection('settings', { document: z.object({ _id: objectId(), firstPost: ref('mongodb.posts._id') }), tenancy: shared('One for all.') });
const loose = collection('loose', { document: z.object({ _id: objectId() }) });

test('each entity is scoped by what it says, or by what its parent says', () => {
  const catalogIndex = indexOf(tenants, skills, posts, comments, settings, loose);
  expect(catalogIndex.catalog.entities.map((entity) => [entity.name, scopeOf(entity, catalogIndex)])).toEqual([
    ['comments', 'tenant'], ['loose', 'undeclared'], ['posts', 'tenant'], ['settings', 'shared'], ['skills', 'mixed'], ['tenants', 'tenant'],
  ]);
  expect(tenantKeyOf(catalogIndex)).toEqual({ entity: 'postgresql.tenants', field: 'ref_id' });
});

test('references that leave their scope', () => {
  expect(crossScopeReferences(indexOf(tenants, skills, posts, comments, settings)).map(({ reference, from, to }) => [reference.id, from, to])).toEqual([
    ['mongodb.posts.skillId → mongodb.skills._id', 'tenant', 'mixed'],
    ['mongodb.settings.firstPost → mongodb.posts._id', 'shared', 'tenant'],
  ]);
});

test('unique keys that two tenants would fight over', () => {
  const pages = collection('pages', {
    document: z.object({ _id: objectId(), tenantId: tenantId(), slug: z.string(), refId: ulid(), skillId: ref('mongodb.skills._id') }),
    indexes: [index({ slug: 1 }, { unique: true }), index({ tenantId: 1, slug: 1 }, { unique: true }), index({ refId: 1 }, { unique: true }), index({ skillId: 1 }, { unique: true })],
    tenancy: perTenant('tenantId'),
  });
  const rows = table('rows', { columns: z.object({ id: bigint(), tenant_id: tenantId(), code: varchar(8) }), primaryKey: ['id'], unique: [['code']], tenancy: perTenant('tenant_id') });
  const catalogIndex = indexOf(tenants, skills, pages, rows);
  expect(catalogIndex.catalog.entities.flatMap((entity) => tenantlessUniqueKeys(entity, catalogIndex).map((lookUp) => [entity.name, lookUp.fields]))).toEqual([['pages', ['slug']], ['rows', ['code']]]);
});
