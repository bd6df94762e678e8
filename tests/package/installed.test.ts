import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';
import { put, runPolyref, smallSchema, startPolyref, textsOf } from '../cli/run-polyref.ts';
import { installPolyref, packPolyref, repositoryOfPolyref } from './install.ts';

// An installation from Git installs what Polyref is built with.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 900_000 });

const schema: Readonly<Record<string, string>> = {
  ...smallSchema,
  'schema/s3/exports.ts': `import * as z from 'zod';
import { objects, permanent, perTenant, ulid } from 'polyref';

/** What a shop took with it. */
export const exported = objects('exports', {
  bucket: 'shop', key: '{tenantId}/exports/{day}.csv', parameters: { tenantId: ulid(), day: z.iso.date() }, tenancy: perTenant('tenantId'), retention: permanent(),
});
`,
  'src/content/docs/guides/drawn.mdx': '---\ntitle: Drawn\n---\n\n```mermaid\nsequenceDiagram\n  A->>B: hello\n```\n',
};

describe.each([
  ['the tarball, into a CommonJS project', packPolyref, { name: 'shop', private: true }, true],
  // It is the same package: what takes long is tried once.
  ['its Git address, into an ESM project', repositoryOfPolyref, { name: 'shop', private: true, type: 'module' }, false],
])('installed from %s', (_, source, manifest, isWhole) => {
  let folder: string;
  let cwd: string;
  let bin: string;
  const run = async (...args: readonly string[]) => runPolyref(args, { cwd, bin });

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'polyref-package-')));
    cwd = join(folder, 'my shop');
    await mkdir(join(folder, 'from'));
    bin = await installPolyref(cwd, await source(join(folder, 'from')), manifest, schema);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('it holds what runs, in JavaScript, and nothing else', async () => {
    const home = join(cwd, 'node_modules/polyref');
    expect((await readdir(home)).sort()).toEqual(['CHANGELOG.md', 'README.md', 'SECURITY.md', 'action', 'action.yml', 'bin', 'build', 'package.json']);
    const files = (await readdir(home, { recursive: true })).map((path) => path.replaceAll('\\', '/'));
    expect(files.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))).toEqual([]);
    expect(files.filter((path) => /^(?:tests|schema|src|scripts)\/|\/(?:bench|fuzz|content)\//.test(path))).toEqual([]);
    expect(await readdir(join(cwd, 'node_modules')).then((names) => names.filter((name) => ['mermaid', 'typescript', 'polyref-node', 'vitest'].includes(name)))).toEqual([]);
  });

  test('every command does its work', async () => {
    expect(await run('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string, err: '' });
    expect(await run('--help')).toMatchObject({ code: 0, err: '' });
    expect(await run('check')).toMatchObject({ code: 1 });
    expect(await run('generate')).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^\d+ files: \d+ created\.\n$/) as string });
    expect(await run('check')).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^\d+ files, all as the schema makes them\.\n$/) as string });
    expect(await run('lint')).toMatchObject({ code: 0 });
    expect(await run('explain', 'mongodb.carts')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('What somebody wants to buy.') as string });
    expect(await run('key', '01JD3K9V7QZ4M8T2R6XW5N0YBC/exports/2026-01-01.csv')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('s3.exports') as string });
    expect(await run('diff', 'public/catalog.json')).toMatchObject({ code: 0 });
    expect(await run('check', '--bogus')).toMatchObject({ code: 2, out: '', err: "error: unknown option '--bogus'\nRun `polyref check --help` to see what there is.\n" });
  });

  test.runIf(isWhole)('the site is built, with Mermaid for a diagram written by hand, and names whose code it holds', async () => {
    expect(await run('build', '--base', '/docs/')).toMatchObject({ code: 0, err: '' });
    const site = await textsOf(join(cwd, 'polyref-site'));
    expect(site.get('reference/mongodb/carts/index.html')).toContain('What somebody wants to buy.');
    expect([...site].filter(([path, text]) => path.endsWith('.js') && text.includes('sequenceDiagram')).length).toBeGreaterThan(0);
    const notices = site.get('third-party-licenses.txt') ?? '';
    for (const name of ['mermaid', 'pagefind', 'dompurify', '@fontsource-variable/inter']) expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });

  test.runIf(isWhole)('from nothing to the site, as the README says', async () => {
    const lines = [...readFileSync(join(packageRoot, 'README.md'), 'utf8').matchAll(/^npx polyref (\w+) /gm)].map(([, name = '']) => name);
    expect(lines).toEqual(['init', 'start']);
    const empty = join(folder, 'empty');
    await mkdir(empty);
    await rename(join(cwd, 'node_modules'), join(empty, 'node_modules'));
    const own = join(empty, 'node_modules/polyref/bin/polyref.js');
    try {
      expect(await runPolyref(['init'], { cwd: empty, bin: own })).toMatchObject({ code: 0, err: '' });
      const server = startPolyref(['start', '--port', '4480'], { cwd: empty, bin: own });
      const [, url = ''] = await server.printed(/^Serving (http:\/\/127\.0\.0\.1:\d+)\/$/m);
      expect((await fetch(`${url}/reference/start-here/`)).status).toBe(200);
      server.child.kill('SIGINT');
      expect(await server.ended).toMatchObject({ code: 0 });
      expect(await runPolyref(['check'], { cwd: empty, bin: own })).toMatchObject({ code: 0, err: '' });
      expect(await runPolyref(['lint'], { cwd: empty, bin: own })).toMatchObject({ code: 0, err: '' });
    } finally {
      await rename(join(empty, 'node_modules'), join(cwd, 'node_modules'));
    }
  });

  test.runIf(isWhole)('it serves while one edits', async () => {
    const server = startPolyref(['dev', '--port', '4490'], { cwd, bin });
    const [, url = ''] = await server.printed(/^Serving (http:\/\/127\.0\.0\.1:\d+)\/$/m);
    expect(await (await fetch(`${url}/reference/mongodb/carts/`)).text()).toContain('What somebody wants to buy.');
    await put(cwd, { 'schema/mongodb/carts.ts': (schema['schema/mongodb/carts.ts'] ?? '').replace('wants to buy', 'would like') });
    await vi.waitFor(async () => expect(await (await fetch(`${url}/reference/mongodb/carts/`)).text()).toContain('What somebody would like.'), { timeout: 120_000, interval: 500 });
    server.child.kill('SIGINT');
    expect(await server.ended).toMatchObject({ code: 0 });
    expect(await readFile(join(cwd, 'src/content/docs/reference/mongodb/carts.mdx'), 'utf8')).toContain('would like');
  });
});
