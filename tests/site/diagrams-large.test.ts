import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { renderSyntheticSchema } from '../../scripts/bench/synthetic-schema.ts';
import { linksOfCatalog } from '../../src/diagrams/links-of-catalog.ts';
import { renderFigure } from '../../src/diagrams/render-figure.ts';
import { linkName, resolveLinks } from '../../src/diagrams/resolve-links.ts';
import { drawDiagram } from '../../src/lib/diagram/index.ts';
import { renderEntityDiagram } from '../../src/lib/emit/mermaid/render-entity-diagram.ts';
import { makePages } from '../../src/lib/index.ts';
import type { Catalog } from '../../src/lib/model/catalog.ts';
import { slimCatalog } from '../../src/lib/model/slim-catalog.ts';
import { put } from '../cli/run-polyref.ts';
import { boxIds, diagramOpener, litBoxes, redrawn, type DiagramParts } from './diagram-parts.ts';
import { openBrowser } from './open-browser.ts';
import { serve, type Served } from './serve.ts';
import { sharedSite } from './shared-site.ts';
import { findViolations, visitor } from './visit.ts';

const ADDRESS = 'postgresql.order_items_00000';

let site: Served;
let browser: Browser;
let folder: string;
let catalog: Catalog;
let figure: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polyref-large-'));
  await put(folder, Object.fromEntries(renderSyntheticSchema(1000)));
  const made = await makePages({ schemaDir: join(folder, 'schema') });
  if (made.kind !== 'made') throw new Error(made.findings[0]?.message);
  catalog = made.catalog;
  figure = await figureOf(ADDRESS);
  site = await serve(await sharedSite());
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

/** As the build makes it. */
async function figureOf(address: string): Promise<string> {
  const entity = catalog.entities.find((one) => one.address === address);
  if (entity === undefined) throw new Error(address);
  const { text, title } = renderEntityDiagram(catalog, entity);
  const drawing = await drawDiagram(text, { title, href: linkName, maxWidth: 960 });
  const hrefFor = linksOfCatalog(catalog, '/');
  return renderFigure({ ...drawing, svg: resolveLinks(drawing.svg, hrefFor), source: text, hasCaption: true, hrefFor });
}

const open = diagramOpener(visitor(() => ({ browser, origin: site.origin })));

/** A page of the small site with a diagram and the catalog of the large one: a site of 1,000 pages takes a minute to build. */
const large = <T>(use: (parts: DiagramParts) => Promise<T>): Promise<T> =>
  open('/reference/postgresql/activities/', async (parts) => {
    await redrawn(parts, () => parts.element.evaluate((element, html) => (element as unknown as { replaceFigure(html: string): void }).replaceFigure(html), figure));
    return use(parts);
  }, { prepare: (page) => page.route('**/catalog.slim.json', (route) => route.fulfill({ json: slimCatalog(catalog) })) });

it('another figure takes the place of the first, with its caption, its legend, its words and its text', async () => {
  await large(async ({ element, header, words }) => {
    expect(await element.locator('figcaption').textContent()).toBe('The neighbourhood of order_items_00000');
    await header(ADDRESS).hover();
    expect((await litBoxes(element)).length).toBe((await boxIds(element)).length);
    expect(await words.locator('p').first().textContent()).toMatch(/^order_items_00000 · \d+ references$/);
    expect(await element.locator('.pr-diagram-text code').textContent()).toContain(`"${ADDRESS}"["order_items_00000"]:::postgresql,focus`);
    expect(await element.getByRole('button', { name: 'to objects, by their key' }).count()).toBe(0);
  });
});

it('two steps away are more boxes than one can read: at most sixty are drawn, the rest is counted', async () => {
  await large(async (parts) => {
    const { element, page, frame } = parts;
    await redrawn(parts, () => element.getByLabel('Depth', { exact: true }).selectOption('3'));
    const ids = await boxIds(element);
    expect(ids.length).toBeGreaterThan(40);
    expect(ids.length).toBeLessThanOrEqual(62);
    expect(await element.locator('.b[data-id="…"]').textContent()).toMatch(/^…\d+ more entities$/);
    await redrawn(parts, () => element.getByLabel('Detail', { exact: true }).selectOption('names'));
    expect(await element.locator('.pr-diagram-scroll [data-f]').count()).toBe(0);
    await frame.press('/');
    await page.keyboard.type('order_items_00000');
    expect(await element.locator('output').textContent()).toBe('1 of 1');
    expect(await findViolations(page, ['light'])).toEqual([]);
  });
});
