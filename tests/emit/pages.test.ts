import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import { isMadeWithSite, REFERENCE_FOLDER } from '../../src/lib/model/page-path.ts';
import type { CatalogIndex } from '../../src/lib/analysis/catalog-index.ts';
import type { Entity } from '../../src/lib/model/entity.ts';
import { fieldsTable } from '../../src/lib/emit/mdx/entity-fields.ts';
import type { Links } from '../../src/lib/emit/mdx/links.ts';
import { NO_REVIEW } from '../../src/lib/emit/mdx/review.ts';
import { renderPages, renderSite } from '../../src/lib/emit/render-pages.ts';
import { brokenLinks } from './broken-links.ts';
import { hostileCatalog } from './hostile-catalog.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { foreignNodes, PARSERS, withoutFrontmatter } from './parse-mdx.ts';
import { sampleCatalog } from './sample-catalog.ts';

const pages = renderPages(sampleCatalog());
const site = renderSite(sampleCatalog(), NO_REVIEW);
const empty = buildCatalog({ stores: [], domains: [], entities: [], tombstones: [], processes: [], claims: [], unreadable: [] }).catalog;

describe('the sample', () => {
  const madeWithSite = [...site].filter(([path]) => isMadeWithSite(path) && path !== 'public/catalog.schema.json');
  test.each([...pages, ...madeWithSite])('%s', async (path, text) => {
    await expect(text).toMatchFileSnapshot(`expected/${path.replace(`${REFERENCE_FOLDER}/`, '')}`);
  });

  test('is the same the second time', () => {
    expect([...renderPages(sampleCatalog())]).toEqual([...pages]);
  });

  test('is sorted by path', () => {
    expect([...pages.keys()]).toEqual([...pages.keys()].sort());
  });

  test('has no link that leads nowhere', () => {
    expect(brokenLinks(pages)).toEqual([]);
    expect(brokenLinks(new Map([...pages, ...site]))).toEqual([]);
  });

  test('shows on the site each page that a team commits', () => {
    const committed = [...pages.keys()].filter((path) => path.endsWith('.mdx'));
    expect([...site.keys()].filter((path) => path.endsWith('.mdx') && !isMadeWithSite(path))).toEqual(committed);
  });
});

describe('a schema without entities', () => {
  const bare = renderPages(empty);

  test('has the pages that every system has', () => {
    expect([...bare.keys()]).toEqual([
      'public/catalog.json',
      ...['cross-references', 'index', 'processes', 'retention', 'start-here', 'tenant-scoping', 'within-a-store'].map((name) => `${REFERENCE_FOLDER}/${name}.mdx`),
    ]);
  });

  test('has pages that parse and links that lead somewhere', () => {
    for (const [path, page] of bare) if (path.endsWith('.mdx')) expect(foreignNodes(PARSERS['Sätteri']!(withoutFrontmatter(page))), path).toEqual([]);
    expect(brokenLinks(bare)).toEqual([]);
  });

  test('says so on its overview', async () => {
    await expect(bare.get(`${REFERENCE_FOLDER}/index.mdx`)).toMatchFileSnapshot('expected/empty/index.mdx');
  });
});

test('names of any kind still lead to their pages and sections', () => {
  for (const text of HOSTILE_TEXTS) {
    const catalog = hostileCatalog(sampleCatalog(), text);
    expect(brokenLinks(renderPages(catalog)), JSON.stringify(text)).toEqual([]);
    expect(brokenLinks(new Map([...renderPages(catalog), ...renderSite(catalog, NO_REVIEW)])), JSON.stringify(text)).toEqual([]);
  }
});

test('a schema with one entity has pages whose links lead somewhere', () => {
  const location = { file: 'schema/one.ts', line: 1, column: 1 };
  const one = { kind: 'collection', name: 'one', fields: [], description: '', tags: [], status: { kind: 'stable' }, jsonSchema: {}, optionLocations: {}, location, indexes: [], validator: false, clustered: false } as const;
  const { catalog } = buildCatalog({ stores: [], domains: [], entities: [one], tombstones: [], processes: [], claims: [], unreadable: [] });
  const set = renderPages(catalog);
  expect(set.get(`${REFERENCE_FOLDER}/mongodb/one.mdx`)).toContain('No fields are declared.');
  expect(brokenLinks(set)).toEqual([]);
});

test('a field whose name nobody would see is quoted', () => {
  const field = { depth: 0, type: 'string', nullable: false, optional: false, description: '', keys: [], location: { file: 'schema/odd.ts', line: 1, column: 1 } } as const;
  const odd = { address: 'mongodb.odd', fields: [{ ...field, path: '', name: '' }, { ...field, path: ' ', name: ' ' }, { ...field, path: 'a.', name: '', depth: 1 }] } as unknown as Entity;
  const index = { referencesOfField: () => [] } as unknown as CatalogIndex;
  const rows = fieldsTable(odd, index, { inline: (text: string) => text } as unknown as Links, 'field').split('\n').slice(2);
  expect(rows.map((row) => /`.*?`/.exec(row)?.[0])).toEqual(['`""`', '`" "`', '`a.""`']);
});
