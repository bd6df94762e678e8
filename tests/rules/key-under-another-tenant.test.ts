import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, constant, objectId, objectKey, objects, perTenant, ref, shared, table, tenantItself, ulid, type Definition } from '../../src/lib/dsl/index.ts';
import { keyUnderAnotherTenant } from '../../src/lib/rules/tenancy/key-under-another-tenant.ts';
import { foundBy } from './catalog-from.ts';

const tenants = table('tenants', { columns: z.object({ ref_id: ulid() }), primaryKey: ['ref_id'], tenancy: tenantItself('ref_id') });
const files = objects('reports', { bucket: 'content', key: '{tenantId}/{id}.pdf', parameters: { id: ulid() }, tenancy: perTenant('tenantId', { except: [{ value: 'global', reason: 'Examples of the platform.' }] }) });
const reports = (bind: Readonly<Record<string, string | { readonly constant: string }>>, tenancy: object = { tenancy: perTenant('tenantId') }): Definition =>
  collection('reports', { document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id'), authorId: ulid(), s3Key: objectKey('s3.reports', { bind }) }), ...tenancy });
const found = (...definitions: readonly Definition[]) => foundBy(keyUnderAnotherTenant, [tenants, files, ...definitions]);

test('another field of the record', () => {
  expect(found(reports({ tenantId: 'authorId' }))).toEqual([
    "mongodb.reports.s3Key: The key in `mongodb.reports.s3Key` may lie under another tenant than its record: `{tenantId}` of `s3.reports` is `authorId`, and the record belongs to `tenantId`. Bind it to the record's own tenant: { bind: { tenantId: 'tenantId' } }.",
  ]);
});

test('a record that belongs to no tenant, and a field that is none', () => {
  expect(found(reports({ tenantId: 'authorId' }, { tenancy: shared('The same for everybody.') }))).toEqual([
    'mongodb.reports.s3Key: The key in `mongodb.reports.s3Key` may lie under another tenant than its record: `{tenantId}` of `s3.reports` is `authorId`, and nothing says that this is a tenant. Bind it to a field that points at the tenant.',
  ]);
});

test('always the same word', () => {
  expect(found(reports({ tenantId: constant('shared') }))).toEqual([
    "mongodb.reports.s3Key: The key in `mongodb.reports.s3Key` may lie under another tenant than its record: `{tenantId}` of `s3.reports` is always `\"shared\"`, which is no tenant. Bind it to the record's own tenant: { bind: { tenantId: 'tenantId' } }.",
  ]);
});

test.each([
  ['a word that the family names as an exception', reports({ tenantId: constant('global') })],
  ["the record's own tenant", reports({})],
  ['a record that belongs to no tenant, and a field that points at one', reports({}, { tenancy: shared('The same for everybody.') })],
])('%s', (_, definition) => {
  expect(found(definition)).toEqual([]);
});
