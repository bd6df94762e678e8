import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check, generate } from '../../src/lib/index.ts';
import { put, runPolyref, smallSchema } from '../cli/run-polyref.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { openBrowser } from '../site/open-browser.ts';
import { serve, type Served } from '../site/serve.ts';
import { findViolations, visitor } from '../site/visit.ts';
import { examplesOf } from './guide-examples.ts';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';

const CONFIG = 'polyref.config.ts';
const examples = examplesOf('configure.mdx');
const configs = examples.filter(({ path }) => path === CONFIG);
/** What the examples name, and the guide does not show. */
const LOGO = (color: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><circle cx="12" cy="12" r="10" fill="${color}"/></svg>\n`;
const files: Readonly<Record<string, string>> = {
  ...smallSchema,
  'docs/logo.svg': LOGO('#7a2e8f'),
  'docs/logo-dark.svg': LOGO('#d9a2ea'),
  ...Object.fromEntries(examples.filter(({ path }) => path !== CONFIG).map(({ path, text }) => [path, text])),
};

describe('each configuration of the guide is one', () => {
  test.each(configs.map(({ heading, text, isAlternative }) => [`${heading}${isAlternative ? ', otherwise' : ''}`, text] as const))('%s', async (_, text) => {
    const folder = await temporaryFolder();
    await put(folder, { ...files, [CONFIG]: text });
    const folders = { schemaDir: join(folder, 'schema'), outDir: folder };
    expect(await generate(folders)).toMatchObject({ kind: 'generated', findings: [] });
    expect(await check(folders)).toMatchObject({ kind: 'checked', drift: [], foreign: [] });
  });

  test('the links that they make lead to the file and the line', async () => {
    const linksOf = async (text: string) => {
      const folder = await temporaryFolder();
      await put(folder, { ...files, [CONFIG]: text });
      const made = await generate({ schemaDir: join(folder, 'schema'), outDir: folder });
      const page = await readFile(join(folder, 'src/content/docs/reference/mongodb/carts.mdx'), 'utf8');
      return [/\]\((https:[^)]*carts[^)]*)\)/.exec(page)?.[1], made.kind === 'generated' ? made.docs.editUrl : undefined];
    };
    const repositories = configs.filter(({ heading }) => heading === 'Links to the repository').map(({ text }) => text);
    expect(await Promise.all(repositories.map(linksOf))).toEqual([
      ['https://github.com/acme/shop/blob/main/schema/mongodb/carts.ts#L5', 'https://github.com/acme/shop/edit/main/{file}'],
      ['https://code.example.com/acme/shop/-/blob/trunk/packages/db/schema/mongodb/carts.ts#L5', 'https://code.example.com/acme/shop/-/edit/trunk/packages/db/{file}'],
      ['https://git.example.com/shop/schema/mongodb/carts.ts#L5', 'https://git.example.com/shop/edit/{file}'],
    ]);
  });
});

describe('the site with all of it', () => {
  let folder: string;
  let site: Served;
  let browser: Browser;
  const visit = visitor(() => ({ browser, origin: site.origin }));

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'polyref-guide-')));
    const chosen = configs.filter(({ isAlternative }) => !isAlternative);
    const merged = [
      "import { defineConfig } from 'polyref';",
      ...chosen.map((_, at) => `import example${at} from './examples/${at}.ts';`),
      `const all = [${chosen.map((_, at) => `example${at}.config`).join(', ')}];`,
      'export default defineConfig({ ...Object.assign({}, ...all), docs: Object.assign({}, ...all.map(({ docs }) => docs)) });',
      '',
    ].join('\n');
    await put(folder, { ...files, ...Object.fromEntries(chosen.map(({ text }, at) => [`examples/${at}.ts`, text])), [CONFIG]: merged });
    const built = await runPolyref(['build'], { cwd: folder });
    expect(built).toMatchObject({ code: 0, err: '' });
    [site, browser] = await Promise.all([serve(join(folder, 'polyref-site'), '/data/'), openBrowser()]);
  });
  afterAll(async () => {
    await Promise.all([site?.close(), browser?.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  test('title, logo, address, style', () =>
    visit('/data/', async (page) => {
      expect(await page.title()).toBe('Shop data');
      expect(await page.locator('.site-title').innerText()).toBe('Shop data');
      expect(await page.locator('.site-title img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth))).toEqual([24, 24]);
      expect(await page.locator('.site-title').evaluate((title) => getComputedStyle(title, '::before').display)).toBe('none');
      expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe('https://docs.example.com/data/');
      expect(await page.locator('.pr-nav a[aria-current]').evaluate((link) => getComputedStyle(link).color)).toBe('rgb(122, 46, 143)');
    }));

  test('the sidebar has the groups of the team, its pages, and the page that it generates', () =>
    visit('/data/', async (page) => {
      const lines = await page.locator('.pr-nav a, .pr-nav-heading').evaluateAll((all) => all.map((each) => `${each.firstChild?.textContent ?? ''}${each.hasAttribute('href') ? ` → ${each.getAttribute('href') ?? ''}` : ''}`));
      expect(lines.slice(lines.indexOf('Operations'))).toEqual([
        'Operations', 'Prices → /data/operations/prices/',
        'When it breaks', 'On call → /data/operations/on-call/', 'How long data lives → /data/reference/retention/', 'Status → https://status.example.com/',
      ]);
      expect(lines).toContain('Data that expires → /data/reference/expiring-data/');
    }));

  test('a page is edited where it is written: by hand, or as a definition', async () => {
    const edit = (path: string) => visit(path, (page) => page.getByRole('link', { name: 'Edit page' }).evaluateAll((links) => links.map((link) => link.getAttribute('href'))));
    expect(await edit('/data/operations/on-call/')).toEqual(['https://github.com/acme/shop/edit/main/handbook/operations/on-call.md']);
    expect(await edit('/data/reference/mongodb/carts/')).toEqual(['https://github.com/acme/shop/edit/main/schema/mongodb/carts.ts']);
    expect(await edit('/data/reference/retention/')).toEqual([]);
  });

  test('a link between files leads from the folder of the team to a generated page', () =>
    visit('/data/operations/on-call/', async (page) => {
      await page.getByRole('link', { name: 'the carts' }).click();
      await page.waitForURL('**/data/reference/mongodb/carts/');
    }));

  test('a component of the team stands in a page without an import', () =>
    visit('/data/operations/prices/', async (page) => expect(await page.locator('p.price-list').innerText()).toBe('Prices are in euros.')));

  test('a page of the team tells what the schema holds, and links it', () =>
    visit('/data/reference/expiring-data/', async (page) => {
      expect(await page.locator('.sl-markdown-content').innerText()).toContain('1 of 2 expire.');
      expect(await page.locator('.sl-markdown-content td').allInnerTexts()).toEqual(['carts', 'What somebody wants to buy.']);
      await page.locator('.sl-markdown-content td a').click();
      await page.waitForURL('**/data/reference/mongodb/carts/');
    }));

  test('without a script, and for everybody', async () => {
    await visit('/data/operations/prices/', async (page) => expect(await page.locator('p.price-list').innerText()).toBe('Prices are in euros.'), { javaScriptEnabled: false });
    for (const path of ['/data/', '/data/operations/on-call/', '/data/reference/expiring-data/']) expect(await visit(path, (page) => findViolations(page))).toEqual([]);
  });
});
