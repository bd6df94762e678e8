import { mkdir, readFile, symlink } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askForStores } from '../../scripts/init/choose-stores.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { runCommand } from '../support/run-command.ts';
import { gitProject, gitProjectAt } from './git-project.ts';
import { put, runPolyref, textsOf } from './run-polyref.ts';

const NEXT = '\nNext:\n  npx polyref generate  writes the pages: commit them with the schema\n  npx polyref start     builds the site and serves it on this machine\n';
const UNLISTED = '\nNo package.json here lists polyref: CI installs what is listed. Add it to devDependencies.\n';

/** Every file but those of Git. */
async function filesOf(cwd: string): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await textsOf(cwd))].filter(([path]) => !path.startsWith('.git/')));
}

test('in an empty repository: a schema that has its pages and no finding, and a second run has nothing to do', async () => {
  const cwd = await temporaryFolder();
  await gitProjectAt(cwd).git('init', '--quiet');
  const created = ['.gitattributes', '.github/workflows/polyref.yml', '.gitignore', 'package.json', 'polyref.config.ts', 'schema/mongodb/events.ts', 'schema/postgresql/tenants.ts', 'schema/processes/tenant-eraser.ts', 'schema/s3/logos.ts', 'schema/system.ts'];
  expect(await runPolyref(['init'], { cwd })).toMatchObject({ code: 0, err: '', out: `Created:\n${created.map((path) => `  ${path}\n`).join('')}${UNLISTED}${NEXT}` });
  const files = await filesOf(cwd);
  expect([...files.keys()].sort()).toEqual([...created].sort());
  expect(files.get('.gitattributes')).toBe('src/content/docs/reference/** linguist-generated text eol=lf\npublic/catalog.json linguist-generated text eol=lf\n');
  expect(files.get('.gitignore')).toBe('node_modules/\npolyref-site/\n');
  expect(JSON.parse(files.get('package.json') ?? '')).toEqual({
    private: true,
    type: 'module',
    scripts: { 'schema:generate': 'polyref generate', 'schema:check': 'polyref check', 'schema:lint': 'polyref lint', 'schema:diff': 'polyref diff', 'schema:dev': 'polyref dev', 'schema:build': 'polyref build' },
  });
  expect(await runPolyref(['init'], { cwd })).toMatchObject({ code: 0, err: '', out: `Nothing to write: everything is there.\n${UNLISTED}${NEXT}` });
  expect(await filesOf(cwd)).toEqual(files);
  expect(await runPolyref(['generate'], { cwd })).toMatchObject({ code: 0, err: '' });
  expect(await runPolyref(['check'], { cwd })).toMatchObject({ code: 0, err: '' });
  expect(await runPolyref(['lint'], { cwd })).toMatchObject({ code: 0, err: '', out: 'No findings\n' });
  // What .gitattributes names is what is generated.
  const { git } = gitProjectAt(cwd);
  await git('add', '--all');
  const generated = [...(await filesOf(cwd)).keys()].filter((path) => !created.includes(path));
  expect(generated.length).toBeGreaterThan(10);
  const attributes = await git('check-attr', 'linguist-generated', '--', ...generated);
  expect(attributes.split('\n').filter((line) => !line.endsWith(': linguist-generated: set'))).toEqual([]);
});

test('what is there stays and is named: nothing of it changes but the scripts that are missing', async () => {
  const own = {
    '.gitattributes': '* text=auto\npublic/catalog.json linguist-generated text eol=lf\n',
    '.gitignore': '/node_modules\n',
    '.github/workflows/polyref.yml': 'name: Ours\n',
    'package.json': '{\r\n\t"devDependencies": {\r\n\t\t"polyref": "0.1.0"\r\n\t},\r\n\t"scripts": {\r\n\t\t"schema:lint": "spectral lint"\r\n\t}\r\n}\r\n',
    'polyref.config.ts': 'export default {};\n',
    'schema/ours.ts': 'export {};\n',
  };
  const { cwd } = await gitProject(own);
  expect(await runCommand(['init'], { cwd })).toEqual({
    code: 0,
    err: '',
    out: `Added to package.json: schema:generate, schema:check, schema:diff, schema:dev, schema:build

Left as they are:
  schema
  polyref.config.ts
  package.json: its script schema:lint
  .github/workflows/polyref.yml, which lacks:
    - uses: ./node_modules/polyref
  .gitattributes, which lacks:
    src/content/docs/reference/** linguist-generated text eol=lf
  .gitignore, which lacks:
    polyref-site/
${NEXT}`,
  });
  const { 'package.json': _, ...rest } = own;
  const after = Object.fromEntries(await filesOf(cwd));
  expect(after).toMatchObject(rest);
  expect(Object.keys(after).sort()).toEqual(Object.keys(own).sort());
  expect(after['package.json']).toBe(
    '{\r\n\t"devDependencies": {\r\n\t\t"polyref": "0.1.0"\r\n\t},\r\n\t"scripts": {\r\n\t\t"schema:lint": "spectral lint",\r\n\t\t"schema:generate": "polyref generate",\r\n\t\t"schema:check": "polyref check",\r\n\t\t"schema:diff": "polyref diff",\r\n\t\t"schema:dev": "polyref dev",\r\n\t\t"schema:build": "polyref build"\r\n\t}\r\n}\r\n',
  );
});

test('a run that was cut short is completed by the next one', async () => {
  const { cwd } = await gitProject({ 'README.md': 'Shop\n' });
  await runCommand(['init', '--stores', 'postgresql'], { cwd });
  const whole = await filesOf(cwd);
  expect([...whole.keys()].filter((path) => path.startsWith('schema/'))).toEqual(['schema/postgresql/tenants.ts', 'schema/processes/tenant-eraser.ts', 'schema/system.ts']);
  const { git } = gitProjectAt(cwd);
  await git('add', 'schema/system.ts', 'package.json');
  await git('clean', '--force', '--quiet', '-d');
  expect(await runCommand(['init', '--stores', 'postgresql'], { cwd })).toMatchObject({ code: 0, out: expect.stringMatching(/^Created:\n {2}\.gitattributes\n {2}\.github\/workflows\/polyref\.yml\n {2}\.gitignore\n {2}polyref\.config\.ts\n {2}schema\/postgresql\/tenants\.ts\n {2}schema\/processes\/tenant-eraser\.ts\n/) as string });
  expect(await filesOf(cwd)).toEqual(whole);
});

test('in a package of a workspace: the workflow goes to the root, everything else into the package, with the commands of pnpm', async () => {
  const { cwd: root } = await gitProject({
    'package.json': '{ "packageManager": "pnpm@10.1.0", "devDependencies": { "polyref": "0.1.0" } }\n', 'pnpm-lock.yaml': '', '.gitignore': 'node_modules\n', 'packages/db/package.json': '{\n  "name": "db",\n  "type": "commonjs"\n}\n',
  });
  const cwd = join(root, 'packages/db');
  const ran = await runCommand(['init', '--stores', 's3,mongodb'], { cwd });
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toBe(`Created:
  ../../.github/workflows/polyref.yml
  .gitattributes
  .gitignore
  polyref.config.ts
  schema/mongodb/tenants.ts
  schema/processes/tenant-eraser.ts
  schema/s3/logos.ts
  schema/system.ts
Added to package.json: schema:generate, schema:check, schema:lint, schema:diff, schema:dev, schema:build

No package.json here lists zod: CI installs what is listed. Add it to devDependencies.

Next:
  pnpm polyref generate  writes the pages: commit them with the schema
  pnpm polyref start     builds the site and serves it on this machine
`);
  const workflow = await readFile(join(root, '.github/workflows/polyref.yml'), 'utf8');
  expect(workflow).toContain('      - run: pnpm install --frozen-lockfile\n');
  expect(workflow).toContain('      - uses: ./packages/db/node_modules/polyref\n        with:\n          working-directory: packages/db\n');
  // The workflow of one package checks no other.
  await put(root, { 'packages/db2/package.json': '{}\n' });
  expect((await runCommand(['init', '--stores', 's3'], { cwd: join(root, 'packages/db2') })).out).toContain(`Left as they are:
  ../../.github/workflows/polyref.yml, which lacks:
    - uses: ./packages/db2/node_modules/polyref
      with:
        working-directory: packages/db2
`);
  expect(await readFile(join(root, '.github/workflows/polyref.yml'), 'utf8')).toBe(workflow);
  // The module system of the package makes no difference.
  expect(await runPolyref(['generate'], { cwd })).toMatchObject({ code: 0, err: '' });
  expect(await runPolyref(['lint'], { cwd })).toMatchObject({ code: 0, err: '' });
});

test('with --schema, scripts and workflow say where the schema is', async () => {
  const { cwd } = await gitProject({ 'package.json': '{}\n' });
  const { out } = await runCommand(['init', '--stores', 's3', '--schema', 'our docs/schema'], { cwd });
  expect(out).toContain("  npx polyref generate --schema 'our docs/schema'  writes the pages");
  expect(JSON.parse(await readFile(join(cwd, 'package.json'), 'utf8'))).toMatchObject({ scripts: { 'schema:check': "polyref check --schema 'our docs/schema'" } });
  expect(await readFile(join(cwd, '.github/workflows/polyref.yml'), 'utf8')).toMatch(/ {6}- uses: \.\/node_modules\/polyref\n {8}with:\n {10}schema: "our docs\/schema"\n$/);
  expect([...(await filesOf(cwd)).keys()].filter((path) => path.startsWith('our docs'))).toEqual(['our docs/.gitattributes', 'our docs/polyref.config.ts', 'our docs/schema/processes/tenant-eraser.ts', 'our docs/schema/s3/logos.ts', 'our docs/schema/system.ts']);
});

test('what stands in the way is named, and nothing is written', async () => {
  const outside = await temporaryFolder();
  const refused = async (files: Readonly<Record<string, string>>, args: readonly string[], prepare: (cwd: string) => Promise<unknown> = async () => undefined) => {
    const { cwd } = await gitProject({ 'README.md': '', ...files });
    await prepare(cwd);
    const before = await filesOf(cwd);
    const { code, out, err } = await runCommand(['init', ...args], { cwd });
    expect(await filesOf(cwd)).toEqual(before);
    expect([code, out]).toEqual([2, '']);
    return err.replaceAll(cwd, '/repo').replaceAll(outside, '/outside');
  };
  expect(await refused({ 'package.json': '{\n  "name": "shop",\n}\n' }, [])).toBe('error: `package.json:3:1` is not valid JSON (PropertyNameExpected), so no scripts can be added to it. Nothing was written. Fix the file, and run `polyref init` again.\n');
  expect(await refused({}, ['--stores', 'postgres'])).toBe('error: --stores knows no `postgres`. Did you mean `postgresql`?\n');
  expect(await refused({}, ['--stores', 'redis'])).toBe('error: --stores knows no `redis`. There are postgresql, mongodb and s3.\n');
  expect(await refused({}, ['--stores', 's3,'])).toBe('error: --stores has an empty name in `s3,`. Write the stores with commas between them: --stores postgresql,mongodb,s3\n');
  expect(await refused({}, ['--stores', ''])).toBe('error: --stores has no name. Write the stores with commas between them: --stores postgresql,mongodb,s3\n');
  expect(await refused({}, ['--schema', outside])).toBe('error: `/outside` is outside of the repository `/repo`: run `polyref init` in the repository that holds it.\n');
  expect(await refused({}, ['--schema', '${{ x }}/schema'])).toBe('error: A workflow cannot name the folder `${{ x }}/schema`: GitHub evaluates `${{`. Nothing was written. Rename the folder.\n');
  expect(await refused({ '.github': 'a file\n' }, [])).toBe('error  disk-refuses\n  `.github` must be a folder: a file is there.\n  Fix that, and run `polyref init` again: it writes what is missing.\n\n1 error\n');
  expect(await refused({}, [], (cwd) => symlink(outside, join(cwd, '.github')))).toBe(
    'error  disk-refuses\n  `.github` is a symbolic link that leads out of the folder to write to.\n  Fix that, and run `polyref init` again: it writes what is missing.\n\n1 error\n',
  );
  expect([...(await textsOf(outside))]).toEqual([]);
});

test('no file is written through a link: one in its place stays, and is named', async () => {
  const outside = await temporaryFolder();
  await put(outside, { 'package.json': '{}\n' });
  const { cwd } = await gitProject({ 'README.md': '' });
  await symlink(join(outside, 'package.json'), join(cwd, 'package.json'));
  await mkdir(join(cwd, 'polyref.config.ts'));
  const { code, out } = await runCommand(['init'], { cwd });
  expect(code).toBe(0);
  expect(out).toContain('\nLeft as they are:\n  polyref.config.ts\n  package.json\n\n');
  expect(await readFile(join(outside, 'package.json'), 'utf8')).toBe('{}\n');
});

test('on a terminal it asks: the choice is what was marked, and a question without an answer is an error', async () => {
  const answer = async (...keys: readonly string[]) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const asked = askForStores(input, output);
    for (const key of keys) input.write(key);
    const stores = await asked.catch((error: Error) => error.message);
    return { stores, shown: String(output.read()) };
  };
  expect(await answer('\r')).toMatchObject({ stores: ['postgresql', 'mongodb', 's3'], shown: expect.stringContaining('Which stores does your system have?') as string });
  // The first is unmarked.
  expect(await answer(' ', '\r')).toMatchObject({ stores: ['mongodb', 's3'] });
  expect(await answer('\u0003')).toMatchObject({ stores: 'Nothing was written.' });
});
