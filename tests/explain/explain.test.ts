import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { analysesOf } from '../../src/lib/analysis/analyses.ts';
import { bigint, collection, expires, foreignKey, objectId, permanent, table } from '../../src/lib/dsl/index.ts';
import { explainAddress } from '../../src/lib/explain/explain-address.ts';
import { explainRule } from '../../src/lib/explain/explain-rule.ts';
import { listRules } from '../../src/lib/explain/list-rules.ts';
import { prose } from '../../src/lib/explain/prose.ts';
import type { ConfiguredRule } from '../../src/lib/lint/settings.ts';
import type { Finding } from '../../src/lib/model/finding.ts';
import { sampleCatalog } from '../emit/sample-catalog.ts';
import { catalogFrom } from '../rules/catalog-from.ts';

const finding: Finding = { rule: 'missing-owner', severity: 'warning', address: 'mongodb.order_views', entity: 'mongodb.order_views', message: '`mongodb.order_views` has no owner.', hint: 'Write owner.', location: { file: 'schema/a.ts', line: 3, column: 1 } };
const found = {
  findings: [finding, { ...finding, rule: 'short-name', address: 'mongodb.order_views.total', message: 'Short.' }],
  suppressed: [
    { finding: { ...finding, message: 'It is late.' }, excuse: { kind: 'definition', reason: 'It goes.', until: '2027-03-01', location: { file: 'schema/a.ts', line: 9, column: 1 } } as const },
    { finding: { ...finding, rule: 'old', message: 'It is old.' }, excuse: { kind: 'baseline' } as const },
  ],
};

const rule: ConfiguredRule = {
  id: 'missing-owner', family: 'documentation', severity: 'warning', statement: 'Every entity has an owner.',
  why: 'Somebody must answer. When a night goes wrong, the first question is whose this is; a name that stands in the definition is found by whoever reads the page.\n\n- first\n- second, which is so long that it does not fit on one line of a terminal that is a hundred columns wide',
  example: 'An entity without `owner`.', mend: 'Name it:\n\n```ts\n// before\ncollection(\'logs\', { document })\n\n// after\ncollection(\'logs\', { document, owner: \'agents\' })\n```\n\nThat is all.',
  suppress: 'While teams are drawn up.', options: { except: { default: ['tmp'], description: 'Tags that need none.' } },
};

const analyses = analysesOf(sampleCatalog());

describe('an explanation', () => {
  test.each(analyses.catalog.entities.map((entity) => entity.address))('of %s', async (address) => {
    await expect(explainAddress({ entity: address }, analyses, found)).toMatchFileSnapshot(`expected/${address}.txt`);
  });

  test.each([['mongodb.order_views', 'total'], ['postgresql.tenants', 'ref_id']])('of a field, %s.%s', async (entity, field) => {
    await expect(explainAddress({ entity, field }, analyses, found)).toMatchFileSnapshot(`expected/${entity}.${field}.txt`);
  });

  test('of an entity with two lifetimes says both', () => {
    const catalog = catalogFrom(collection('logs', { document: z.object({ _id: objectId(), at: z.date() }), retention: [permanent(), expires('90 days', { after: 'at' })] }));
    expect(explainAddress({ entity: 'mongodb.logs' }, analysesOf(catalog), { findings: [], suppressed: [] })).toContain('\nRetention\n  Permanent: until somebody deletes it.\n  Expires 90 days after `at`.\n');
  });

  test('of a rule', async () => {
    await expect(explainRule(rule, found)).toMatchFileSnapshot('expected/rule.txt');
  });

  test('of a rule that is turned off, of one that finds nothing, of one without a schema', () => {
    const plain: ConfiguredRule = { id: 'plain', family: 'documentation', severity: 'error', statement: 'So.', why: 'x', mend: 'y', options: {} };
    expect(explainRule({ ...plain, severity: 'off' }, found)).toBe('plain  turned off  documentation\n  So.\n\nWhy\n  x\n\nHow to fix it\n  y\n\nIn this schema\n  It is not asked.\n');
    expect(explainRule(plain, found)).toMatch(/\nIn this schema\n {2}Nothing is found\.\n$/);
    expect(explainRule(plain, undefined)).toBe('plain  error  documentation\n  So.\n\nWhy\n  x\n\nHow to fix it\n  y\n');
  });

  test('of all rules, in a line each', () => {
    expect(listRules([rule, { ...rule, id: 'x', severity: 'off' }, { ...rule, id: 'tenant-not-first', family: 'keys' }])).toBe(
      'documentation\n  missing-owner     warning  Every entity has an owner.\n  x                 off      Every entity has an owner.\n\nkeys\n  tenant-not-first  warning  Every entity has an owner.\n',
    );
  });

  test('cannot send commands to the terminal', () => {
    expect(explainRule({ ...rule, statement: 'clear \u001b[2J' }, undefined)).not.toContain('\u001b');
  });
});

test('prose keeps code as it is, even with fences in it', () => {
  expect(prose('a\nb\n````\n```\nx  y\n\nz\n````\nc', '  ')).toEqual(['  a b', '      ```', '      x  y', '', '      z', '  c']);
});

test('a column of a composite foreign key is told with the column that it is paired with', () => {
  const rooms = table('rooms', { columns: z.object({ house: bigint(), id: bigint() }), primaryKey: ['house', 'id'] });
  const beds = table('beds', { columns: z.object({ id: bigint(), in_house: bigint(), room: bigint() }), primaryKey: ['id'], foreignKeys: [foreignKey(['in_house', 'room'], 'postgresql.rooms', ['house', 'id'])] });
  const analyses = analysesOf(catalogFrom(rooms, beds));
  const lines = (entity: string, field?: string) => String(explainAddress({ entity, ...(field === undefined ? {} : { field }) }, analyses, { findings: [], suppressed: [] })).split('\n').map((line) => line.trim());
  expect(lines('postgresql.beds', 'room')).toContain('postgresql.rooms.id');
  expect(lines('postgresql.beds')).toContain('in_house + room → postgresql.rooms.house + postgresql.rooms.id');
  expect(lines('postgresql.rooms', 'house')).toContain('postgresql.beds.in_house');
  expect(lines('postgresql.rooms')).toContain('postgresql.beds.in_house + postgresql.beds.room');
});
