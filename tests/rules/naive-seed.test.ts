import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lint } from '../../src/lib/pipeline/lint.ts';
import { terminalReporter } from '../../src/lib/report/terminal-reporter.ts';

const folder = fileURLToPath(new URL('../fixtures/naive-seed/', import.meta.url));
const shipped = fileURLToPath(new URL('../../schema', import.meta.url));

/** The schema that a hurried engineer would copy from the hand-written page. */
async function lintFolder(schemaDir: string) {
  const result = await lint({ schemaDir });
  if (result.kind === 'unreadable') throw new Error(result.findings.map(({ message }) => message).join('\n'));
  return result;
}

test('everything that is reported of a faithful copy of the seed page', async () => {
  const { findings, suppressed } = await lintFolder(`${folder}schema`);
  const source = (file: string) => readFileSync(`${folder}${file}`, 'utf8');
  const report = terminalReporter.render({ command: 'lint', findings, suppressed, rules: [] }, { colour: false, base: '', source, verbose: true });
  await expect(report).toMatchFileSnapshot('../fixtures/naive-seed/expected.txt');
});

test.each([
  ['audit_logs is permanent and retained minimum 2 years', 'contradictory-retention', ['mongodb.audit_logs']],
  ['contract_pdfs is eliminated and still listed', 'tombstone-still-living', ['mongodb.contract_pdfs']],
  ['audit_logs.resourceId is polymorphic, and nothing says of what', 'missing-discriminator', ['mongodb.audit_logs.resourceId']],
  ['onboarding_runs.context_file_id is one pointer with two targets', 'ambiguous-target', ['postgresql.onboarding_runs.context_file_id']],
  ['activities.output_ref and activity_outputs.activityId say one fact twice', 'two-way-reference-without-authority', ['mongodb.activity_outputs.activityId']],
  ['WORM on the contracts prefix cannot be set up', 'object-lock-by-prefix', ['s3.contracts']],
  ['placeholders are bound to nothing', 'unbound-placeholder', ['s3.activity_outputs.ext', 's3.contracts.contractRefId', 's3.contracts.templateVersion', 's3.strategies.version']],
  ['skills is not the only exception', 'claim-does-not-hold', ["claim:Every collection is scoped by tenantId. The only exception is skills with tenantId: 'global' for platform-wide default skill files."]],
])('found in it: %s', async (_, rule, addresses) => {
  const { findings } = await lintFolder(`${folder}schema`);
  const errors = findings.filter((finding) => finding.rule === rule);
  expect(errors.map(({ address }) => address)).toEqual(addresses);
  expect(errors.every(({ severity }) => severity === 'error')).toBe(true);
});

test('those are its only errors, and nothing else is worth a warning', async () => {
  const { findings } = await lintFolder(`${folder}schema`);
  expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(11);
  expect(findings.filter(({ severity }) => severity === 'warning')).toEqual([]);
});

test('the same system, modelled well, is quiet', async () => {
  const { findings, suppressed } = await lintFolder(shipped);
  expect(findings).toEqual([]);
  expect(suppressed.map(({ finding }) => [finding.rule, finding.address])).toEqual([
    ['personal-data-without-end', 'mongodb.audit_logs'],
    ['personal-data-without-end', 'postgresql.contracts'],
    ['reference-to-tenantless-record', 'postgresql.onboarding_runs.context_file_id'],
    ['unique-across-tenants', 'postgresql.social_posts'],
    ['old-versions-kept-forever', 's3.contracts'],
  ]);
});
