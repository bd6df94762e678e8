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
    'postgresql.rows.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx` of `postgresql.rows` is longer than the 63 characters that PostgreSQL keeps. Use letters, digits and underscores.',
  ]);
});

test('names as they are usual', () => {
  expect(foundBy(awkwardFieldName, [docs({ createdAt: z.date(), _v: z.int() }), rows('created_at', '_private', 'a1')])).toEqual([]);
});

test('words of SQL', () => {
  expect(foundBy(awkwardFieldName, [rows('order', 'ordering'), docs({ order: z.string() })])).toEqual([
    'postgresql.rows.order: `order` of `postgresql.rows` is a word of SQL, and must be quoted wherever it is written. Use letters, digits and underscores.',
  ]);
});
