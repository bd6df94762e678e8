import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { makeReportSchema } from '../../scripts/make-report-schema.ts';
import { reporters } from '../../src/lib/report/index.ts';
import reportSchema from '../../src/lib/report/json/report.schema.json' with { type: 'json' };
import { stableJson } from '../../src/lib/model/stable-json.ts';
import type { Report } from '../../src/lib/report/report.ts';
import { sampleOptions, sampleReport } from './sample-report.ts';

const EXTENSIONS: Readonly<Record<string, string>> = { json: 'json', sarif: 'sarif.json', markdown: 'md' };
const render = (name: string, report: Report = sampleReport, options = sampleOptions) => reporters.find((reporter) => reporter.name === name)?.render(report, options) ?? '';
const nothing: Report = { command: 'lint', findings: [], suppressed: [], rules: [] };

describe.each(reporters.map((reporter) => reporter.name))('%s', (name) => {
  test('everything', async () => {
    await expect(render(name)).toMatchFileSnapshot(`expected/report-${name}.${EXTENSIONS[name] ?? 'txt'}`);
  });

  test('nothing', async () => {
    await expect(render(name, nothing)).toMatchFileSnapshot(`expected/nothing-${name}.${EXTENSIONS[name] ?? 'txt'}`);
  });
});

test('in colour, the source too', async () => {
  await expect(render('terminal', sampleReport, { ...sampleOptions, colour: true })).toMatchFileSnapshot('expected/report-terminal-colour.txt');
});

test('a report that is too long for a comment keeps what is worst, and says that there is more', () => {
  const many = Array.from({ length: 300 }, (_, at) => ({ rule: 'x', severity: at % 2 === 0 ? 'warning' as const : 'error' as const, address: `mongodb.e${at}`, message: `Number ${at}. ${'Words. '.repeat(40)}` }));
  const comment = render('markdown', { ...nothing, findings: many, appendix: ['A picture.'] });
  expect(comment.length).toBeLessThan(65_536);
  expect(comment).toContain('Number 299.');
  expect(comment).not.toContain('Number 298.');
  expect(comment.endsWith('</details>\n\nThe rest is too long for a comment: run the command for all of it.\n')).toBe(true);
});

test('pictures that are too large for a comment are left out, and it says so', () => {
  const comment = render('markdown', { ...nothing, appendix: ['A small picture.', 'A large picture. '.repeat(4000), 'Another small one.'] });
  expect(comment.endsWith('\n\nA small picture.\n\nSome of the pictures are too large for a comment.\n')).toBe(true);
});

test('a schema that does not stand where the report is read', () => {
  const options = { ...sampleOptions, base: 'services/the shop/' };
  expect(render('github', sampleReport, options)).toContain('::error file=services/the shop/schema/mongodb/skills.ts,line=4,col=5,');
  expect(render('sarif', sampleReport, options)).toContain('"uri":"services/the%20shop/schema/mongodb/skills.ts"');
  expect(render('markdown', sampleReport, options)).toContain('`services/the shop/schema/mongodb/skills.ts:4`');
});

test('a finding that stands for many has their places in SARIF and JSON, and one line in an annotation', () => {
  const at = (line: number) => ({ file: 'schema/a.ts', line, column: 1 });
  const single = (line: number) => ({ rule: 'missing-owner', severity: 'note' as const, address: `mongodb.e${line}`, entity: `mongodb.e${line}`, message: `\`mongodb.e${line}\` has no owner.`, location: at(line) });
  const report: Report = { ...nothing, findings: [{ rule: 'missing-owner', severity: 'note', address: 'mongodb', message: '30 of 30 collections have no owner.', location: at(1), instances: Array.from({ length: 30 }, (_, line) => single(line + 1)) }] };
  const [result] = (JSON.parse(render('sarif', report)) as { runs: { results: { relatedLocations: { message: { text: string }; physicalLocation: unknown }[] }[] }[] }).runs[0]?.results ?? [];
  expect(result?.relatedLocations).toHaveLength(20);
  expect(result?.relatedLocations[1]).toEqual({ message: { text: '`mongodb.e2` has no owner.' }, physicalLocation: { artifactLocation: { uri: 'schema/a.ts', uriBaseId: '%SRCROOT%' }, region: { startLine: 2, startColumn: 1 } } });
  expect((JSON.parse(render('json', report)) as { counts: object; findings: { instances: unknown[] }[] }).findings[0]?.instances).toHaveLength(30);
  expect((JSON.parse(render('json', report)) as { counts: object }).counts).toEqual({ error: 0, warning: 0, note: 1, suppressed: 0 });
  expect(render('github', report)).toBe('::notice file=schema/a.ts,line=1,col=1,title=missing-owner::30 of 30 collections have no owner.\n');
});

describe('json', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(reportSchema);

  test('fits its schema', () => {
    for (const report of [sampleReport, nothing]) {
      validate(JSON.parse(render('json', report)));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ ...(JSON.parse(render('json')) as object), findings: [{ rule: 'x' }] })).toBe(false);
  });

  test('the schema is that of the types: if this fails, run `node scripts/make-report-schema.ts`', () => {
    expect(stableJson(reportSchema)).toBe(makeReportSchema());
  });
});

describe('sarif', () => {
  const official = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object;
  const ajv = new AjvDraft04.default({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(official);

  test('fits the official schema', () => {
    for (const report of [sampleReport, nothing]) {
      validate(JSON.parse(render('sarif', report)));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ ...(JSON.parse(render('sarif')) as object), version: '2.0.0' })).toBe(false);
  });

  test('a finding keeps its fingerprint when its line moves and its words change', () => {
    const prints = (report: Report) => [...render('sarif', report).matchAll(/"polyref\/v1": ?"(\w+)"/g)].map(([, print]) => print);
    const moved = { ...sampleReport, findings: sampleReport.findings.map((finding) => ({ ...finding, ...(finding.address === undefined ? {} : { message: 'Put better.' }), location: { file: 'schema/a.ts', line: 1, column: 1 } })) };
    expect(prints(moved)).toEqual(prints(sampleReport));
    expect(new Set(prints(sampleReport)).size).toBe(8);
  });
});

test('two findings of one rule at one address are two', () => {
  const [finding] = sampleReport.findings;
  if (finding === undefined) throw new Error('The sample has findings.');
  const twice = render('sarif', { ...nothing, findings: [finding, finding] });
  expect(new Set([...twice.matchAll(/"polyref\/v1": ?"(\w+)"/g)].map(([, print]) => print)).size).toBe(2);
});
