import { expect, test } from 'vitest';
import { buildSystem } from '../../src/explore/system/build-system.ts';
import { bundleReferences } from '../../src/explore/system/bundle-references.ts';
import { chooseRows } from '../../src/explore/system/choose-rows.ts';
import { renderEntityList } from '../../src/explore/system/render-entity-list.ts';
import { renderSystemSvg } from '../../src/explore/system/render-system-svg.ts';
import { stableJson } from '../../src/lib/model/stable-json.ts';
import { catalogOf } from '../mermaid/catalog-of.ts';
import { hostileCatalog } from '../emit/hostile-catalog.ts';
import { HOSTILE_TEXTS } from '../emit/hostile-texts.ts';
import { sampleCatalog } from '../emit/sample-catalog.ts';

const hrefOf = (page: string): string => `/${page}/`;

test('the sample, as data', async () => {
  await expect(stableJson(buildSystem(sampleCatalog()))).toMatchFileSnapshot('expected/system.json');
});

test('the sample, as a static picture', async () => {
  await expect(renderSystemSvg(buildSystem(sampleCatalog()), hrefOf).replaceAll('><', '>\n<')).toMatchFileSnapshot('expected/system.svg');
});

test('a system without entities has no picture', () => {
  expect(renderSystemSvg(buildSystem(catalogOf([])), hrefOf)).toBe('');
});

test('names of any kind are text in the list', () => {
  for (const text of HOSTILE_TEXTS) {
    const list = renderEntityList(buildSystem(hostileCatalog(sampleCatalog(), text)), hrefOf);
    const elements = new Set([...list.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name]) => name));
    expect([...elements].sort(), JSON.stringify(text)).toEqual(['a', 'code', 'h2', 'li', 'section', 'small', 'span', 'ul']);
    expect(list).not.toMatch(/ on[a-z]+=/i);
  }
});

test('names of any kind are text in the picture', () => {
  for (const text of HOSTILE_TEXTS) {
    const svg = renderSystemSvg(buildSystem(hostileCatalog(sampleCatalog(), text)), hrefOf);
    const elements = new Set([...svg.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name]) => name));
    expect([...elements].sort(), JSON.stringify(text)).toEqual(['a', 'g', 'path', 'rect', 'svg', 'text', 'tspan']);
    expect(svg).not.toMatch(/ on[a-z]+=/i);
  }
});

test('entities stand in their domain; those without one in their store', () => {
  const { groups, entities } = buildSystem(catalogOf([
    { store: 'mongodb', name: 'notes', fields: ['_id ObjectId PK'] },
    { store: 'postgresql', name: 'orders', domain: 'sales', fields: ['id bigint PK'] },
    { store: 'postgresql', name: 'users', fields: ['id bigint PK'] },
  ]));
  expect(groups.map(({ kind, name, page }) => [kind, name, page])).toEqual([['domain', 'sales', 'reference/domains/sales'], ['store', 'mongodb', 'reference/mongodb'], ['store', 'postgresql', 'reference/postgresql']]);
  expect(entities.map(({ name, group }) => [name, group])).toEqual([['notes', 1], ['orders', 0], ['users', 2]]);
});

test('references between two groups are one line, whichever way they point; those within a group are none', () => {
  const id = ['id bigint PK', 'other bigint FK', 'third bigint FK'];
  const system = buildSystem(catalogOf(
    [{ store: 'postgresql', name: 'a', domain: 'one', fields: id }, { store: 'postgresql', name: 'b', domain: 'two', fields: id }, { store: 'postgresql', name: 'c', domain: 'two', fields: id }],
    [
      { from: ['postgresql.a', 'other'], to: ['postgresql.b', 'id'] },
      { from: ['postgresql.b', 'other'], to: ['postgresql.a', 'id'], byDatabase: true },
      { from: ['postgresql.b', 'third'], to: ['postgresql.c', 'id'] },
      { from: ['postgresql.c', 'other'], to: ['postgresql.a', 'id'] },
    ],
  ));
  expect(bundleReferences(system)).toEqual([{ a: 0, b: 1, there: 1, back: 2 }]);
  expect(bundleReferences(system, ({ by }) => by === 'database')).toEqual([{ a: 0, b: 1, there: 0, back: 1 }]);
});

test('a box shows keys and what takes part in references; few of these are filled up, too many fold', () => {
  const plain = { keys: [], depth: 0 } as const;
  const primary = { keys: ['PK'], depth: 0 } as const;
  const foreign = { keys: ['FK'], depth: 0 } as const;
  expect(chooseRows([plain, plain, plain, plain, plain, plain, plain, primary, foreign], new Set([8]))).toEqual([0, 1, 2, 7, 8]);
  expect(chooseRows([plain, { ...plain, depth: 1 }, plain, plain, plain, plain, plain, primary], new Set())).toEqual([0, 2, 3, 4, 7]);
  expect(chooseRows(Array.from({ length: 30 }, () => foreign), new Set(Array.from({ length: 30 }, (_, at) => at)))).toHaveLength(12);
  // "+ 1 more" would be no shorter.
  expect(chooseRows([primary, plain, plain, plain, plain, plain], new Set())).toEqual([0, 1, 2, 3, 4, 5]);
});
