import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put, smallSchema, startPolyref } from './run-polyref.ts';

const config = "import { defineConfig } from 'polyref';\nimport { rules } from './docs/rules.ts';\nexport default defineConfig({ rules: { 'missing-retention': 'off', ...rules } });\n";
/** What definitions and the configuration import, outside of the schema folder. */
const imported = { 'docs/rules.ts': 'export const rules = {} as const;\n', 'src/label.ts': "export const label: string = 'six';\n" };
const carts = (smallSchema['schema/mongodb/carts.ts'] ?? '').replace('z.date()', "z.date().describe(`In step ${label}.`)").replace("import * as z from 'zod';", "import * as z from 'zod';\nimport { label } from '../../src/label.ts';");
const page = 'reference/mongodb/carts/';
const patient = { timeout: 60_000, interval: 200 };

async function started(args: readonly string[]): Promise<{ cwd: string; url: string; stop: () => Promise<unknown>; printed: ReturnType<typeof startPolyref>['printed'] }> {
  const cwd = await temporaryFolder();
  await put(cwd, { ...smallSchema, ...imported, 'schema/mongodb/carts.ts': carts, 'polyref.config.ts': config });
  // As for the first time, on a machine of somebody's own: a tool that asks for news of itself does so now.
  const env = { NODE_OPTIONS: `--import ${new URL('../support/tell-of-network.js', import.meta.url).href}`, CI: 'false', XDG_CONFIG_HOME: join(cwd, '.config'), HOME: cwd };
  const { child, ended, printed } = startPolyref(args, { cwd, env });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const [, url = ''] = await printed(/^Serving (http:\/\/127\.0\.0\.1:\d+\/.*)$/m);
  const stop = async () => {
    child.kill('SIGINT');
    return ended;
  };
  return { cwd, url, stop, printed };
}

test('start builds the site, serves it and stops cleanly', async () => {
  const { url, stop } = await started(['start', '--port', '45300', '--base', 'docs']);
  expect(new URL(url).pathname).toBe('/docs/');
  const answer = await fetch(`${url}${page}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await answer.text()).toContain('What somebody wants to buy.');
  expect((await fetch(`${url}catalog.json`)).status).toBe(200);
  expect((await fetch(`${url}nowhere/`)).status).toBe(404);
  expect(await stop()).toMatchObject({ code: 0, err: '' });
}, 240_000);

test('dev follows the schema, through a mistake and out of it', async () => {
  const { cwd, url, stop, printed } = await started(['dev', '--port', '45400']);
  const file = join(cwd, 'schema/mongodb/carts.ts');
  const shows = (text: string) => vi.waitFor(async () => expect(await (await fetch(`${url}${page}`)).text()).toContain(text), patient);

  await shows('What somebody wants to buy.');
  await writeFile(file, carts.replace('wants to buy', 'is about to buy'));
  await shows('What somebody is about to buy.');
  await writeFile(file, carts.replace('postgresql.tenants.ref_id', 'postgresql.tenant.ref_id'));
  await printed(/schema\/mongodb\/carts\.ts:7:\d+ .*Did you mean `postgresql\.tenants\.ref_id`\?/);
  // The page that was good stays.
  await shows('What somebody is about to buy.');
  await writeFile(file, carts.replace('wants to buy', 'has bought'));
  await shows('What somebody has bought.');
  // What is imported from elsewhere is followed as well.
  await writeFile(join(cwd, 'src/label.ts'), "export const label: string = 'seven';\n");
  await shows('In step seven.');
  // So is what is configured beside it, and what that imports.
  await writeFile(join(cwd, 'docs/rules.ts'), "export const rules = { 'missing-owner': 'louder' } as const;\n");
  await printed(/polyref\.config\.ts:3:\d+ .*missing-owner/);
  await writeFile(join(cwd, 'docs/rules.ts'), "export const rules = {} as const;\n");
  await writeFile(join(cwd, 'polyref.config.ts'), config.replace('missing', 'mising'));
  await printed(/polyref\.config\.ts:3:40 .*Did you mean `missing-retention`\?/);
  expect(await stop()).toMatchObject({ code: 0, err: expect.not.stringContaining('A connection to') as string });
}, 240_000);
