import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put, runPolyref, smallSchema } from './run-polyref.ts';

/** Rules that no later rule can join: what the command does with findings must not change when there are more rules. */
const config = `import { defineConfig, defineRule } from 'polyref';

const words = { family: 'documentation', why: 'It matters.', mend: 'Mend it.' } as const;

export default defineConfig({
  own: [
    defineRule({
      ...words, id: 'shop-owner', severity: 'error', statement: 'Every entity has an owner.',
      *check({ catalog }) {
        for (const { address, owner } of catalog.entities) if (owner === undefined) yield { entity: address, message: \`\\\`\${address}\\\` has no owner.\`, hint: "Write owner: '…'." };
      },
    }),
    defineRule({
      ...words, id: 'shop-tenant-first', severity: 'warning', statement: 'Tenants come first.',
      *check({ catalog }) {
        for (const { address, fields } of catalog.entities) if (fields[1]?.path === 'tenantId') yield { entity: address, field: 'tenantId', message: \`\\\`\${address}.tenantId\\\` is not first.\` };
      },
    }),
  ],
});
`;

/** Only these two: whatever else finds something in the small schema is not asked. */
const only = ['--rule', 'shop-owner', '--rule', 'shop-tenant-first'];

async function project(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const cwd = await temporaryFolder();
  await put(cwd, { ...smallSchema, 'polyref.config.ts': config, ...more });
  return cwd;
}

const owned = (text: string | undefined) => (text ?? '').replace("  retention: expires('30 days'", "  owner: 'shop',\n  retention: expires('30 days'").replace('  retention: permanent()', "  owner: 'shop',\n  retention: permanent()");
const carts = smallSchema['schema/mongodb/carts.ts'];
const tenants = smallSchema['schema/postgresql/tenants.ts'];

describe('lint', () => {
  test('prints findings by file with the lines that are meant; an error fails', async () => {
    const run = await runPolyref(['lint', ...only], { cwd: await project() });
    expect(run).toMatchObject({ code: 1, err: '' });
    await expect(run.out).toMatchFileSnapshot('expected/lint-terminal.txt');
  });

  test('clean: a schema with what the rules ask for', async () => {
    const cwd = await project({ 'schema/mongodb/carts.ts': owned(carts), 'schema/postgresql/tenants.ts': owned(tenants) });
    expect(await runPolyref(['lint', '--rule', 'shop-owner'], { cwd })).toEqual({ code: 0, signal: null, out: 'No findings\n', err: '' });
  });

  test('warnings fail when there are more than may be', async () => {
    const cwd = await project({ 'schema/mongodb/carts.ts': owned(carts), 'schema/postgresql/tenants.ts': owned(tenants) });
    expect(await runPolyref(['lint', ...only], { cwd })).toMatchObject({ code: 0, out: expect.stringMatching(/\n1 warning\n$/) as string });
    expect(await runPolyref(['lint', ...only, '--max-warnings', '1'], { cwd })).toMatchObject({ code: 0, err: '' });
    expect(await runPolyref(['lint', ...only, '--max-warnings', '0', '--quiet'], { cwd })).toEqual({ code: 1, signal: null, out: 'No errors\n', err: '1 warning, and --max-warnings allows 0.\n' });
  });

  test('several formats at once, to files and to the terminal', async () => {
    const cwd = await project();
    const run = await runPolyref(['lint', ...only, '--format', 'github,sarif=reports/polyref.sarif', '--format', 'json=polyref.json', '--quiet'], { cwd });
    expect(run).toEqual({
      code: 1, signal: null, err: 'Wrote reports/polyref.sarif: 2 errors.\nWrote polyref.json: 2 errors.\n',
      out: "::error file=schema/mongodb/carts.ts,line=5,col=14,title=shop-owner::`mongodb.carts` has no owner.%0AWrite owner: '…'.\n::error file=schema/postgresql/tenants.ts,line=5,col=14,title=shop-owner::`postgresql.tenants` has no owner.%0AWrite owner: '…'.\n",
    });
    expect(JSON.parse(await readFile(join(cwd, 'polyref.json'), 'utf8'))).toMatchObject({ reportVersion: 1, command: 'lint', counts: { error: 2, warning: 0, note: 0, suppressed: 0 } });
    expect(JSON.parse(await readFile(join(cwd, 'reports/polyref.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'shop-owner' }, { ruleId: 'shop-owner' }] }] });
  });

  test('one format to a file, which names the files of the project as seen from its own folder', async () => {
    const cwd = await project();
    const run = await runPolyref(['lint', '--schema', join(cwd, 'schema'), '--rule', 'shop-owner', '--format', 'markdown', '--output', 'comment.md'], { cwd: join(cwd, 'schema') });
    expect(run).toMatchObject({ code: 1, out: '', err: 'Wrote comment.md: 2 errors.\n' });
    expect(await readFile(join(cwd, 'schema/comment.md'), 'utf8')).toContain('- `schema/mongodb/carts.ts:5` `shop-owner`<br>`mongodb.carts` has no owner.');
  });

  test('a suppressed finding does not count, and is told in reports', async () => {
    const suppressed = (carts ?? '').replace('perTenant, ref }', 'perTenant, ref, suppress }').replace("  tenancy: perTenant('tenantId'),\n", "  tenancy: perTenant('tenantId'),\n  suppress: [suppress('shop-owner', { reason: 'Found in March.', until: '2020-03-31' }), suppress('shop-tenant-first', { at: 'tenantId', reason: 'Old.' })],\n");
    const cwd = await project({ 'schema/mongodb/carts.ts': suppressed, 'schema/postgresql/tenants.ts': owned(tenants) });
    const run = await runPolyref(['lint', ...only, '--rule', 'expired-suppression'], { cwd });
    expect(run.code).toBe(1);
    expect(run.out).toContain('schema/mongodb/carts.ts:8:14  warning  expired-suppression\n  The suppression of `shop-owner` at `mongodb.carts` ended on 2020-03-31.\n');
    expect(run.out).toContain('`mongodb.carts` has no owner.');
    expect(run.out).toMatch(/\n1 error, 1 warning \(1 suppressed\)\n$/);
  });

  test('coverage is shown, and a minimum is kept', async () => {
    const cwd = await project();
    const run = await runPolyref(['lint', '--rule', 'coverage-below-minimum', '--coverage', '--min', 'fields=10,owners=0', '--min', 'tenancy=100'], { cwd });
    expect(run).toMatchObject({ code: 1, err: '' });
    await expect(run.out).toMatchFileSnapshot('expected/lint-coverage.txt');
    const json = await runPolyref(['lint', '--rule', 'coverage-below-minimum', '--coverage', '--format', 'json'], { cwd });
    expect(json.code).toBe(0);
    expect(JSON.parse(json.out)).toMatchObject({ findings: [] });
    expect(json.err).toMatch(/^\ncoverage in %/);
  });
});

describe('the baseline', () => {
  const baseline = 'polyref.baseline.json';
  const alone = config.replace('export default defineConfig({', "export default defineConfig({\n  rules: { '*': 'off', 'shop-owner': 'error', 'shop-tenant-first': 'warning', 'stale-baseline': 'error', 'coverage-fell': 'error' },");

  const holding = (...addresses: readonly string[]) => `${JSON.stringify({ baselineVersion: 1, coverage: { owners: 50 }, findings: addresses.map((address) => ({ rule: 'shop-owner', address })) })}\n`;

  test('holds what is there, the same each time', async () => {
    const cwd = await project({ 'polyref.config.ts': alone });
    expect(await runPolyref(['lint', '--update-baseline'], { cwd })).toEqual({ code: 0, signal: null, err: 'Wrote polyref.baseline.json: 3 findings.\n', out: 'No findings (3 in the baseline)\n' });
    const first = await readFile(join(cwd, baseline), 'utf8');
    expect(await runPolyref(['lint', '--update-baseline'], { cwd })).toMatchObject({ code: 0, err: 'Wrote polyref.baseline.json: 3 findings, as before.\n' });
    expect(await readFile(join(cwd, baseline), 'utf8')).toBe(first);
  });

  test('loses what is mended', async () => {
    const cwd = await project({ 'polyref.config.ts': alone, 'schema/postgresql/tenants.ts': owned(tenants), [baseline]: holding('mongodb.carts', 'postgresql.tenants') });
    const stale = await runPolyref(['lint'], { cwd });
    expect(stale).toMatchObject({ code: 1, err: '' });
    expect(stale.out).toContain('error  stale-baseline\n  The baseline holds `shop-owner` at `postgresql.tenants`, which is not found any more.\n  Run `npx polyref lint --update-baseline`, and commit the file.\n');
    expect(await runPolyref(['lint', '--update-baseline'], { cwd })).toMatchObject({ code: 0, err: 'Wrote polyref.baseline.json: 1 finding, 1 fewer than before.\n' });
    expect(await readFile(join(cwd, baseline), 'utf8')).not.toContain('postgresql.tenants');
  });

  test('never grows, and loses no coverage, until it is deleted', async () => {
    const cwd = await project({ 'polyref.config.ts': alone, [baseline]: holding('mongodb.carts') });
    const run = await runPolyref(['lint', '--update-baseline'], { cwd });
    expect(run).toMatchObject({ code: 1, err: 'Wrote polyref.baseline.json: 1 finding, as before.\n' });
    expect(run.out).toContain('`postgresql.tenants` has no owner.');
    expect(run.out).toContain('error  coverage-fell\n  0 % of entities have an owner (0 of 2); it was 50 %.\n');
    await rm(join(cwd, baseline));
    expect(await runPolyref(['lint', '--update-baseline'], { cwd })).toMatchObject({ code: 0, err: 'Wrote polyref.baseline.json: 3 findings.\n' });
  });

  test('names one by one what a report says once', async () => {
    const owners = "import { defineConfig } from 'polyref';\nexport default defineConfig({ rules: { '*': 'off', 'missing-owner': 'error' } });\n";
    const collections = Object.fromEntries([1, 2, 3, 4, 5].map((at) => [`schema/mongodb/more-${at}.ts`, (carts ?? '').replaceAll('carts', `more_${at}`)]));
    const cwd = await project({ 'polyref.config.ts': owners, ...collections });
    const { out } = await runPolyref(['lint'], { cwd });
    expect(out).toBe("system  error  missing-owner\n  7 of 7 entities in MongoDB and PostgreSQL have no owner: `mongodb.carts`, `mongodb.more_1`, `mongodb.more_2` and 4 more.\n  Name the team: owner: '…' in a domain covers all of its entities.\n\n1 error\n\nNext: fix the errors. `npx polyref explain missing-owner` explains a rule.\n");
    expect(await runPolyref(['lint', '--update-baseline'], { cwd })).toMatchObject({ code: 0, err: 'Wrote polyref.baseline.json: 7 findings.\n' });
    await put(cwd, { 'schema/postgresql/tenants.ts': owned(tenants) });
    expect(await runPolyref(['lint', '--update-baseline'], { cwd })).toMatchObject({ code: 0, err: 'Wrote polyref.baseline.json: 6 findings, 1 fewer than before.\n' });
  });

  test('is recommended where much is found, and not once it is there', async () => {
    const collections = Object.fromEntries([...Array(20).keys()].map((at) => [`schema/mongodb/more-${at}.ts`, (carts ?? '').replaceAll('carts', `more_${at}`)]));
    const cwd = await project({ ...collections });
    const hint = '`npx polyref lint --update-baseline` records what is there, and from then on only new findings are reported.';
    expect((await runPolyref(['lint'], { cwd })).out).toContain(hint);
    expect((await runPolyref(['lint', '--rule', 'missing-owner'], { cwd })).out).toContain('schema/mongodb/more-19.ts:');
    await runPolyref(['lint', '--update-baseline'], { cwd });
    expect((await runPolyref(['lint'], { cwd })).out).not.toContain('--update-baseline');
  });

  test('may stand elsewhere', async () => {
    const cwd = await project({ 'polyref.config.ts': alone });
    expect(await runPolyref(['lint', '--update-baseline', '--baseline', 'known.json'], { cwd })).toMatchObject({ code: 0, err: 'Wrote known.json: 3 findings.\n' });
    expect(await runPolyref(['lint', '--baseline', 'known.json'], { cwd })).toMatchObject({ code: 0, out: 'No findings (3 in the baseline)\n' });
    expect(await runPolyref(['lint'], { cwd })).toMatchObject({ code: 1 });
  });

  test('that is none, or is asked for in parts, is refused', async () => {
    const cwd = await project({ [baseline]: '[]' });
    expect(await runPolyref(['lint'], { cwd })).toMatchObject({ code: 2, out: '', err: expect.stringContaining('polyref.baseline.json:1:1  error  bad-baseline\n  `polyref.baseline.json` is not a valid baseline: it has no `baselineVersion` 1.\n') as string });
    expect(await runPolyref(['lint', '--update-baseline', '--rule', 'shop-owner'], { cwd })).toEqual({ code: 2, signal: null, out: '', err: 'error: --update-baseline needs the findings of all rules: leave --rule out.\n' });
    expect(await readFile(join(cwd, baseline), 'utf8')).toBe('[]');
  });
});

describe('what cannot be done exits 2', () => {
  test('a schema, a configuration or both with mistakes', async () => {
    const cwd = await project({ 'polyref.config.ts': "import { defineConfig } from 'polyref';\n\nexport default defineConfig({\n  rules: { 'mising-retention': 'off' },\n});\n", 'schema/mongodb/notes.ts': 'export const = 1;\n' });
    const run = await runPolyref(['lint'], { cwd });
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('polyref.config.ts:4:12  error  bad-config\n  There is no rule `mising-retention`.\n  Did you mean `missing-retention`?\n');
    expect(run.err).toContain('schema/mongodb/notes.ts:1:14  error  syntax-error\n');
    // Pages tell what the rules find: they are not made either.
    expect(await runPolyref(['generate'], { cwd })).toMatchObject({ code: 2, out: '' });
  });

  test('a rule that there is not, one that throws, a configuration that is not there', async () => {
    const cwd = await project({ 'polyref.config.ts': config.replace('for (const { address, owner } of catalog.entities)', "throw new TypeError('no such owner');\n        for (const { address, owner } of catalog.entities)") });
    expect(await runPolyref(['lint', '--rule', 'shop-ownre'], { cwd })).toEqual({ code: 2, signal: null, out: '', err: 'error  unknown-rule\n  There is no rule `shop-ownre`.\n  Did you mean `shop-owner`?\n\n1 error\n' });
    expect(await runPolyref(['lint', '--rule', 'shop-owner'], { cwd })).toEqual({
      code: 2, signal: null, out: '',
      err: expect.stringMatching(/^polyref\.config\.ts:10:\d+  error  rule-failed\n  The rule `shop-owner` failed: TypeError: no such owner\.\n  A rule reports what does not hold, and never throws\. Fix it, or set it to 'off' in the configuration\.\n/) as string,
    });
    expect(await runPolyref(['lint', '--config', 'ci.ts'], { cwd })).toMatchObject({ code: 2, err: 'error  config-missing\n  There is no configuration `ci.ts`.\n  Name an existing file with --config, or leave it out.\n\n1 error\n' });
  });
});
