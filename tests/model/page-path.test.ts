import { expect, test } from 'vitest';
import { buildPagePaths, fieldAnchor, routeOfPage } from '../../src/lib/model/page-path.ts';

const catalogOf = (...names: readonly string[]) =>
  ({ entities: names.map((name) => ({ address: `mongodb.${name}`, store: 'mongodb', name })), tombstones: [], domains: [] }) as unknown as Parameters<typeof buildPagePaths>[0];
const filesOf = (...names: readonly string[]) => [...buildPagePaths(catalogOf(...names)).entities.values()];

test('a plain name is its file', () => {
  expect(filesOf('activity_outputs')).toEqual(['mongodb/activity_outputs.mdx']);
});

test('a name with dots, capitals or signs becomes a plain file name', () => {
  expect(filesOf('fs.files', 'UserEvents', 'a "quoted" <name>')).toEqual(['mongodb/fs-files.mdx', 'mongodb/userevents.mdx', 'mongodb/a-quoted-name.mdx']);
});

test('names that would share a file each carry a hash', () => {
  expect(filesOf('Users', 'users', 'goals')).toEqual(['mongodb/users-b432b3.mdx', 'mongodb/users-7cc513.mdx', 'mongodb/goals.mdx']);
});

test('no name hides the page of the store', () => {
  expect(filesOf('index', '🦊')[0]).toMatch(/^mongodb\/index-[0-9a-f]{6}\.mdx$/);
  expect(filesOf('🦊')[0]).toMatch(/^mongodb\/[0-9a-f]{6}\.mdx$/);
});

test.each([
  ['index.mdx', 'reference'],
  ['mongodb/index.mdx', 'reference/mongodb'],
  ['mongodb/skills.mdx', 'reference/mongodb/skills'],
])('%s is served at /%s/', (file, route) => {
  expect(routeOfPage(file)).toBe(route);
});

test.each([
  ['activityId', 'activityId'],
  ['meta.ownerId', 'meta.ownerId'],
  ['items[].sku', 'items.sku'],
  ['labels{}.color', 'labels.*.color'],
  ['fields', 'field.fields'],
])('the field %s has the anchor %s', (path, anchor) => {
  expect(fieldAnchor(path)).toBe(anchor);
});

test('two fields that differ in signs only have two anchors', () => {
  expect(fieldAnchor('a b')).not.toBe(fieldAnchor('a"b'));
});
