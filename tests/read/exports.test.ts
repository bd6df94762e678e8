import { expect, test } from 'vitest';
import { entityOf, fieldOf, loadFixture, placed } from './read-fixture.ts';

test('every exported definition counts once, at the place where it is made', async () => {
  const loaded = await loadFixture('exports');
  expect(loaded.findings).toEqual([]);
  expect(loaded.drafts.entities.map((entity) => `${entity.name} ${placed(entity.location)} ${entity.description}`.trim())).toEqual([
    'renamed schema/exports.ts:9:7 Exported under another name.',
    'by_default schema/exports.ts:13:16 Exported as the default.',
    'left schema/exports.ts:20:3 The left one.',
    'right schema/exports.ts:21:3',
    'first schema/exports.ts:27:3 The first.',
    'second schema/exports.ts:28:3 Both of them.',
    'named schema/exports.ts:33:3 By its name.',
    'down schema/exports.ts:34:13',
    'log_january schema/exports.ts:38:14 One for each month.',
    'log_february schema/exports.ts:38:14 One for each month.',
    'invoices schema/exports.ts:49:14 Made by a function of our own.',
    'elsewhere schema/parts/elsewhere.ts:5:14 Stands elsewhere.',
    'passed_on schema/parts/passed-on.ts:5:14 Is passed on.',
  ]);
});

test('fields of definitions made in a loop or by a function stand where their text stands', async () => {
  const loaded = await loadFixture('exports');
  expect(placed(fieldOf(entityOf(loaded, 'log_january'), 'at').location)).toBe('schema/exports.ts:38:128');
  const invoices = entityOf(loaded, 'invoices');
  expect(invoices.fields.map((field) => `${field.path} ${placed(field.location)} ${field.description}`)).toEqual([
    'total schema/exports.ts:53:5 In cents.',
    'changedBy schema/exports.ts:44:5 Who changed it last.',
  ]);
  expect(placed(invoices.optionLocations['owner']!)).toBe('schema/exports.ts:50:3');
});
