import { expect, test } from 'vitest';
import type { Finding } from '../../src/lib/model/finding.ts';
import type { Report } from '../../src/lib/report/report.ts';
import { renderTerminalReport, terminalReporter } from '../../src/lib/report/terminal-reporter.ts';

const options = { colour: false, base: '', source: () => undefined };
const of = (rule: string, severity: Finding['severity'], count: number): readonly Finding[] =>
  Array.from({ length: count }, (_, at) => ({ rule, severity, address: `postgresql.t${at}`, entity: `postgresql.t${at}`, message: `Number ${at} of ${rule}.`, hint: 'Fix it.', location: { file: 'schema/all.ts', line: at + 1, column: 3 } }));
const report = (findings: readonly Finding[]): Report => ({ command: 'lint', findings, suppressed: [], rules: [], next: ['', 'Next: fix the errors.'], showRule: (rule) => `npx polyref lint --rule ${rule}` });
const linesOf = (findings: readonly Finding[], more: object = {}) => terminalReporter.render(report(findings), { ...options, ...more }).split('\n').slice(0, -1);

/** 271 tables that nobody described, with two real errors among everything else. */
const undocumented: readonly Finding[] = [
  ...of('undeclared-reference', 'warning', 185),
  { rule: 'refused-index', severity: 'error', address: 'postgresql.orders', message: 'PostgreSQL refuses the index.', hint: 'Remove `unique`.', location: { file: 'schema/orders.ts', line: 12, column: 3 } },
  ...of('unindexed-foreign-key', 'warning', 90),
  { rule: 'index-on-unknown-field', severity: 'error', address: 'postgresql.carts', message: '`total` is not a field.', location: { file: 'schema/carts.ts', line: 4, column: 1 } },
  ...of('unique-with-null', 'warning', 2),
  { rule: 'missing-description', severity: 'warning', address: 'postgresql', message: '271 of 271 tables in PostgreSQL have no description.', instances: of('missing-description', 'warning', 271) },
  ...of('isolated-entity', 'note', 30),
];

test('a report of many findings: the errors, how often each rule found something, the rarest warnings first, what to do next', async () => {
  await expect(`${linesOf(undocumented).join('\n')}\n`).toMatchFileSnapshot('expected/brief.txt');
});

test('each finding in full where all of them are asked for', () => {
  const lines = linesOf(undocumented, { verbose: true });
  expect(lines).toContain('    schema/all.ts:271:3  Number 270 of missing-description.');
  expect(lines.filter((line) => line.startsWith('  Number')).length).toBe(185 + 90 + 2 + 30);
});

test.each([
  ['a finding more than fits', of('a', 'warning', 21)],
  ['a thousand errors', of('a', 'error', 1000)],
  ['a thousand errors and a thousand warnings', [...of('a', 'error', 1000), ...of('b', 'warning', 1000)]],
  ['a hundred rules', Array.from({ length: 100 }, (_, at) => of(`rule-${at}`, (['error', 'warning', 'note'] as const)[at % 3] ?? 'note', 1 + (at % 7))).flat()],
  ['an error that is longer than a screen, among others', [{ rule: 'page-stale', severity: 'error' as const, message: 'It is stale.', detail: '+\n'.repeat(5000) }, ...of('b', 'error', 3), ...of('c', 'warning', 100)]],
])('%s: at most sixty lines', (_, findings) => {
  const lines = linesOf(findings);
  expect(lines.length).toBeLessThanOrEqual(60);
  expect(lines.length).toBeGreaterThan(5);
});

test('what is left out is counted', () => {
  expect(linesOf(of('a', 'error', 1000))).toContain('And 987 more errors: `--verbose` prints all.');
  expect(linesOf([{ rule: 'page-stale', severity: 'error', message: 'It is stale.', detail: `${'+\n'.repeat(99)}+` }]).filter((line) => line.includes('more lines'))).toEqual(['  … 50 more lines: `--verbose` prints all.']);
  const rules = Array.from({ length: 20 }, (_, at) => of(`rule-${String(at).padStart(2, '0')}`, 'note', 10)).flat();
  expect(linesOf(rules)).toContain('  and 6 more rules with 60 more findings');
});

test('few findings stand in full, with no summary', () => {
  expect(linesOf(of('a', 'warning', 2))).toEqual([
    'schema/all.ts:1:3  warning  a', '  Number 0 of a.', '  Fix it.', '', 'schema/all.ts:2:3  warning  a', '  Number 1 of a.', '  Fix it.', '', '2 warnings', '', 'Next: fix the errors.',
  ]);
});

test('what other commands print is as short, without rules to run', () => {
  const lines = renderTerminalReport([...of('page-stale', 'error', 91), ...of('b', 'warning', 9)], { colour: false }).split('\n');
  expect(lines.length).toBeLessThanOrEqual(61);
  expect(lines).toContain('  and 6 more (`--verbose` prints all)');
});

test('a finding that stands for a few names their places, one that stands for many does not', () => {
  const standing = (count: number): Finding => ({ rule: 'missing-owner', severity: 'note', address: 'postgresql', message: 'Some have no owner.', location: { file: 'schema/all.ts', line: 1, column: 3 }, instances: of('missing-owner', 'note', count) });
  expect(linesOf([standing(2)]).slice(0, 4)).toEqual(['postgresql  note  missing-owner', '  Some have no owner.', '    schema/all.ts:1:3', '    schema/all.ts:2:3']);
  expect(linesOf([standing(6)]).slice(0, 3)).toEqual(['postgresql  note  missing-owner', '  Some have no owner.', '']);
});
