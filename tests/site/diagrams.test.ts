import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastingAddress } from '../../src/diagrams/client/saved-svg.ts';
import { boxIds, diagramOpener, litBoxes, redrawn, type DiagramParts } from './diagram-parts.ts';
import { openBrowser } from './open-browser.ts';
import { serve, type Served } from './serve.ts';
import { sharedSite } from './shared-site.ts';
import { findViolations, visitor } from './visit.ts';

const ACTIVITIES = '/reference/postgresql/activities/';

let site: Served;
let browser: Browser;

beforeAll(async () => {
  site = await serve(await sharedSite());
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const visit = visitor(() => ({ browser, origin: site.origin }));

const diagram = diagramOpener(visit);

const WHO_POINTS_AT_REF_ID = ['mongodb.activity_outputs', 'mongodb.activity_streams', 'mongodb.audit_logs', 'mongodb.event_logs', 'postgresql.activities', 'postgresql.activity_runs'];

describe('lighting up', () => {
  it('a row under the pointer: what points there, the rest faded, each reference in words', async () => {
    await diagram(ACTIVITIES, async ({ element, words, row, page }) => {
      await row('postgresql.activities', 'ref_id').hover();
      expect(await litBoxes(element)).toEqual(WHO_POINTS_AT_REF_ID);
      expect(await words.locator('p').allTextContents()).toEqual([
        'activities.ref_id · 5 references',
        '← mongodb.activity_outputs.activityId · many to exactly one · by the application',
        '← mongodb.activity_streams.activityId · many to exactly one · by the application',
        '← mongodb.audit_logs.resourceId · many to exactly one · by the application · any of the store',
        '← mongodb.event_logs.activityId · many to at most one · by the application',
        '← postgresql.activity_runs.activity_id · many to exactly one · by the database',
      ]);
      await page.mouse.move(2, 2);
      await expect.poll(() => litBoxes(element)).toEqual([]);
      expect(await words.textContent()).toBe('');
    });
  });

  it('the words on a lit line stay readable, and lie over it', async () => {
    await diagram(ACTIVITIES, async ({ element, row }) => {
      await row('postgresql.activities', 'output_ref').hover();
      const words = element.locator('.pr-diagram-scroll > svg > .n');
      const opacities = async () => Object.fromEntries(await words.evaluateAll((labels) => labels.map((label) => [label.textContent, getComputedStyle(label).opacity])));
      await expect.poll(opacities).toEqual({ 'repeats the other side': '1', 'any of the store': '0.22' });
      expect(await element.locator('.l.on ~ .n').count()).toBe(2);
    });
  });

  it('a line under the pointer says whole what it is, and stays lit when it is clicked, until Escape', async () => {
    await diagram(ACTIVITIES, async ({ page, element, words, frame }) => {
      const box = await element.locator('path[data-r="4"]').boundingBox();
      if (box === null) throw new Error('The line is not there.');
      await page.mouse.move(box.x + box.width / 2, box.y + 3);
      await expect.poll(() => words.textContent()).toBe('postgresql.activities.output_ref → mongodb.activity_outputs._id · one to at most one · by the application · repeats the other side');
      await page.mouse.click(box.x + box.width / 2, box.y + 3);
      await page.mouse.move(2, 2);
      expect(await litBoxes(element)).toEqual(['mongodb.activity_outputs', 'postgresql.activities']);
      await frame.press('Escape');
      expect(await litBoxes(element)).toEqual([]);
    });
  });

  it('by keyboard: Tab goes from box to box as one reads, arrows through rows, Escape lets go, Enter opens', async () => {
    await diagram(ACTIVITIES, async ({ page, element, frame, words }) => {
      await frame.focus();
      const seen: string[] = [];
      for (let stop = 0; stop < 4; stop += 1) {
        await page.keyboard.press('Tab');
        seen.push(await page.evaluate(() => document.activeElement?.closest<HTMLElement>('.b')?.dataset['id'] ?? ''));
      }
      expect(seen).toEqual(['mongodb.event_logs', 'mongodb.activity_streams', 'mongodb.audit_logs', 'postgresql.activity_runs']);
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(await words.locator('p').first().textContent()).toBe('activities.ref_id · 5 references');
      expect(await litBoxes(element)).toEqual(WHO_POINTS_AT_REF_ID);
      await page.keyboard.press('Escape');
      expect(await litBoxes(element)).toEqual([]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/reference\/mongodb\/event_logs\/$/);
    });
  });

  it('by finger: the first touch asks, the second opens', async () => {
    await diagram(ACTIVITIES, async ({ page, element, words, row }) => {
      await row('postgresql.activities', 'ref_id').tap();
      expect(await litBoxes(element)).toEqual(WHO_POINTS_AT_REF_ID);
      expect(await words.locator('p').last().textContent()).toBe('Tap again to open its page.');
      await page.evaluate(() => Object.assign(globalThis, { same: true }));
      await row('postgresql.activities', 'ref_id').tap();
      await page.waitForURL(/\/reference\/postgresql\/activities\/(\?[^#]*)?#ref_id$/);
      expect(await page.evaluate(() => 'same' in globalThis), 'a row of this very page does not load it again').toBe(true);
    }, { hasTouch: true, width: 390, height: 844 });
  });
});

describe('links', () => {
  it('a name leads to its page, a row to its anchor, a middle click opens a tab', async () => {
    await diagram(ACTIVITIES, async ({ page, row, header }) => {
      const tabs = () => page.context().pages().filter((tab) => tab !== page);
      // A browser that is busy with the page now and then takes a press for none.
      await expect.poll(async () => {
        await header('postgresql.users').click({ button: 'middle' });
        return tabs().length;
      }).toBeGreaterThan(0);
      // A tab in the background may take its time to load; where it leads is known before.
      await tabs()[0]?.waitForURL(/\/reference\/postgresql\/users\/$/, { waitUntil: 'commit' });
      for (const tab of tabs()) await tab.close();
      await row('postgresql.goals', 'ref_id').click();
      await page.waitForURL(/\/reference\/postgresql\/goals\/#ref_id$/);
    });
  });
});

describe('panning and zooming', () => {
  /** Where a box is on the screen. */
  const placeOf = async (box: Locator) => {
    const place = await box.boundingBox();
    if (place === null) throw new Error('The box is not there.');
    return place;
  };

  it('a wheel with Ctrl zooms about the pointer; without it the page scrolls', async () => {
    await diagram('/', async ({ page, header }) => {
      const before = await placeOf(header('mongodb.onboarding_research'));
      await page.mouse.move(before.x + 10, before.y + 10);
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -60);
      await page.mouse.wheel(0, -60);
      await page.keyboard.up('Control');
      await expect.poll(async () => (await placeOf(header('mongodb.onboarding_research'))).width / before.width).toBeGreaterThan(1.6);
      const after = await placeOf(header('mongodb.onboarding_research'));
      const factor = after.width / before.width;
      expect(Math.abs(after.x + 10 * factor - (before.x + 10))).toBeLessThan(2);
      expect(Math.abs(after.y + 10 * factor - (before.y + 10))).toBeLessThan(2);
      const scrolled = await page.evaluate(() => scrollY);
      await page.mouse.wheel(0, 200);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled);
    });
  });

  it('a drag moves the picture and is no click on the link that it began on', async () => {
    await diagram('/', async ({ page, element, header }) => {
      const home = await placeOf(header('mongodb.skills'));
      await page.mouse.move(home.x + 20, home.y + 10);
      await page.keyboard.down('Control');
      for (let step = 0; step < 3; step += 1) await page.mouse.wheel(0, -60);
      await page.keyboard.up('Control');
      await element.locator('.zoomed').waitFor();
      const before = await placeOf(header('mongodb.skills'));
      await page.mouse.move(before.x + 20, before.y + 10);
      await page.mouse.down();
      await page.mouse.move(before.x - 40, before.y - 70, { steps: 4 });
      await page.mouse.up();
      const after = await placeOf(header('mongodb.skills'));
      expect([Math.round(before.x - after.x), Math.round(before.y - after.y)]).toEqual([60, 80]);
      expect(new URL(page.url()).pathname).toBe('/');
    });
  });

  it('keys zoom, pan and fit; fitted, the picture is as the page shows it', async () => {
    await diagram('/', async ({ page, frame, header }) => {
      await frame.focus();
      const home = await placeOf(header('mongodb.skills'));
      for (const key of ['+', '+', '+', '-']) await page.keyboard.press(key);
      const zoomed = await placeOf(header('mongodb.skills'));
      expect(zoomed.width / home.width).toBeCloseTo(1.69, 1);
      await page.keyboard.press('ArrowRight');
      expect((await placeOf(header('mongodb.skills'))).x).toBeCloseTo(zoomed.x - 60, 0);
      await page.keyboard.press('0');
      expect(await placeOf(header('mongodb.skills'))).toEqual(home);
    });
  });

  it('two fingers pinch', async () => {
    await diagram(ACTIVITIES, async ({ page, header, frame }) => {
      const before = await placeOf(header('postgresql.activities'));
      const { x, y, height } = await placeOf(frame);
      const client = await page.context().newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
        client.send('Input.dispatchTouchEvent', { type, touchPoints: apart === 0 ? [] : [{ x: x + 150 - apart, y: y + height / 2 }, { x: x + 150 + apart, y: y + height / 2 }] });
      await touch('touchStart', 30);
      for (const apart of [40, 50, 60]) await touch('touchMove', apart);
      await touch('touchEnd', 0);
      expect((await placeOf(header('postgresql.activities'))).width / before.width).toBeCloseTo(2, 1);
    }, { hasTouch: true, width: 390, height: 844 });
  });

  it('a picture of more than four screens has a map, and a click there goes there', async () => {
    await diagram('/', async ({ page, element, header }) => {
      const map = element.locator('.pr-diagram-map');
      expect(await map.count()).toBe(0);
      for (let step = 0; step < 5; step += 1) await element.getByRole('button', { name: 'Zoom in' }).click();
      await map.waitFor();
      const { x, y } = await placeOf(map);
      await page.mouse.click(x + 3, y + 3);
      await expect.poll(async () => (await placeOf(header('s3.contracts'))).x).toBeGreaterThan(0);
      await element.getByRole('button', { name: 'Fit' }).click();
      await map.waitFor({ state: 'hidden' });
    });
  });

  it('full screen shows the whole picture', async () => {
    await diagram('/', async ({ page, element }) => {
      await element.getByRole('button', { name: 'Full screen' }).click();
      await page.waitForFunction(() => document.fullscreenElement?.localName === 'polyref-diagram');
      await expect.poll(async () => {
        const { y, height } = await placeOf(element.locator('.pr-diagram-scroll > svg'));
        return y >= 0 && y + height <= 900;
      }).toBe(true);
      expect(await findViolations(page, ['light'])).toEqual([]);
      await page.keyboard.press('f');
    });
  });

  it('full screen leaves no room empty above the picture, and gives back what was seen before', async () => {
    await diagram(ACTIVITIES, async ({ page, element, frame }) => {
      await element.getByRole('button', { name: 'Zoom in' }).click();
      const width = async (): Promise<number> => Math.round((await placeOf(element.locator('.pr-diagram-scroll > svg'))).width);
      const before = await width();
      await element.getByRole('button', { name: 'Full screen' }).click();
      await expect.poll(width).not.toBe(before);
      expect((await placeOf(frame)).y).toBeLessThan(80);
      await page.evaluate(() => document.exitFullscreen());
      await expect.poll(width).toBe(before);
    });
  });

  it('on a phone it is large enough to be read, and Fit shows all of it, and then that again', async () => {
    await diagram(ACTIVITIES, async ({ element, frame }) => {
      const width = async (): Promise<number> => Math.round((await placeOf(element.locator('.pr-diagram-scroll > svg'))).width);
      const [home, inside] = [await width(), Math.round((await placeOf(frame)).width)];
      expect(home).toBeGreaterThan(inside);
      await element.getByRole('button', { name: 'Fit' }).click();
      expect(await width()).toBe(inside);
      await element.getByRole('button', { name: 'Fit' }).click();
      expect(await width()).toBe(home);
    }, { width: 390, height: 844, touch: true });
  });
});

describe('choices', () => {
  const choose = (parts: DiagramParts, label: string, value: string) => redrawn(parts, () => parts.element.getByLabel(label, { exact: true }).selectOption(value));

  it('names alone, or all fields of every box', async () => {
    await diagram(ACTIVITIES, async (parts) => {
      const { element, row } = parts;
      await choose(parts, 'Detail', 'names');
      expect(await element.locator('.pr-diagram-scroll [data-f]').count()).toBe(0);
      await choose(parts, 'Detail', 'all');
      expect(await row('postgresql.users', 'email').count()).toBe(1);
      expect(await element.getByText(/\+ \d+ more/).count()).toBe(0);
    });
  });

  it('depth shows what is further away; its text is that of the picture; Back undoes it', async () => {
    await diagram(ACTIVITIES, async (parts) => {
      const { page, element } = parts;
      const near = await boxIds(element);
      await choose(parts, 'Depth', '2');
      const far = await boxIds(element);
      expect(far).toEqual(expect.arrayContaining([...near, 'postgresql.tool_calls', 'postgresql.strategies']));
      expect(await element.locator('.pr-diagram-text code').textContent()).toContain('"postgresql.tool_calls"["tool_calls"]:::postgresql');
      // What has come with it is explained, and can be hidden.
      expect(await element.locator('.pr-diagram-legend button').allTextContents()).toEqual(['MongoDB', 'PostgreSQL', 'S3', 'kept by the database', 'kept by the application', 'to objects, by their key']);
      expect(await element.locator('.pr-diagram-relations li').count()).toBeGreaterThan(20);
      expect(new URL(page.url()).search).toBe('?d.depth=2');
      await redrawn(parts, () => page.goBack());
      expect(await boxIds(element)).toEqual(near);
    });
  });

  it('which references no database enforces: the legend hides those that one does', async () => {
    await diagram(ACTIVITIES, async (parts) => {
      const { page, element } = parts;
      await redrawn(parts, () => element.getByRole('button', { name: 'kept by the database' }).click());
      expect(await element.locator('.pr-diagram-scroll .ld').count()).toBe(0);
      expect(await boxIds(element)).toEqual(['mongodb.activity_outputs', 'mongodb.activity_streams', 'mongodb.audit_logs', 'mongodb.event_logs', 'postgresql.activities']);
      expect(await element.getByRole('button', { name: 'kept by the database' }).getAttribute('aria-pressed')).toBe('false');
      expect(new URL(page.url()).search).toBe('?d.hide=line-database');
      await redrawn(parts, () => element.getByRole('button', { name: 'kept by the database' }).click());
      expect(new URL(page.url()).search).toBe('');
    });
  });

  it('a store can be hidden; the last that is left cannot', async () => {
    await diagram(ACTIVITIES, async (parts) => {
      const { element } = parts;
      await redrawn(parts, () => element.getByRole('button', { name: 'MongoDB' }).click());
      expect((await boxIds(element)).filter((id) => id.startsWith('mongodb.'))).toEqual([]);
      await element.getByRole('button', { name: 'PostgreSQL' }).click();
      expect(await element.getByRole('button', { name: 'PostgreSQL' }).getAttribute('aria-pressed')).toBe('true');
    });
  });

  it('where all is hidden, says how to show it again', async () => {
    await diagram('/?d.hide=mongodb,postgresql,s3', async ({ words }) => {
      await words.getByText('Everything is hidden: press a store or a line in the legend to show it again.').waitFor();
    });
  });

  it('a choice that is taken back at once leaves nothing busy', async () => {
    await diagram(ACTIVITIES, async ({ element }) => {
      await element.getByLabel('Detail', { exact: true }).selectOption('all');
      await element.getByLabel('Detail', { exact: true }).selectOption('keys');
      await element.and(element.page().locator(':not([aria-busy])')).waitFor();
    });
  });

  it('what stays lit is lit in the next picture too, and links lead on', async () => {
    await diagram(ACTIVITIES, async (parts) => {
      const { element, row, header } = parts;
      await row('postgresql.activities', 'ref_id').click({ modifiers: ['Alt'] });
      await choose(parts, 'Depth', '2');
      expect(await litBoxes(element)).toEqual(WHO_POINTS_AT_REF_ID);
      expect(await header('postgresql.tool_calls').getAttribute('href')).toBe('/reference/postgresql/tool_calls/');
    });
  });

  it('boxes glide to their places, unless the reader asked for less motion', async () => {
    const glides = (page: Page): Promise<number> => page.evaluate(() => (globalThis as unknown as { glides: number }).glides);
    const twice = <T>(reducedMotion: 'reduce' | 'no-preference', look: (page: Page) => Promise<T>) => diagram(ACTIVITIES, async (parts) => {
      // The second time, what moves boxes was there before the picture.
      await choose(parts, 'Detail', 'names');
      await choose(parts, 'Detail', 'keys');
      return look(parts.page);
    }, {
      reducedMotion,
      prepare: (page) => page.addInitScript(() => {
        const { animate } = Element.prototype;
        const counted = Object.assign(globalThis, { glides: 0 });
        Element.prototype.animate = function (...values) {
          if (this.matches('.pr-diagram-scroll .b')) counted.glides += 1;
          return animate.apply(this, values);
        };
      }),
    });
    await twice('no-preference', (page) => expect.poll(() => glides(page)).toBeGreaterThan(6));
    expect(await twice('reduce', glides)).toBe(0);
  });
});

describe('finding', () => {
  it('lights up what fits, walks through it with Enter, and closes with Escape', async () => {
    await diagram('/', async ({ page, element }) => {
      await page.keyboard.press('/');
      await page.keyboard.type('activity outputs');
      const count = element.locator('.pr-diagram-find output');
      expect(await count.textContent()).toBe('1 of 2');
      expect(await litBoxes(element)).toEqual(['mongodb.activity_outputs', 's3.activity_outputs']);
      await page.keyboard.press('Enter');
      expect(await count.textContent()).toBe('2 of 2');
      await expect.poll(() => element.locator('.now').evaluate((now) => {
        const { top, bottom } = now.getBoundingClientRect();
        return top > 0 && bottom < innerHeight;
      })).toBe(true);
      expect(await findViolations(page, ['light'])).toEqual([]);
      await page.keyboard.press('Control+a');
      await page.keyboard.type('no such thing');
      expect(await count.textContent()).toBe('none');
      await page.keyboard.press('Escape');
      expect(await element.locator('.pr-diagram-find').count()).toBe(0);
      expect(await element.locator('svg.lit').count()).toBe(0);
    });
  });
});

describe('the address', () => {
  it('shows another reader what its sender saw', async () => {
    const sent = await diagram(ACTIVITIES, async (parts) => {
      const { page, element, row } = parts;
      await redrawn(parts, () => element.getByLabel('Detail', { exact: true }).selectOption('all'));
      await row('postgresql.activities', 'goal_id').click({ modifiers: ['Alt'] });
      await element.getByRole('button', { name: 'Zoom in' }).click();
      await element.getByRole('button', { name: 'Zoom in' }).click();
      await page.waitForURL(/d\.zoom=/);
      return { search: new URL(page.url()).search, zoom: await element.locator('.pr-diagram-scroll > svg').evaluate((svg) => svg.getBoundingClientRect().width) };
    });
    await diagram(`${ACTIVITIES}${sent.search}`, async ({ element, page }) => {
      await expect.poll(() => litBoxes(element)).toEqual(['postgresql.activities', 'postgresql.goals']);
      expect(await element.getByLabel('Detail', { exact: true }).inputValue()).toBe('all');
      await expect.poll(async () => Math.abs(await element.locator('.pr-diagram-scroll > svg').evaluate((svg) => svg.getBoundingClientRect().width) - sent.zoom)).toBeLessThan(4);
      expect(new URL(page.url()).searchParams.get('d.on')).toBe('postgresql.activities');
    });
  });
});

describe('a line in the address', () => {
  const LINE = 'postgresql.activities.output_ref → mongodb.activity_outputs._id · one to at most one · by the application · repeats the other side';

  it('is that line for another reader too, in another detail, and when one comes back', async () => {
    const sent = await diagram(ACTIVITIES, async ({ page, element, words }) => {
      const box = await element.locator('path[data-r="4"]').boundingBox();
      if (box === null) throw new Error('The line is not there.');
      await page.mouse.click(box.x + box.width / 2, box.y + 3);
      expect(await words.textContent()).toBe(LINE);
      return new URL(page.url()).search;
    });
    expect(sent).toBe('?d.on=postgresql.activities&d.field=output_ref&d.to=mongodb.activity_outputs&d.to-field=_id');
    await diagram(`${ACTIVITIES}${sent}`, async (parts) => {
      const { page, element, words, header } = parts;
      await expect.poll(() => words.textContent()).toBe(LINE);
      expect(await litBoxes(element)).toEqual(['mongodb.activity_outputs', 'postgresql.activities']);
      expect(await element.locator('.l.on path:not(.f)').count()).toBe(1);
      await redrawn(parts, () => element.getByLabel('Detail', { exact: true }).selectOption('all'));
      await expect.poll(() => words.textContent()).toBe(LINE);
      await redrawn(parts, () => page.goBack());
      await expect.poll(() => words.textContent()).toBe(LINE);
      await header('postgresql.users').click();
      await page.waitForURL(/\/reference\/postgresql\/users\//);
      await page.goBack();
      await expect.poll(() => words.textContent()).toBe(LINE);
    });
  });

  it('is not covered by its words, wherever the page is scrolled to', async () => {
    await diagram(`${ACTIVITIES}?d.on=postgresql.activities&d.field=ref_id`, async ({ page, words, row }) => {
      await words.locator('p').first().waitFor();
      const isCovered = async (): Promise<boolean> => {
        const [card, lit] = [await words.boundingBox(), await row('postgresql.activities', 'ref_id').boundingBox()];
        return card !== null && lit !== null && card.y < lit.y + lit.height && lit.y < card.y + card.height;
      };
      for (const offset of [-300, 60, -120, 0]) {
        await page.evaluate((by) => scrollTo({ top: (document.querySelector('polyref-diagram')?.getBoundingClientRect().top ?? 0) + scrollY + by, behavior: 'instant' }), offset);
        await expect.poll(isCovered, { message: String(offset) }).toBe(false);
      }
    }, { width: 390, height: 844 });
  });

  it('that is there no more leaves its row', async () => {
    await diagram(`${ACTIVITIES}?d.on=postgresql.activities&d.field=ref_id&d.to=mongodb.gone&d.to-field=x`, async ({ words }) => {
      await expect.poll(() => words.locator('p').first().textContent()).toBe('activities.ref_id · 5 references');
    });
  });
});

describe('taking the picture away', () => {
  const share = async ({ element }: DiagramParts, item: string): Promise<void> => {
    await element.locator('summary[aria-label="Share"]').click();
    await element.getByRole('button', { name: item }).click();
  };

  it.each(['light', 'dark'] as const)('as SVG that any program shows as the page does: the same words, in the colours that were seen: %s', async (theme) => {
    const [colors, words, file] = await diagram(ACTIVITIES, async (parts) => {
      const [download] = await Promise.all([parts.page.waitForEvent('download'), share(parts, 'Save as SVG')]);
      expect(download.suggestedFilename()).toBe('the-neighbourhood-of-activities.svg');
      const svg = parts.element.locator('.pr-diagram-scroll > svg');
      const seen = await svg.evaluate((shown) => {
        const colorOf = (selector: string, property: string): string => {
          const part = shown.querySelector(selector);
          return part === null ? '' : getComputedStyle(part).getPropertyValue(property);
        };
        return [getComputedStyle(document.body).backgroundColor, colorOf('.h', 'fill'), colorOf('.b > rect', 'fill'), colorOf('.e', 'fill'), colorOf('.l path', 'stroke')];
      });
      return [seen, await svg.evaluate((shown) => [...shown.querySelectorAll('.b text')].map(({ textContent }) => textContent)), await readFile(await download.path(), 'utf8')];
    }, { theme });
    expect(file).not.toMatch(/<style|var\(|calc\(|url\(|light-dark|currentColor/);
    // The site is on this machine alone: links would lead nowhere for whoever is sent the file.
    expect(file).not.toContain('href=');
    for (const color of colors) expect(file).toContain(`="#${(color.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}"`);
    expect(file).toMatch(theme === 'dark' ? /<\/desc><rect [^>]*fill="#14161a"\/>/ : /<\/desc><rect [^>]*fill="#ffffff"\/>/);
    const page = await browser.newPage();
    await page.goto(`data:image/svg+xml;base64,${Buffer.from(file).toString('base64')}`);
    const saved = await page.locator('svg').first().evaluate((svg) => [...svg.querySelectorAll('text')].map(({ textContent }) => textContent));
    await page.close();
    expect(saved).toEqual(expect.arrayContaining(words));
  });

  it('with links to the published site', () => {
    expect(lastingAddress('/reference/s3/x/#key', 'https://docs.example.com/reference/mongodb/y/')).toBe('https://docs.example.com/reference/s3/x/#key');
    for (const local of ['http://127.0.0.1:4321/', 'http://localhost:4321/', 'http://[::1]:4321/', 'file:///site/index.html']) expect(lastingAddress('/reference/s3/x/', local), local).toBeUndefined();
    expect(lastingAddress('javascript:alert(1)', 'https://docs.example.com/')).toBeUndefined();
  });

  it('as PNG of twice its size', async () => {
    await diagram(ACTIVITIES, async (parts) => {
      const [download] = await Promise.all([parts.page.waitForEvent('download'), share(parts, 'Save as PNG')]);
      const png = await readFile(await download.path());
      const size = await parts.element.locator('.pr-diagram-scroll > svg').evaluate((svg) => [Number(svg.getAttribute('width')) * 2, Number(svg.getAttribute('height')) * 2]);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(size);
      expect(png.length).toBeGreaterThan(30_000);
    });
  });

  it('as Mermaid text and as a link, through the clipboard', async () => {
    await diagram(ACTIVITIES, async (parts) => {
      await share(parts, 'Copy Mermaid text');
      await parts.words.getByText('The Mermaid text is copied.').waitFor();
      expect(await parts.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^erDiagram\n {2}"postgresql\.activities"/);
      await share(parts, 'Copy link');
      await parts.words.getByText('The link to this picture is copied.').waitFor();
      expect(await parts.page.evaluate(() => navigator.clipboard.readText())).toBe(parts.page.url());
    }, { permissions: ['clipboard-read', 'clipboard-write'] });
  });
});

describe('without a screen, without a script', () => {
  it('print shows the whole picture, whatever was zoomed', async () => {
    await diagram('/', async ({ page, element }) => {
      for (let step = 0; step < 5; step += 1) await element.getByRole('button', { name: 'Zoom in' }).click();
      await page.emulateMedia({ media: 'print' });
      const [svg, frame] = await Promise.all(['.pr-diagram-scroll > svg', '.pr-diagram-scroll'].map((part) => element.locator(part).boundingBox()));
      expect(svg?.width).toBeLessThanOrEqual(frame?.width ?? 0);
      expect(frame?.height).toBeGreaterThanOrEqual(svg?.height ?? Infinity);
      expect(await element.locator('.pr-diagram-bar').isVisible()).toBe(false);
    });
  });

  it('print keeps a high picture on one sheet with its heading and its legend', async () => {
    await diagram('/', async ({ page, element, header }) => {
      await page.emulateMedia({ media: 'print' });
      const A4 = { width: 680, height: 1009 };
      await page.setViewportSize(A4);
      const [heading, figure] = [await page.locator('#diagram').boundingBox(), await element.locator('figure').boundingBox()];
      expect((figure?.y ?? 0) + (figure?.height ?? 0) - (heading?.y ?? 0)).toBeLessThanOrEqual(A4.height);
      expect(await page.locator('.sl-heading-wrapper:has(#diagram)').evaluate((wrapper) => getComputedStyle(wrapper).breakAfter)).toBe('avoid');
      expect(await element.locator('.pr-diagram-legend').isVisible()).toBe(true);
      expect(await header('mongodb.skills').getAttribute('href')).toBe('/reference/mongodb/skills/');
    });
  });

  it('the picture and its links are there before any script', async () => {
    await diagram(ACTIVITIES, async ({ page, element, row }) => {
      expect(await element.locator('.pr-diagram-bar').count()).toBe(0);
      await row('postgresql.goals', 'ref_id').click();
      await page.waitForURL(/\/reference\/postgresql\/goals\/#ref_id$/);
    }, { javaScriptEnabled: false });
  });

  it('at most 20 KB of script, compressed, before a reader does anything', async () => {
    await visit('/404.html', async (page) => {
      const scripts = new Set<string>();
      page.on('response', (response) => {
        if (/\.js(\?|$)/.test(response.url())) scripts.add(response.url());
      });
      await page.goto(`${site.origin}${ACTIVITIES}`, { waitUntil: 'networkidle' });
      await page.locator('.pr-diagram-bar').waitFor();
      const sizes = await Promise.all([...scripts].map(async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length));
      const inline = await page.$$eval('script:not([src])', (found) => found.map((script) => script.textContent ?? '').join('\n'));
      expect(sizes.reduce((sum, size) => sum + size, gzipSync(inline).length)).toBeLessThan(20 * 1024);
    });
  });
});

describe('accessibility', () => {
  it.each(['light', 'dark'] as const)('axe finds nothing in any state: %s', async (theme) => {
    await diagram(ACTIVITIES, async (parts) => {
      const { page, element, row } = parts;
      await row('postgresql.activities', 'ref_id').click({ modifiers: ['Alt'] });
      expect(await findViolations(page, [theme]), 'lit').toEqual([]);
      await element.locator('summary[aria-label="Share"]').click();
      expect(await findViolations(page, [theme]), 'menu').toEqual([]);
      await page.keyboard.press('Escape');
      await redrawn(parts, () => element.getByRole('button', { name: 'kept by the database' }).click());
      expect(await findViolations(page, [theme]), 'redrawn').toEqual([]);
      await element.getByRole('button', { name: 'Zoom in' }).click();
      expect(await findViolations(page, [theme]), 'zoomed').toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await findViolations(page, [theme]), 'phone').toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }, { theme });
  }, 180_000);
});
