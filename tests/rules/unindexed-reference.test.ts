import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, index, objectId, perTenant, ref, refToAny, table, ulid } from '../../src/lib/dsl/index.ts';
import { unindexedReference } from '../../src/lib/rules/references/unindexed-reference.ts';
import { foundBy } from './catalog-from.ts';

const rows = table('rows', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']] });
const logs = (...indexes: readonly Parameters<typeof index>[0][]) =>
  collection('logs', { document: z.object({ _id: objectId(), tenantId: ulid(), rowId: ref('postgresql.rows.ref_id'), kind: z.string(), what: refToAny('postgresql', { field: 'ref_id', discriminator: 'kind' }) }), indexes: indexes.map((keys) => index(keys)), tenancy: perTenant('tenantId') });

test('pointers by which nothing can be found', () => {
  expect(foundBy(unindexedReference, [rows, logs({ tenantId: 1 })])).toEqual([
    'mongodb.logs.rowId: Records of `mongodb.logs` cannot be found by `rowId` without reading all of them: no index begins with it. Add index({ rowId: 1 }).',
    'mongodb.logs.what: Records of `mongodb.logs` cannot be found by `what` without reading all of them: no index begins with it. Add index({ what: 1 }).',
  ]);
});

test('an index that begins with the pointer, or with the tenant or the discriminator before it', () => {
  expect(foundBy(unindexedReference, [rows, logs({ tenantId: 1, rowId: 1 }, { kind: 1, what: 1 })])).toEqual([]);
});

test('no index at all, and nobody who has said so', () => {
  expect(foundBy(unindexedReference, [rows, logs()])).toHaveLength(2);
  expect(foundBy(unindexedReference, [rows, collection('logs', { document: z.object({ _id: objectId(), rowId: ref('postgresql.rows.ref_id') }) })])).toEqual([]);
});

test('a pointer that no index can reach', () => {
  const notes = collection('notes', { document: z.object({ _id: objectId(), byLanguage: z.record(z.string(), z.object({ rowId: ref('postgresql.rows.ref_id') })) }), indexes: [index({ _id: 1 })] });
  expect(foundBy(unindexedReference, [rows, notes])).toEqual([]);
});
