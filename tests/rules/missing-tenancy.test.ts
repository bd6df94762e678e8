import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, shared, table, tenantItself, ulid } from '../../src/lib/dsl/index.ts';
import { missingTenancy } from '../../src/lib/rules/tenancy/missing-tenancy.ts';
import { foundBy } from './catalog-from.ts';

const tenants = table('tenants', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']], tenancy: tenantItself('ref_id') });
const loose = collection('loose', { document: z.object({ _id: objectId() }) });

test('an entity that does not say whose its records are', () => {
  expect(foundBy(missingTenancy, [tenants, loose])).toEqual([
    "mongodb.loose: `mongodb.loose` has no tenancy. Write tenancy: perTenant('…'), viaParent('…'), tenantItself('…') or shared('why').",
  ]);
});

test('records that belong to nobody, on purpose', () => {
  expect(foundBy(missingTenancy, [tenants, collection('rates', { document: z.object({ _id: objectId() }), tenancy: shared('The same for everybody.') })])).toEqual([]);
});

test('a system that has no tenants', () => {
  expect(foundBy(missingTenancy, [loose])).toEqual([]);
});
