import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, index, objectId, perTenant, ulid } from '../../src/lib/dsl/index.ts';
import { unlistedIndexes } from '../../src/lib/rules/stores/unlisted-indexes.ts';
import { foundBy } from './catalog-from.ts';

const entity = (name: string, options: object) => collection(name, { document: z.object({ _id: objectId(), tenantId: ulid() }), ...options });
const scoped = { tenancy: perTenant('tenantId') };
const listed = { indexes: [index({ tenantId: 1 })] };

test('one that lists none beside one that does', () => {
  expect(foundBy(unlistedIndexes, [entity('logs', scoped), entity('runs', { ...scoped, ...listed })])).toEqual([
    'mongodb.logs: `mongodb.logs` does not list its indexes, and others in `mongodb` do: whether it has one for its tenant or its references is not checked. List them: indexes: [ … ], or indexes: [] if there are none.',
  ]);
});

test('a store of which nobody has listed any', () => {
  expect(foundBy(unlistedIndexes, [entity('logs', scoped), entity('runs', scoped)])).toEqual([]);
});

test('one that has neither a tenant nor a pointer', () => {
  expect(foundBy(unlistedIndexes, [entity('logs', {}), entity('runs', { ...scoped, ...listed })])).toEqual([]);
});

test('one that says that it has none', () => {
  expect(foundBy(unlistedIndexes, [entity('logs', { ...scoped, indexes: [] }), entity('runs', { ...scoped, ...listed })])).toEqual([]);
});
