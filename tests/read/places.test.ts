import { describe, expect, test } from 'vitest';
import { commentToMarkdown } from '../../src/lib/read/locate/doc-comment.ts';
import { entityOf, fieldOf, loadFixture, placed } from './read-fixture.ts';

describe('fields', async () => {
  const loaded = await loadFixture('places');
  const orders = entityOf(loaded, 'orders');
  const parcels = entityOf(loaded, 'parcels');
  const at = (path: string) => `${placed(fieldOf(orders, path).location)} ${fieldOf(orders, path).description}`.trim();

  test('load without a finding', () => {
    expect(loaded.findings).toEqual([]);
    expect(loaded.files).toEqual(['models/money.ts', 'schema/mongodb/orders.ts', 'schema/shared.ts']);
  });

  test.each([
    ['of the object itself', 'lines', 'schema/mongodb/orders.ts:33:5 The lines.'],
    ['beside an ordinary comment, with the description of the field that it overrides', 'state', 'schema/mongodb/orders.ts:31:5 What an order can be.'],
    ['of the object that is extended, in another file', '_id', 'schema/shared.ts:15:3'],
    ['of a constant', 'lines[].sku', 'schema/mongodb/orders.ts:8:3 What was bought.'],
    ['with the comment on the same line', 'lines[].price', 'schema/mongodb/orders.ts:9:19 For one.'],
    ['from outside of the schema folder', 'lines[].price.amount', 'models/money.ts:6:3 In cents.'],
    ['named by a constant', 'tenantId', 'schema/mongodb/orders.ts:34:5 The tenant.'],
    ['that are spread, under another name', 'createdAt', 'schema/shared.ts:7:3 Set once.'],
    ['described by Zod', 'totals', 'schema/mongodb/orders.ts:38:5 By currency.'],
    ['of the values of a record', 'totals{}.amount', 'models/money.ts:6:3 In cents.'],
    ['of one variant of a union', 'target.street', 'schema/mongodb/orders.ts:42:9 An address.'],
    ['of the other variant', 'target.pickup', 'schema/mongodb/orders.ts:44:18'],
    ['with a quoted name', 'odd-name', 'schema/mongodb/orders.ts:46:5'],
  ])('%s: %s', (_, path, expected) => {
    expect(at(path)).toBe(expected);
  });

  test('inside jsonb, of options in a constant', () => {
    expect(placed(fieldOf(parcels, 'extra.utm.source').location)).toBe('schema/mongodb/orders.ts:61:23');
    expect(fieldOf(parcels, 'extra.utm').description).toBe('Where it came from.');
  });

  test('of several variants have the description of each, once', () => {
    const notices = entityOf(loaded, 'notices');
    expect(placed(fieldOf(notices, 'send.to').location)).toBe('schema/mongodb/orders.ts:77:9');
    expect(fieldOf(notices, 'send.to').description).toBe('A mail address.\n\nA telephone number.');
    expect(fieldOf(notices, 'either.on').description).toBe('As text.\n\nAs a date.');
  });

  test('references stand where they are written', () => {
    const reference = (path: string) => placed(fieldOf(orders, path).referenceLocation!);
    expect(reference('lines[].product')).toBe('schema/mongodb/orders.ts:10:12');
    expect(reference('viewers')).toBe('schema/mongodb/orders.ts:37:22');
    expect(reference('tenantId')).toBe('schema/shared.ts:12:25');
    expect(reference('createdBy.id')).toBe('schema/mongodb/orders.ts:49:17');
  });

  test('options stand where they are written, also in a constant that is spread', () => {
    const options = Object.fromEntries(Object.entries(orders.optionLocations).map(([name, location]) => [name, placed(location)]));
    expect(options).toEqual({
      document: 'schema/mongodb/orders.ts:30:3',
      references: 'schema/mongodb/orders.ts:49:3',
      'references.createdBy.id': 'schema/mongodb/orders.ts:49:17',
      indexes: 'schema/mongodb/orders.ts:50:3',
      'indexes.0': 'schema/mongodb/orders.ts:50:13',
      tenancy: 'schema/mongodb/orders.ts:51:3',
      retention: 'schema/mongodb/orders.ts:52:3',
    });
    expect(parcels.kind === 'table' && parcels.foreignKeys.map(({ location }) => placed(location))).toEqual(['schema/mongodb/orders.ts:65:17']);
    expect(orders.kind === 'collection' && orders.indexes.map(({ location }) => placed(location!))).toEqual(['schema/mongodb/orders.ts:50:13']);
    expect(placed(parcels.optionLocations['retention']!)).toBe('schema/mongodb/orders.ts:68:55');
  });

  test('the published schema has the descriptions of the comments', () => {
    const { lines } = orders.jsonSchema['properties'] as Record<string, { description?: string; items: { properties: Record<string, { description?: string }> } }>;
    expect([lines?.description, lines?.items.properties['sku']?.description]).toEqual(['The lines.', 'What was bought.']);
  });

  test('a doc comment is Markdown; code in it stays as it is, tags for tools go', () => {
    expect(orders.description).toBe(
      [
        'An order.', '', '- a list', '- `code`', '', '```ts', 'const a = 1; // @example is no tag here', '', '', '```', '',
        'See [the guide](https://example.com/orders) and `Line`.', '', '**Deprecated.** Use invoices.',
      ].join('\n'),
    );
  });
});

test.each([
  ['/** One line. */', 'One line.'],
  ['/**\n * First.\n *\n *   indented\n * @param x gone\n * still gone\n * @see that\n */', 'First.\n\n  indented\n\nSee that'],
  ['/** Ends *\\/ here. */', 'Ends */ here.'],
  ['/**\n   No stars.\n     Deeper.\n */', 'No stars.\n  Deeper.'],
  ['/** Mail @acme/team, then\n * @tenant is no tag that tools know.\n */', 'Mail @acme/team, then\n@tenant is no tag that tools know.'],
  ['/**\r\n * Windows.\r\n * Lines.\r\n */', 'Windows.\nLines.'],
])('comment %j', (comment, markdown) => {
  expect(commentToMarkdown(comment)).toBe(markdown);
});
