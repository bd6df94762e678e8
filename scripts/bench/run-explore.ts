import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { serveSite } from '../serve-site.ts';
import type { MeasuredExplore } from './measure-explore.ts';
import { openBrowser } from './open-browser.ts';

/** Measures the page of exploration of a built site in a browser: `node run-explore.ts <dist>`. Prints a `MeasuredExplore` as JSON. */
const [dist = ''] = process.argv.slice(2);
const site = await serveSite({ folder: dist, base: '/', port: 4700 });
// Without a limit a frame takes as long as it takes, and not until a screen is ready for it.
const browser = await openBrowser(['--disable-frame-rate-limit', '--disable-gpu-vsync', '--enable-precise-memory-info']);
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // The first visit fills what every visit after it finds warm: the server's files and the browser's code.
  await open(page);
  const first: number[] = [];
  const live: number[] = [];
  for (let visit = 0; visit < 5; visit += 1) {
    const { painted, started } = await open(page);
    first.push(painted);
    live.push(started);
  }
  const frames = [...(await framesWhile(page, pan)), ...(await framesWhile(page, zoom))].sort((a, b) => a - b);
  const data = await readFile(join(dist, 'explore.json'));
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize: heap = 0 } = Object.fromEntries((await session.send('Performance.enable').then(() => session.send('Performance.getMetrics'))).metrics.map(({ name, value }) => [name, value]));
  const measured: MeasuredExplore = {
    firstPictureMs: middle(first), liveMs: middle(live), frameMs: { median: at(frames, 0.5), percentile95: at(frames, 0.95), count: frames.length }, heapMb: heap / 1024 / 1024, dataBytes: data.length, dataGzipped: gzipSync(data).length,
  };
  process.stdout.write(JSON.stringify(measured));
} finally {
  await browser.close();
  await site.close();
}

/** Milliseconds from the beginning of the navigation to the first picture, and to the one that can be asked. */
async function open(page: Page): Promise<{ readonly painted: number; readonly started: number }> {
  await page.goto('about:blank');
  await page.goto(`${site.url}reference/explore/`);
  await page.locator('polyref-explore.live').waitFor();
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame((now) => done({ painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN, started: now })))));
}

/** Lengths of the frames, in milliseconds, while a hand is at work. */
async function framesWhile(page: Page, work: (page: Page) => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const next = (now: number): void => {
      times.push(now);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    Object.assign(globalThis, { times });
  });
  await work(page);
  const times = await page.evaluate(() => (globalThis as unknown as { times: number[] }).times);
  return times.slice(1).map((time, place) => time - (times[place] ?? time));
}

async function pan(page: Page): Promise<void> {
  await page.mouse.move(700, 500);
  await page.mouse.down();
  for (let step = 0; step < 240; step += 1) await page.mouse.move(700 + 250 * Math.sin(step / 12), 500 + 150 * Math.cos(step / 17));
  await page.mouse.up();
}

/** From the whole to the fields of one entity, and back. */
async function zoom(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  for (const direction of [-1, 1, -1, 1]) for (let step = 0; step < 60; step += 1) await page.mouse.wheel(0, direction * 14);
  await page.keyboard.up('Control');
}

function middle(values: readonly number[]): number {
  return at([...values].sort((a, b) => a - b), 0.5);
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}
