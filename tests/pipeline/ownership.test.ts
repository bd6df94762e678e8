import { expect, test } from 'vitest';
import { planEntitySchemas } from '../../src/lib/emit/json/entity-schemas.ts';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import { buildPagePaths } from '../../src/lib/model/page-path.ts';
import { OWNERSHIP } from '../../src/lib/pipeline/ownership.ts';
import { collection, draftSchema, field } from '../support/draft-schema.ts';

test.each([
  ['on one line', { type: 'object' }],
  ['on many', { type: 'object', properties: Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`field${n}`, { type: 'string' }])) }],
])('a JSON Schema that stands %s is known as generated', (_, jsonSchema) => {
  const { catalog } = buildCatalog(draftSchema([collection('carts', [field('_id', 'objectId')], { jsonSchema })]));
  const [file] = planEntitySchemas(catalog, buildPagePaths(catalog));
  const text = file?.[1]() ?? '';
  expect(text.trim().includes('\n')).toBe('properties' in jsonSchema);
  expect(OWNERSHIP.isGenerated('public/schemas/mongodb/carts.json', text)).toBe(true);
});

test.each([
  ['a schema of somebody else', '{\n  "$id": "https://example.com/carts.json"\n}\n'],
  ['one that only mentions the mark', '{ "description": "its \\"$id\\" is \\"polyref:carts\\"" }\n'],
])('%s is not', (_, text) => expect(OWNERSHIP.isGenerated('public/schemas/mongodb/carts.json', text)).toBe(false));

test.each([
  ['public/catalog.json', '{\n "$schema": "./catalog.schema.json",\n "catalogVersion": 1,\n', true],
  ['public/catalog.json', '{"$schema":"./catalog.schema.json","catalogVersion":2,"system":{}}', true],
  ['public/catalog.json', '<<<<<<< ours\n{\n "$schema": "./catalog.schema.json",\n "catalogVersion": 1,\n', true],
  ['public/catalog.json', '{ "catalogVersion": 1 }\n', false],
  ['public/catalog.json', '{ "$schema": "./catalog.schema.json" }\n', false],
  ['public/catalog.json', '{ "note": "has \\"$schema\\": \\"./catalog.schema.json\\", \\"catalogVersion\\": 1" }\n', false],
  ['public/catalog.json', '', false],
  ['public/catalog.schema.json', '{\n "title": "Polyref catalog, version 1",\n', true],
  ['public/catalog.schema.json', '{ "title": "Products" }\n', false],
])('%s with the text %j was generated: %s', (path, text, expected) => expect(OWNERSHIP.isGenerated(path, text)).toBe(expected));
