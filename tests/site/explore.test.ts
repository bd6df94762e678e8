import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderSyntheticSchema } from '../../scripts/bench/synthetic-schema.ts';
import { fitRect } from '../../src/explore/client/camera.ts';
import { buildSystem } from '../../src/explore/system/build-system.ts';
import { renderSystemSvg } from '../../src/explore/system/render-system-svg.ts';
import type { System } from '../../src/explore/system/system.ts';
import { makePages } from '../../src/lib/index.ts';
import { put } from '../cli/run-polyref.ts';
import { openBrowser } from './open-browser.ts';
import { placeInPicture } from './place-in-picture.ts';
import { serve, type Served } from './serve.ts';
import { sharedSite } from './shared-site.ts';
import { findViolations, visitor, type VisitOptions } from './visit.ts';

const PATH = '/reference/explore/';
let site: Served;
let browser: Browser;
let system: System;

beforeAll(async () => {
  site = await serve(await sharedSite());
  browser = await openBrowser();
  system = (await (await fetch(`${site.origin}/explore.json`)).json()) as System;
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const visit = visitor(() => ({ browser, origin: site.origin }));

/** Opens the page, once its picture can be asked. */
const explore = <T>(query: string, use: (page: Page) => Promise<T>, options: VisitOptions = {}): Promise<T> =>
  visit(`${PATH}${query}`, async (page) => {
    await page.locator('polyref-explore.live').waitFor();
    return use(page);
  }, { width: 1440, ...options });

const picture = (page: Page) => page.getByRole('application');
const panel = (page: Page) => page.getByRole('complementary', { name: 'What was chosen' });
const count = (page: Page) => page.locator('.pr-x-count');
const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
const has = (page: Page, name: string, value: string | null) => page.waitForFunction(([key, wanted]) => new URLSearchParams(location.search).get(key ?? '') === wanted, [name, value]);

const placeOf = (page: Page, address: string, field?: string, of: System = system): Promise<readonly [number, number]> => placeInPicture(page, of, address, field);

async function click(page: Page, address: string, field?: string): Promise<void> {
  await page.mouse.click(...(await placeOf(page, address, field)));
}

/** What the picture shows, as the browser has painted it. */
const painted = (page: Page): Promise<string> => page.evaluate(() => document.querySelector('canvas')?.toDataURL() ?? '');

/** Waits until the picture shows something else. */
async function changes(page: Page, work: () => Promise<unknown>): Promise<void> {
  const before = await painted(page);
  await work();
  await page.waitForFunction((old) => document.querySelector('canvas')?.toDataURL() !== old, before);
}

/** Waits until the address says that one looks so many times nearer than at everything. */
async function looks(page: Page, nearer: number): Promise<void> {
  const box = await picture(page).boundingBox();
  const { scale } = fitRect([0, 0, system.layout.width, system.layout.height], box ?? { width: 0, height: 0 });
  await expect.poll(() => Number(query(page).get('view')?.split(',')[2]) / scale).toBeCloseTo(nearer, 1);
}

/** Waits until the picture has come to rest. */
const settled = (page: Page): Promise<void> => page.evaluate(() => new Promise<void>((done) => {
  const canvas = document.querySelector('canvas');
  const look = (before: string, still: number): void => void requestAnimationFrame(() => {
    const now = canvas?.toDataURL() ?? '';
    if (now === before && still > 4) done();
    else look(now, now === before ? still + 1 : 0);
  });
  look('', 0);
}));

/** The triangles that three names make on the canvas until it comes to rest, each once: how one side compares to another tells of boxes that move, and not of the camera. */
const shapesSeen = (page: Page, names: readonly string[]): Promise<readonly string[]> => page.evaluate((wanted) => new Promise<readonly string[]>((done) => {
  const { prototype } = CanvasRenderingContext2D;
  const write = prototype.fillText;
  const seen = new Set<string>();
  let places = new Map<string, readonly [number, number]>();
  prototype.fillText = function fillText(text, x, y, ...rest) {
    if (wanted.includes(text)) places.set(text, [x, y]);
    write.call(this, text, x, y, ...rest);
  };
  const look = (still: number): void => void requestAnimationFrame(() => setTimeout(() => {
    const [a, b, c] = wanted.map((name) => places.get(name));
    const side = (one = [0, 0] as readonly [number, number], other = one): number => Math.hypot(one[0] - other[0], one[1] - other[1]);
    if (a && b && c) seen.add((side(a, b) / side(a, c)).toFixed(2));
    const idle = places.size === 0;
    places = new Map();
    if (idle && seen.size > 0 && still > 8) done([...seen]);
    else look(idle ? still + 1 : 0);
  }));
  look(0);
}), names);

/** What a sheet of paper has inside its margins, in pixels. */
const A4 = { width: 680, height: 1009 };

describe('without a script', () => {
  const still = async <T>(use: (page: Page) => Promise<T>, width = 1280): Promise<T> => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 900 } });
    try {
      const page = await context.newPage();
      await page.goto(site.origin + PATH);
      return await use(page);
    } finally {
      await context.close();
    }
  };

  it('is a picture whose groups lead to their pages, and a list of everything', async () => {
    await still(async (page) => {
      const groups = page.locator('.pr-x-svg a');
      expect(await groups.evaluateAll((links) => links.map((link) => `${link.getAttribute('aria-label')} ${link.getAttribute('href')}`))).toContain('activities: 2 collections, 3 tables, 1 object family /reference/domains/activities/');
      expect(await groups.count()).toBe(8);
      expect(await page.locator('.pr-x-list li').count()).toBe(28);
      expect(await page.getByRole('link', { name: 'event_logs' }).first().isVisible()).toBe(true);
      expect(await page.locator('.pr-x-tools').isVisible()).toBe(false);
    });
  });

  it('fits a phone, where the titles of groups can be read', async () => {
    await still(async (page) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      const heights = await page.locator('.pr-x-svg .title').evaluateAll((titles) => titles.map((title) => title.getBoundingClientRect().height));
      expect(Math.min(...heights)).toBeGreaterThan(10);
    }, 390);
  });
});

describe('accessible in light and dark', () => {
  const states: readonly [string, string, (page: Page) => Promise<unknown>, VisitOptions?][] = [
    ['at first', '', async () => undefined],
    ['with the filters open', '?retention=expires', (page) => page.locator('.pr-x-filter > summary').click()],
    ['with a search', '', (page) => page.getByRole('combobox', { name: 'Find an entity or a field' }).fill('tenant')],
    ['with an entity chosen', '?at=postgresql.tenants', async () => undefined],
    ['with a field chosen', '?at=postgresql.activities&field=ref_id', async () => undefined],
    ['with a way', '?at=postgresql.contracts&to=mongodb.activity_outputs', async () => undefined],
    ['with references in the list', '?enforcement=application&colour=retention', async () => undefined],
    ['on a phone', '?at=mongodb.activity_outputs', async () => undefined, { width: 390, height: 844, touch: true }],
    ['on a phone with the filters open', '', (page) => page.locator('.pr-x-filter > summary').click(), { width: 390, height: 844, touch: true }],
  ];

  it.each(states)('%s', async (_name, address, prepare, options = {}) => {
    await explore(address, async (page) => {
      await prepare(page);
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.width ?? 1440);
    }, options);
  }, 90_000);
});

describe('the questions that it is there for', () => {
  it('what points at activities.ref_id: a click on the row', async () => {
    await explore('', async (page) => {
      await click(page, 'postgresql.activities', 'ref_id');
      await panel(page).getByRole('heading', { name: 'activities.ref_id' }).waitFor();
      expect(await panel(page).locator('.pr-x-refs li code').allTextContents()).toEqual(['mongodb.activity_outputs.activityId', 'activity_streams.activityId', 'audit_logs.resourceId', 'event_logs.activityId', 'activity_runs.activity_id']);
      expect([query(page).get('at'), query(page).get('field')]).toEqual(['postgresql.activities', 'ref_id']);
    });
  });

  it('which references no database enforces: a filter, with lines in the picture and words in the list', async () => {
    await explore('', async (page) => {
      await page.locator('.pr-x-filter > summary').click();
      await changes(page, () => page.getByRole('group', { name: 'References enforced' }).getByLabel('by the application').check());
      expect(await count(page).textContent()).toBe('13 of 28 entities, 31 references');
      expect(await page.locator('.pr-x-list li li').count()).toBe(31);
      expect(await page.locator('.pr-x-list li li').allTextContents()).toContain('activities.output_ref → mongodb.activity_outputs._id · one to at most one · by the application (kept by Activity Worker)');
    });
  });

  it('how one gets from contracts to activity_outputs: one click, and one with Shift', async () => {
    await explore('', async (page) => {
      await click(page, 'postgresql.contracts');
      await panel(page).getByRole('heading', { name: 'contracts' }).waitFor();
      await panel(page).getByRole('combobox', { name: 'The way to another entity' }).fill('activity outputs');
      await page.keyboard.press('Enter');
      await panel(page).getByRole('heading', { name: 'To mongodb.activity_outputs' }).waitFor();
      const ways = panel(page).locator('.pr-x-ways ol');
      expect(await ways.first().locator('li > p').allTextContents()).toEqual([
        'postgresql.contracts.signed_by → users.ref_id', 'activities.requested_by → users.ref_id', 'mongodb.activity_outputs.activityId → activities.ref_id', 'activities.output_ref → mongodb.activity_outputs._id',
      ]);
      expect(await panel(page).locator('.pr-x-ways > p').allTextContents()).toEqual(['One way of 3 steps, not by way of tenants', 'One way of 2 steps']);
      await panel(page).getByRole('button', { name: 'along references' }).click();
      expect(await panel(page).locator('.pr-x-ways > p').allTextContents()).toEqual(['No references lead there. Either way there may be one.']);
    });
    await explore('?at=postgresql.activities', async (page) => {
      await page.waitForFunction(() => location.search.includes('view='));
      await page.keyboard.down('Shift');
      await click(page, 'postgresql.users');
      await page.keyboard.up('Shift');
      await panel(page).getByRole('heading', { name: 'To users' }).waitFor();
      expect(query(page).get('to')).toBe('postgresql.users');
    });
  });

  it('what in the system expires: a colour, and a click on what it means', async () => {
    await explore('', async (page) => {
      await changes(page, () => page.getByLabel('Colour by').selectOption('Retention'));
      await page.getByRole('group', { name: 'Colours: Retention' }).getByRole('button', { name: 'expires 3' }).click();
      expect(await count(page).textContent()).toBe('3 of 28 entities, 8 references');
      expect(await page.locator('.pr-x-list li:visible > a').allTextContents()).toEqual(['activity_streams', 'event_logs', 'tool_call_logs']);
    });
  });
});

describe('filters', () => {
  it('are chips that take them away, and hide the rest when asked to', async () => {
    await explore('?store=s3', async (page) => {
      expect(await count(page).textContent()).toBe('8 of 28 entities, 0 references');
      await changes(page, () => page.getByRole('button', { name: 'Hide the rest' }).click());
      expect(query(page).get('only')).toBe('yes');
      await changes(page, () => page.getByRole('button', { name: 'Remove the filter Store: S3' }).click());
      expect(await count(page).textContent()).toBe('28 entities, 52 references');
    });
  });

  it('close with a click elsewhere and with Escape, which leaves what was chosen', async () => {
    await explore('?at=mongodb.skills', async (page) => {
      const menu = page.locator('.pr-x-filter');
      await menu.locator('summary').click();
      await menu.getByRole('group', { name: 'Owner' }).waitFor();
      await page.keyboard.press('Escape');
      expect(await menu.getAttribute('open')).toBeNull();
      expect(query(page).get('at')).toBe('mongodb.skills');
    });
  });
});

describe('the address', () => {
  it('shows another reader what its sender saw', async () => {
    const [url, seen] = await explore('', async (page) => {
      await click(page, 'postgresql.goals');
      await has(page, 'at', 'postgresql.goals');
      await page.getByLabel('Colour by').selectOption('Tenancy');
      await changes(page, () => page.getByRole('button', { name: 'Nearer' }).click());
      await page.waitForFunction(() => location.search.includes('view='));
      return [new URL(page.url()).search, await placeOf(page, 'postgresql.goals')];
    });
    await explore(url, async (page) => {
      expect(await page.getByLabel('Colour by').inputValue()).toBe('tenancy');
      await panel(page).getByRole('heading', { name: 'goals' }).waitFor();
      // The panel can stand before the picture is live, and then a movement of the mouse meets nothing: it goes on moving, as a hand does.
      const noteUnderMouse = async () => {
        await page.mouse.move(seen[0] + 1, seen[1]);
        await page.mouse.move(...seen);
        return page.locator('.pr-x-note').textContent();
      };
      await expect.poll(noteUnderMouse).toMatch(/^goals ·/);
    });
  });

  it('goes back, choice by choice', async () => {
    await explore('', async (page) => {
      await click(page, 'postgresql.goals');
      await has(page, 'at', 'postgresql.goals');
      await panel(page).getByRole('button', { name: /activities\.goal_id/ }).click();
      await has(page, 'at', 'postgresql.activities');
      await page.goBack();
      await panel(page).getByRole('heading', { name: 'goals' }).waitFor();
      await page.goBack();
      await panel(page).waitFor({ state: 'hidden' });
      await page.goForward();
      await panel(page).getByRole('heading', { name: 'goals' }).waitFor();
    });
  });

  it('that names what is no longer there shows the whole', async () => {
    await explore('?at=mongodb.gone&view=x&retention=gone&status=deprecated&colour=status', async (page) => {
      expect(await panel(page).isVisible()).toBe(false);
      expect(await page.locator('.pr-x-chip').count()).toBe(0);
      expect(await page.getByLabel('Colour by').inputValue()).toBe('store');
      expect(await count(page).textContent()).toBe('28 entities, 52 references');
    });
  });
});

describe('the mouse', () => {
  it('says what it is over', async () => {
    await explore('', async (page) => {
      await changes(page, async () => page.mouse.move(...(await placeOf(page, 'postgresql.activities', 'output_ref'))));
      expect(await page.locator('.pr-x-note').textContent()).toBe('activities.output_ref · varchar(24) · points at 1 · pointed at by 0');
    });
  });

  it('drags the picture, and chooses nothing by that', async () => {
    await explore('', async (page) => {
      const [x, y] = await placeOf(page, 'postgresql.goals');
      await page.mouse.move(x, y);
      await page.mouse.down();
      await changes(page, () => page.mouse.move(x - 120, y + 40, { steps: 6 }));
      await page.mouse.up();
      await page.waitForFunction(() => location.search.startsWith('?view='));
      expect(await panel(page).isVisible()).toBe(false);
      const [nx, ny] = await placeOf(page, 'postgresql.goals');
      expect([Math.abs(nx - (x - 120)) < 8, Math.abs(ny - (y + 40)) < 8]).toEqual([true, true]);
    });
  });

  it('zooms with Ctrl and the wheel, keeps what is under it there, and leaves the wheel alone to the page', async () => {
    await explore('', async (page) => {
      const [x, y] = await placeOf(page, 'postgresql.tool_calls');
      await page.mouse.move(x, y);
      await page.keyboard.down('Control');
      await changes(page, () => page.mouse.wheel(0, -300));
      await page.keyboard.up('Control');
      await page.waitForFunction(() => location.search.startsWith('?view='));
      const [nx, ny] = await placeOf(page, 'postgresql.tool_calls');
      expect([Math.round(nx - x), Math.round(ny - y)].map((moved) => Math.abs(moved) <= 2)).toEqual([true, true]);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.mouse.wheel(0, 200);
      await page.waitForFunction(() => scrollY > 100);
    });
  });

  it('zooms with buttons and a double click, and comes back to everything', async () => {
    await explore('', async (page) => {
      const whole = await painted(page);
      await changes(page, () => page.getByRole('button', { name: 'Nearer' }).click());
      await looks(page, 1.4);
      await changes(page, () => page.getByRole('button', { name: 'Farther' }).click());
      await looks(page, 1);
      const [x, y] = await placeOf(page, 'postgresql.users');
      await changes(page, () => page.mouse.dblclick(x, y));
      await panel(page).getByRole('button', { name: 'Let go' }).click();
      await page.getByRole('button', { name: 'Everything' }).click();
      await page.mouse.move(5, 5);
      await page.waitForFunction((wanted) => document.querySelector('canvas')?.toDataURL() === wanted, whole);
    });
  });

  it('lets go with a click beside everything', async () => {
    await explore('?at=mongodb.skills&view=900,560,0.5', async (page) => {
      const box = await picture(page).boundingBox();
      await page.mouse.click((box?.x ?? 0) + 4, (box?.y ?? 0) + 4);
      await panel(page).waitFor({ state: 'hidden' });
      expect(query(page).get('at')).toBeNull();
    });
  });
});

describe('the keyboard', () => {
  it('finds with a slash, goes there with Enter, and searches again', async () => {
    await explore('', async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('audit');
      const options = page.getByRole('listbox', { name: 'Found' }).getByRole('option');
      expect(await options.first().textContent()).toBe('audit_logsMongoDB');
      await page.keyboard.press('Enter');
      await panel(page).getByRole('heading', { name: 'audit_logs' }).waitFor();
      expect(await picture(page).evaluate((canvas) => canvas === document.activeElement)).toBe(true);
      await page.keyboard.press('/');
      await page.keyboard.type('zebra');
      expect(await options.allTextContents()).toEqual(['Nothing has that in its name.']);
      await page.keyboard.press('Escape');
      expect(await page.getByRole('listbox', { name: 'Found' }).isVisible()).toBe(false);
    });
  });

  it('goes from entity to entity, chooses, opens the page', async () => {
    await explore('?view=900,560,0.55', async (page) => {
      await picture(page).focus();
      const said = page.locator('.pr-x-stage [role="status"]');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => said.textContent()).toMatch(/^\w[\w.]*, \w+\. (MongoDB|PostgreSQL|S3) · points at \d+ · pointed at by \d+$/);
      const first = await said.textContent();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => said.textContent()).not.toBe(first);
      const name = /^[\w.]+/.exec((await said.textContent()) ?? '')?.[0] ?? '';
      await page.keyboard.press('Enter');
      await panel(page).locator('h2').waitFor();
      expect(name.endsWith((await panel(page).locator('h2').textContent()) ?? '?')).toBe(true);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/reference\/(mongodb|postgresql|s3)\/\w+\/$/);
    });
  });

  it('lets go with Escape, one choice after the other', async () => {
    await explore('?at=postgresql.contracts&to=mongodb.activity_outputs', async (page) => {
      await panel(page).locator('.pr-x-ways ol').first().waitFor();
      await picture(page).focus();
      await page.keyboard.press('Escape');
      await has(page, 'to', null);
      expect(query(page).get('at')).toBe('postgresql.contracts');
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'hidden' });
    });
  });

  it('zooms and moves', async () => {
    await explore('', async (page) => {
      await picture(page).focus();
      for (const key of ['+', '-', 'Shift+ArrowLeft', '0']) await changes(page, () => page.keyboard.press(key));
      await has(page, 'view', null);
    });
  });

  it('reaches every part with Tab', async () => {
    await explore('?at=mongodb.skills', async (page) => {
      await page.getByRole('combobox', { name: 'Find an entity or a field' }).focus();
      const reached: string[] = [];
      for (let tabs = 0; tabs < 12; tabs += 1) {
        await page.keyboard.press('Tab');
        reached.push(await page.evaluate(() => document.activeElement?.tagName.toLowerCase() ?? ''));
      }
      expect(reached.slice(0, 3)).toEqual(['summary', 'select', 'canvas']);
      expect(reached).toContain('a');
    });
  });
});

describe('the panel', () => {
  it('says what an entity is, and leads to its page', async () => {
    await explore('?at=mongodb.event_logs', async (page) => {
      expect(await panel(page).locator('.pr-x-facts').allTextContents()).toEqual(['MongoDB · observability · platform', 'Lives: 90 days after createdAt', 'nothing']);
      await panel(page).getByRole('heading', { name: 'event_logs' }).getByRole('link').click();
      await page.waitForURL(/\/reference\/mongodb\/event_logs\/$/);
    });
  });

  it('shows only the neighbourhood, and keeps the keyboard where it is', async () => {
    await explore('?at=postgresql.goals', async (page) => {
      const one = panel(page).getByRole('button', { name: '1', exact: true });
      await changes(page, () => one.click());
      expect(await count(page).textContent()).toBe('7 of 28 entities, 15 references');
      expect(await one.evaluate((button) => button === document.activeElement)).toBe(true);
      await panel(page).getByRole('button', { name: 'everything' }).click();
      expect(await count(page).textContent()).toBe('28 entities, 52 references');
    });
  });

  it.each([['no-preference', true], ['reduce', false]] as const)('lets boxes glide to where they lie now, unless the reader wants no motion: %s', async (reducedMotion, glides) => {
    const shapes = await explore('?at=postgresql.goals', async (page) => {
      await settled(page);
      const seen = shapesSeen(page, ['goals', 'users', 'activities']);
      await panel(page).getByRole('button', { name: '1', exact: true }).click();
      return seen;
    }, { reducedMotion });
    expect(shapes.length > 5).toBe(glides);
  });
});

describe('fingers', () => {
  it('choose with a tap: the panel is a sheet below', async () => {
    await explore('', async (page) => {
      const box = await picture(page).boundingBox();
      // A group opens first: from afar its entities are only patches.
      await page.touchscreen.tap((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
      await page.waitForFunction(() => location.search.includes('view='));
      await page.touchscreen.tap((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
      await page.getByRole('button', { name: 'Nearer' }).tap();
      await page.getByRole('combobox', { name: 'Find an entity or a field' }).fill('users');
      await page.getByRole('option', { name: 'users' }).first().tap();
      await panel(page).waitFor();
      const [sheet, stage] = [await panel(page).boundingBox(), await picture(page).boundingBox()];
      expect([sheet?.width, Math.round((sheet?.y ?? 0) + (sheet?.height ?? 0))]).toEqual([stage?.width, Math.round((stage?.y ?? 0) + (stage?.height ?? 0))]);
    }, { width: 390, height: 844, touch: true });
  });

  /** One finger goes from the middle of the picture, or of another part of the page, by so many pixels. */
  const drag = async (page: Page, by: number, over: Locator = picture(page)): Promise<void> => {
    const box = await over.boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    const session = await page.context().newCDPSession(page);
    const at = (moved: number) => [{ x, y: y + moved, id: 1 }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
    for (let step = 1; step <= 8; step += 1) await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at((by * step) / 8) });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const scrolled = (page: Page): Promise<number> => page.evaluate(() => Math.round(scrollY));
  const phone = { width: 390, height: 844, touch: true };

  it('scroll the page over a picture that is whole', async () => {
    await explore('', async (page) => {
      await drag(page, -120);
      await page.waitForFunction(() => scrollY > 60);
      expect(query(page).get('view')).toBeNull();
    }, phone);
  });

  it('move a picture of which there is more, and the page where it ends', async () => {
    await explore('', async (page) => {
      for (let times = 0; times < 2; times += 1) await page.getByRole('button', { name: 'Nearer' }).tap();
      await page.waitForFunction(() => location.search.includes('view='));
      const [view, before] = [query(page).get('view'), await scrolled(page)];
      await drag(page, -100);
      await page.waitForFunction((old) => new URLSearchParams(location.search).get('view') !== old, view);
      expect(await scrolled(page)).toBe(before);
      for (let times = 0; times < 8 && (await scrolled(page)) === before; times += 1) await drag(page, -200);
      expect(await scrolled(page)).toBeGreaterThan(before);
    }, phone);
  });

  it('have room for the picture and for the panel: a sheet that scrolls by itself', async () => {
    await explore('?at=postgresql.activities', async (page) => {
      const [stage, sheet] = [await picture(page).boundingBox(), await panel(page).boundingBox()];
      expect((sheet?.height ?? 0) / (stage?.height ?? 1)).toBeLessThanOrEqual(0.55);
      expect(stage?.height).toBeLessThan(0.75 * 844);
      // What was chosen can be read above the sheet.
      await page.waitForFunction(() => Number(new URLSearchParams(location.search).get('view')?.split(',')[2]) > 0.52);
      await drag(page, -100, panel(page));
      await page.waitForFunction(() => (document.querySelector('.pr-x-panel')?.scrollTop ?? 0) > 40);
      expect(await scrolled(page)).toBe(0);
    }, phone);
  });

  it('close the sheet with its button, as Escape does', async () => {
    await explore('?at=postgresql.activities', async (page) => {
      await panel(page).getByRole('button', { name: 'Let go' }).tap();
      await panel(page).waitFor({ state: 'hidden' });
      await page.goBack();
      await panel(page).waitFor();
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'hidden' });
    }, phone);
  });

  it('pinch', async () => {
    await explore('', async (page) => {
      const box = await picture(page).boundingBox();
      const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
      const session = await page.context().newCDPSession(page);
      const fingers = (apart: number) => [{ x: x - apart, y, id: 1 }, { x: x + apart, y, id: 2 }];
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(30) });
      for (const apart of [40, 55, 70, 90]) await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await page.waitForFunction(() => location.search.startsWith('?view='));
      const before = fitRect([0, 0, system.layout.width, system.layout.height], box ?? { width: 1, height: 1 }).scale;
      expect(Number((query(page).get('view') ?? '').split(',')[2])).toBeGreaterThan(before * 2);
    }, { width: 390, height: 844, touch: true });
  });
});

it('follows the theme at once', async () => {
  await explore('', async (page) => {
    const corner = () => page.evaluate(() => {
      const copy = document.createElement('canvas').getContext('2d');
      const canvas = document.querySelector('canvas');
      if (canvas) copy?.drawImage(canvas, 2, 2, 1, 1, 0, 0, 1, 1);
      return [...(copy?.getImageData(0, 0, 1, 1).data ?? [])];
    });
    expect(await corner()).toEqual([255, 255, 255, 255]);
    await changes(page, () => page.locator('header starlight-theme-select select').selectOption('dark'));
    expect(await corner()).toEqual([20, 22, 26, 255]);
  });
});

it('prints the static picture, whose names can be read, and the list', async () => {
  await explore('?at=mongodb.skills&store=s3', async (page) => {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(A4);
    const titles = await page.locator('.pr-x-svg .title').evaluateAll((all) => all.map((title) => title.getBoundingClientRect().toJSON() as DOMRect));
    const overlap = titles.filter((one) => titles.some((other) => other !== one && one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom));
    expect(overlap).toEqual([]);
    const names = await page.locator('.pr-x-svg .names text').evaluateAll((all) => all.map((name) => name.getBoundingClientRect().height));
    expect(names).toHaveLength(28);
    expect(Math.min(...names)).toBeGreaterThan(7);
    for (const [what, isVisible] of [['canvas', false], ['.pr-x-panel', false], ['.pr-x-chips', false], ['.pr-x-tools', false], ['.pr-x-svg', true], ['.pr-x-list', true]] as const) expect(await page.locator(what).isVisible(), what).toBe(isVisible);
  });
});

it('stays a picture where what it is drawn from cannot be fetched', async () => {
  const page = await browser.newPage();
  await page.route('**/explore.json', (route) => route.fulfill({ status: 404, body: '' }));
  const answered = page.waitForResponse('**/explore.json');
  await page.goto(site.origin + PATH);
  await answered;
  expect(await page.locator('.pr-x-svg').isVisible()).toBe(true);
  expect(await page.locator('polyref-explore.live').count()).toBe(0);
  await page.close();
});

describe('a system of 1,000 entities', () => {
  let large: System;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'polyref-large-'));
    await put(folder, Object.fromEntries(renderSyntheticSchema(1000)));
    const made = await makePages({ schemaDir: join(folder, 'schema') });
    if (made.kind !== 'made') throw new Error(made.findings[0]?.message);
    large = buildSystem(made.catalog);
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  // The page of the small site with the picture of the large one: a site of 1,000 pages takes a minute to build, and holds no other page of exploration.
  const exploreLarge = <T>(address: string, use: (page: Page) => Promise<T>, options: VisitOptions = {}): Promise<T> =>
    explore(address, use, {
      ...options,
      prepare: async (page) => {
        await page.route('**/explore.json', (route) => route.fulfill({ json: large }));
        await page.route(`**${PATH}*`, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: (await response.text()).replace(/<svg class="pr-x-svg.*?<\/svg>/s, () => renderSystemSvg(large, (to) => `/${to}/`)) });
        });
      },
    });

  it('is shown from afar as groups, and comes nearer group by group', async () => {
    await exploreLarge('', async (page) => {
      expect(await count(page).textContent()).toBe('1000 entities, 3000 references');
      const [x, y] = await placeOf(page, 'postgresql.order_items_00000', undefined, large);
      await changes(page, () => page.mouse.click(x, y));
      expect(await panel(page).isVisible()).toBe(false);
      await page.waitForFunction(() => Number(location.search.split('%2C')[2]) > 0.34);
      await page.mouse.click(...(await placeOf(page, 'postgresql.order_items_00000', undefined, large)));
      await panel(page).getByRole('heading', { name: 'order_items_00000' }).waitFor();
    });
  });

  it('answers a search, a filter, a neighbourhood and a way', async () => {
    await exploreLarge('', async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('sensor_items_00500');
      await page.keyboard.press('Enter');
      await panel(page).getByRole('heading', { name: 'sensor_items_00500' }).waitFor();
      await changes(page, () => panel(page).getByRole('button', { name: '2', exact: true }).click());
      expect(await count(page).textContent()).toMatch(/^\d{1,3} of 1000 entities, \d+ references$/);
      await panel(page).getByRole('combobox', { name: 'The way to another entity' }).fill('report_files_00014');
      await page.keyboard.press('Enter');
      await panel(page).locator('.pr-x-ways ol').first().waitFor();
      await changes(page, () => page.getByRole('group', { name: 'Colours: Store' }).getByRole('button', { name: 'S3 200' }).click());
      expect(await count(page).textContent()).toBe('200 of 1000 entities, 600 references');
    });
  });

  it('is accessible in dark, on a phone', async () => {
    await exploreLarge('?at=postgresql.order_items_00000', async (page) => {
      expect(await findViolations(page, ['dark'])).toEqual([]);
    }, { width: 390, height: 844, touch: true });
  });
});
