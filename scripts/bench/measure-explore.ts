import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { serveSite } from '../serve-site.ts';
import { openBrowser } from './open-browser.ts';

/** Measures the page of exploration of a built site in a browser. */
export async function measureExplore(dist: string): Promise<MeasuredExplore> {
  const site = await serveSite({ folder: dist, base: '/', port: 4700 });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(watchFrames);
    const url = `${site.url}reference/explore/`;
    // The first visit is of a browser that has just begun: what follows is what a reader finds.
    await open(page, url);
    const visits = [];
    for (let visit = 0; visit < 5; visit += 1) visits.push(await open(page, url));
    const frames = [await framesWhile(page, pan), await framesWhile(page, zoom)];
    const data = await readFile(join(dist, 'explore.json'));
    return {
      firstPictureMs: part(visits.map(({ painted }) => painted), 0.5),
      liveMs: part(visits.map(({ live }) => live), 0.5),
      frames: spread(frames.flatMap(({ between }) => between)),
      drawing: spread(frames.flatMap(({ drawing }) => drawing)),
      memoryMb: await memoryOf(browser, page),
      dataBytes: data.length,
      dataCompressed: gzipSync(data).length,
    };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** What the page of exploration costs its reader; times in milliseconds. */
export interface MeasuredExplore {
  /** From the beginning of the navigation to the first picture, which is static; the middle of five visits. */
  readonly firstPictureMs: number;
  /** The same to the picture that answers questions. */
  readonly liveMs: number;
  /** From one frame to the next while one moves and zooms. A screen of 60 Hz shows one each 16.7 ms at best. */
  readonly frames: Spread;
  /** Of these, how long the page's own script ran. */
  readonly drawing: Spread;
  readonly memoryMb: number;
  /** Of the file that the picture is drawn from. */
  readonly dataBytes: number;
  readonly dataCompressed: number;
}

interface Spread {
  readonly median: number;
  readonly percentile95: number;
  readonly count: number;
}

/** Runs in the page, before its own scripts: keeps when frames began and how long their scripts ran. */
function watchFrames(): void {
  const kept = { starts: [] as number[], drawing: [] as number[] };
  Object.assign(globalThis, { kept });
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (draw) => request((now) => {
    const begin = performance.now();
    draw(now);
    if (now !== kept.starts.at(-1)) kept.starts.push(now);
    kept.drawing.push(performance.now() - begin);
  });
}

/** Milliseconds from the beginning of the navigation to the first picture, and to the one that answers. */
async function open(page: Page, url: string): Promise<{ readonly painted: number; readonly live: number }> {
  await page.goto('about:blank');
  await page.goto(url);
  await page.locator('polyref-explore.live').waitFor();
  return page.evaluate(() => new Promise((done) => {
    requestAnimationFrame(() => setTimeout(() => done({ painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN, live: performance.now() })));
  }));
}

/** Frames while a hand is at work. */
async function framesWhile(page: Page, work: (page: Page) => Promise<void>): Promise<{ readonly between: readonly number[]; readonly drawing: readonly number[] }> {
  await page.evaluate(() => {
    Object.assign((globalThis as unknown as { kept: object }).kept, { starts: [], drawing: [] });
  });
  await work(page);
  const { starts, drawing } = await page.evaluate(() => (globalThis as unknown as { kept: { starts: number[]; drawing: number[] } }).kept);
  // Where the hand rested no frame was drawn: that is no long frame.
  return { between: starts.slice(1).map((start, at) => start - (starts[at] ?? start)).filter((time) => time < REST), drawing };
}

/** Milliseconds. */
const REST = 250;

async function pan(page: Page): Promise<void> {
  await page.mouse.move(700, 500);
  await page.mouse.down();
  for (let step = 0; step < 240; step += 1) await page.mouse.move(700 + 250 * Math.sin(step / 12), 500 + 150 * Math.cos(step / 17));
  await page.mouse.up();
}

/** From the whole to the fields of one entity, and back, twice. */
async function zoom(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  for (const direction of [-1, 1, -1, 1]) for (let step = 0; step < 60; step += 1) await page.mouse.wheel(0, direction * 14);
  await page.keyboard.up('Control');
}

/** Of the process that shows the page and of it alone, where the system tells; else of its scripts. */
async function memoryOf(of: Browser, page: Page): Promise<number> {
  const session = await of.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = await Promise.all(processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => readFile(`/proc/${id}/status`, 'utf8').then((text) => Number(/^RssAnon:\s+(\d+)/m.exec(text)?.[1] ?? NaN) / 1024, () => NaN)));
  const largest = Math.max(...sizes);
  return Number.isFinite(largest) ? largest : page.evaluate(() => ((performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? NaN) / 1024 / 1024);
}

function spread(values: readonly number[]): MeasuredExplore['frames'] {
  return { median: part(values, 0.5), percentile95: part(values, 0.95), count: values.length };
}

function part(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
