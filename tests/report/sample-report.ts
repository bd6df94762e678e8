import type { Report, ReportOptions } from '../../src/lib/report/report.ts';

const place = (line: number, column: number, file = 'schema/mongodb/skills.ts') => ({ file, line, column });

/** A report with one of everything: each severity, each excuse, a finding without a place, one without an address. */
export const sampleReport: Report = {
  command: 'lint',
  findings: [
    {
      rule: 'dangling-reference', severity: 'error', address: 'mongodb.skills.tenantId', entity: 'mongodb.skills', location: place(4, 5),
      message: '`mongodb.skills.tenantId` may point at nothing: 100% of `postgresql.tenants` may go first.', hint: 'Write whenTargetGoes: nothing(\'…\').',
    },
    { rule: 'missing-owner', severity: 'warning', address: 'mongodb.skills', entity: 'mongodb.skills', location: place(2, 14), message: '`mongodb.skills` has no owner.' },
    { rule: 'missing-owner', severity: 'warning', address: 'postgresql.odd, name: x', entity: 'postgresql.odd, name: x', location: place(1, 1, 'schema/odd, name.ts'), message: '`postgresql.odd, name: x` has no owner.' },
    { rule: 'claim-does-not-hold', severity: 'error', address: 'claim:No <b>tags</b> | @anyone', message: 'The claim “No <b>tags</b> | @anyone” does not hold, see #12 and https://example.com.' },
    { rule: 'page-stale', severity: 'note', message: '`a.mdx` is stale.', detail: '@@ -1 +1 @@\n-old\n+new', location: place(1, 1, 'a.mdx') },
  ],
  suppressed: [
    {
      finding: { rule: 'missing-owner', severity: 'warning', address: 'mongodb.logs', entity: 'mongodb.logs', location: place(3, 1), message: '`mongodb.logs` has no owner.' },
      excuse: { kind: 'definition', reason: 'It goes with the old agent.', until: '2027-03-01', issue: 'https://example.com/issues/7', location: place(6, 3) },
    },
    { finding: { rule: 'missing-owner', severity: 'warning', address: 'mongodb.old', entity: 'mongodb.old', location: place(1, 1, 'schema/old.ts'), message: '`mongodb.old` has no owner.' }, excuse: { kind: 'configuration', reason: 'Generated.' } },
    { finding: { rule: 'missing-summary', severity: 'note', address: 'mongodb.old', entity: 'mongodb.old', location: place(1, 1, 'schema/old.ts'), message: '`mongodb.old` is not described.' }, excuse: { kind: 'baseline' } },
  ],
  rules: [
    { id: 'missing-owner', severity: 'warning', statement: 'Every entity has an owner.', why: 'Somebody must answer.', mend: 'Write `owner`.', url: 'https://docs.example.com/reference/rules/missing-owner/' },
    { id: 'never-found', severity: 'error', statement: 'It never happens.' },
  ],
};

const SOURCES: Readonly<Record<string, string>> = {
  'schema/mongodb/skills.ts': "/** Skills. */\nexport const skills = collection('skills', {\n  document: z.object({\n\ttenantId: ref('postgresql.tenants.ref_id'), // \u001b[2J\n  }),\n});\n",
  'schema/odd, name.ts': '\n',
};

export const sampleOptions: ReportOptions = { colour: false, base: '', source: (file) => SOURCES[file] };
