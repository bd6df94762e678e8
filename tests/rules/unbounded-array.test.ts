import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, jsonb, objectId, ref, table } from '../../src/lib/dsl/index.ts';
import { unboundedArray } from '../../src/lib/rules/stores/unbounded-array.ts';
import { foundBy } from './catalog-from.ts';

const docs = (fields: Readonly<Record<string, z.ZodType>>) => collection('docs', { document: z.object({ _id: objectId(), ...fields }) });
const entry = z.object({ url: z.string() });

test('a list of objects without an end', () => {
  expect(foundBy(unboundedArray, [docs({ entries: z.array(entry), nested: z.object({ more: z.array(entry).optional() }) })])).toEqual([
    'mongodb.docs.entries: `entries` of `mongodb.docs` is a list of objects without an end, inside a document that can hold 16 MB. Say how long it may become, .max(100), or make it a collection of its own.',
    'mongodb.docs.nested.more: `nested.more` of `mongodb.docs` is a list of objects without an end, inside a document that can hold 16 MB. Say how long it may become, .max(100), or make it a collection of its own.',
  ]);
});

test('a list of pointers without an end', () => {
  expect(foundBy(unboundedArray, [docs({ others: z.array(ref('mongodb.docs._id')) })])).toEqual([
    'mongodb.docs.others: `others` of `mongodb.docs` is a list of pointers without an end, inside a document that can hold 16 MB. Say how long it may become, .max(100), or make it a collection of its own.',
  ]);
});

test('a list with an end, a list of words, a column of JSON', () => {
  expect(foundBy(unboundedArray, [docs({ entries: z.array(entry).max(100), labels: z.array(z.string()), maybe: z.array(entry).max(5).nullable() }), table('rows', { columns: z.object({ id: bigint(), data: jsonb(z.array(entry)) }), primaryKey: ['id'] })])).toEqual([]);
});
