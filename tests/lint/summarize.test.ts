import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, suppress, table } from '../../src/lib/dsl/index.ts';
import type { Definition } from '../../src/lib/dsl/definition.ts';
import { lintCatalog, type LintOptions } from '../../src/lib/lint/lint-catalog.ts';
import { nextBaseline } from '../../src/lib/lint/baseline.ts';
import { missingDescription } from '../../src/lib/rules/documentation/missing-description.ts';
import { quotedColumnName } from '../../src/lib/rules/stores/quoted-column-name.ts';
import type { Rule } from '../../src/lib/rules/rule.ts';
import { catalogFrom, documented } from '../rules/catalog-from.ts';
import { configure } from './configure.ts';

const lint = (rule: Rule, definitions: readonly Definition[], options: LintOptions = {}) => lintCatalog(catalogFrom(...definitions), configure({}, [rule]).settings, options);
const said = (rule: Rule, definitions: readonly Definition[], options: LintOptions = {}) => lint(rule, definitions, options).findings.map(({ address = '', message, hint = '' }) => `${address}: ${message} ${hint}`);

const logs = (name: string, more: object = {}) => collection(name, { document: z.object({ _id: objectId() }), ...more });
const rows = (name: string, ...columns: readonly string[]) => table(name, { columns: z.object({ id: bigint(), ...Object.fromEntries(columns.map((column) => [column, bigint()])) }), primaryKey: ['id'] });
const described = (one: Definition) => documented(one, 'What it is.');
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;

test('one of a kind is a finding of its own, two are one about their store; of up to five all are named', () => {
  const of = (count: number) => said(missingDescription, names.slice(0, count).map((name) => logs(name)));
  const hint = 'Write a doc comment above each, /** … */: start with the ones that others reference.';
  expect(of(1)).toEqual(['mongodb.a: `mongodb.a` has no description. Write a doc comment above it: /** … */.']);
  expect(of(2)).toEqual([`mongodb: 2 of 2 collections in MongoDB have no description: \`mongodb.a\` and \`mongodb.b\`. ${hint}`]);
  expect(of(5)).toEqual([`mongodb: 5 of 5 collections in MongoDB have no description: \`mongodb.a\`, \`mongodb.b\`, \`mongodb.c\`, \`mongodb.d\` and \`mongodb.e\`. ${hint}`]);
  expect(of(6)).toEqual([`mongodb: 6 of 6 collections in MongoDB have no description: \`mongodb.a\`, \`mongodb.b\`, \`mongodb.c\` and 3 more. ${hint}`]);
});

test('in several stores they are one about the system', () => {
  expect(said(missingDescription, [...names.slice(0, 5).map((name) => logs(name)), rows('rows'), described(rows('known'))])).toEqual([
    'system: 6 of 7 entities in MongoDB and PostgreSQL have no description: `mongodb.a`, `mongodb.b`, `mongodb.c` and 3 more. Write a doc comment above each, /** … */: start with the ones that others reference.',
  ]);
});

test('no description that somebody writes makes more findings', () => {
  const counts = [...names.keys(), names.length].map((done) => said(missingDescription, names.map((name, at) => (at < done ? described(logs(name)) : logs(name)))).length);
  expect(counts).toEqual([1, 1, 1, 1, 1, 1, 1, 0]);
});

test('what is suppressed or in the baseline is not counted, and a new one is seen', () => {
  const all = names.map((name) => logs(name, name === 'g' ? { suppress: [suppress('missing-description', { reason: 'Generated.' })] } : {}));
  const first = lint(missingDescription, all);
  expect(first.findings.map(({ instances }) => instances?.length)).toEqual([6]);
  const { entries, coverage } = nextBaseline(first.baselined, first.coverage, undefined);
  expect(entries.map(({ address }) => address)).toEqual(['mongodb.a', 'mongodb.b', 'mongodb.c', 'mongodb.d', 'mongodb.e', 'mongodb.f']);
  const at = { file: 'polyref.baseline.json', line: 1, column: 1 };
  const baseline = { entries: entries.map((entry) => ({ ...entry, location: at })), coverage: { ...coverage, entities: 0 }, location: at };
  expect(said(missingDescription, [...all, logs('new')], { baseline })).toEqual(['mongodb.new: `mongodb.new` has no description. Write a doc comment above it: /** … */.']);
});

test('a summary says how many it leaves out, and no share of all', () => {
  const all = names.map((name) => logs(name, name === 'g' ? { suppress: [suppress('missing-description', { reason: 'Generated.' })] } : {}));
  expect(said(missingDescription, all)).toEqual([
    'mongodb: 6 collections in MongoDB have no description, besides 1 that is suppressed or in the baseline: `mongodb.a`, `mongodb.b`, `mongodb.c` and 3 more. Write a doc comment above each, /** … */: start with the ones that others reference.',
  ]);
  // What is suppressed in a store of which nothing counts is not of it.
  const rules = table('rules', { columns: z.object({ id: bigint() }), primaryKey: ['id'], suppress: [suppress('missing-description', { reason: 'Generated.' })] });
  expect(said(missingDescription, [...names.map((name) => logs(name)), rules])[0]).toMatch(/^mongodb: 7 of 7 collections in MongoDB have no description: /);
  const [a, b] = [rows('a', 'createdAt', 'updatedAt'), rows('b', 'createdAt')];
  const first = lint(quotedColumnName, [b]);
  const at = { file: 'polyref.baseline.json', line: 1, column: 1 };
  const { entries, coverage } = nextBaseline(first.baselined, first.coverage, undefined);
  const baseline = { entries: entries.map((entry) => ({ ...entry, location: at })), coverage: { ...coverage, entities: 0 }, location: at };
  expect(said(quotedColumnName, [a, b], { baseline })[0]).toMatch(/^postgresql: 2 columns in PostgreSQL must be quoted in SQL, besides 1 that is suppressed or in the baseline: `postgresql\.a\.createdAt` and `postgresql\.a\.updatedAt`\./);
});

test('capitals in the columns of a store are one finding, and the only one about them', () => {
  expect(said(quotedColumnName, [rows('a', 'createdAt', 'updatedAt'), rows('b', 'createdAt', 'title', 'größe', '名前')])).toEqual([
    "postgresql: 3 columns in PostgreSQL must be quoted in SQL: `postgresql.a.createdAt`, `postgresql.a.updatedAt` and `postgresql.b.createdAt`. Quote them in statements that are written by hand, or set 'quoted-column-name' to 'off' if all SQL is generated.",
  ]);
  expect(said(quotedColumnName, [rows('a', 'first name')])).toEqual(['postgresql.a.first name: `first name` of `postgresql.a` must be quoted in SQL. Use lower-case letters, digits and underscores.']);
});
