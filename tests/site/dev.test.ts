import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { put, startPolyref } from '../cli/run-polyref.ts';
import type { System } from '../../src/explore/system/system.ts';
import { describeGuard, PARTS } from './dev-guard.ts';
import { SECRETS } from './dev-secrets.ts';
import { openBrowser } from './open-browser.ts';
import { placeInPicture } from './place-in-picture.ts';

let out: string;
let server: ReturnType<typeof startPolyref>;
let browser: Browser;
let page: Page;
let origin: string;
const missing: string[] = [];

const CARTS = `import * as z from 'zod';
import { collection, objectId, ref } from 'polyref';
import { note } from '../shapes/note.ts';

/** What somebody wants. */
export const carts = collection('carts', { document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id'), note }) });
`;
const FIRST: Readonly<Record<string, string>> = {
  'schema/system.ts': "import { system } from 'polyref';\nexport const shop = system('Shop');\n",
  'schema/postgresql/tenants.ts': "import * as z from 'zod';\nimport { table, ulid } from 'polyref';\n/** Who pays. */\nexport const tenants = table('tenants', { columns: z.object({ ref_id: ulid() }), primaryKey: ['ref_id'] });\n",
  'schema/mongodb/carts.ts': CARTS,
  'schema/shapes/note.ts': "import * as z from 'zod';\nexport const note = z.string().describe('A few words.');\n",
  'src/content/docs/guides/by-hand.mdx': '---\ntitle: By hand\n---\n\nSomebody wrote this.\n',
  ...PARTS,
  ...SECRETS,
};

const carts = (edit: (text: string) => string) => put(out, { 'schema/mongodb/carts.ts': edit(CARTS) });
const patient = { timeout: 60_000 };
vi.setConfig({ testTimeout: 180_000 });
const shows = (selector: string, text: string) => page.waitForFunction(([where, wanted]) => [...document.querySelectorAll(where ?? '')].some(({ textContent }) => textContent.includes(wanted ?? '')), [selector, text], patient);
const PICTURE = '.pr-diagram-scroll > svg';
/** The page as it was loaded: a page that is loaded again knows nothing of it. */
const mark = () => page.evaluate(() => void Object.assign(window, { marked: true }));
const isMarked = () => page.evaluate(() => 'marked' in window);

/** How many pages the server has heard of so far: it answers each. */
let answered = 0;
/** How often it has sent the picture of everything. */
let systems = 0;
/** How often a page has asked for it. */
let followers = 0;

/** Opens a page, and waits until the server knows of it. It may reload a page that it does not know yet, which ends a navigation of ours: then it is asked for again. */
const open = async (path: string): Promise<void> => {
  const before = answered;
  await navigate(path);
  await vi.waitFor(() => expect(answered).toBeGreaterThan(before), patient);
};

const navigate = async (path: string): Promise<void> => {
  for (let tries = 0; ; tries += 1) {
    const failure = await page.goto(`${origin}${path}`).then(() => undefined, String);
    if (failure === undefined) return;
    if (tries === 5 || !/ERR_ABORTED|interrupted|detached/.test(failure)) throw new Error(failure);
  }
};

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'polyref-dev-'));
  await put(out, FIRST);
  server = startPolyref(['dev', '--port', '4390'], { cwd: out });
  const [, url = ''] = await server.printed(/^Serving (http:\/\/127\.0\.0\.1:\d+)\/$/m);
  origin = url;
  browser = await openBrowser();
  page = await browser.newPage();
  // The first page of a dev server is compiled with all that it needs.
  page.setDefaultTimeout(200_000);
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(new URL(response.url()).pathname);
  });
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      if (String(payload).includes('"polyref:findings"')) answered += 1;
      if (String(payload).includes('"polyref:system"')) systems += 1;
    });
    socket.on('framesent', ({ payload }) => {
      if (String(payload).includes('"polyref:explore"')) followers += 1;
    });
  });
  // What is compiled for the first time may make Vite load the page again.
  await open('/reference/mongodb/carts/');
  await page.waitForLoadState('networkidle');
});

beforeEach(async () => {
  await rm(join(out, 'schema/mongodb/orders.ts'), { force: true });
  // Not what nobody touched: an edit of a page by hand loads every page again.
  for (const [path, text] of Object.entries(FIRST)) if ((await readFile(join(out, path), 'utf8').catch(() => undefined)) !== text) await put(out, { [path]: text });
  await openCarts();
});

/** The page as it is before a test. What was put back before may still make the server load it again; that is awaited here, and only here. */
const openCarts = async (tries = 0): Promise<void> => {
  try {
    await open('/reference/mongodb/carts/');
    await shows('main', 'What somebody wants.');
    await shows(PICTURE, 'tenantId');
    await shows('.pr-nav', 'MongoDB1');
    await expect.poll(() => page.locator('polyref-schema-mistakes').count(), patient).toBe(0);
    await page.waitForFunction(() => document.querySelector('.pr-diagram-bar') !== null, undefined, patient);
    await mark();
  } catch (error) {
    if (tries === 3 || !/Execution context was destroyed/.test(String(error))) throw error;
    await openCarts(tries + 1);
  }
};

afterAll(async () => {
  await browser?.close();
  server?.child.kill('SIGINT');
  await server?.ended;
  await rm(out, { recursive: true, force: true });
});

it('draws the open diagram anew and then changes the page around it, without loading it, as its reader set it up', async () => {
  await page.locator('.pr-diagram-relations summary').click();
  const frame = page.locator('.pr-diagram-scroll');
  await frame.focus();
  await page.keyboard.press('+');
  const width = () => page.locator(PICTURE).evaluate((svg) => svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width);
  const zoomed = await width();
  const focus = page.locator(`${PICTURE} a[href$="/reference/postgresql/tenants/"]`);
  await focus.focus();

  await carts((text) => text.replace('tenantId:', 'payerId:').replace('What somebody wants.', 'What somebody puts in it.'));
  await shows(PICTURE, 'payerId');
  await shows('main table', 'payerId');
  await shows('main', 'What somebody puts in it.');
  await shows('.pr-diagram-relations li', 'payerId');
  expect(await isMarked()).toBe(true);
  expect(await width()).toBeCloseTo(zoomed, 2);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('/reference/postgresql/tenants/');
  expect(await page.locator('.pr-diagram-relations').getAttribute('open')).toBe('');
  expect(await page.locator(PICTURE).count()).toBe(1);
});

it('shows a mistake beside the last good page, which stays of use; also after a reload; and takes it away when it is mended', async () => {
  await page.locator('.pr-diagram-scroll').focus();
  await carts((text) => text.replace('postgresql.tenants.ref_id', 'postgresql.tenant.ref_id'));
  const panel = page.locator('polyref-schema-mistakes');
  const shown = panel.locator('li');
  await shown.waitFor(patient);
  expect(await shown.locator('p').allTextContents()).toEqual([
    'schema/mongodb/carts.ts:6:92',
    'mongodb.carts.tenantId points at something that is not there: there is no field postgresql.tenant.ref_id.',
    'Did you mean postgresql.tenants.ref_id?',
  ]);
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('pr-diagram-scroll');
  expect(await page.locator(PICTURE).textContent()).toContain('tenantId');
  // Nothing lies over the picture: it is what a pointer meets.
  expect(await page.locator(PICTURE).evaluate((svg) => {
    const { left, top } = svg.getBoundingClientRect();
    return document.elementFromPoint(left + 20, top + 20)?.closest('svg') === svg;
  })).toBe(true);
  await page.evaluate(axe.source);
  expect((await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())).violations.map(({ id }) => id)).toEqual([]);

  await panel.locator('summary').click();
  expect(await shown.isVisible()).toBe(false);
  expect(await isMarked()).toBe(true);

  await open('/reference/mongodb/carts/');
  await shown.waitFor(patient);
  await mark();
  await carts((text) => text.replace('tenantId', 'ownerId'));
  await shows(PICTURE, 'ownerId');
  await expect.poll(() => panel.count(), patient).toBe(0);
  expect(await isMarked()).toBe(true);
});

it('follows a file that definitions import', async () => {
  await put(out, { 'schema/shapes/note.ts': "import * as z from 'zod';\nexport const note = z.object({ words: z.string().describe('Many words.') });\n" });
  await shows('main table', 'Many words.');
  expect(await isMarked()).toBe(true);
});

it('ends with the last of two edits, however quick', async () => {
  await carts((text) => text.replaceAll('tenantId', 'firstId'));
  await carts((text) => text.replaceAll('tenantId', 'secondId'));
  await shows(PICTURE, 'secondId');
  await shows('main table', 'secondId');
  await carts((text) => text.replaceAll('tenantId', 'thirdId'));
  await carts((text) => text);
  await shows(PICTURE, 'tenantId');
  await shows('main table', 'tenantId');
  expect(await isMarked()).toBe(true);
});

const ORDERS = "import * as z from 'zod';\nimport { collection, objectId, ref } from 'polyref';\n/** What somebody bought. */\nexport const orders = collection('orders', { document: z.object({ _id: objectId(), cartId: ref('mongodb.carts._id') }) });\n";

it('lists a new entity, and takes one away that is gone', async () => {
  await put(out, { 'schema/mongodb/orders.ts': ORDERS });
  await shows(PICTURE, 'orders');
  await shows('.pr-nav', 'orders');
  await shows('main table', 'cartId');
  await rm(join(out, 'schema/mongodb/orders.ts'));
  await page.waitForFunction(() => document.querySelector('.pr-nav')?.textContent.includes('orders') === false, undefined, patient);
  // Astro writes down last what is gone.
  await carts((text) => text.replace('What somebody wants.', 'What is left.'));
  await shows('main', 'What is left.');
  await put(out, { 'schema/mongodb/orders.ts': ORDERS });
  await shows('.pr-nav', 'orders');
  expect(await isMarked()).toBe(true);
});

describe('the picture of everything', () => {
  const explore = async (query: string): Promise<void> => {
    const before = followers;
    await open(`/reference/explore/${query}`);
    await page.locator('polyref-explore.live').waitFor(patient);
    // The part that follows the schema comes last. It draws the picture anew, then asks for what was read since.
    await vi.waitFor(() => expect(followers).toBeGreaterThan(before), patient);
    await mark();
  };
  const panel = () => page.getByRole('complementary', { name: 'What was chosen' });
  const scale = () => Number((new URL(page.url()).searchParams.get('view') ?? '').split(',')[2]);
  /** What the picture says of what is drawn where an entity or a field must be. */
  const says = async (address: string, field?: string): Promise<string | null> => {
    const system = (await (await page.request.get(`${origin}/explore.json`)).json()) as System;
    await page.mouse.move(1, 1);
    await page.mouse.move(...(await placeInPicture(page, system, address, field)));
    return page.locator('.pr-x-note').textContent();
  };

  it('follows an edit without being loaded, with what its reader chose, how near he looks, and where the keyboard is', async () => {
    await explore('?at=mongodb.carts&store=mongodb');
    await page.getByRole('application').focus();
    await page.keyboard.press('+');
    await expect.poll(scale, patient).toBe(1.4);

    await carts((text) => text.replaceAll('tenantId', 'payerId'));
    await put(out, { 'schema/mongodb/orders.ts': ORDERS });
    await shows('.pr-x-panel', 'payerId');
    await shows('.pr-x-panel', 'orders.cartId');
    await shows('.pr-x-list', 'orders');
    await shows('.pr-nav', 'MongoDB2');
    expect(await isMarked()).toBe(true);
    expect(scale()).toBe(1.4);
    expect(await says('mongodb.carts', 'payerId')).toBe('carts.payerId · ulid · points at 1 · pointed at by 0');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('canvas');
    expect(await page.locator('.pr-x-chip').allTextContents()).toEqual(['Store: MongoDB', 'Hide the rest', 'Clear']);
    expect(await page.locator('.pr-x-count').textContent()).toBe('2 of 3 entities, 2 references');

    await page.getByRole('combobox', { name: 'Find an entity or a field' }).fill('orders');
    await page.keyboard.press('Enter');
    await panel().getByRole('heading', { name: 'orders' }).waitFor();
    await expect.poll(() => says('mongodb.orders'), patient).toBe('orders · MongoDB · points at 1 · pointed at by 0');
    await rm(join(out, 'schema/mongodb/orders.ts'));
    await page.waitForFunction(() => document.querySelector('.pr-x-list')?.textContent.includes('orders') === false, undefined, patient);
    expect(await page.locator('.pr-x-count').textContent()).toBe('1 of 2 entities, 1 reference');
    await shows('.pr-nav', 'MongoDB1');
    expect(await isMarked()).toBe(true);
  });

  it('is left alone by an edit of what it does not show', async () => {
    // The page begins with the catalog that is written, which comes after the pages: until then it would be made anew for what was put back.
    await expect.poll(async () => /payerId|mongodb\.orders/.test(await (await page.request.get(`${origin}/explore.json`)).text()), patient).toBe(false);
    await explore('');
    const still = () => page.evaluate(() => new Promise((done) => {
      // The still picture is made anew in the frame after the live one.
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done('kept' in (document.querySelector('.pr-x-svg') ?? {})))));
    }));
    // It was drawn anew as the page began to follow: that is over when a mark of ours stays.
    await expect.poll(async () => {
      await page.evaluate(() => void Object.assign(document.querySelector('.pr-x-svg') ?? {}, { kept: true }));
      return (await still()) && (await still());
    }, patient).toBe(true);
    const before = systems;
    await put(out, { 'schema/shapes/note.ts': (FIRST['schema/shapes/note.ts'] ?? '').replace('A few words.', 'Some words.') });
    await vi.waitFor(() => expect(systems).toBeGreaterThan(before), patient);
    expect(await still()).toBe(true);
    await carts((text) => text.replaceAll('tenantId', 'payerId'));
    await expect.poll(still, patient).toBe(false);
  });

  it('lets go of an entity that is gone, and keeps the keyboard at the filters', async () => {
    await put(out, { 'schema/mongodb/orders.ts': ORDERS });
    await explore('');
    await shows('.pr-x-list', 'orders');
    await page.getByRole('combobox', { name: 'Find an entity or a field' }).fill('orders');
    await page.keyboard.press('Enter');
    await panel().getByRole('heading', { name: 'orders' }).waitFor();
    await page.locator('.pr-x-filter > summary').click();
    const box = page.getByRole('group', { name: 'Store' }).getByLabel('MongoDB');
    await box.focus();
    await rm(join(out, 'schema/mongodb/orders.ts'));
    await panel().waitFor({ state: 'hidden', ...patient });
    expect(new URL(page.url()).searchParams.get('at')).toBeNull();
    expect(await box.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await isMarked()).toBe(true);
  });

  it('stays the last good one under a mistake, which is told in full screen too', async () => {
    await explore('?at=mongodb.carts');
    await page.getByRole('button', { name: 'Full screen' }).click();
    await page.waitForFunction(() => document.fullscreenElement?.localName === 'polyref-explore');
    await carts((text) => text.replace('postgresql.tenants.ref_id', 'postgresql.tenant.ref_id'));
    const shown = page.locator('polyref-schema-mistakes li');
    await shown.waitFor(patient);
    expect(await shown.evaluate((item) => {
      const { left, top } = item.getBoundingClientRect();
      return document.elementFromPoint(left + 5, top + 5)?.localName;
    })).toBe('polyref-schema-mistakes');
    expect(await panel().textContent()).toContain('tenantId → tenants.ref_id');
    await carts((text) => text.replaceAll('tenantId', 'ownerId'));
    await shows('.pr-x-panel', 'ownerId');
    await shown.waitFor({ state: 'detached', ...patient });
    expect(await isMarked()).toBe(true);
    await carts((text) => text.replace('postgresql.tenants.ref_id', 'postgresql.tenant.ref_id'));
    await shown.waitFor(patient);
    await page.evaluate(() => document.exitFullscreen());
    await page.waitForFunction(() => document.querySelector('polyref-schema-mistakes')?.parentElement === document.body);
    expect(await shown.isVisible()).toBe(true);
  });
});

it('has the page of a new entity', async () => {
  await put(out, { 'schema/mongodb/orders.ts': ORDERS });
  await vi.waitFor(async () => expect(await (await page.request.get(`${origin}/reference/mongodb/orders/`)).text()).toContain('What somebody bought.'), { ...patient, interval: 500 });
});

it('says that the open page is gone with its entity, and shows it again when that comes back', async () => {
  await rm(join(out, 'schema/mongodb/carts.ts'));
  await shows('h1', 'No such page');
  await carts((text) => text);
  await shows(PICTURE, 'tenantId');
});

it('changes the name of the system, in the head of the page and of the window', async () => {
  await put(out, { 'schema/system.ts': "import { system } from 'polyref';\nexport const shop = system('Market');\n" });
  await page.waitForFunction(() => document.title === 'carts · Market', undefined, patient);
  await shows('header .site-title', 'Market');
  expect(await isMarked()).toBe(true);
});

it('loads a page again that somebody wrote, when it is edited', async () => {
  await open('/guides/by-hand/');
  await shows('main', 'Somebody wrote this.');
  await mark();
  await writeFile(join(out, 'src/content/docs/guides/by-hand.mdx'), '---\ntitle: By hand\n---\n\nSomebody wrote it anew.\n');
  await shows('main', 'Somebody wrote it anew.');
  // It may be loaded once more meanwhile.
  await expect.poll(() => isMarked().catch(String), patient).toBe(false);
});

it('asks for nothing that is not there, but the icon that this folder does not have', async () => {
  missing.length = 0;
  await open('/');
  await page.waitForLoadState('networkidle');
  expect(missing.filter((path) => path !== '/favicon.svg')).toEqual([]);
});

it('leads from the folder of the generated pages to the overview', async () => {
  await open('/reference/');
  expect(new URL(page.url()).pathname).toBe('/');
});

describeGuard({ origin: () => origin, out: () => out });
