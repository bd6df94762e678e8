import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { serveSite } from '../serve/serve-site.ts';
import { measureFrames, watchFrames, type MeasuredFrames } from './measure-frames.ts';
import { openBrowser } from './open-browser.ts';
import { spreadOf } from './spread.ts';

/** Measures the page of exploration of a built site in a browser. */
export async function measureExplore(dist: string): Promise<MeasuredExplore> {
  const site = await serveSite({ folder: dist, base: '/', port: 4700 });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await watchFrames(page);
    const url = `${site.url}reference/explore/`;
    // The first visit is of a browser that has just begun: what follows is what a reader finds.
    await open(page, url);
    const visits = [];
    for (let visit = 0; visit < 5; visit += 1) visits.push(await open(page, url));
    const frames = await measureFrames(page);
    const data = await readFile(join(dist, 'explore.json'));
    return {
      firstPictureMs: spreadOf(visits.map(({ painted }) => painted)).median,
      liveMs: spreadOf(visits.map(({ live }) => live)).median,
      frames,
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
  readonly frames: MeasuredFrames;
  readonly memoryMb: number;
  /** Of the file that the picture is drawn from. */
  readonly dataBytes: number;
  readonly dataCompressed: number;
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

/** Of the process that shows the page and of it alone, where the system tells; else of its scripts. */
async function memoryOf(of: Browser, page: Page): Promise<number> {
  const session = await of.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = await Promise.all(processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => readFile(`/proc/${id}/status`, 'utf8').then((text) => Number(/^RssAnon:\s+(\d+)/m.exec(text)?.[1] ?? NaN) / 1024, () => NaN)));
  const largest = Math.max(...sizes);
  return Number.isFinite(largest) ? largest : page.evaluate(() => ((performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? NaN) / 1024 / 1024);
}
