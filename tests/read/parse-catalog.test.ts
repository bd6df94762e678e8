import { expect, test } from 'vitest';
import { parseCatalog } from '../../src/lib/read/parse-catalog.ts';
import { catalogFrom } from '../rules/catalog-from.ts';

test('a catalog comes back as it was written', () => {
  const catalog = catalogFrom();
  expect(parseCatalog(JSON.stringify(catalog))).toEqual({ catalog });
});

test.each([
  ['{ "catalogVersion": 2 }', 'it is a catalog of version 2, and this Polyref reads version 1'],
  ['{}', 'it is no catalog of Polyref'],
  ['null', 'it is no catalog of Polyref'],
  ['{ "catalogVersion": 1, "stores": [], "domains": [] }', 'it is no whole catalog: `entities` is missing, or is something else'],
  ['<<<<<<< HEAD', 'it is no JSON'],
])('%s is none', (text, problem) => {
  expect(parseCatalog(text)).toEqual({ problem });
});
