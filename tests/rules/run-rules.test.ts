import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { collection, eliminated, objectId, process, ref, store, system, table, ulid } from '../../src/lib/dsl/index.ts';
import { defineRule } from '../../src/lib/rules/define-rule.ts';
import { rules } from '../../src/lib/rules/index.ts';
import type { RuleReport } from '../../src/lib/rules/rule.ts';
import { runRules } from '../../src/lib/rules/run-rules.ts';
import { catalogFrom } from './catalog-from.ts';

const catalog = catalogFrom(
  system('Shop'),
  collection('carts', { document: z.object({ _id: objectId(), userId: ref('postgresql.users.ref_id') }) }),
  table('users', { columns: z.object({ ref_id: ulid() }) }),
  process('Buyer', { reads: ['mongodb.carts'] }),
  eliminated('mongodb.baskets', { reason: 'Renamed.', replacedBy: 'mongodb.carts' }),
  store('mongodb'),
);

const words = { family: 'documentation', severity: 'warning', statement: 'So it is.', why: 'Because.', mend: 'Do so.' } as const;
const saying = (...reports: readonly RuleReport[]) => defineRule({ ...words, id: 'says-so', check: () => reports });

describe('a finding', () => {
  test('stands where what it is about is defined, unless the rule knows better', () => {
    const location = { file: 'schema/other.ts', line: 7, column: 3 };
    const rule = saying(
      { entity: 'mongodb.carts', message: 'a' }, { entity: 'mongodb.carts', field: 'userId', message: 'b', hint: 'c' }, { process: 'Buyer', message: 'd' },
      { tombstone: 'mongodb.baskets', message: 'e' }, { store: 'mongodb', message: 'f' }, { system: true, message: 'g' }, { system: true, message: 'h', location },
    );
    const at = (line: number) => ({ file: 'schema/test.ts', line, column: 1 });
    const common = { rule: 'says-so', severity: 'warning' };
    expect(runRules(catalog, [{ rule }])).toEqual([
      { ...common, address: 'mongodb.carts', entity: 'mongodb.carts', message: 'a', location: at(2) },
      { ...common, address: 'mongodb.carts.userId', entity: 'mongodb.carts', message: 'b', hint: 'c', location: at(2) },
      { ...common, address: 'process:Buyer', message: 'd', location: at(4) },
      { ...common, address: 'mongodb.baskets', message: 'e', location: at(5) },
      { ...common, address: 'mongodb', message: 'f', location: at(1) },
      { ...common, address: 'system', message: 'g', location: at(1) },
      { ...common, address: 'system', message: 'h', location },
    ]);
  });

  test('has the severity that was asked for', () => {
    expect(runRules(catalog, [{ rule: saying({ system: true, message: 'a' }), severity: 'note' }])).toMatchObject([{ severity: 'note' }]);
  });
});

test('a rule is given its options, set or by default', () => {
  const rule = defineRule({
    ...words, id: 'long-names', options: { limit: { default: 30, description: 'Most letters.' }, except: { default: [], description: 'Names.' } },
    check: ({ options }) => [{ system: true, message: `${options.limit + 1} ${options.except.join()}` }],
  });
  expect(runRules(catalog, [{ rule }, { rule, options: { limit: 5, except: ['a', 'b'] } }]).map((finding) => finding.message)).toEqual(['31 ', '6 a,b']);
});

test('what one rule asks of the catalog is there for the others', () => {
  const seen: unknown[] = [];
  const rule = defineRule({ ...words, id: 'looks', check: ({ lifetimes }) => (seen.push(lifetimes), []) });
  runRules(catalog, [{ rule }, { rule }]);
  expect(seen[0]).toBe(seen[1]);
  expect((seen[0] as ReadonlyMap<string, unknown>).size).toBe(1);
});

test('a rule that throws is named', () => {
  const rule = defineRule({ ...words, id: 'breaks', check: () => { throw new TypeError('no such thing'); } });
  expect(() => runRules(catalog, [{ rule }])).toThrow('The rule `breaks` failed: TypeError: no such thing');
});

test.each([
  [() => undefined, 'The rule `says-so` failed: `check` is not a generator and does not return a list of reports'],
  [async () => [], 'The rule `says-so` failed: `check` is not a generator and does not return a list of reports'],
  [() => [3], 'The rule `says-so` failed: it reports 3, and not an object with a message'],
  [() => [{ entity: 'mongodb.carts' }], 'The rule `says-so` failed: it reports something without a `message`'],
  [() => [{ entity: 'mongodb.carts', message: 42 }], 'The rule `says-so` failed: it reports something without a `message`'],
  [() => [{ entity: 'mongodb.carts', message: 'a', hint: 7 }], 'The rule `says-so` failed: it reports a `hint` that is not text'],
  [() => [{ entity: 5, message: 'a' }], 'The rule `says-so` failed: it reports “a”, and its `entity` is no text'],
  [() => [{ entity: 'mongodb.carts', message: 'a', location: 7 }], 'The rule `says-so` failed: it reports a `location` that is not a file with a line and a column'],
  [() => [5n], 'The rule `says-so` failed: it reports 5, and not an object with a message'],
  [() => [new Proxy({}, { get: () => { throw new Error('not today'); } })], 'The rule `says-so` failed: Error: not today'],
  [function* () { for (;;) yield { entity: 'mongodb.carts', message: 'a' }; }, 'The rule `says-so` failed: it reports more than 100,000 times'],
  [() => { throw Object.create(null); }, 'The rule `says-so` failed: it throws something that cannot be read'],
  [() => [{ message: 'a' }], 'The rule `says-so` failed: it reports “a”, and does not say of what: `entity`, `process`, `claim`, `store`, `domain`, `tombstone`, `system`'],
])('a rule without types that yields what is no report is named: %s', (check, message) => {
  expect(() => runRules(catalog, [{ rule: defineRule({ ...words, id: 'says-so', check: check as never }) }])).toThrow(message);
});

describe('every rule', () => {
  test('has an id of its own', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s says what it is', (id, rule) => {
    expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    expect(rule.statement).toMatch(/^[A-Z`][^\n]+\.$/);
    expect(rule.why.length).toBeGreaterThan(100);
    expect(rule.mend).toContain('```ts');
    for (const option of Object.values(rule.options)) expect(option.description).toMatch(/\.$/);
  });
});
