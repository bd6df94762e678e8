import { describe, expect, test } from 'vitest';
import { configure } from './configure.ts';
import { defineConfig } from '../../src/lib/dsl/config.ts';
import { defineRule } from '../../src/lib/rules/define-rule.ts';

const words = { family: 'documentation', severity: 'warning', statement: 'So it is.', why: 'Because.', mend: 'Do so.', check: () => [] } as const;
const builtIn = [
  defineRule({ ...words, id: 'missing-owner' }),
  defineRule({
    ...words, id: 'long-name',
    options: { limit: { default: 30, description: 'Letters.' }, except: { default: [], description: 'Names.' }, strict: { default: false, description: 'All.' }, style: { default: 'camel', description: 'Style.' } },
  }),
];

function resolve(value: Readonly<Record<string, unknown>>) {
  return configure({ kind: 'polyref.config', config: value }, builtIn, (part) => ({ file: part, line: 1, column: 1 }));
}

/** Part: message hint. */
function said(value: Readonly<Record<string, unknown>>): readonly string[] {
  return resolve(value).findings.map(({ location, message, hint }) => `${location?.file}: ${message} ${hint}`);
}

test('without a configuration every rule is asked as it is', () => {
  const { settings, findings } = resolve({});
  expect(findings).toEqual([]);
  expect(settings.run.map(({ rule, severity, options }) => [rule.id, severity, options])).toEqual([['missing-owner', 'warning', {}], ['long-name', 'warning', {}]]);
  expect([...settings.rules.keys()]).toEqual(['missing-owner', 'long-name', 'unknown-rule', 'unused-suppression', 'expired-suppression', 'stale-baseline', 'stray-doc-comment', 'coverage-below-minimum', 'coverage-fell']);
});

test('severities and options are set, rules are turned off, rules of a team are added', () => {
  const own = defineRule({ ...words, id: 'acme-names' });
  const options = { limit: 12, except: ['id'], strict: true, style: 'snake' };
  const { settings, findings } = resolve({
    rules: { 'missing-owner': 'off', 'long-name': ['error', options], 'acme-names': 'note', 'unused-suppression': 'off' },
    own: [own],
    ignore: [{ addresses: 'mongodb.old_*', rules: ['long-name'], reason: 'It goes.' }],
    coverage: { min: { fields: 80 } },
    docs: { url: 'https://docs.example.com/polyref' },
  });
  expect(findings).toEqual([]);
  expect(settings.run.map(({ rule, severity, options: set }) => [rule.id, severity, set])).toEqual([['long-name', 'error', options], ['acme-names', 'note', {}]]);
  expect(settings.rules.get('unused-suppression')?.severity).toBe('off');
  expect(settings.ignored).toEqual([{ addresses: 'mongodb.old_*', rules: ['long-name'], reason: 'It goes.', location: { file: 'ignore.0', line: 1, column: 1 } }]);
  expect(settings.minimum).toEqual({ fields: 80 });
  expect(settings.docs).toBe('https://docs.example.com/polyref/');
});

test('a star stands for every rule that is not named', () => {
  const { settings, findings } = resolve({ rules: { '*': 'off', 'long-name': 'error' } });
  expect(findings).toEqual([]);
  expect(settings.run.map(({ rule, severity }) => [rule.id, severity])).toEqual([['long-name', 'error']]);
  expect(settings.rules.get('unused-suppression')?.severity).toBe('off');
});

test('one minimum is that of everything', () => {
  expect(resolve({ coverage: { min: 75 } }).settings.minimum).toEqual({ entities: 75, fields: 75, references: 75, owners: 75, retention: 75, tenancy: 75 });
});

describe('each mistake is told at its place', () => {
  const severityHint = "Write 'off', 'note', 'warning' or 'error'; with options, ['warning', { … }].";
  const ownHint = 'Write defineRule({ id, family, severity, statement, why, mend, check }).';
  const ignoreHint = "Write ignore: [{ addresses: 'mongodb.legacy_*', reason: '…' }].";
  const coverageHint = 'Write coverage: { min: 80 } or coverage: { min: { fields: 80, owners: 100 } }.';
  test.each<[Readonly<Record<string, unknown>>, string]>([
    [{ rulse: {} }, 'rulse: `rulse` is not a part of the configuration. Did you mean `rules`?'],
    [{ plugins: [] }, 'plugins: `plugins` is not a part of the configuration. It takes `rules`, `ignore`, `own`, `coverage`, `docs`.'],
    [{ rules: ['missing-owner'] }, "rules: `rules` is not an object of severities by rule. Write rules: { 'missing-owner': 'error' }."],
    [{ rules: { 'mising-owner': 'off' } }, 'rules.mising-owner: There is no rule `mising-owner`. Did you mean `missing-owner`?'],
    [{ rules: { 'no-such-thing-at-all': 'off' } }, 'rules.no-such-thing-at-all: There is no rule `no-such-thing-at-all`. `polyref explain` lists them.'],
    [{ rules: { 'missing-owner': 'warn' } }, `rules.missing-owner: The severity of \`missing-owner\` is not valid. ${severityHint}`],
    [{ rules: { 'missing-owner': ['error', {}, 1] } }, `rules.missing-owner: The severity of \`missing-owner\` is not valid. ${severityHint}`],
    [{ rules: { 'missing-owner': ['error', { limit: 1 }] } }, 'rules.missing-owner: `limit` is not an option of `missing-owner`. It takes no options.'],
    [{ rules: { 'long-name': ['error', { limt: 1 }] } }, 'rules.long-name: `limt` is not an option of `long-name`. Did you mean `limit`?'],
    [{ rules: { 'long-name': ['error', { limit: '1' }] } }, 'rules.long-name: `limit` of `long-name` is not a number. Its default is 30.'],
    [{ rules: { 'long-name': ['error', { except: 'id' }] } }, 'rules.long-name: `except` of `long-name` is not a list of texts. Its default is [].'],
    [{ rules: { 'long-name': ['error', { strict: 1 }] } }, 'rules.long-name: `strict` of `long-name` is not true or false. Its default is false.'],
    [{ rules: { 'long-name': ['error', { style: 1 }] } }, 'rules.long-name: `style` of `long-name` is not text. Its default is "camel".'],
    [{ own: {} }, 'own: `own` is not a list of rules. Write own: [defineRule({ … })].'],
    [{ own: [{ id: 'x' }] }, `own.0: Number 1 of \`own\` is not a rule. ${ownHint}`],
    [{ own: [{ ...builtIn[0], id: 'MyRule' }] }, `own.0: \`MyRule\` has no id in kebab-case. ${ownHint}`],
    [{ own: [{ ...builtIn[0], id: 'mine', family: 'x' }] }, `own.0: \`mine\` has no family: one of references, lifetimes, keys, tenancy, stores, documentation, exceptions. ${ownHint}`],
    [{ own: [{ ...builtIn[0], id: 'mine', severity: 'off' }] }, `own.0: \`mine\` has no severity: 'error', 'warning' or 'note'. ${ownHint}`],
    [{ own: [{ ...builtIn[0], id: 'mine', why: '' }] }, `own.0: \`mine\` has no \`why\`. ${ownHint}`],
    [{ own: [{ ...builtIn[0], id: 'mine', summary: { hint: 'x' } }] }, `own.0: \`mine\` has no \`summary.message\`. ${ownHint}`],
    [{ own: [{ ...builtIn[0], id: 'mine', summary: 'x' }] }, `own.0: \`mine\` has a \`summary\` without a \`message\`. ${ownHint}`],
    [{ own: [{ ...builtIn[0], id: 'mine', summary: { message: 'x', hint: 1 } }] }, `own.0: \`mine\` has a \`summary.hint\` that is not text. ${ownHint}`],
    [{ own: [{ ...builtIn[0], id: 'mine', check: 1 }] }, `own.0: \`mine\` has no \`check\`. ${ownHint}`],
    [{ own: [builtIn[0]] }, 'own.0: There are two rules `missing-owner`. Give yours another id: others may have a prefix, as in `acme-missing-owner`.'],
    [{ ignore: 'mongodb' }, `ignore: \`ignore\` is not a list. ${ignoreHint}`],
    [{ ignore: [{ reason: 'x' }] }, `ignore.0: What is ignored has no \`addresses\`. ${ignoreHint}`],
    [{ ignore: [{ addresses: 'mongodb.*', reason: ' ' }] }, "ignore.0: That `mongodb.*` is ignored has no reason. Say why, in a sentence: reason: '…'."],
    [{ ignore: [{ addresses: 'mongodb.*', reason: 'x', rules: 'missing-owner' }] }, "ignore.0: `rules` of what is ignored at `mongodb.*` is not a list of rule ids. Write rules: ['missing-owner'], or leave it out for all."],
    [{ ignore: [{ addresses: 'mongodb.*', reason: 'x', rules: ['missing-ownr'] }] }, 'ignore.0: There is no rule `missing-ownr`. Did you mean `missing-owner`?'],
    [{ ignore: [{ addresses: 'mongodb.*', reason: 'x', rule: 'missing-owner' }] }, 'ignore.0: `rule` is not an option of what is ignored. Did you mean `rules`?'],
    [{ coverage: 80 }, `coverage: \`coverage\` takes \`min\`: a percentage, or one for each thing. ${coverageHint}`],
    [{ coverage: { max: 80 } }, `coverage: \`coverage\` takes \`min\`: a percentage, or one for each thing. ${coverageHint}`],
    [{ coverage: { min: { feilds: 80 } } }, 'coverage.min: Coverage knows no `feilds`. Did you mean `fields`?'],
    [{ coverage: { min: { pages: 80 } } }, 'coverage.min: Coverage knows no `pages`. It knows `entities`, `fields`, `references`, `owners`, `retention`, `tenancy`.'],
    [{ coverage: { min: { fields: 101 } } }, 'coverage.min: The minimum of `fields` is not a valid percentage. Write a number from 0 to 100.'],
    [{ docs: 'https://docs.example.com/' }, "docs: `docs` is not an object of settings. Write docs: { url: 'https://docs.example.com/' }."],
  ])('%j', (value, message) => {
    expect(said(value)).toEqual([message]);
  });
});

describe('anything at all is told at its place', () => {
  const throwing = new Proxy({}, Object.fromEntries(['get', 'has', 'ownKeys', 'getPrototypeOf'].map((trap) => [trap, () => { throw new Error(`no ${trap}`); }])));
  const rule = { ...builtIn[0], id: 'mine' };
  test.each<[string, () => unknown, readonly string[]]>([
    ['no object', () => defineConfig('x'.repeat(1_000_000) as never), [': The configuration is text of 1,000,000 characters, not an object. Write defineConfig({ … }).']],
    ['a proxy that throws', () => defineConfig(throwing), [': The configuration is something that cannot be read (“no getPrototypeOf”), not an object. Write defineConfig({ … }).']],
    ['a getter that throws', () => defineConfig({ get rules(): never { throw new Error('Not today.'); } }), [
      "rules: `rules` is not an object of severities by rule. It is something that cannot be read (“Not today.”). Write rules: { 'missing-owner': 'error' }.",
    ]],
    ['severities of every kind', () => defineConfig({ rules: { 'missing-owner': Symbol('error'), 'long-name': [() => 'error', throwing] } as never }), [
      "rules.missing-owner: The severity of `missing-owner` is not valid. Write 'off', 'note', 'warning' or 'error'; with options, ['warning', { … }].",
      "rules.long-name: The severity of `long-name` is not valid. Write 'off', 'note', 'warning' or 'error'; with options, ['warning', { … }].",
    ]],
    ['options of every kind', () => defineConfig({ rules: { 'long-name': ['error', { limit: Number.NaN, except: [5n], style: new Date(Number.NaN) }] } as never }), [
      'rules.long-name: `limit` of `long-name` is not a number. Its default is 30.',
      'rules.long-name: `except` of `long-name` is not a list of texts. Its default is [].',
      'rules.long-name: `style` of `long-name` is not text. Its default is "camel".',
    ]],
    ['a list without an end', () => defineConfig({ ignore: new Array(1_000_000_000), own: Object.assign([], { extra: 1 }) }), [
      'own: `own` is not a list of rules. It is a list with the key `extra`. Write own: [defineRule({ … })].',
      "ignore: `ignore` is not a list. It is a list of 1,000,000,000 items. Write ignore: [{ addresses: 'mongodb.legacy_*', reason: '…' }].",
    ]],
    ['rules that are none', () => defineConfig({ own: [defineRule(undefined as never), defineRule(throwing as never), defineRule('rule' as never), { ...rule, check: {} }, { ...rule, options: { limit: 5 } }] as never }), [
      ...[1, 2, 3].map((number) => `own.${number - 1}: Number ${number} of \`own\` is not a rule. Write defineRule({ id, family, severity, statement, why, mend, check }).`),
      'own.3: `mine` has no `check`. Write defineRule({ id, family, severity, statement, why, mend, check }).',
      'own.4: `mine` has an option without a `default`. Write defineRule({ id, family, severity, statement, why, mend, check }).',
    ]],
  ])('%s', (_, config, messages) => {
    const { findings } = configure(config(), builtIn, (part) => ({ file: part, line: 1, column: 1 }));
    expect(findings.map(({ location, message, hint }) => `${location?.file}: ${message} ${hint}`)).toEqual(messages);
  });
});
