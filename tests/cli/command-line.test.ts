import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { commands } from '../../scripts/commands/index.ts';
import { reportFlags } from '../../scripts/report-flags.ts';
import { reporters } from '../../src/lib/index.ts';
import { commandLine, packageRoot, resolveProject } from '../../scripts/project.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { bin, put, runPolyref, startPolyref } from './run-polyref.ts';

describe('help', () => {
  test('of polyref itself, with or without the flag', async () => {
    const run = await runPolyref(['--help']);
    expect(run).toMatchObject({ code: 0, err: '' });
    await expect(run.out).toMatchFileSnapshot('expected/polyref.txt');
    expect(await runPolyref([])).toEqual(run);
  });

  test.each(commands.map((command) => command.name))('of %s', async (name) => {
    const run = await runPolyref([name, '--help']);
    expect(run).toMatchObject({ code: 0, err: '' });
    await expect(run.out).toMatchFileSnapshot(`expected/${name}.txt`);
  });

  test.each(commands.flatMap((command) => command.examples.map(([line]) => line)))('the example `polyref %s` names options that there are', (line) => {
    const [name, ...words] = line.split(' ');
    const known = ['--schema', '--out', '--verbose', ...(commands.find((command) => command.name === name)?.options ?? []).map((option) => option.flags.split(' ')[0])];
    for (const flag of words.filter((word) => word.startsWith('--'))) expect(known).toContain(flag);
  });
});

test('help and version load none of the work', async () => {
  const logging = `import { registerHooks } from 'node:module'; registerHooks({ load(url, context, next) { process._rawDebug(url); return next(url, context); } });`;
  for (const flag of ['--help', '--version']) {
    const { code, err } = await runPolyref([flag], { node: ['--import', `data:text/javascript,${encodeURIComponent(logging)}`] });
    expect(code).toBe(0);
    expect(err).toContain('/scripts/program.ts');
    expect(err.split('\n').filter((url) => /node_modules\/(?!commander\/)|\/src\/lib\/(?:index|dsl|emit|rules|report)\b|\/scripts\/run\//.test(url))).toEqual([]);
  }
});

test('the version is that of the package', async () => {
  expect(await runPolyref(['--version'])).toEqual({ code: 0, signal: null, out: `${manifest.version}\n`, err: '' });
});

test('the help of reports names every format', () => {
  expect(reportFlags[0]?.description.split(';')[0]?.split(/, | or /)).toEqual(reporters.map(({ name }) => name));
});

test('a size that the bench cannot have', async () => {
  expect(await runPolyref(['--entities', '4'], { bin: join(packageRoot, 'scripts/bench.ts') })).toEqual({
    code: 2, signal: null, out: '', err: "error: option '--entities <number>' argument '4' is invalid. It must be a whole number from 5 to 100000.\n",
  });
});

describe('what cannot be meant exits 2', () => {
  test.each([
    [['check', '--bogus'], "error: unknown option '--bogus'\nRun `polyref check --help` to see what there is.\n"],
    [['check', '--shema', 'x'], "error: unknown option '--shema'\n(Did you mean --schema?)\nRun `polyref check --help` to see what there is.\n"],
    [['chekc'], "error: unknown command 'chekc'\n(Did you mean check?)\nRun `polyref --help` to see what there is.\n"],
    [['generate', 'everything'], "error: too many arguments for 'generate'. Expected 0 arguments but got 1: everything.\nRun `polyref generate --help` to see what there is.\n"],
    [['generate', '--out'], "error: option '--out <dir>' argument missing\nRun `polyref --help` to see what there is.\n"],
    [['start', '--port', 'http'], 'error: --port must be a whole number from 1 to 65535, not `http`.\n'],
    [['dev', '--port', '99999'], 'error: --port must be a whole number from 1 to 65535, not `99999`.\n'],
    [['start', '--base', '/\\evil.example/'], 'error: --base must be a path such as /docs/, not `/\\evil.example/`.\n'],
    [['build', '--base', '/docs/../../'], 'error: --base must be a path such as /docs/, not `/docs/../../`.\n'],
    [['dev', '--base', 'https://docs.example.com/'], 'error: --base must be a path such as /docs/, not `https://docs.example.com/`.\n'],
    [['build', '--site', 'docs.example.com'], 'error: --site must be a URL that begins with https:// or http://, not `docs.example.com`.\n'],
    [['lint', '--format', 'srif'], 'error: --format knows no `srif`. Did you mean `sarif`?\n'],
    [['lint', '--format', 'checkstyle'], 'error: --format knows no `checkstyle`. There are terminal, github, json, sarif and markdown.\n'],
    [['lint', '--format', 'json,'], 'error: --format has an empty name. Write the formats with commas between them: --format terminal,json=FILE\n'],
    [['lint', '--format', 'json='], 'error: --format json= names no file.\n'],
    [['lint', '--format', 'json,terminal'], 'error: --format json,terminal would print json among other lines: give it a file, --format json=FILE.\n'],
    [['lint', '--format', 'json=a,sarif=a'], 'error: --format would write two reports to a.\n'],
    [['lint', '--format', 'json=a', '--output', 'b'], 'error: --output b has no format to write: each names a file of its own.\n'],
    [['lint', '--format', 'json,sarif', '--output', 'b'], 'error: --output b could be for json or sarif: name the file with its format, --format json=b\n'],
    [['lint', '--max-warnings', 'few'], 'error: --max-warnings must be a whole number, 0 or more, not `few`.\n'],
    [['lint', '--min', 'feilds=80'], 'error: --min feilds=80: Coverage knows no `feilds`. Did you mean `fields`?\n'],
    [['lint', '--min', '200'], 'error: --min 200: The minimum of `entities` is not a valid percentage. Write a number from 0 to 100.\n'],
    [['lint', '--min', 'fields='], 'error: --min fields=: The minimum of `fields` is not a valid percentage. Write a number from 0 to 100.\n'],
  ])('%j', async (args, message) => {
    expect(await runPolyref(args)).toEqual({ code: 2, signal: null, out: '', err: message });
  });
});

describe('where things are', () => {
  test('within this package, its own schema', () => {
    expect(resolveProject({}, join(packageRoot, 'src'))).toEqual({ schemaDir: join(packageRoot, 'schema'), schemaName: 'schema', outDir: packageRoot, cwd: join(packageRoot, 'src'), flags: [], version: manifest.version, runner: 'npm run' });
    expect(commandLine(resolveProject({}, packageRoot), 'lint', '--rule', 'missing-owner')).toBe('npm run lint -- --rule missing-owner');
  });

  test('elsewhere, the schema there', () => {
    expect(resolveProject({}, '/srv/shop')).toEqual({ schemaDir: '/srv/shop/schema', schemaName: 'schema', outDir: '/srv/shop', cwd: '/srv/shop', flags: [], version: manifest.version, runner: 'npx' });
    expect(commandLine(resolveProject({}, '/srv/shop'), 'generate')).toBe('npx polyref generate');
  });

  test('a named schema brings its pages to where it stands, unless told otherwise', () => {
    expect(resolveProject({ schema: '../shop/model' }, '/srv/docs')).toMatchObject({ schemaDir: '/srv/shop/model', schemaName: '../shop/model', outDir: '/srv/shop', flags: ['--schema', '../shop/model'] });
    const both = resolveProject({ schema: '../shop/model', out: "it's" }, '/srv/docs');
    expect(both.outDir).toBe("/srv/docs/it's");
    expect(commandLine(both, 'generate')).toBe("npx polyref generate --schema ../shop/model --out 'it'\\''s'");
  });
});

describe('a Node that cannot run TypeScript as it was started hands over to one that can', () => {
  // What an old Node cannot do, a new one can be told not to.
  const node = ['--no-experimental-strip-types'];

  test('with its output and its exit code', async () => {
    expect(await runPolyref(['check', '--bogus'], { node })).toEqual({ code: 2, signal: null, out: '', err: "error: unknown option '--bogus'\nRun `polyref check --help` to see what there is.\n" });
    expect(await runPolyref(['--help'], { node })).toMatchObject({ code: 0, out: (await runPolyref(['--help'])).out });
  });

  test('with signals', async () => {
    const cwd = await temporaryFolder();
    // It tells that it runs, and where, and never ends by itself.
    await put(cwd, {
      'schema/slow.ts': "import { writeFileSync } from 'node:fs';\n\nwriteFileSync(new URL('../running', import.meta.url), String(process.pid));\nawait new Promise((done) => setTimeout(done, 600_000));\n",
    });
    const { child, ended } = startPolyref(['generate'], { cwd, node, bin });
    const pid = await vi.waitFor(async () => {
      const text = await readFile(join(cwd, 'running'), 'utf8');
      expect(text).not.toBe('');
      return Number(text);
    }, { timeout: 30_000 });
    expect(pid).not.toBe(child.pid);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: null, signal: 'SIGTERM' });
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
