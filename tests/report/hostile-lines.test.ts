import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainAddress } from '../../src/lib/explain/explain-address.ts';
import { analysesOf } from '../../src/lib/analysis/analyses.ts';
import { drawChanges, FINDINGS, reporters, review, reviewReport, type Report } from '../../src/lib/index.ts';
import { stableJson } from '../../src/lib/model/stable-json.ts';
import type { SuppressedFinding } from '../../src/lib/model/suppression.ts';
import { hostileCatalog } from '../emit/hostile-catalog.ts';
import { sampleCatalog } from '../emit/sample-catalog.ts';
import { UNSAFE_PIECES, unsafeLines } from '../support/unsafe-lines.ts';

/** A line of the format `github`, and what the runner takes from it. */
const ANNOTATION = /^::(error|warning|notice) ([^\n]*?)::([^\n]*)$/;
const anyText = fc.array(fc.constantFrom(...UNSAFE_PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
const anyPlace = fc.record({ file: anyText, line: fc.integer({ min: 1, max: 6 }), column: fc.integer({ min: 1, max: 30 }) });
const anyFinding = fc.record({ rule: anyText, severity: fc.constantFrom('error', 'warning', 'note'), message: anyText }, { noNullPrototype: true }).chain((finding) =>
  fc.record({ address: anyText, entity: anyText, hint: anyText, detail: anyText, location: anyPlace }, { requiredKeys: [], noNullPrototype: true }).map((more) => ({ ...finding, ...more })),
);
const anyExcuse: fc.Arbitrary<SuppressedFinding['excuse']> = fc.oneof(
  fc.record({ kind: fc.constant('definition' as const), reason: anyText, until: anyText, issue: anyText, location: anyPlace }, { noNullPrototype: true }),
  fc.record({ kind: fc.constant('acceptance' as const), reason: anyText, location: anyPlace }, { noNullPrototype: true }),
  fc.record({ kind: fc.constant('configuration' as const), reason: anyText }, { noNullPrototype: true }),
  fc.constant({ kind: 'baseline' as const }),
);
const anyReport: fc.Arbitrary<Report> = fc.record({
  command: fc.constant('lint'),
  findings: fc.array(anyFinding, { maxLength: 4 }),
  suppressed: fc.array(fc.record({ finding: anyFinding, excuse: anyExcuse }, { noNullPrototype: true }), { maxLength: 2 }),
  rules: fc.array(fc.record({ id: anyText, severity: fc.constant('error' as const), statement: anyText, why: anyText, mend: anyText, url: anyText }, { noNullPrototype: true }), { maxLength: 2 }),
  vocabulary: fc.constantFrom(FINDINGS, { ...FINDINGS, namesAddresses: true }),
});

test.each(reporters.map((reporter) => [reporter.name, reporter] as const))('%s: no text in any slot commands a terminal or a build server', (name, reporter) => {
  fc.assert(fc.property(anyReport, anyText, anyText, fc.boolean(), (report, source, base, colour) => {
    const output = reporter.render(report, { colour, base, source: () => source });
    expect(unsafeLines(output, { colour: colour && name === 'terminal', ...(name === 'github' ? { own: ANNOTATION } : {}) })).toEqual([]);
  }), { numRuns: 1500 });
});

test('github: a finding is one annotation, of its own file, whatever is in it', () => {
  const unescape = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
  const github = reporters.find(({ name }) => name === 'github')!;
  fc.assert(fc.property(anyReport, (report) => {
    const lines = github.render(report, { colour: false, base: '', source: () => undefined }).split('\n').slice(0, -1);
    expect(lines).toHaveLength(report.findings.length);
    for (const [at, { severity, location }] of report.findings.entries()) {
      const [, command, properties = ''] = ANNOTATION.exec(lines[at] ?? '') ?? [];
      expect(command).toBe(severity === 'note' ? 'notice' : severity);
      const named = properties.split(',').map((property) => property.split('=')[0]);
      expect(named).toEqual([...(location === undefined ? [] : ['file', 'line', 'col']), 'title']);
    }
  }));
  const rendered = github.render({ command: 'lint', findings: [{ rule: 'x', severity: 'error', message: '100 %\n::add-mask::x', hint: 'b', location: { file: 'a,b:c\nd%.ts', line: 1, column: 2 } }], suppressed: [], rules: [] }, { colour: false, base: '', source: () => undefined });
  expect(rendered).toBe('::error file=a%2Cb%3Ac%0Ad%25.ts,line=1,col=2,title=x::100 %25 ⏎ ::add-mask::x%0Ab\n');
  expect(unescape('a%2Cb%3Ac%0Ad%25.ts')).toBe('a,b:c\nd%.ts');
});

test('json and sarif say what was found, to the letter', () => {
  const render = (name: string, report: Report) => JSON.parse(reporters.find((reporter) => reporter.name === name)!.render(report, { colour: false, base: '', source: () => undefined })) as Record<string, unknown>;
  fc.assert(fc.property(anyReport, (report) => {
    expect(render('json', report)['findings']).toEqual(report.findings);
    expect(render('json', report)['suppressed']).toEqual(report.suppressed);
    const [run] = render('sarif', report)['runs'] as readonly { readonly results: readonly { readonly message: { readonly text: string } }[] }[];
    expect(run?.results.map(({ message }) => message.text)).toEqual([...report.findings, ...report.suppressed.map(({ finding }) => finding)].map(({ message, hint, detail }) => [message, hint, detail].filter((part) => part !== undefined && part !== '').join('\n')));
  }));
});

test('a code frame of a template literal that holds commands', () => {
  const source = "const a = `\n::add-mask::secret\n  ::error::\u001b[2J x\n##vso[task.complete]`;\n";
  const finding = { rule: 'x', severity: 'error', message: 'Wrong.', location: { file: 'a.ts', line: 3, column: 11 } } as const;
  const terminal = reporters.find(({ name }) => name === 'terminal')!;
  const output = terminal.render({ command: 'lint', findings: [finding], suppressed: [], rules: [] }, { colour: false, base: '', source: () => source });
  expect(output).toBe('a.ts:3:11  error  x\n  Wrong.\n    2 | ::add-mask::secret\n  > 3 |   ::error::␛[2J x\n      |            ^\n    4 | #\ufffdvso[task.complete]`;\n\n1 error\n');
});

test.each(UNSAFE_PIECES.map((text) => [stableJson(text).trim(), text] as const))('%s in every name and sentence: diff in every format, and explain', (_, text) => {
  const sample = sampleCatalog();
  for (const hostile of [hostileCatalog(sample, text), hostileCatalog(sample, `\n${text}`)]) {
    const reviewed = review({ base: sample, head: hostile });
    const report = reviewReport(reviewed, drawChanges(sample, hostile, reviewed.changes), `Compared with ${text}.`);
    for (const { name, render } of reporters) expect([name, unsafeLines(render(report, { colour: false, base: '', source: () => undefined }), name === 'github' ? { own: ANNOTATION } : {})]).toEqual([name, []]);
    const analyses = analysesOf(hostile);
    for (const { address } of hostile.entities) expect(unsafeLines(explainAddress({ entity: address }, analyses, { findings: [], suppressed: [] }))).toEqual([]);
  }
});
