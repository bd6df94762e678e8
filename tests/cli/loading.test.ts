import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put, runPolyref } from './run-polyref.ts';

const TABLE = "import { bigint, table } from 'polyref';\nimport * as z from 'zod';\n/** Users. */\nexport const users = table('users', { columns: z.object({ id: bigint() }), primaryKey: ['id'] });\n";

/** A schema whose application module ends the process as soon as it can. */
async function withExit(statement: string): Promise<string> {
  const folder = await temporaryFolder();
  await put(folder, { 'schema/users.ts': `import '../app/main.ts';\n${TABLE}`, 'app/main.ts': `${statement}\n` });
  return folder;
}

test.each(['check', 'generate', 'lint', 'build'])('%s is not clean when a schema file ends the process', async (command) => {
  const folder = await withExit('setTimeout(() => process.exit(0), 0);');
  const { code, err } = await runPolyref([command], { cwd: folder });
  expect(code).toBe(2);
  expect(err).toContain('`app/main.ts` calls process.exit(0).');
  expect(err).toContain('app/main.ts:1:26');
});

test('a schema file has no say in the exit code', async () => {
  const drifted = await withExit("process.on('exit', () => { process.exitCode = 0; });");
  expect((await runPolyref(['check'], { cwd: drifted })).code).toBe(1);
  const clean = await withExit('process.exitCode = 7;');
  expect((await runPolyref(['generate'], { cwd: clean })).code).toBe(0);
  expect((await runPolyref(['check'], { cwd: clean })).code).toBe(0);
});

test('what a schema file prints never reaches a report', async () => {
  const folder = await withExit("console.log('{}');");
  const { code, out, err } = await runPolyref(['lint', '--format', 'json'], { cwd: folder });
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('`app/main.ts` prints `{}`.');
});

test('what a program prints that a schema file starts never reaches a report', async () => {
  const folder = await withExit("import { execSync, spawnSync } from 'node:child_process';\nspawnSync('echo', ['one'], { stdio: 'inherit' });\nspawnSync('echo', ['two'], { stdio: ['ignore', 1, 2] });\nexecSync('echo three', { stdio: 'inherit' });");
  const { code, out } = await runPolyref(['lint', '--format', 'json'], { cwd: folder });
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ findings: expect.any(Array) as unknown });
});

test('--load-timeout bounds how long a file may take', async () => {
  const folder = await withExit('for (;;);');
  const { code, err } = await runPolyref(['check', '--load-timeout', '0.5'], { cwd: folder });
  expect(code).toBe(2);
  expect(err).toContain('`app/main.ts` did not finish loading within 0.5 seconds: it is still running.');
});

test.skipIf(process.platform === 'win32')('a file that waits for the system is reported, and the command ends', async () => {
  const folder = await withExit("import { execSync } from 'node:child_process';\nexecSync('exec sleep 600');");
  const { code, err } = await runPolyref(['check', '--load-timeout', '0.5'], { cwd: folder });
  expect(code).toBe(2);
  expect(err).toBe(`app/main.ts:1:1  error  load-error
  \`app/main.ts\` did not finish loading within 0.5 seconds: it is still running. Imported along \`schema/users.ts → app/main.ts:1:1\`.
  Remove what it waits for: input that does not come, a pipe, or a program that it started.

1 error
`);
}, 120_000);

test('a time limit that is no number is refused', async () => {
  const { code, err } = await runPolyref(['check', '--load-timeout', 'soon'], { cwd: await temporaryFolder() });
  expect([code, err]).toEqual([2, 'error: --load-timeout must be a number of seconds from 0.1 to 3600, not `soon`.\n']);
});

test('a reader that stops reading does not make a command clean', async () => {
  const folder = await temporaryFolder();
  await put(folder, { 'schema/users.ts': TABLE });
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../bin/polyref.js'), 'check'], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  child.stdout.destroy();
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(1);
});

/** What `lint` says of one table with one rule of the team; `check` stands at the start of line 3. */
async function lintWith(check: string, ...flags: readonly string[]) {
  const folder = await temporaryFolder();
  const config = `import { defineConfig, defineRule } from 'polyref';\nexport default defineConfig({ own: [defineRule({ id: 'acme-rule', family: 'documentation', severity: 'error', statement: 'S.', why: 'W.', mend: 'M.',\ncheck: ${check} })] });\n`;
  await put(folder, { 'schema/users.ts': TABLE, 'polyref.config.ts': config });
  return runPolyref(['lint', '--rule', 'acme-rule', ...flags], { cwd: folder });
}

test('a rule of the team is given the catalog and its options', async () => {
  const { code, out } = await lintWith("function* ({ catalog, options }) { for (const { address } of catalog.entities) yield { entity: address, message: `Found \\`${address}\\`, ${Object.keys(options).length} options.` }; }");
  expect(code).toBe(1);
  expect(out).toContain('Found `postgresql.users`, 0 options.');
});

test.each([
  ['never ends', '() => { for (;;); }', 'TimeoutError: `check` did not finish within 0.5 seconds'],
  ['reports slowly without end', "function* () { for (;;) { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50); yield { system: true, message: 'Again.' }; } }", 'TimeoutError: `check` did not finish within 0.5 seconds'],
])('a rule of the team that %s is reported', async (_, check, said) => {
  const { code, err } = await lintWith(check, '--load-timeout', '0.5');
  expect(code).toBe(2);
  expect(err).toContain(`polyref.config.ts:2:37  error  rule-failed\n  The rule \`acme-rule\` failed: ${said}.\n`);
});

test('a rule of the team that reports without end is reported', async () => {
  const { code, err } = await lintWith("function* () { for (;;) yield { system: true, message: 'Again.' }; }");
  expect(code).toBe(2);
  expect(err).toContain('polyref.config.ts:2:37  error  rule-failed\n  The rule `acme-rule` failed: it reports more than 100,000 times.\n');
});

test.each([
  ['it ends the process', '() => process.exit(0)', 'Error: process.exit(0) was called', '3:22'],
  ['it throws', "() => { throw new TypeError('no such thing'); }", 'TypeError: no such thing', '3:22'],
  ['a timer throws', "() => { setTimeout(() => { throw new RangeError('too late'); }, 5); return []; }", 'RangeError: too late', '3:41'],
  ['a promise that it does not wait for is rejected', "() => { void Promise.reject(new RangeError('too late')); return []; }", 'RangeError: too late', '3:36'],
  ['a promise is rejected with text', "() => { void Promise.reject('too late'); return []; }", 'it throws too late, which is not an error', '2:37'],
  ['it throws text', "() => { throw 'no such thing'; }", 'it throws no such thing, which is not an error', '2:37'],
  ['a timer is due later', '() => { setTimeout(() => {}, 60_000); return []; }', '`check` starts work that it does not wait for, such as a timer or a request', '2:37'],
])('a rule of the team is not clean when %s', async (_, check, said, at) => {
  const { code, err } = await lintWith(check);
  expect(code).toBe(2);
  expect(err).toContain(`polyref.config.ts:${at}  error  rule-failed\n  The rule \`acme-rule\` failed: ${said}.\n`);
});

test('a default that fails after the schema was read is no clean schema', async () => {
  const folder = await temporaryFolder();
  await put(folder, { 'schema/users.ts': TABLE.replace('id: bigint()', "id: bigint(), at: z.string().default(() => { void Promise.reject(new Error('too late')); return ''; })") });
  const { code, err } = await runPolyref(['lint'], { cwd: folder });
  expect(code).toBe(2);
  expect(err).toContain('schema/users.ts:4:124  error  load-error\n  `schema/users.ts` cannot be loaded: too late.\n');
});

test('a configuration with something else than plain values is reported, not passed over', async () => {
  const folder = await temporaryFolder();
  await put(folder, { 'schema/users.ts': TABLE, 'polyref.config.ts': "import { defineConfig } from 'polyref';\nexport default defineConfig({ rules: new Map([['no-such-rule', 'error']]) as never });\n" });
  const { code, out, err } = await runPolyref(['lint'], { cwd: folder });
  expect(code).toBe(2);
  expect(out + err).toContain('`rules` is ');
});
