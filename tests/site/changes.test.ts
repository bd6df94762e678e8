import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildChangelog, generate } from '../../src/lib/index.ts';
import { put, smallSchema, textsOf } from '../cli/run-polyref.ts';
import { buildSite } from './build-site.ts';
import { openBrowser } from './open-browser.ts';
import { serve, type Served } from './serve.ts';
import { findViolations, visitor } from './visit.ts';

const carts = smallSchema['schema/mongodb/carts.ts'] ?? '';
/** The newest first: what each commit made of the file of carts. */
const COMMITS = [
  { date: '2026-03-01', commit: '3333333', subject: 'Notes, <b>at last</b> {x} | and `code` of @anyone', text: (before: string) => before.replace("'30 days'", "'7 days'").replace('updatedAt: z.date()', 'updatedAt: z.date(), /** What the customer said. */ noteWithAVeryLongNameThatNoPhoneHasRoomFor: z.string().optional()') },
  { date: '2026-02-01', commit: '2222222', subject: 'Carts go after a week', text: (before: string) => before.replace("'30 days'", "'7 days'") },
  { date: '2026-01-01', commit: '1111111', subject: 'The schema', text: (before: string) => before },
];

let out: string;
let site: Served;
let browser: Browser;

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'polyref-site-'));
  const folders = { schemaDir: join(out, 'schema'), outDir: out };
  const commits = [];
  for (const { text, ...commit } of COMMITS.toReversed()) {
    await put(out, { ...smallSchema, 'schema/mongodb/carts.ts': text(carts) });
    await generate(folders);
    commits.unshift({ ...commit, text: (await textsOf(out)).get('public/catalog.json') });
  }
  await generate(folders, { changelog: { asked: 3, entries: buildChangelog(commits, true) } });
  const built = await buildSite({ POLYREF_OUT: out });
  if (built.code !== 0) throw new Error(built.output);
  site = await serve(join(out, 'polyref-site'));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  if (out) await rm(out, { recursive: true, force: true });
});

const visit = visitor(() => ({ browser, origin: site.origin }));

test('the page of changes says on its first screen what each commit did, and leads there', async () => {
  await visit('/reference/changes/', async (page) => {
    expect(await page.locator('.pr-table tbody tr').allInnerTexts()).toEqual([
      '1 safe\t2026-03-01\tNotes, <b>at last</b> {x} | and `code` of @anyone', '1 breaking\t2026-02-01\tCarts go after a week', 'begins the catalog\t2026-01-01\tThe schema',
    ]);
    await page.getByRole('link', { name: '2026-02-01' }).first().click();
    expect(new URL(page.url()).hash).toBe('#2026-02-01');
    const breaking = page.getByRole('listitem').filter({ hasText: 'expires after 7 days instead of 30 days.' });
    expect(await breaking.innerText()).toBe('breaking mongodb.carts expires after 7 days instead of 30 days.\nMongoDB deletes every document whose updatedAt lies more than 7 days back within minutes of the deployment, whatever was promised when it was written.');
    expect(await breaking.getByRole('link', { name: 'mongodb.carts' }).getAttribute('href')).toBe('/reference/mongodb/carts/');
  });
});

test('it is accessible in light and dark, and a phone shows the levels, and nothing of a sentence is cut off', async () => {
  await visit('/reference/changes/', async (page) => {
    expect(await findViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const ends = await page.$$eval('.pr-table .pr-verdict, .sl-markdown-content li', (parts) => parts.map((part) => part.getBoundingClientRect().right));
    expect(ends.filter((right) => right > 390)).toEqual([]);
    expect(await findViolations(page)).toEqual([]);
  });
});
