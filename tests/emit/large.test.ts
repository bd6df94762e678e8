import { expect, test } from 'vitest';
import type { EntityDraft, FieldDraft } from '../../src/lib/model/draft.ts';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import { fieldAnchor, REFERENCE_FOLDER } from '../../src/lib/model/page-path.ts';
import { renderPages } from '../../src/lib/emit/render-pages.ts';
import { fragmentsOf, nodesOf, PARSERS, textOf, withoutFrontmatter } from './parse-mdx.ts';

const location = { file: 'schema/large.ts', line: 1, column: 1 };
const field = (path: string, more: Partial<FieldDraft> = {}): FieldDraft => ({
  path, name: path.split('.').at(-1) ?? path, depth: path.split('.').length - 1, type: 'string', nullable: false, optional: false, description: '', location, ...more,
});
const collection = (name: string, fields: readonly FieldDraft[]): EntityDraft => ({
  kind: 'collection', name, fields, description: '', tags: [], status: { kind: 'stable' }, jsonSchema: {}, optionLocations: {}, location, indexes: [], validator: false, clustered: false,
});

function pageOf(entities: readonly EntityDraft[], path: string): string {
  const { catalog, findings } = buildCatalog({ stores: [], domains: [], entities, tombstones: [], processes: [], claims: [], unreadable: [] });
  expect(findings).toEqual([]);
  return withoutFrontmatter(renderPages(catalog).get(`${REFERENCE_FOLDER}/${path}`) ?? '');
}

const parse = PARSERS['Sätteri']!;

test('every one of 200 fields has its row and its anchor', () => {
  const names = Array.from({ length: 200 }, (_, at) => `field_${at}`);
  const tree = parse(pageOf([collection('wide', names.map((name) => field(name)))], 'mongodb/wide.mdx'));
  expect(fragmentsOf(tree)).toEqual(expect.arrayContaining(names));
  expect(nodesOf(tree).filter((node) => node.type === 'tableRow').filter((row) => textOf(row).startsWith('field_'))).toHaveLength(200);
});

test('a polymorphic reference with 60 targets is one row, and a folded list of 60 links', () => {
  const targets = Array.from({ length: 60 }, (_, at) => `kind_${String(at).padStart(2, '0')}`);
  const entities = [
    collection('log', [field('_id'), field('type'), field('target', { reference: { kind: 'byType', discriminator: 'type', targets: Object.fromEntries(targets.map((name) => [name, `mongodb.${name}._id`])) } })]),
    ...targets.map((name) => collection(name, [field('_id')])),
  ];
  const tree = parse(pageOf(entities, 'mongodb/log.mdx'));
  const row = nodesOf(tree).find((node) => node.type === 'tableRow' && textOf(node).includes('selected by'));
  expect(textOf(row!.children![1]!)).toBe('one of 60 targets, selected by type');
  const folded = nodesOf(tree).find((node) => node.name === 'details');
  expect(nodesOf(folded!).filter((node) => node.type === 'link').map((node) => node.url)).toEqual(targets.map((name) => `./${name}.mdx#_id`));
  expect(nodesOf(parse(pageOf(entities, 'mongodb/kind_07.mdx'))).filter((node) => node.type === 'tableCell').map(textOf)).toContain('_id when kind_07, one of 60 targets');
});

test('a document nested 40 deep shows the end of each path, and links to the whole', () => {
  const paths = Array.from({ length: 40 }, (_, depth) => Array.from({ length: depth + 1 }, (_, at) => `l${at}`).join('.'));
  const tree = parse(pageOf([collection('deep', paths.map((path) => field(path)))], 'mongodb/deep.mdx'));
  expect(fragmentsOf(tree)).toEqual(expect.arrayContaining(paths.map(fieldAnchor)));
  const names = nodesOf(tree).filter((node) => node.type === 'tableRow').map((row) => textOf(row.children![0]!).trim());
  expect(names).toContain('l0.l1.l2');
  expect(names).toContain('…l38.l39');
});
