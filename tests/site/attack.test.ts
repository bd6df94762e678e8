import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { put, runPolyref, startPolyref } from '../cli/run-polyref.ts';
import { buildSite } from './build-site.ts';

let out: string;

/** Writes a file when it runs. */
const evil = () => `globalThis.process.getBuiltinModule('fs').writeFileSync('${join(out, 'PWNED').replaceAll('\\', '/')}','x')`;
const hasRun = () => existsSync(join(out, 'PWNED'));
const usersPage = () => join(out, 'src/content/docs/reference/postgresql/users.mdx');

beforeAll(async () => {
  out = await realpath(await mkdtemp(join(tmpdir(), 'polyref-test-')));
  const quoted = JSON.stringify(`{${evil()}} \`\\\``);
  await put(out, {
    'schema/users.ts': `import * as z from 'zod';
import { bigint, deprecated, keptAtLeast, process, shared, system, table, varchar } from 'polyref';

/**
 * Users.
 *
 * - \`{0/*\\\` a path
 * - *&#47;} \`{${evil()}}\\\`
 */
export const users = table('users', {
  columns: z.object({ id: bigint(), path: varchar(80).describe('..\\\\..\\\\ and {{{… and \`..\\\\..\\\\\`') }),
  primaryKey: ['id'],
  owner: ${quoted}, domain: ${quoted}, tags: [${quoted}],
  status: deprecated(${quoted}),
  tenancy: shared(${quoted}),
  retention: keptAtLeast('2 years', { reason: ${quoted}, note: ${quoted} }),
  referencesNothing: ${quoted},
});
export const shop = system(${quoted});
export const writer = process(${quoted}, { writes: ['postgresql.users'], because: ${quoted}, code: ${quoted} });
`,
  });
});

afterAll(() => rm(out, { recursive: true, force: true }));

test('text of a schema does not run while the site is built, and shows', async () => {
  const built = await runPolyref(['build', '--schema', join(out, 'schema'), '--dist', join(out, 'site')]);
  expect(built).toMatchObject({ code: 0, err: '' });
  expect(hasRun()).toBe(false);
  const html = (await readFile(join(out, 'site/reference/postgresql/users/index.html'), 'utf8')).replaceAll('<wbr>', '');
  expect(html).toContain('<li><code dir="auto">{0/*\\</code> a path</li>');
  expect(html).toContain(`{${evil()}}\\</code></li>`);
  expect(html).toContain('<td>....\\ and {{{… and <code dir="auto">..\\..\\</code>');
}, 120_000);

test('a page that was edited after it was generated is not compiled', async () => {
  const page = await readFile(usersPage(), 'utf8');
  const lines = page.split('\n').length;
  await appendFile(usersPage(), `\n{${evil()}}\n`);
  // Without the command, which would generate the page again.
  const built = await buildSite({ POLYREF_OUT: out, POLYREF_DIST: join(out, 'other') });
  expect(built.output).toContain(`src/content/docs/reference/postgresql/users.mdx:${lines + 1}:1 has an expression: {globalThis.process`);
  expect(built.code).not.toBe(0);
  expect(hasRun()).toBe(false);
  expect(existsSync(join(out, 'other'))).toBe(false);
  await writeFile(usersPage(), page);
}, 120_000);

test('a page that is edited while the dev server runs is not compiled', async () => {
  const server = startPolyref(['dev', '--schema', join(out, 'schema')]);
  try {
    const [, origin] = await server.printed(/Serving (http:\S+?)\/\n/);
    const address = `${origin}/reference/postgresql/users/`;
    expect((await fetch(address)).status).toBe(200);
    await appendFile(usersPage(), `\n{${evil()}}\n`);
    // The server shows the page that the schema makes. Once it shows a later edit of the schema, it has seen the earlier one of the page.
    const schema = await readFile(join(out, 'schema/users.ts'), 'utf8');
    await writeFile(join(out, 'schema/users.ts'), schema.replace(' * Users.', ' * People.'));
    await vi.waitFor(async () => expect(await (await fetch(address)).text()).toContain('People.'), { timeout: 60_000, interval: 200 });
    expect(hasRun()).toBe(false);
  } finally {
    server.child.kill();
    await server.ended;
  }
}, 120_000);
