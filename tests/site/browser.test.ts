import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWERS } from '../../src/site/search/answers.ts';
import { openBrowser } from './open-browser.ts';
import { serve, type Served } from './serve.ts';
import { sharedSite } from './shared-site.ts';
import { typeQuery } from './type-query.ts';
import { findViolations, visitor } from './visit.ts';

/** One page of each kind. */
const KINDS = {
  overview: '/',
  explore: '/reference/explore/',
  tour: '/reference/start-here/',
  'cross-references': '/reference/cross-references/',
  retention: '/reference/retention/',
  tenancy: '/reference/tenant-scoping/',
  'within a store': '/reference/within-a-store/',
  processes: '/reference/processes/',
  findings: '/reference/findings/',
  rules: '/reference/rules/',
  rule: '/reference/rules/orphaned-bytes/',
  glossary: '/reference/glossary/',
  'object store': '/reference/s3/',
  store: '/reference/mongodb/',
  collection: '/reference/mongodb/activity_outputs/',
  table: '/reference/postgresql/activities/',
  'object family': '/reference/s3/activity_outputs/',
  tombstone: '/reference/mongodb/contract_pdfs/',
  guide: '/guides/write-a-schema/',
  'guide with a diagram': '/guides/read-the-diagrams/',
  'guide of CI': '/guides/in-ci/',
  'missing page': '/404.html',
} as const;

let dist: string;
let site: Served;
let browser: Browser;

beforeAll(async () => {
  dist = await sharedSite();
  site = await serve(dist);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const visit = visitor(() => ({ browser, origin: site.origin }));

describe.each(Object.entries(KINDS))('%s', (_kind, path) => {
  it('is accessible in light and dark, fits a phone, keeps names whole, is quiet, and asks no other host', async () => {
    await visit(path, async (page) => {
      expect(await page.locator('h1').count()).toBe(1);
      expect(await findViolations(page)).toEqual([]);
      // Values and expressions may wrap; what could be a name may not, unless it is a path that says where.
      const broken = await page.$$eval('.pr-table code', (codes) => codes.filter((code) => !code.querySelector('wbr') && !/[\s"=]/.test(code.textContent) && code.getClientRects().length > 1).map((code) => code.textContent));
      expect(broken).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    });
  }, 120_000);
});

describe('search', () => {
  /** Opens the search box, types, and waits until every result is shown. */
  const results = (query: string) =>
    visit('/', async (page) => {
      await typeQuery(page, query);
      await page.waitForFunction((text) => document.querySelector<HTMLElement>('site-search ol')?.dataset['query'] === text, query);
      return page.$$eval('.pr-hit-link', (found) => found.map((link) => link.getAttribute('href') ?? ''));
    });

  it.each([
    ['activities', '/reference/postgresql/activities/'],
    ['activities.ref_id', '/reference/postgresql/activities/#ref_id'],
    ['postgresql.activities.ref_id', '/reference/postgresql/activities/#ref_id'],
    ['s3Key', '/reference/mongodb/activity_outputs/#s3Key'],
    ['output_re', '/reference/postgresql/activities/#output_ref'],
    ['outputref', '/reference/postgresql/activities/#output_ref'],
    ['polymorphic', '/reference/glossary/'],
    ['null tenant', '/reference/tenant-scoping/#exceptions'],
    ['WORM', '/reference/retention/#s3'],
    ['not enforced', '/reference/cross-references/'],
    ['orphaned-bytes', '/reference/rules/orphaned-bytes/'],
  ])('leads from %s to %s first', async (query, href) => {
    expect((await results(query))[0]).toBe(href);
  });

  it.each(ANSWERS.map(({ title, at }) => [title, at] as const))('every place of the answer “%s” is there', async (_, places) => {
    for (const place of places) {
      const [route = '', anchor] = place.split('#');
      const html = await readFile(join(dist, route, 'index.html'), 'utf8');
      if (anchor !== undefined) expect(html).toContain(`id="${anchor}"`);
    }
  });

  it.each(['activity outputs', 'activity_outputs', 'activityOutputs'])('finds the entity first: %s', async (query) => {
    expect((await results(query))[0]).toMatch(/^\/reference\/(mongodb|s3)\/activity_outputs\/$/);
  });

  it('says which store a result is in, and opens it with the keyboard', async () => {
    await visit('/', async (page) => {
      await typeQuery(page, 'event_logs');
      const first = page.locator('.pr-hit-link').first();
      await first.waitFor();
      expect(await first.textContent()).toBe('event_logsMongoDB');
      await first.press('Enter');
      await page.waitForURL(/\/reference\/mongodb\/event_logs\/$/);
    });
  });
});

describe('navigation', () => {
  it('unfolds the store of the open page and marks the page', async () => {
    await visit(KINDS.collection, async (page) => {
      const nav = page.locator('.pr-nav');
      expect(await nav.locator('[aria-current="page"]').allTextContents()).toEqual(['activity_outputs']);
      expect(await nav.getByText('event_logs', { exact: true }).count()).toBe(1);
      expect(await nav.getByText('activity_runs', { exact: true }).count()).toBe(0);
      expect(await page.locator('.pr-crumbs a').first().textContent()).toBe('MongoDB');
      await page.locator('.pr-pagination [rel="next"]').click();
      await page.waitForLoadState();
      expect(await page.locator('h1').textContent()).not.toBe('activity_outputs');
    });
  });

  it('shows the row that a link leads to, below the head of its table', async () => {
    await visit(`${KINDS.collection}#s3Key`, async (page) => {
      const row = page.locator('tr:has(:target)');
      const [top, bottom, plain, marked] = await Promise.all([
        row.evaluate((element) => element.getBoundingClientRect().top),
        page.locator('tr:has(:target)').evaluate((element) => element.closest('table')?.tHead?.rows[0]?.cells[0]?.getBoundingClientRect().bottom ?? 0),
        page.locator('tbody tr:not(:has(:target))').first().evaluate((element) => getComputedStyle(element).backgroundColor),
        row.evaluate((element) => getComputedStyle(element).backgroundColor),
      ]);
      expect(top).toBeGreaterThanOrEqual(bottom - 1);
      expect(top).toBeLessThan(900);
      expect(marked).not.toBe(plain);
    });
  });

  it('keeps the head of a long table in sight while the page moves', async () => {
    await visit(KINDS.collection, async (page) => {
      const table = page.locator('table').filter({ has: page.locator('#activityId') });
      await table.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      const before = await page.evaluate(() => scrollY);
      await page.mouse.wheel(0, 250);
      await page.waitForFunction((from) => scrollY >= from + 250, before);
      const place = await table.evaluate((element) => ({ head: element.querySelector('th')!.getBoundingClientRect().top, body: element.getBoundingClientRect().top }));
      expect(place.head).toBeGreaterThan(place.body);
      expect(place.head).toBe(await page.locator('mobile-starlight-toc nav').evaluate((bar) => bar.getBoundingClientRect().bottom));
    });
  });

  it('shows a field on a phone as a paragraph: name and type in one line, what it means below, nothing to scroll', async () => {
    await visit(
      KINDS.collection,
      async (page) => {
        const row = page.locator('tr:has(#s3Key)');
        const cells = await row.locator('td').evaluateAll((found) => found.map((cell) => cell.getBoundingClientRect()).map(({ left, right, top, bottom }) => ({ left, right, top, bottom })));
        const [name, type] = cells;
        const meaning = cells.at(-1);
        if (!name || !type || !meaning) throw new Error('The row has no cells.');
        expect(type.left).toBeGreaterThan(name.right);
        expect(type.top).toBeLessThan(name.bottom);
        expect(meaning.top).toBeGreaterThanOrEqual(name.bottom - 1);
        expect(meaning.left).toBe(name.left);
        expect(Math.max(...cells.map(({ right }) => right))).toBeLessThanOrEqual(390);
      },
      { width: 390 },
    );
  });

  it('keeps the names of a table in sight that scrolls sideways', async () => {
    await visit(
      KINDS['cross-references'],
      async (page) => {
        const box = page.locator('.pr-table.keeps-names').first();
        const [moved, name] = await box.evaluate((element) => {
          element.scrollLeft = 200;
          return [element.scrollLeft, element.querySelector('tbody td')!.getBoundingClientRect().left - element.getBoundingClientRect().left];
        });
        expect([moved, name]).toEqual([200, 0]);
      },
      { width: 390 },
    );
  });

  it('calls the top of the page so, beside “On this page”', async () => {
    await visit(KINDS.collection, async (page) => {
      await page.locator('mobile-starlight-toc .display-current', { hasText: /^\s*Top\s*$/ }).waitFor();
    });
  });

  it('shows the overview at the folder of the generated pages', async () => {
    await visit('/reference/', async (page) => {
      expect(await page.locator('h1').textContent()).toBe('Overview');
      expect(await page.locator('link[rel="canonical"]').evaluate((link) => (link as HTMLLinkElement).href)).toBe(`${site.origin}/`);
    });
  });

  it('lets the keyboard skip to the content, and into a table that scrolls', async () => {
    await visit(
      KINDS.collection,
      async (page) => {
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to content');
        const wide = page.locator('.pr-table:not(.fits)').first();
        expect(await wide.getAttribute('tabindex')).toBe('0');
        expect(await wide.getAttribute('role')).toBe('region');
        expect(await page.locator('.pr-table.fits[tabindex]').count()).toBe(0);
      },
      { width: 390 },
    );
  });

  it('opens and closes the menu on a phone', async () => {
    await visit(
      KINDS.collection,
      async (page) => {
        const nav = page.locator('.pr-nav');
        expect(await nav.isVisible()).toBe(false);
        await page.getByRole('button', { name: 'Menu' }).click();
        expect(await nav.isVisible()).toBe(true);
      },
      { width: 390 },
    );
  });

  it.each([
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(20, 22, 26)'],
  ] as const)('follows the system where no script runs: %s', async (colorScheme, background) => {
    const context = await browser.newContext({ colorScheme, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.origin + KINDS.collection);
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(background);
    await context.close();
  });

  it('keeps the theme that was chosen', async () => {
    await visit('/', async (page) => {
      await page.locator('header starlight-theme-select select').selectOption('dark');
      await page.goto(`${site.origin}${KINDS.collection}`);
      expect(await page.evaluate(() => [document.documentElement.dataset['theme'], getComputedStyle(document.body).backgroundColor])).toEqual(['dark', 'rgb(20, 22, 26)']);
    });
  });
});

it('prints the content alone, in light colours', async () => {
  await visit(
    KINDS.collection,
    async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      for (const hidden of ['.header', '.pr-nav', '.right-sidebar', '.pr-pagination']) expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
      expect(await page.locator('h1').isVisible()).toBe(true);
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
      expect(await page.$$eval('.pr-table', (boxes) => boxes.filter((box) => getComputedStyle(box).overflow !== 'visible').length)).toBe(0);
    },
    { theme: 'dark' },
  );
});

it('holds a policy without unsafe scripts on every page', async () => {
  const files = (await readdir(dist, { recursive: true })).filter((file) => file.endsWith('.html'));
  expect(files.length).toBeGreaterThan(Object.keys(KINDS).length);
  await visit('/', async (page) => {
    const policy = await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'( 'sha256-[A-Za-z0-9+/=]+')*; /);
  });
});

it('runs no script that was slipped into a page', async () => {
  const page = await browser.newPage();
  await page.goto(site.origin);
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.slipped = true';
    document.body.append(script);
    return 'slipped' in window;
  });
  await page.close();
  expect(ran).toBe(false);
});

describe('findings', () => {
  it('are narrowed down by rule, and all there without a choice', async () => {
    await visit('/reference/findings/', async (page) => {
      const table = page.locator('polyref-findings').first();
      const rows = table.locator('tbody tr:visible');
      const all = await rows.count();
      expect(await table.locator('output').textContent()).toBe(`All ${all}`);
      await table.getByLabel('Rule').selectOption({ label: 'unique-across-tenants (1)' });
      expect(await rows.count()).toBe(1);
      expect(await table.locator('output').textContent()).toBe(`1 of ${all}`);
      await table.getByLabel('Rule').selectOption({ label: 'any' });
      expect(await rows.count()).toBe(all);
    });
  });
});

describe('the box for keys', () => {
  const key = '01JD3K9V7QZ4M8T2R6XW5N0YBC/strategies/01JD3KB2M5RQX8F7E9TC4H6WZA/v3.md';

  it('says which family made a key, and leads to its page', async () => {
    await visit('/reference/s3/', async (page) => {
      await page.getByLabel('An S3 key').fill(`s3://leadmetrics-content/${key}`);
      const answer = page.locator('polyref-key output');
      await answer.getByText('s3.strategies').waitFor();
      expect(await answer.locator('dd').allTextContents()).toEqual(['01JD3K9V7QZ4M8T2R6XW5N0YBC', '01JD3K9V7QZ4M8T2R6XW5N0YBC', '01JD3KB2M5RQX8F7E9TC4H6WZA', '3']);
      await answer.getByText('s3.strategies').click();
      await page.waitForURL('**/reference/s3/strategies/');
    });
  });

  it('names the nearest family where none made it', async () => {
    await visit('/reference/s3/', async (page) => {
      await page.getByLabel('An S3 key').fill(key.replace('v3', 'draft'));
      const answer = page.locator('polyref-key output');
      await answer.getByText('s3.strategies').waitFor();
      expect(await answer.textContent()).toBe('No object family makes this key. The nearest is s3.strategies, {tenantId}/strategies/{strategyId}/v{version}.md: “draft.md” does not fit “v{version}.md”.');
    });
  });
});
