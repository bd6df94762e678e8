import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../scripts/bench/open-browser.ts';
import { DIAGRAM_CSS, drawDiagram, standaloneSvg } from '../../src/lib/diagram/index.ts';
import { drawChanges, review } from '../../src/lib/index.ts';
import { hostileCatalog } from '../emit/hostile-catalog.ts';
import { sampleCatalog } from '../emit/sample-catalog.ts';
import { differencesOf, readSpots } from './compare-pictures.ts';
import { greatestDifference, photograph, RENDERERS, sizeOf, type Raster } from './rasterise.ts';

const text = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

/** What two programs may make of the edges of letters; the faintest tint of an area is no more, and is looked at by itself. */
const MOST = 24;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

/** The drawing as a page of the site shows it. */
const onPage = (svg: string): Promise<Raster> =>
  photograph(page, `<!doctype html><html data-theme="light"><style>${tokens}${DIAGRAM_CSS}body{margin:0;background:var(--pr-bg)}</style>${svg.replace(/^<svg class="pr-d w\d+"/, '<svg class="pr-d"')}`, sizeOf(svg));
const inBrowser = (file: string): Promise<Raster> => photograph(page, `<!doctype html><style>body{margin:0}svg{display:block}</style>${file}`, sizeOf(file));

/** After an entity lost a field, one is gone and one is new. @param name of everything in it, unless it is that of the sample */
function changePicture(name?: string): string {
  const sample = name === undefined ? sampleCatalog() : hostileCatalog(sampleCatalog(), name);
  const [first, second, ...others] = sample.entities;
  if (first === undefined || second === undefined) throw new Error('The sample has too few entities.');
  const after = { ...sample, entities: [{ ...first, fields: first.fields.slice(0, -1) }, ...others, { ...second, address: `${second.store}.brand_new`, name: 'brand_new' }] };
  return drawChanges(sample, after, review({ base: sample, head: after }).changes).after?.text ?? '';
}

const DRAWINGS: Readonly<Record<string, string>> = {
  'an entity in focus with its neighbours': text('neighbourhood.mmd'),
  'stores that no engine names': 'erDiagram\n  "redis.a"["a"]:::redis {\n    string x PK\n  }\n  "kafka.b"["b"]:::kafka\n  "queue.c"["c"]:::queue\n  "x.d"["d"]:::x,focus\n  "redis.a" ||--o{ "kafka.b" : "x → x · some words"',
  'what changed': changePicture(),
};

describe.each(Object.entries(DRAWINGS))('%s', (_, source) => {
  test('a file looks in a browser as the page does, to the pixel', async () => {
    const { svg } = await drawDiagram(source, { title: 'x' });
    expect(greatestDifference(await onPage(svg), await inBrowser(standaloneSvg(svg))).distance).toBeLessThan(1);
  });

  test.each(Object.entries(RENDERERS))('and in %s: each area has its colour, each text stands in its place', async (__, render) => {
    const { svg } = await drawDiagram(source, { title: 'x' });
    const shown = await onPage(svg);
    const spots = await readSpots(page);
    expect(spots.areas.length).toBeGreaterThan(4);
    expect(spots.texts.length).toBeGreaterThan(4);
    const drawn = await render(standaloneSvg(svg));
    expect(differencesOf(shown, drawn, spots)).toEqual([]);
    expect(greatestDifference(shown, drawn).distance).toBeLessThan(MOST);
  });
});

// Which face has such letters, and what stands for those that none has, each program decides by itself.
test.each(Object.entries(RENDERERS))('letters that the face lacks stand in their place: %s', async (_, render) => {
  const { svg } = await drawDiagram(changePicture('日本語の表 🦊 العربية'), { title: 'x' });
  const shown = await onPage(svg);
  expect(differencesOf(shown, await render(standaloneSvg(svg)), await readSpots(page))).toEqual([]);
});

test.each(Object.entries(RENDERERS))('what is lit up stays lit, the rest faded: %s', async (_, render) => {
  await onPage((await drawDiagram(text('neighbourhood.mmd'), { title: 'x', href: () => ({ href: '/x/' }) })).svg);
  const svg = await page.evaluate(() => {
    document.querySelector('svg')?.classList.add('lit');
    for (const part of document.querySelectorAll('.b:nth-of-type(2), .b:nth-of-type(2) > a:nth-of-type(3)')) part.classList.add('on');
    return new XMLSerializer().serializeToString(document.querySelector('svg') ?? document);
  });
  const shown = await onPage(svg);
  const spots = await readSpots(page);
  expect(differencesOf(shown, await render(standaloneSvg(svg)), spots)).toEqual([]);
});

test('the picture in the README', async () => {
  const file = readFileSync(new URL('../../public/overview.svg', import.meta.url), 'utf8');
  const shown = await inBrowser(file);
  for (const [name, render] of Object.entries(RENDERERS)) expect(greatestDifference(shown, await render(file)).distance, name).toBeLessThan(MOST);
});

test('a file of the look before is black: the comparison would notice', async () => {
  const { svg } = await drawDiagram(text('neighbourhood.mmd'), { title: 'x' });
  const shown = await onPage(svg);
  const spots = await readSpots(page);
  const before = svg.replace('>', ` xmlns="http://www.w3.org/2000/svg"><style>${tokens}${DIAGRAM_CSS}</style>`);
  for (const render of Object.values(RENDERERS)) expect(differencesOf(shown, await render(before), spots).length).toBeGreaterThan(10);
});

test('names that would be markup are text, for each program', async () => {
  for (const name of [']]>', '<script>alert(1)</script>', 'a & b', '&lt;b&gt;', '"\'', '\u0000\u0001\u001b', '\ud800', 'x\udc00', '\ufffe\uffff', '\u202eevil', '🦊', '日本語', '<![CDATA[x]]>', '<?xml?>', '<!-- x -->', 'var(--x)', 'a  b', '\t', '\r\n', '\u2028']) {
    const { svg } = await drawDiagram(changePicture(name), { title: name, description: name });
    const file = standaloneSvg(svg);
    const errors = await page.evaluate((xml) => new DOMParser().parseFromString(xml, 'image/svg+xml').querySelector('parsererror')?.textContent ?? '', file);
    expect(errors, name).toBe('');
    for (const render of Object.values(RENDERERS)) expect(await render(file), name).toMatchObject(sizeOf(file));
  }
});
