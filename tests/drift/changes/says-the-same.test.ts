import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, objectId } from '../../../src/lib/dsl/index.ts';
import { compareCatalogs } from '../../../src/lib/drift/changes/compare-catalogs.ts';
import { saysTheSame } from '../../../src/lib/drift/changes/says-the-same.ts';
import { catalogFrom } from '../../rules/catalog-from.ts';

test('places in files, the order of keys and keys without a value make no difference', () => {
  const one = { name: 'a', location: { file: 'a.ts', line: 1 }, fields: [{ path: 'x', location: { file: 'a.ts', line: 2 } }], owner: undefined };
  const other = { fields: [{ location: { file: 'b.ts', line: 7 }, path: 'x' }], location: { file: 'b.ts', line: 1 }, name: 'a' };
  expect([saysTheSame(one, other), saysTheSame(other, one)]).toEqual([true, true]);
});

test.each([
  ['a value', { a: 1 }, { a: 2 }],
  ['a key more', { a: 1 }, { a: 1, b: null }],
  ['an item more', { a: [1] }, { a: [1, 2] }],
  ['another order of a list', { a: [1, 2] }, { a: [2, 1] }],
  ['a list and an object', { a: [] }, { a: {} }],
  ['nothing', { a: {} }, { a: null }],
])('%s makes one', (_, one, other) => {
  expect([saysTheSame(one, other), saysTheSame(other, one)]).toEqual([false, false]);
});

test('a field that is called location is no place', () => {
  const places = (longest: number) => catalogFrom(collection('places', { document: z.object({ _id: objectId(), location: z.string().max(longest) }) }));
  expect(compareCatalogs(places(20), places(10)).map(({ message }) => message)).toEqual(['`mongodb.places.location` has narrower limits: `maxLength` is `10` instead of `20`.']);
});
