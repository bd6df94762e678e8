import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, foreignKey, integer, objectId, ref, table, ulid, uuid, varchar } from '../../src/lib/dsl/index.ts';
import { incompatibleReferenceType } from '../../src/lib/rules/references/incompatible-reference-type.ts';
import { foundBy } from './catalog-from.ts';

const rows = table('rows', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']] });
const docs = (rowId: z.ZodType) => collection('docs', { document: z.object({ _id: objectId(), rowId }) });

test('a pointer that is too short for the key of its target', () => {
  expect(foundBy(incompatibleReferenceType, [rows, docs(ref('postgresql.rows.ref_id', { as: varchar(24) }))])).toEqual([
    'mongodb.docs.rowId: `mongodb.docs.rowId` is `varchar(24)` and points at `postgresql.rows.ref_id`, which is `ulid`: 26 characters do not fit into 24. Leave the type out, so that the pointer has that of its target, or point at the field that is meant.',
  ]);
});

test('a ULID that is to hold an ObjectId', () => {
  expect(foundBy(incompatibleReferenceType, [docs(z.string()), table('links', { columns: z.object({ id: bigint(), doc_ref: ref('mongodb.docs._id', { as: ulid() }) }), primaryKey: ['id'] })])).toEqual([
    'postgresql.links.doc_ref: `postgresql.links.doc_ref` is `ulid` and points at `mongodb.docs._id`, which is `ObjectId`: it holds exactly 26 characters, and there are 24. Leave the type out, so that the pointer has that of its target, or point at the field that is meant.',
  ]);
});

test('each column of a composite key with its own target', () => {
  expect(foundBy(incompatibleReferenceType, [table('a', { columns: z.object({ x: bigint(), y: uuid() }), primaryKey: ['x', 'y'] }), table('b', { columns: z.object({ ax: integer(), ay: uuid() }), primaryKey: ['ax'], foreignKeys: [foreignKey(['ax', 'ay'], 'postgresql.a', ['x', 'y'])] })])).toEqual([
    'postgresql.b.ax: `postgresql.b.ax` is `integer` and points at `postgresql.a.x`, which is `bigint`: 8 bytes do not fit into 4. Leave the type out, so that the pointer has that of its target, or point at the field that is meant.',
  ]);
});

test('the type of the target, text of any length, and lists of pointers fit', () => {
  expect(foundBy(incompatibleReferenceType, [rows, docs(ref('postgresql.rows.ref_id')), collection('more', { document: z.object({ _id: objectId(), one: ref('postgresql.rows.ref_id', { as: z.string() }), many: z.array(ref('postgresql.rows.ref_id')) }) })])).toEqual([]);
});
