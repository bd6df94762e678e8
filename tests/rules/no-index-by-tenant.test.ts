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

test('an entity that lists no index at all', () => {
  expect(foundBy(noIndexByTenant, [logs()])).toEqual([]);
});
