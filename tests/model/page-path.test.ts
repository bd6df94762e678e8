import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildPagePaths, fieldAnchor, routeOfPage } from '../../src/lib/model/page-path.ts';
import { pageId } from '../../src/lib/model/page-id.ts';

const catalogOf = (...names: readonly string[]) =>
  ({ entities: names.map((name) => ({ address: `mongodb.${name}`, store: 'mongodb', name })), tombstones: [], domains: [] }) as unknown as Parameters<typeof buildPagePaths>[0];
const filesOf = (...names: readonly string[]) => [...buildPagePaths(catalogOf(...names)).entities.values()];

test('a plain name is its file', () => {
  expect(filesOf('activity_outputs')).toEqual(['mongodb/activity_outputs.mdx']);
});

test('letters of every script stay', () => {
  expect(filesOf('顧客注文', 'заказы', 'παραγγελίες', 'הזמנות', 'طلبات', 'आदेश', 'คำสั่งซื้อ', '주문', 'commandés', 'đơn_hàng')).toEqual(
    ['顧客注文', 'заказы', 'παραγγελίες', 'הזמנות', 'طلبات', 'आदेश', 'คำสั่งซื้อ', '주문', 'commandés', 'đơn_hàng'].map((name) => `mongodb/${name.normalize('NFC')}.mdx`),
  );
});

test('a name that loses something on the way carries a hash of itself', () => {
  expect(filesOf('fs.files', 'UserEvents', 'userEvents', 'order-items', 'order items', 'a "quoted" <name>', '{x}', '🦊', '顧客🦊注文', '../../x', 'a/b', '-', 'x'.repeat(101))).toEqual([
    'mongodb/fs-files-b8d30f.mdx', 'mongodb/user-events-aa5d87.mdx', 'mongodb/user-events-42b727.mdx', 'mongodb/order-items.mdx', 'mongodb/order-items-fb507f.mdx',
    'mongodb/a-quoted-name-454867.mdx', 'mongodb/x-146ce1.mdx', 'mongodb/130b58.mdx', 'mongodb/顧客-注文-3f8108.mdx', 'mongodb/x-8c685d.mdx', 'mongodb/a-b-8e75c1.mdx', 'mongodb/0c9438.mdx', `mongodb/${'x'.repeat(100)}-53ee57.mdx`,
  ]);
});

test.each(['index', '404', 'con', 'aux', 'nul', 'prn', 'com1', 'lpt9', 'com¹', 'INDEX', 'Con', '', '.', '..'])('%j is no page of its own, and no device of Windows', (name) => {
  expect(filesOf(name)[0]).toMatch(/^mongodb\/([\p{L}\p{N}]+-)?[0-9a-f]{6}\.mdx$/u);
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is a name like any other', (name) => {
  expect(filesOf(name)[0]).toMatch(/^mongodb\/(constructor|__proto__|to-string-[0-9a-f]{6}|has-own-property-[0-9a-f]{6})\.mdx$/);
});

test.each([
  ['ends as if with a hash', 'userevents-aa5d87'],
  ['is nothing but a hash', '130b58'],
  ['has a letter that is two in capitals', 'straße'],
  ['has a sigma that ends no word', 'οδοσ'],
  ['has the long s', 'ſet'],
  ['is written apart', 'é'.normalize('NFD')],
  ['holds what nobody sees', 'a\u200bb'],
  ['holds a filler that is a letter', 'a\u3164b'],
])('a name that %s could be taken for another', (_, name) => {
  expect(filesOf(name)[0]).toMatch(/-[0-9a-f]{6}\.mdx$/);
});

describe('whatever the names are', () => {
  const oneOf = (...texts: readonly string[]) => fc.constantFrom(...texts);
  const piece = fc.oneof(oneOf('a', 'A', 'b', 'ß', 'SS', 'ss', 'é', 'e\u0301', 'İ', 'ı', 'i', 'I', 'σ', 'ς', 'Σ', '_', '-', '.', ' ', '/', '顧', '客', '🦊', '\u200d', '\ufe0f', '\u0301', '\ud800', 'con', '130b58'), fc.string({ unit: 'binary', maxLength: 4 }));
  const names = fc.uniqueArray(fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')), { minLength: 2, maxLength: 30 });
  const addressesOf = (all: readonly string[]) => buildPagePaths({ ...catalogOf(...all), domains: all.map((name) => ({ name })) } as unknown as Parameters<typeof buildPagePaths>[0]);

  it('an address stays when an entity or a domain comes or goes', () => {
    fc.assert(fc.property(names, fc.nat(), (all, at) => {
      const without = all.filter((_, index) => index !== at % all.length);
      const [whole, less] = [addressesOf(all), addressesOf(without)];
      for (const [address, file] of less.entities) expect(whole.entities.get(address)).toBe(file);
      for (const [name, file] of less.domains) expect(whole.domains.get(name)).toBe(file);
      expect(addressesOf([...all].reverse()).entities).toEqual(whole.entities);
    }));
  });

  it('no two are equal on a disk that knows neither case nor how accents are written', () => {
    fc.assert(fc.property(names, (all) => {
      const folded = [...addressesOf(all).entities.values()].map((file) => file.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC'));
      expect(new Set(folded).size).toBe(all.length);
    }), { numRuns: 1000 });
  });

  it('each is a path that a file system, an address and the site take as it is', () => {
    fc.assert(fc.property(names, (all) => {
      for (const file of addressesOf(all).entities.values()) {
        expect(file).toMatch(/^mongodb\/[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*\.mdx$/u);
        expect(file).not.toMatch(/\/(index|404|con|prn|aux|nul|com\d|lpt\d)\./i);
        expect(Buffer.byteLength(file)).toBeLessThan(130);
        expect(pageId(`reference/${file}`, false)).toBe(routeOfPage(file));
      }
    }));
  });
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
  ['顧客.名前', '顧客.名前'],
  ['имя', 'имя'],
])('the field %s has the anchor %s', (path, anchor) => {
  expect(fieldAnchor(path)).toBe(anchor);
});

test('two fields that differ in signs only have two anchors', () => {
  expect(fieldAnchor('a b')).not.toBe(fieldAnchor('a"b'));
});
