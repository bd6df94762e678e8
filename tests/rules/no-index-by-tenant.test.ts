import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, index, objectId, perTenant, ulid } from '../../src/lib/dsl/index.ts';
import { noIndexByTenant } from '../../src/lib/rules/tenancy/no-index-by-tenant.ts';
import { foundBy } from './catalog-from.ts';

const logs = (...all: readonly Parameters<typeof index>[0][]) => collection('logs', { document: z.object({ _id: objectId(), tenantId: ulid(), at: z.date() }), indexes: all.map((keys) => index(keys)), tenancy: perTenant('tenantId') });

test('indexes of which none begins with the tenant', () => {
  expect(foundBy(noIndexByTenant, [logs({ at: -1 }, { at: 1, tenantId: 1 })])).toEqual([
    'mongodb.logs: No index of `mongodb.logs` begins with its tenant, `tenantId`: to find what one tenant has, all records are read. Add index({ tenantId: 1, … }).',
  ]);
});

test('one that does', () => {
  expect(foundBy(noIndexByTenant, [logs({ at: -1 }, { tenantId: 1, at: -1 })])).toEqual([]);
});

test('no index at all, and nobody who has said so', () => {
  expect(foundBy(noIndexByTenant, [logs()])).toHaveLength(1);
  expect(foundBy(noIndexByTenant, [collection('logs', { document: z.object({ _id: objectId(), tenantId: ulid() }), tenancy: perTenant('tenantId') })])).toEqual([]);
});

test('an index that queries do not use', () => {
  const hidden = collection('logs', { document: z.object({ _id: objectId(), tenantId: ulid() }), indexes: [index({ tenantId: 1 }, { hidden: true })], tenancy: perTenant('tenantId') });
  expect(foundBy(noIndexByTenant, [hidden])).toHaveLength(1);
});
