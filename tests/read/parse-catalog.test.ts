import { expect, test } from 'vitest';
import { objects, ulid } from '../../src/lib/dsl/index.ts';
import { parseCatalog } from '../../src/lib/read/parse-catalog.ts';
import { catalogFrom } from '../rules/catalog-from.ts';

test('a catalog comes back as it was written', () => {
  const catalog = catalogFrom();
  expect(parseCatalog(JSON.stringify(catalog))).toEqual({ catalog });
});

test('a catalog of an old commit, which did not say yet which placeholders were declared', () => {
  const catalog = catalogFrom(objects('files', { bucket: 'b', key: '{id}.md', parameters: { id: ulid() } }));
  const old = JSON.stringify(catalog, (key, value: unknown) => (key === 'parameters' ? undefined : value));
  expect(parseCatalog(old)).toEqual({ catalog: { ...catalog, entities: catalog.entities.map((entity) => ({ ...entity, parameters: [] })) } });
});

test.each([
  ['{ "catalogVersion": 2 }', 'it is a catalog of version 2, and this Polyref reads version 1'],
  ['{}', 'it is not a Polyref catalog'],
  ['null', 'it is not a Polyref catalog'],
  ['{ "catalogVersion": 1, "stores": [], "domains": [] }', 'it is not a valid catalog: `entities` is missing or has the wrong type'],
  ['<<<<<<< HEAD', 'it is not JSON'],
])('%s is none', (text, problem) => {
  expect(parseCatalog(text)).toEqual({ problem });
});
