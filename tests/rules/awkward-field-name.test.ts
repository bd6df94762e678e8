import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, table, text } from '../../src/lib/dsl/index.ts';
import { awkwardFieldName } from '../../src/lib/rules/stores/awkward-field-name.ts';
import { foundBy } from './catalog-from.ts';

const docs = (fields: Readonly<Record<string, z.ZodType>>) => collection('docs', { document: z.object({ _id: objectId(), ...fields }) });
const rows = (...names: readonly string[]) => table('rows', { columns: z.object({ id: bigint(), ...Object.fromEntries(names.map((name) => [name, text()])) }), primaryKey: ['id'] });

test('names that MongoDB reads otherwise', () => {
  expect(foundBy(awkwardFieldName, [docs({ $set: z.string(), 'price.eur': z.string() })])).toEqual([
    'mongodb.docs.$set: `$set` of `mongodb.docs` begins with a dollar, and MongoDB takes it for an operator. Use letters, digits and underscores.',
    'mongodb.docs.price.eur: `price.eur` of `mongodb.docs` has a dot in it, and MongoDB takes what follows for a field inside. Use letters, digits and underscores.',
  ]);
});

test('a name that PostgreSQL cuts', () => {
  expect(foundBy(awkwardFieldName, [rows('createdAt', 'first name', 'x'.repeat(64))])).toEqual([
    'postgresql.rows.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx` of `postgresql.rows` is longer than the 63 bytes that PostgreSQL keeps of a name. Use letters, digits and underscores.',
  ]);
});

test('PostgreSQL counts the bytes of a name', () => {
  expect(foundBy(awkwardFieldName, [rows('名'.repeat(21))])).toEqual([]);
  expect(foundBy(awkwardFieldName, [rows('名'.repeat(22))])).toHaveLength(1);
});

test('names as they are usual', () => {
  expect(foundBy(awkwardFieldName, [docs({ createdAt: z.date(), _v: z.int() }), rows('created_at', '_private', 'a1')])).toEqual([]);
});

test('words of SQL', () => {
  expect(foundBy(awkwardFieldName, [rows('order', 'ordering'), docs({ order: z.string() })])).toEqual([
    'postgresql.rows.order: `order` of `postgresql.rows` is a reserved word of SQL, and must be quoted in most places. Use another word.',
  ]);
});
