import { describe, expect, it } from 'vitest';
import { buildSidebar, findCrumbs, findNeighbours, type SidebarItem, type SidebarPage } from '../../src/site/sidebar.ts';
import { buildSiteTree, type SiteTree } from '../../src/site/site-tree.ts';

const pages = [
  { id: 'reference/retention', label: 'Retention' },
  { id: 'index', label: 'Overview' },
  { id: 'reference/start-here', label: 'Start here' },
  { id: 'reference/mongodb', label: 'MongoDB' },
  { id: 'reference/mongodb/skills', label: 'skills' },
  { id: 'guides/second', label: 'Second', order: 2 },
  { id: 'guides/first', label: 'First', order: 1 },
];

describe('the sidebar of a small system', () => {
  const tree = treeOf({ mongodb: 4, postgresql: 3 });

  it('unfolds the store of the open page, by domain, and no other', () => {
    expect(outline(buildSidebar(tree, pages, 'reference/mongodb/entity_1'))).toEqual([
      'Overview', 'Start here', 'Retention',
      'Stores:', '  mongodb (4)', '  even:', '    entity_0', '    entity_2', '  odd:', '    entity_1 ←', '    entity_3', '  postgresql (3)',
      'Domains:', '  even (4)', '  odd (3)',
      'Guides:', '  First', '  Second',
    ].map((line) => line.replace(' ←', '')));
  });

  it('unfolds a domain on its own page, with its entities of all stores', () => {
    const lines = outline(buildSidebar(tree, pages, 'reference/domains/odd'));
    expect(lines.slice(lines.indexOf('Domains:'))).toEqual(['Domains:', '  even (4)', '  odd (3)', '  entity_1', '  entity_1', '  entity_3', 'Guides:', '  First', '  Second']);
  });

  it('keeps every store folded on pages of the whole system', () => {
    expect(outline(buildSidebar(tree, pages, 'index'))).not.toContain('    entity_0');
  });
});

describe('the sidebar of a large system', () => {
  it.each([100, 1000, 10_000])('does not grow with %i entities', (size) => {
    const tree = treeOf({ mongodb: size / 2, postgresql: size / 2 }, 20);
    const lines = outline(buildSidebar(tree, pages, 'reference/mongodb/entity_40'));
    expect(lines.length).toBeLessThan(130);
    expect(lines).toContain('    entity_40');
  });

  it('folds the domains below their store, and the entities without one, so that the counts add up', () => {
    const tree = treeOf({ mongodb: 90, postgresql: 3 }, 2, (index) => index % 3 === 0);
    const items = buildSidebar(tree, pages, 'reference/mongodb');
    const lines = outline(items);
    expect(lines.slice(lines.indexOf('Stores:'), lines.indexOf('Domains:'))).toEqual(['Stores:', '  mongodb (90)', '  - even (30)', '  - odd (30)', '  - Without a domain (30)', '  postgresql (3)']);
    expect(linesOf(items).find(({ label }) => label === 'Without a domain')?.page).toBe('reference/mongodb');
    const open = outline(buildSidebar(tree, pages, 'reference/mongodb/entity_3'));
    expect(open.slice(open.indexOf('  mongodb (90)'), open.indexOf('    entity_12'))).toEqual(['  mongodb (90)', '  - even (30)', '  - odd (30)', '  Without a domain:', '    entity_0']);
  });

  it('shows a window around the open entity of a long list, and the way to all of it', () => {
    const tree = treeOf({ mongodb: 500 }, 1);
    const lines = outline(buildSidebar(tree, pages, 'reference/mongodb/entity_250'));
    expect(lines).toContain('  entity_250');
    expect(lines.filter((line) => /entity_/.test(line))).toHaveLength(60);
    expect(lines).toContain('  All 500');
  });
});

describe('findNeighbours', () => {
  const tree = treeOf({ mongodb: 2, postgresql: 1 });
  const around = (id: string) => {
    const { before, after } = findNeighbours(tree, pages, id);
    return [before?.page, after?.page];
  };

  it('leads through a store in the order of the sidebar', () => {
    expect(around('reference/mongodb')).toEqual([undefined, 'reference/mongodb/entity_0']);
    expect(around('reference/mongodb/entity_0')).toEqual(['reference/mongodb', 'reference/mongodb/entity_1']);
    expect(around('reference/mongodb/entity_1')).toEqual(['reference/mongodb/entity_0', undefined]);
  });

  it('leads through the pages of the whole system, and through the guides', () => {
    expect(around('index')).toEqual([undefined, 'reference/start-here']);
    expect(around('guides/first')).toEqual([undefined, 'guides/second']);
    expect(around('404')).toEqual([undefined, undefined]);
  });
});

describe('groups of the configuration', () => {
  const tree = treeOf({ mongodb: 1 });
  const groups = [{ label: 'Operations', items: [
    { kind: 'page', page: 'guides/second' }, { kind: 'page', page: 'reference/retention', label: 'How long' }, { kind: 'link', label: 'Status', link: 'https://status.example.com/' }, { kind: 'page', page: 'guides/gone' },
  ] }] as const;

  it('stand last, and their pages nowhere else', () => {
    expect(outline(buildSidebar(tree, pages, 'index', groups))).toEqual([
      'Overview', 'Start here', 'Stores:', '  mongodb (1)', 'Domains:', '  even (1)', '  odd (0)', 'Guides:', '  First',
      'Operations:', '  Second', '  How long', '  Status → https://status.example.com/', '  guides/gone',
    ]);
  });

  it('lead from page to page', () => {
    const around = (id: string) => {
      const { before, after } = findNeighbours(tree, pages, id, groups);
      return [before?.page, after?.page];
    };
    expect(around('reference/retention')).toEqual(['guides/second', 'guides/gone']);
    expect(around('guides/first')).toEqual([undefined, undefined]);
  });
});

it('findCrumbs names store and domain of an entity', () => {
  expect(findCrumbs(treeOf({ mongodb: 2 }), 'reference/mongodb/entity_1').map(({ label, page }) => [label, page])).toEqual([['mongodb', 'reference/mongodb'], ['odd', 'reference/domains/odd']]);
  expect(findCrumbs(treeOf({ mongodb: 2 }), 'reference/retention')).toEqual([]);
  expect(findCrumbs(treeOf({}), 'reference/rules/orphaned-bytes').map(({ label, page }) => [label, page])).toEqual([['Rules', 'reference/rules']]);
});

it('buildSiteTree puts tombstones at the end of their store and does not count them', () => {
  const tree = buildSiteTree({
    system: { name: 'Acme', summary: '', description: '' },
    stores: [{ id: 'mongodb', kind: 'document', label: 'MongoDB', description: '', entities: ['mongodb.a'] }],
    domains: [],
    entities: [{ address: 'mongodb.a', store: 'mongodb', name: 'a', status: { kind: 'deprecated', reason: 'Old.' } }] as never,
    tombstones: [{ address: 'mongodb.gone', store: 'mongodb', name: 'gone' }] as never,
  });
  expect(tree).toEqual({
    title: 'Acme',
    stores: [{ id: 'mongodb', label: 'MongoDB', page: 'reference/mongodb', count: 1, groups: [{ entities: [
      { page: 'reference/mongodb/a', name: 'a', store: 'mongodb', mark: 'deprecated' },
      { page: 'reference/mongodb/gone', name: 'gone', store: 'mongodb', mark: 'eliminated' },
    ] }] }],
    domains: [],
  });
});

/** Entities `entity_0` … in each store, dealt out to the domains in turn. */
function treeOf(sizes: Readonly<Record<string, number>>, domainCount = 2, hasNoDomain: (index: number) => boolean = () => false): SiteTree {
  const names = domainCount === 2 ? ['even', 'odd'] : Array.from({ length: domainCount }, (_, index) => `domain ${index}`);
  const entities = Object.entries(sizes).flatMap(([store, size]) =>
    Array.from({ length: size }, (_, index) => ({ address: `${store}.entity_${index}`, store, name: `entity_${index}`, domain: hasNoDomain(index) ? undefined : names[index % domainCount], status: { kind: 'stable' } })),
  );
  return buildSiteTree({
    system: { name: 'Acme', summary: '', description: '' },
    stores: Object.keys(sizes).map((id) => ({ id, kind: 'document' as const, label: id, description: '', entities: [] })),
    domains: names.map((name) => ({ name, summary: '', description: '', entities: [] })),
    entities: entities as never,
    tombstones: [],
  });
}

function outline(items: readonly SidebarItem[], indent = ''): readonly string[] {
  return items.flatMap((item) => (item.kind === 'link' ? [`${indent}${item.label} → ${item.link}`] : item.kind === 'page' ? [`${indent}${item.style === 'part' ? '- ' : ''}${item.label}${item.badge ? ` (${item.badge})` : ''}`] : [`${indent}${item.label}:`, ...outline(item.items, `${indent}  `)]));
}

function linesOf(items: readonly SidebarItem[]): readonly SidebarPage[] {
  return items.flatMap((item) => (item.kind === 'page' ? [item] : item.kind === 'link' ? [] : linesOf(item.items)));
}
