import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, foreignKey, integer, objectId, ref, refByType, table, text, ulid, uuid, varchar } from '../../src/lib/dsl/index.ts';
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

const goals = table('goals', { columns: z.object({ id: bigint() }), primaryKey: ['id'] });
const targets = { row: 'postgresql.rows.ref_id', goal: 'postgresql.goals.id' };
const kind = z.enum(['row', 'goal']);

test('a polymorphic pointer that takes the types of its targets holds all of them', () => {
  const about = refByType('kind', targets);
  expect(foundBy(incompatibleReferenceType, [rows, goals, collection('docs', { document: z.object({ _id: objectId(), kind, about, abouts: z.array(about) }) })])).toEqual([]);
});

test('a polymorphic column with a type of its own is not told to leave it out', () => {
  const links = (as: z.ZodType) => table('links', { columns: z.object({ id: bigint(), kind, about: refByType('kind', targets, { as }) }), primaryKey: ['id'] });
  expect(foundBy(incompatibleReferenceType, [rows, goals, links(varchar(24))])).toEqual([
    'postgresql.links.about: `postgresql.links.about` is `varchar(24)` and points at `postgresql.rows.ref_id`, which is `ulid`: 26 characters do not fit into 24. Give the column a type that holds the keys of all targets, such as { as: text() }, or reference other fields.',
  ]);
  expect(foundBy(incompatibleReferenceType, [rows, goals, links(varchar(12))]).map((line) => line.slice(line.indexOf('which')).replace(/ Give.*/, ''))).toEqual(['which is `ulid`: 26 characters do not fit into 12.', 'which is `bigint`: 20 characters do not fit into 12.']);
  expect(foundBy(incompatibleReferenceType, [rows, goals, links(text())])).toEqual([]);
});
