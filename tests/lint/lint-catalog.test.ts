import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import type { Definition } from '../../src/lib/dsl/definition.ts';
import { collection, eliminated, objectId, permanent, process, store, suppress, system } from '../../src/lib/dsl/index.ts';
import { renderBaseline } from '../../src/lib/lint/baseline-file.ts';
import { nextBaseline } from '../../src/lib/lint/baseline.ts';
import type { Baseline } from '../../src/lib/model/baseline.ts';
import { parseBaseline } from '../../src/lib/read/parse-baseline.ts';
import { configure } from './configure.ts';
import { lintCatalog, type LintOptions, type LintOutcome } from '../../src/lib/lint/lint-catalog.ts';
import { defineRule } from '../../src/lib/rules/define-rule.ts';
import { catalogFrom } from '../rules/catalog-from.ts';

const words = { family: 'documentation', statement: 'So it is.', why: 'Because.', mend: 'Do so.' } as const;
const missingOwner = defineRule({
  ...words, id: 'missing-owner', severity: 'error',
  *check({ catalog }) {
    for (const { address, owner } of catalog.entities) if (owner === undefined) yield { entity: address, message: `\`${address}\` has no owner.` };
    for (const { name, owner } of catalog.processes) if (owner === undefined) yield { process: name, message: `“${name}” has no owner.` };
  },
});
const shortName = defineRule({
  ...words, id: 'short-name', severity: 'warning',
  *check({ catalog }) {
    for (const { address, fields } of catalog.entities) for (const { path } of fields) if (path.length < 2) yield { entity: address, field: path, message: `\`${path}\` is short.` };
  },
});

const document = z.object({ _id: objectId(), a: z.string(), b: z.string() });

function lint(definitions: readonly Definition[], { config = {}, ...options }: LintOptions & { readonly config?: Readonly<Record<string, unknown>> } = {}): LintOutcome {
  const { settings, findings } = configure(config, [missingOwner, shortName]);
  if (findings.length > 0) throw new Error(findings.map((finding) => finding.message).join('\n'));
  return lintCatalog(catalogFrom(...definitions), settings, options);
}

const said = ({ findings }: LintOutcome) => findings.map(({ rule, severity, address = '', message, hint = '', location }) => `${location?.file ?? ''}:${location?.line ?? ''} ${severity} ${rule} ${address}: ${message} ${hint}`.trimEnd());
const excused = ({ suppressed }: LintOutcome) => suppressed.map(({ finding, excuse }) => [finding.rule, finding.address, excuse.kind]);
const found = ({ findings }: LintOutcome) => findings.map(({ rule, address }) => [rule, address]);

describe('suppressions', () => {
  test('excuse what the rule finds in the definition, or at one field of it', () => {
    const logs = collection('logs', { document, suppress: [suppress('missing-owner', { reason: 'It goes.', until: '2027-03-01', issue: 'ACME-7' }), suppress('short-name', { at: 'a', reason: 'Old.' })] });
    const outcome = lint([logs, process('Agent', { suppress: [suppress('missing-owner', { reason: 'Nobody wants it.' })] })], { today: '2027-03-01' });
    expect(found(outcome)).toEqual([['short-name', 'mongodb.logs.b']]);
    expect(excused(outcome)).toEqual([['missing-owner', 'mongodb.logs', 'definition'], ['short-name', 'mongodb.logs.a', 'definition'], ['missing-owner', 'process:Agent', 'definition']]);
    expect(outcome.suppressed[0]?.excuse).toEqual({ kind: 'definition', reason: 'It goes.', until: '2027-03-01', issue: 'ACME-7', location: { file: 'schema/test.ts', line: 1, column: 1 } });
  });

  test('without a field, those of all fields', () => {
    expect(lint([collection('logs', { document, owner: 'agents', suppress: [suppress('short-name', { reason: 'Old.' })] })]).findings).toEqual([]);
  });

  test('in a store or in the system hold for everything in it; that of the entity comes first', () => {
    const logs = collection('logs', { document, owner: 'agents', suppress: [suppress('short-name', { at: 'a', reason: 'Of the entity.' })] });
    const outcome = lint([logs, store('mongodb', { suppress: [suppress('short-name', { reason: 'Of the store.' })] }), system('Shop', { suppress: [suppress('missing-owner', { reason: 'Of the system.' })] }), collection('runs', { document: z.object({ _id: objectId() }) })]);
    expect(outcome.findings).toEqual([]);
    expect(outcome.suppressed.map(({ finding, excuse }) => [finding.address, 'reason' in excuse ? excuse.reason : ''])).toEqual([['mongodb.logs.a', 'Of the entity.'], ['mongodb.logs.b', 'Of the store.'], ['mongodb.runs', 'Of the system.']]);
  });

  test('in a store hold for what was removed from it', () => {
    const noTombstone = defineRule({ id: 'no-tombstone', family: 'documentation', severity: 'note', statement: 'Nothing was removed.', why: 'x', mend: 'x', *check({ catalog }) { for (const { address } of catalog.tombstones) yield { tombstone: address, message: 'It was.' }; } });
    const outcome = lintCatalog(catalogFrom(eliminated('mongodb.old', { reason: 'Gone.' }), store('mongodb', { suppress: [suppress('no-tombstone', { reason: 'Of the store.' })] })), configure({}, [noTombstone]).settings);
    expect([found(outcome), excused(outcome)]).toEqual([[], [['no-tombstone', 'mongodb.old', 'definition']]]);
  });

  test('that excuse nothing, name no rule or are past their day are findings', () => {
    const logs = collection('logs', {
      document, owner: 'agents',
      suppress: [
        suppress('missing-owner', { reason: 'x' }), suppress('short-name', { at: '_id', reason: 'x' }), suppress('shrot-name', { at: 'a', reason: 'x' }), suppress('whatever-else', { reason: 'x' }), suppress('short-name', { at: 'b', reason: 'x', until: '2027-02-28' }),
      ],
    });
    const agent = process('Agent', { owner: 'agents', suppress: [suppress('missing-owner', { reason: 'x' })] });
    expect(said(lint([logs, agent, system('Shop', { suppress: [suppress('missing-owner', { reason: 'x' })] })], { today: '2027-03-01' }))).toEqual([
      'schema/test.ts:1 warning expired-suppression mongodb.logs: The suppression of `short-name` at `mongodb.logs.b` ended on 2027-02-28. Mend what it excuses, or give it a new day and say why.',
      'schema/test.ts:1 warning short-name mongodb.logs.a: `a` is short.',
      'schema/test.ts:1 warning short-name mongodb.logs.b: `b` is short.',
      'schema/test.ts:1 error unknown-rule mongodb.logs: The suppression of `shrot-name` at `mongodb.logs.a` names no rule. Did you mean `short-name`?',
      'schema/test.ts:1 error unknown-rule mongodb.logs: The suppression of `whatever-else` at `mongodb.logs` names no rule. `polyref explain` lists the rules.',
      'schema/test.ts:1 warning unused-suppression mongodb.logs: The suppression of `missing-owner` at `mongodb.logs` excuses nothing. Take it out.',
      'schema/test.ts:1 warning unused-suppression mongodb.logs: The suppression of `short-name` at `mongodb.logs._id` excuses nothing. Take it out.',
      'schema/test.ts:2 warning unused-suppression process:Agent: The suppression of `missing-owner` in the process “Agent” excuses nothing. Take it out.',
      'schema/test.ts:3 warning unused-suppression system: The suppression of `missing-owner` in the system excuses nothing. Take it out.',
    ]);
  });

  test('without a day none is past it; of a rule that was not asked nobody knows whether it excuses', () => {
    const logs = collection('logs', { document, owner: 'agents', suppress: [suppress('short-name', { reason: 'x', until: '2000-01-01' }), suppress('missing-owner', { reason: 'x' })] });
    expect(found(lint([logs], { config: { rules: { 'missing-owner': 'off' } } }))).toEqual([]);
    expect(found(lint([logs], { only: ['short-name'] }))).toEqual([]);
    expect(found(lint([logs], { only: ['short-name', 'missing-owner', 'unused-suppression'] }))).toEqual([['unused-suppression', 'mongodb.logs']]);
  });
});

describe('the configuration', () => {
  const logs = collection('logs', { document });
  const other = collection('old.logs', { document });

  test('sets severities, and leaves out what it ignores', () => {
    const outcome = lint([logs, other], { config: { rules: { 'missing-owner': 'note' }, ignore: [{ addresses: 'mongodb.old.*', reason: 'It goes.' }, { addresses: 'mongodb.logs.*', rules: ['short-name'], reason: 'Old.' }] } });
    expect(outcome.findings.map(({ rule, severity, address }) => [rule, severity, address])).toEqual([['missing-owner', 'note', 'mongodb.logs']]);
    expect(excused(outcome)).toEqual([
      ['short-name', 'mongodb.logs.a', 'configuration'], ['short-name', 'mongodb.logs.b', 'configuration'], ['missing-owner', 'mongodb.old.logs', 'configuration'],
      ['short-name', 'mongodb.old.logs.a', 'configuration'], ['short-name', 'mongodb.old.logs.b', 'configuration'],
    ]);
  });

  test('a pattern that meets nothing is a finding', () => {
    expect(said(lint([logs], { config: { rules: { 'missing-owner': 'off', 'short-name': 'off' }, ignore: [{ addresses: 'mongodb.gone', reason: 'x' }, { addresses: 'mongodb.gone', rules: ['short-name'], reason: 'x' }] } }))).toEqual([
      ': warning unused-suppression : Nothing is found at `mongodb.gone`, which the configuration ignores. Take it out.',
    ]);
  });
});

describe('the baseline', () => {
  const before = lint([collection('logs', { document }), collection('runs', { document })]);
  const read = (text: string): Baseline => {
    const parsed = parseBaseline(text, 'polyref.baseline.json');
    if (parsed.kind === 'unreadable') throw new Error(parsed.finding.message);
    return parsed.baseline;
  };
  const text = renderBaseline(nextBaseline(before.baselined, before.coverage, undefined));

  test('is written sorted, a line a finding, with what is covered', async () => {
    await expect(text).toMatchFileSnapshot('expected/baseline.json');
  });

  test('excuses what it holds, and nothing new', () => {
    const outcome = lint([collection('logs', { document }), collection('runs', { document }), collection('steps', { document: z.object({ _id: objectId() }) })], { baseline: read(text), config: { rules: { 'coverage-fell': 'off' } } });
    expect(found(outcome)).toEqual([['missing-owner', 'mongodb.steps']]);
    expect(excused(outcome)).toHaveLength(6);
    expect(excused(outcome)[0]).toEqual(['missing-owner', 'mongodb.logs', 'baseline']);
  });

  test('an entry that no longer occurs is a finding, on its line', () => {
    expect(said(lint([collection('logs', { document, owner: 'agents' }), collection('runs', { document })], { baseline: read(text) }))).toEqual([
      'polyref.baseline.json:5 error stale-baseline mongodb.logs: The baseline holds `missing-owner` at `mongodb.logs`, which is not found any more. Run `polyref lint --update-baseline`, and commit the file.',
    ]);
    expect(found(lint([collection('logs', { document, owner: 'agents' })], { baseline: read(text), only: ['short-name'] }))).toEqual([]);
  });

  test('counts: what occurs less often is stale, what occurs more often is found', () => {
    const twice = read('{ "baselineVersion": 1, "findings": [{ "rule": "missing-owner", "address": "mongodb.logs", "count": 2 }] }');
    expect(said(lint([collection('logs', { document: z.object({ _id: objectId() }) })], { baseline: twice }))).toEqual([
      'polyref.baseline.json:1 error stale-baseline mongodb.logs: The baseline holds `missing-owner` at `mongodb.logs` 2 times, of which 1 is left. Run `polyref lint --update-baseline`, and commit the file.',
    ]);
  });

  test('an entry of a rule that there is no more', () => {
    const holding = read('{ "baselineVersion": 1, "findings": [{ "rule": "mising-owner", "address": "mongodb.logs" }] }');
    expect(said(lint([collection('logs', { document: z.object({ _id: objectId() }), owner: 'agents' })], { baseline: holding }))).toEqual([
      'polyref.baseline.json:1 error stale-baseline mongodb.logs: The baseline holds `mising-owner` at `mongodb.logs`, and there is no such rule. Run `polyref lint --update-baseline`, and commit the file.',
    ]);
  });

  test('the next one only loses findings, and only gains coverage', () => {
    const after = lint([collection('logs', { document, owner: 'agents', retention: permanent() }), collection('steps', { document })], { baseline: read(text) });
    const next = nextBaseline(after.baselined, after.coverage, read(text));
    expect(next.entries).toEqual([{ rule: 'short-name', address: 'mongodb.logs.a', count: 1 }, { rule: 'short-name', address: 'mongodb.logs.b', count: 1 }]);
    expect(next.coverage).toEqual({ entities: 0, fields: 0, references: 100, owners: 50, retention: 50, tenancy: 0 });
  });

  test.each([
    ['{', 'it is not JSON'],
    ['[]', 'it has no `baselineVersion` 1'],
    ['{ "baselineVersion": 2, "findings": [] }', 'it has no `baselineVersion` 1'],
    ['{ "baselineVersion": 1 }', '`findings` is not a list of rules with addresses'],
    ['{ "baselineVersion": 1, "findings": [{ "rule": "a", "address": "b", "count": 0 }] }', '`findings` is not a list of rules with addresses'],
    ['{ "baselineVersion": 1, "findings": [], "coverage": { "pages": 1 } }', '`coverage` holds no percentages'],
  ])('%s is none', (wrong, why) => {
    expect(parseBaseline(wrong, 'polyref.baseline.json')).toEqual({
      kind: 'unreadable',
      finding: {
        rule: 'bad-baseline', severity: 'error', message: `\`polyref.baseline.json\` is not a valid baseline: ${why}.`, hint: 'Restore it from the last commit, or delete it and run `polyref lint --update-baseline`.',
        location: { file: 'polyref.baseline.json', line: 1, column: 1 },
      },
    });
  });
});

test('coverage below what is asked for, or below what it was', () => {
  const baseline: Baseline = { entries: [], coverage: { owners: 66.6, fields: 0 }, location: { file: 'polyref.baseline.json', line: 1, column: 1 } };
  const config = { rules: { 'missing-owner': 'off', 'short-name': 'off' }, coverage: { min: { tenancy: 50, retention: 33 } } };
  expect(said(lint([collection('a', { document, owner: 'agents', retention: permanent() }), collection('b', { document }), collection('c', { document })], { baseline, config }))).toEqual([
    ': error coverage-below-minimum system: 0 % of entities declare their tenancy (0 of 3); 50 % are asked for. `polyref lint --coverage` shows where it is missing.',
    'polyref.baseline.json:1 error coverage-fell system: 33.3 % of entities have an owner (1 of 3); it was 66.6 %. `polyref lint --coverage` shows where it is missing.',
  ]);
});
