import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, perTenant, ref, table, ulid } from '../../src/lib/dsl/index.ts';
import { unkeptReference } from '../../src/lib/rules/references/unkept-reference.ts';
import { foundBy } from './catalog-from.ts';

const rows = table('rows', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']] });
const docs = (name: string, ...all: readonly z.ZodType[]) => collection(name, { document: z.object({ _id: objectId(), ...Object.fromEntries(all.map((each, at) => [`field${at}`, each])) }) });
const kept = ref('postgresql.rows.ref_id', { keptBy: 'Writer' });
const unkept = ref('postgresql.rows.ref_id');

test("an entity of which one reference is nobody's, and one of which several are", () => {
  expect(foundBy(unkeptReference, [rows, docs('a', kept, unkept), docs('b', unkept, unkept)])).toEqual([
    "mongodb.a: Nobody is said to keep `field1` of `mongodb.a`, and no database does. Name the code that does: { keptBy: '…' }, a process, a path or a URL.",
    "mongodb.b: Nobody is said to keep 2 references of `mongodb.b`, and no database does: `field0`, `field1`. Name the code that does: { keptBy: '…' }, a process, a path or a URL.",
  ]);
});

test('a schema that names nobody at all', () => {
  expect(foundBy(unkeptReference, [rows, docs('a', unkept), docs('b', unkept)])).toEqual([
    "system: None of the 2 references that the application keeps says which code keeps it. Name the code that does: { keptBy: '…' }, a process, a path or a URL.",
  ]);
});

test('what the database keeps, and the pointer at the tenant', () => {
  expect(foundBy(unkeptReference, [rows, docs('a', kept), table('more', { columns: z.object({ id: bigint(), row_id: ref('postgresql.rows.ref_id', { enforcedBy: 'database' }) }), primaryKey: ['id'] }), collection('scoped', { document: z.object({ _id: objectId(), tenantId: unkept }), tenancy: perTenant('tenantId') })])).toEqual([]);
});
