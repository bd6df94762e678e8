import { execFileSync } from 'node:child_process';
import { cp, lstat, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put, runPolyref, smallSchema } from './run-polyref.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await temporaryFolder();
  await put(cwd, smallSchema);
});

const lintTo = (...file: readonly string[]) => runPolyref(['lint', '--format', 'json', '--output', ...file], { cwd });

test.each(['schema/postgresql/tenants.ts', 'schema/new.ts', 'polyref.config.ts', 'polyref.baseline.json', 'polyref.accepted.txt'])('a report never takes the place of %s, which it is made from', async (file) => {
  const before = await readFile(join(cwd, file), 'utf8').catch(() => undefined);
  const { code, err } = await lintTo(file);
  expect([code, err]).toEqual([2, `error: The report cannot be written to \`${file}\`: Polyref reads that file. Name another one.\n`]);
  expect(await readFile(join(cwd, file), 'utf8').catch(() => undefined)).toBe(before);
});

test('nor of a file that the command names', async () => {
  await put(cwd, { 'own.ts': "import { defineConfig } from 'polyref';\nexport default defineConfig({});\n" });
  await symlink('own.ts', join(cwd, 'link.ts'));
  await runPolyref(['lint', '--update-baseline', '--baseline', 'own.json'], { cwd });
  for (const [flag, named, file] of [['--config', 'own.ts', 'own.ts'], ['--config', 'link.ts', 'own.ts'], ['--config', 'link.ts', 'link.ts'], ['--baseline', 'own.json', './own.json']] as const) {
    const before = await readFile(join(cwd, file), 'utf8');
    expect(await lintTo(file, flag, named)).toMatchObject({ code: 2, err: `error: The report cannot be written to \`${file}\`: Polyref reads that file. Name another one.\n` });
    expect(await readFile(join(cwd, file), 'utf8')).toBe(before);
  }
});

test('nor of what it compares with', async () => {
  await runPolyref(['generate'], { cwd });
  await cp(join(cwd, 'schema'), join(cwd, 'old/schema'), { recursive: true });
  const cases = [['public/catalog.json', 'public/catalog.json'], ['old', 'old/schema/postgresql/tenants.ts'], ['old', 'old/polyref.accepted.txt'], ['old/schema', 'old/schema/postgresql/tenants.ts'], ['.', 'public/catalog.json']] as const;
  for (const [base, file] of cases) {
    const before = await readFile(join(cwd, file), 'utf8').catch(() => undefined);
    expect(await runPolyref(['diff', base, '--format', 'json', '--output', file], { cwd })).toMatchObject({ code: 2, err: `error: The report cannot be written to \`${file}\`: Polyref reads that file. Name another one.\n` });
    expect(await readFile(join(cwd, file), 'utf8').catch(() => undefined)).toBe(before);
  }
});

test('a report does not reach the schema by another way either', async () => {
  await symlink('schema', join(cwd, 'way'));
  expect((await lintTo('way/postgresql/tenants.ts')).code).toBe(2);
});

test('a pipe is written to, and stays one', async () => {
  const pipe = join(cwd, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const [written, read] = await Promise.all([lintTo('pipe'), readFile(pipe, 'utf8')]);
  expect(written.code).toBe(0);
  expect(JSON.parse(read)).toMatchObject({ command: 'lint' });
  expect((await lstat(pipe)).isFIFO()).toBe(true);
});

test('a link to a device is written through, and stays one', async () => {
  await symlink('/dev/null', join(cwd, 'nowhere'));
  expect((await lintTo('nowhere')).code).toBe(0);
  expect((await lstat(join(cwd, 'nowhere'))).isSymbolicLink()).toBe(true);
});

test('a folder, and what cannot be made, is named', async () => {
  expect((await lintTo('schema')).err).toBe('error: The report cannot be written to `schema`: it is a folder. Name a file.\n');
  await writeFile(join(cwd, 'file'), '');
  const long = 'a'.repeat(300);
  expect((await lintTo(long)).err).toBe(`error: The report cannot be written to \`${long}\`: its name is too long.\n`);
});

test.each([
  ['', '--output needs a path, and is empty.'],
  ['  ', '--output needs a path, and is empty.'],
  ['~', '--output begins with `~`, which the shell did not expand. Write "$HOME/…", or ./~ for a folder with that name.'],
  ['~/report.json', '--output begins with `~`, which the shell did not expand. Write "$HOME/…", or ./~ for a folder with that name.'],
  ['file:///tmp/report.json', '--output must be a path, not the URL `file:///tmp/report.json`.'],
])('the path %j is refused', async (path, message) => {
  expect(await lintTo(path)).toMatchObject({ code: 2, err: `error: ${message}\n` });
});
