import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from './build-site.ts';
import { openBrowser } from './open-browser.ts';

let out: string;
let server: ChildProcess;
let browser: Browser;
let page: Page;
let origin: string;
const missing: string[] = [];

const say = (text: string) => writeFile(join(out, 'schema/jobs.ts'), text);
const mainSays = (text: string) => page.waitForFunction((wanted) => document.querySelector('main')?.textContent.includes(wanted), text, { timeout: 40_000 });

/** The dev server may reload the page in the same moment, which ends a navigation of ours: then it is asked for again. */
const open = async (path: string): Promise<void> => {
  for (let tries = 0; ; tries += 1) {
    const failure = await page.goto(`${origin}${path}`).then(() => undefined, String);
    if (failure === undefined) return;
    if (tries === 5 || !/ERR_ABORTED|interrupted|detached/.test(failure)) throw new Error(failure);
  }
};

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'polyref-dev-'));
  for (const folder of ['schema', 'public', 'src/content/docs/reference']) await mkdir(join(out, folder), { recursive: true });
  await writeFile(join(out, 'src/content/docs/reference/index.mdx'), '---\ntitle: Overview\n---\n\nNothing yet.\n');
  await say('one');
  server = spawn(process.execPath, [join(import.meta.dirname, 'dev-server.ts'), out], { cwd: root, env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ASTRO_TELEMETRY_DISABLED: '1' } });
  const port = await new Promise<string>((done, fail) => {
    let output = '';
    const hear = (text: Buffer) => {
      output += String(text);
      const found = /listens on (\d+)/.exec(output)?.[1];
      if (found !== undefined) done(found);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.on('exit', () => fail(new Error(output)));
  });
  browser = await openBrowser();
  page = await browser.newPage();
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(new URL(response.url()).pathname);
  });
  origin = `http://127.0.0.1:${port}`;
  await open('/');
});

afterAll(async () => {
  await browser?.close();
  server?.kill();
  await rm(out, { recursive: true, force: true });
});

it('updates the open page, shows a mistake over it, also after a reload, and takes it away when it is mended', async () => {
  await mainSays('It says one.');
  await say('two');
  await mainSays('It says two.');

  await say('bad');
  const overlay = page.locator('polyref-schema-mistakes');
  const shown = overlay.locator('li');
  await shown.waitFor({ timeout: 40_000 });
  expect(await shown.locator('p').allTextContents()).toEqual(['schema/jobs.ts:3:7', 'mongodb.jbos is no entity. <b>', 'Did you mean mongodb.jobs?']);
  expect(await page.locator('main').textContent()).toContain('It says two.');
  await open('/');
  await shown.waitFor({ timeout: 40_000 });

  await say('three');
  await mainSays('It says three.');
  await expect.poll(() => overlay.count(), { timeout: 40_000 }).toBe(0);
}, 140_000);

it('asks for nothing that is not there, but the icon that this folder does not have', async () => {
  await open('/');
  await page.waitForLoadState('networkidle');
  expect(missing.filter((path) => path !== '/favicon.svg')).toEqual([]);
});

it('leads from the folder of the generated pages to the overview', async () => {
  await open('/reference/');
  expect(new URL(page.url()).pathname).toBe('/');
});
