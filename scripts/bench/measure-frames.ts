import type { Page } from 'playwright-core';
import { spreadOf, type Spread } from './spread.ts';

/** What moving and zooming a picture costs, as the browser shows it. Times in milliseconds. */
export interface MeasuredFrames {
  /** From one frame to the next. A screen of 60 Hz shows one each 16.7 ms: it cannot be less. */
  readonly between: Spread;
  /** Of these, how long the page's own script ran. */
  readonly drawing: Spread;
  /** How many of these times were so long that at least one frame was left out. */
  readonly late: number;
}

/** Keeps when frames begin, and how long their scripts run; to be called before the page is opened. */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: Kept = { starts: [], drawing: [] };
    Object.assign(globalThis, { kept });
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) => request((now) => {
      const begin = performance.now();
      draw(now);
      if (now !== kept.starts.at(-1)) kept.starts.push(now);
      kept.drawing.push(performance.now() - begin);
    });
  });
}

/** Moves the picture under the middle of a window at three distances, and zooms between them. */
export async function measureFrames(page: Page): Promise<MeasuredFrames> {
  const parts: Kept[] = [];
  const record = async (work: () => Promise<void>): Promise<void> => {
    await page.evaluate(() => Object.assign((globalThis as unknown as { kept: object }).kept, { starts: [], drawing: [] }));
    await work();
    parts.push(await page.evaluate(() => (globalThis as unknown as { kept: Kept }).kept));
  };
  await page.mouse.move(...MIDDLE);
  await record(() => pan(page));
  for (const steps of [STEPS / 2, STEPS]) {
    await record(() => zoom(page, steps, -1));
    await record(() => pan(page));
  }
  await record(() => zoom(page, STEPS * 1.5, 1));
  const between = parts.flatMap(({ starts }) => starts.slice(1).map((start, at) => start - (starts[at] ?? start)));
  return { between: spreadOf(between), drawing: spreadOf(parts.flatMap(({ drawing }) => drawing)), late: between.filter((time) => time > LATE).length };
}

interface Kept {
  /** When frames began. */
  readonly starts: number[];
  readonly drawing: number[];
}

const MIDDLE = [700, 500] as const;
/** Turns of the wheel: half as many lead from the whole of 1,000 entities to names, and so many more to fields. */
const STEPS = 120;
/** One and a half times what a screen of 60 Hz takes. Milliseconds. */
const LATE = 25;
/** A common mouse tells 125 times a second where it is; it does not wait for the picture. Milliseconds. */
const TOLD_EACH = 8;

async function pan(page: Page): Promise<void> {
  await page.mouse.down();
  await byHand(300, (step) => page.mouse.move(MIDDLE[0] + 250 * Math.sin(step / 24), MIDDLE[1] + 150 * (Math.cos(step / 34) - 1)));
  await page.mouse.up();
}

async function zoom(page: Page, steps: number, direction: 1 | -1): Promise<void> {
  await page.keyboard.down('Control');
  await byHand(steps, () => page.mouse.wheel(0, direction * 7));
  await page.keyboard.up('Control');
}

async function byHand(steps: number, move: (step: number) => Promise<void>): Promise<void> {
  const begin = performance.now();
  const moves: Promise<void>[] = [];
  for (let step = 0; step < steps; step += 1) {
    await new Promise((done) => setTimeout(done, Math.max(0, begin + step * TOLD_EACH - performance.now())));
    moves.push(move(step));
  }
  await Promise.all(moves);
}
