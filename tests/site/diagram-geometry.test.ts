import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawDiagram } from '../../src/lib/diagram/index.ts';
import { renderOverviewDiagram } from '../../src/lib/emit/mermaid/render-overview-diagram.ts';
import { catalogOfDefinitions } from '../catalog-of-definitions.ts';
import { anySchema } from '../properties/any-schema.ts';
import { openBrowser } from './open-browser.ts';
import { serve, type Served } from './serve.ts';
import { sharedSite } from './shared-site.ts';

let site: Served;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await serve(await sharedSite());
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(`${site.origin}/reference/postgresql/activities/`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

it('on every page of the shipped system no text leaves its cell and no two boxes overlap', async () => {
  const routes = [...readFileSync(new URL('../../public/catalog.json', import.meta.url), 'utf8').matchAll(/^ {3}"address": "([a-z0-9]+)\.([a-z_]+)"/gm)].map(([, store, name]) => `/reference/${store}/${name}/`);
  let drawn = 0;
  for (const route of ['/', '/reference/mongodb/', '/reference/postgresql/', '/reference/s3/', ...routes]) {
    const html = await (await fetch(`${site.origin}${route}`)).text();
    const svg = /<svg class="pr-d w.*?<\/svg>/s.exec(html)?.[0];
    // A tombstone has no picture.
    expect(svg === undefined ? [] : await findFaults(svg), route).toEqual([]);
    drawn += svg === undefined ? 0 : 1;
  }
  expect(drawn).toBeGreaterThan(30);
}, 120_000);

it('nor in 200 random diagrams, with names of every kind', async () => {
  for (const definitions of fc.sample(anySchema.filter((one) => one.some(({ kind }) => kind === 'polyref.table')), { numRuns: 100, seed: 7 })) {
    const { svg } = await drawDiagram(renderOverviewDiagram(catalogOfDefinitions(definitions).catalog).text);
    expect(await findFaults(svg)).toEqual([]);
  }
  for (const text of fc.sample(anyDiagram, { numRuns: 100, seed: 7 })) {
    const { svg } = await drawDiagram(text);
    expect(await findFaults(svg), text).toEqual([]);
  }
}, 300_000);

/** Entities with ordinary names, and more relations between them than anybody would draw by hand. */
const anyDiagram: fc.Arbitrary<string> = fc.record({
  boxes: fc.array(fc.record({ name: fc.stringMatching(/^[a-z]{2,12}(_[a-z]{2,14}){0,3}$/), fields: fc.uniqueArray(fc.stringMatching(/^[a-z]{2,10}([A-Z][a-z]{1,12}){0,4}$/), { maxLength: 14 }) }), { minLength: 2, maxLength: 22 }),
  arrows: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.boolean()), { maxLength: 40 }),
}).map(({ boxes, arrows }) => [
  'erDiagram',
  ...boxes.flatMap(({ name, fields }, at) => [`  "${at}.${name}"["${name}"]:::${['mongodb', 'postgresql', 's3'][at % 3]} {`, ...fields.map((field) => `    varchar(24) ${field} FK`), '  }']),
  ...arrows.map(([from, to, a, b, enforced]) => {
    const [one, other] = [from % boxes.length, to % boxes.length];
    const field = (box: number, at: number): string => boxes[box]?.fields[at % (boxes[box]?.fields.length || 1)] ?? 'id';
    return `  "${one}.${boxes[one]?.name}" }o${enforced ? '--' : '..'}|| "${other}.${boxes[other]?.name}" : "${field(one, a)} → ${field(other, b)}"`;
  }),
].join('\n'));

/** What a reader would see of a drawing that is wrong, measured where it is shown, with the site's own faces. */
function findFaults(svg: string): Promise<readonly string[]> {
  return page.evaluate((markup) => {
    const frame = document.querySelector('.pr-diagram-scroll');
    if (frame === null) throw new Error('There is no frame.');
    frame.innerHTML = markup;
    const drawing = frame.querySelector<SVGSVGElement>('svg');
    if (drawing === null) throw new Error('There is no drawing.');
    // At its own size, whatever the width of the page.
    Object.assign(drawing.style, { width: `${drawing.viewBox.baseVal.width}px`, maxWidth: 'none', minWidth: '0' });
    const faults: string[] = [];
    const boxes = [...drawing.querySelectorAll('.b')].map((box) => ({ box, area: (box.querySelector('.o') as Element).getBoundingClientRect() }));
    boxes.forEach(({ box, area }, at) => {
      for (const { area: other } of boxes.slice(at + 1)) {
        if (area.left < other.right && other.left < area.right && area.top < other.bottom && other.top < area.bottom) faults.push(`${box.getAttribute('data-id')} overlaps another box`);
      }
      for (const text of box.querySelectorAll('text')) {
        const parts = text.querySelector('tspan') === null ? [text] : [...text.querySelectorAll('tspan')];
        const cell = (text.parentElement?.querySelector('path') ?? box).getBoundingClientRect();
        for (const part of parts) {
          const { left, right, top, bottom } = part.getBoundingClientRect();
          if (left < area.left - 1 || right > area.right + 1 || top < cell.top - 2 || bottom > cell.bottom + 2) faults.push(`${part.textContent} leaves its cell`);
        }
        const [type, ...names] = [text.querySelector('.t'), ...parts.filter((part) => !part.matches('.t, .k'))].map((part) => part?.getBoundingClientRect());
        for (const name of names) if (type !== undefined && name !== undefined && name.top < type.bottom - 4 && type.top < name.bottom - 4 && name.right > type.left) faults.push(`${text.textContent}: name and type touch`);
      }
    });
    return faults;
  }, svg);
}
