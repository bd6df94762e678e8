import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { makeCatalogSchema } from '../../scripts/make-catalog-schema.ts';
import { NO_REVIEW } from '../../src/lib/emit/mdx/review.ts';
import { renderPages, renderSite } from '../../src/lib/emit/render-pages.ts';
import { hostileCatalog } from './hostile-catalog.ts';
import { sampleCatalog } from './sample-catalog.ts';

const pages = new Map([...renderPages(sampleCatalog()), ...renderSite(sampleCatalog(), NO_REVIEW)]);
const parsed = (path: string) => JSON.parse(pages.get(path) ?? '') as Record<string, unknown>;

test('the published schema is that of the types: if this fails, run `node scripts/make-catalog-schema.ts`', () => {
  expect(pages.get('public/catalog.schema.json')).toBe(makeCatalogSchema());
});

test('the published catalog fits its schema', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(parsed('public/catalog.schema.json'));
  validate(parsed('public/catalog.json'));
  expect(validate.errors).toBeNull();
});

test('a catalog that lacks something does not fit', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(parsed('public/catalog.schema.json'));
  const { references: _, ...rest } = parsed('public/catalog.json');
  expect(validate(rest)).toBe(false);
});

test('the published catalog is the catalog', () => {
  const catalog = hostileCatalog(sampleCatalog(), '"\u2028\u0000`{}');
  expect(JSON.parse(renderPages(catalog).get('public/catalog.json') ?? '')).toEqual(catalog);
});

test('the schema of each entity is one', () => {
  const ajv = new Ajv2020({ strict: false });
  for (const path of pages.keys()) if (path.startsWith('public/schemas/')) expect(ajv.validateSchema(parsed(path)), path).toBe(true);
});
