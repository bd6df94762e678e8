import { readFile } from 'node:fs/promises';
import path, { join } from 'node:path';
import { expect, test } from 'vitest';
import { wayTo } from '../../scripts/from-here.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { runCommand } from '../support/run-command.ts';
import { gitProject } from './git-project.ts';
import { put, smallSchema } from './run-polyref.ts';

const inPackage = Object.fromEntries(Object.entries(smallSchema).map(([file, text]) => [`packages/the db/${file}`, text]));
const LINT = ['lint', '--rule', 'missing-owner', '--max-warnings', '0', '--format'];

test.each([
  ['the package', 'packages/the db', []],
  ['the root', '', ['--schema', 'packages/the db/schema']],
  ['a folder beside it', 'packages/other', ['--schema', '../the db/schema']],
])('annotations and SARIF name files from the root of the repository, run in %s', async (_, folder, flags) => {
  const { cwd } = await gitProject({ ...inPackage, 'packages/other/.keep': '' });
  const report = join(cwd, 'report.sarif');
  const { out } = await runCommand([...LINT, `github,sarif=${report}`, ...flags], { cwd: join(cwd, folder) });
  expect(out).toContain('file=packages/the db/schema/mongodb/carts.ts,line=5,col=14,title=missing-owner::');
  const { runs: [run] } = JSON.parse(await readFile(report, 'utf8')) as { readonly runs: readonly [{ readonly originalUriBaseIds: unknown; readonly results: readonly { readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: unknown } }[] }[] }] };
  expect(run.originalUriBaseIds).toEqual({ '%SRCROOT%': { description: { text: 'The root of the repository.' } } });
  expect(run.results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri: 'packages/the%20db/schema/mongodb/carts.ts', uriBaseId: '%SRCROOT%' });
});

test('without a repository they name files from the project', async () => {
  const folder = await temporaryFolder();
  await put(folder, inPackage);
  const { out } = await runCommand([...LINT, 'github', '--schema', 'packages/the db/schema'], { cwd: folder });
  expect(out).toContain('file=schema/mongodb/carts.ts,line=5,col=14,title=missing-owner::');
});

test.each([
  ['', ['--schema', 'packages/the db/schema'], 'packages/the db/'],
  ['packages/the db/schema', ['--schema', '.'], '../'],
  ['packages/other', ['--schema', '../the db/schema'], '../the db/'],
])('at a terminal, places open from the current folder: %j', async (folder, flags, way) => {
  const cwd = await temporaryFolder();
  const tenants = 'packages/the db/schema/postgresql/tenants.ts';
  await put(cwd, { ...inPackage, [tenants]: inPackage[tenants]?.replace('columns:', "owner: 'shop',\n  columns:") ?? '', 'packages/other/.keep': '' });
  const here = { cwd: join(cwd, folder) };
  const linted = await runCommand([...LINT, 'terminal', ...flags], here);
  expect(linted.out).toContain(`${way}schema/mongodb/carts.ts:5:14  note  missing-owner\n`);
  // The lines that are meant, for which the file was found.
  expect(linted.out).toMatch(/> 5 \| export const carts/);
  expect((await runCommand(['check', ...flags], here)).out).toContain(`${way}src/content/docs/reference/index.mdx:1:1  error  page-missing\n`);
  await put(cwd, { 'packages/the db/schema/bad.ts': 'export const a = ;\n' });
  expect((await runCommand(['generate', ...flags], here)).err).toContain(`${way}schema/bad.ts:1:18  error  syntax-error\n`);
});

test('a way on Windows has slashes, and one to another drive is whole', () => {
  expect(wayTo('C:\\shop\\packages\\db', 'C:\\shop', path.win32)).toBe('packages/db/');
  expect(wayTo('C:\\Shop', 'c:\\shop', path.win32)).toBe('');
  expect(wayTo('D:\\shop', 'C:\\docs', path.win32)).toBe('D:/shop/');
  expect(wayTo('\\\\server\\share\\shop', '\\\\server\\share\\docs', path.win32)).toBe('../shop/');
});
