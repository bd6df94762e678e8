import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, jsonb, objectId, ref, table } from '../../src/lib/dsl/index.ts';
import { unboundedArray } from '../../src/lib/rules/stores/unbounded-array.ts';
import { foundBy } from './catalog-from.ts';

const docs = (fields: Readonly<Record<string, z.ZodType>>) => collection('docs', { document: z.object({ _id: objectId(), ...fields }) });
const entry = z.object({ url: z.string(), at: z.date() });

test('a list of objects without an end', () => {
  expect(foundBy(unboundedArray, [docs({ entries: z.array(entry), nested: z.object({ more: z.array(entry).optional() }) })])).toEqual([
    'mongodb.docs.entries: `entries` of `mongodb.docs` is a list of objects without a maximum length, and a document holds at most 16 MB. Declare a maximum, .max(100), or make it a collection of its own.',
    'mongodb.docs.nested.more: `nested.more` of `mongodb.docs` is a list of objects without a maximum length, and a document holds at most 16 MB. Declare a maximum, .max(100), or make it a collection of its own.',
  ]);
});

test('a list of pointers without an end', () => {
  expect(foundBy(unboundedArray, [docs({ others: z.array(ref('mongodb.docs._id')) })])).toEqual([
    'mongodb.docs.others: `others` of `mongodb.docs` is a list of references without a maximum length, and a document holds at most 16 MB. Declare a maximum, .max(100), or make it a collection of its own.',
  ]);
});

test('entries with a reference, and settings without either', () => {
  expect(foundBy(unboundedArray, [docs({ visits: z.array(z.object({ by: ref('mongodb.docs._id') })) })])).toHaveLength(1);
  expect(foundBy(unboundedArray, [docs({ buttons: z.array(z.object({ label: z.string(), url: z.url() })) })])).toEqual([]);
});

test('a list with a maximum, a list of words, a column of JSON', () => {
  expect(foundBy(unboundedArray, [docs({ entries: z.array(entry).max(100), labels: z.array(z.string()), maybe: z.array(entry).max(5).nullable() }), table('rows', { columns: z.object({ id: bigint(), data: jsonb(z.array(entry)) }), primaryKey: ['id'] })])).toEqual([]);
});
