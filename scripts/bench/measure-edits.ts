import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { System } from '../../src/explore/system/system.ts';
import { openBrowser } from './open-browser.ts';
import { spreadOf, type Spread } from './spread.ts';
import { startDevServer, type DevServer } from './start-dev-server.ts';

/** What an edit of the schema costs its author, who looks at a page of the dev server: from the saved file to what is painted. Milliseconds. */
export interface MeasuredEdits {
  /** To the diagram of the entity's page, drawn anew. */
  readonly picture: Spread;
  /** To the tables below it. */
  readonly page: Spread;
  /** To the picture of the whole system, of a field that is called otherwise. */
  readonly explore: Spread;
  /** The same, of one that comes or goes: its box has another size, and everything may lie elsewhere. */
  readonly exploreResized: Spread;
}

/** A field of a definition that no other definition names, and the entity that it belongs to. */
export interface Edited {
  /** Absolute path of the folder of definitions. */
  readonly schemaDir: string;
  /** Below that folder. */
  readonly file: string;
  readonly field: string;
  /** What a second field, that comes and goes before it, is: a reference, so that its box shows it. */
  readonly beside: string;
  /** `postgresql.orders` */
  readonly entity: string;
}

/** Serves a schema with the command that authors use, and edits it while a browser shows a page. */
export async function measureEdits({ schemaDir, file, field, beside, entity }: Edited): Promise<MeasuredEdits> {
  const definition = join(schemaDir, file);
  const text = await readFile(definition, 'utf8');
  const browser = await openBrowser();
  const renamed = (name: string): string => text.replaceAll(field, name);
  const resized = (name: string, edit: number): string => (edit % 2 === 0 ? renamed(name).replace(`${name}:`, `${name}_too: ${beside},\n    ${name}:`) : renamed(name));
  const edit = async <Shown extends object>(page: Page, edited: (name: string, edit: number) => string, watch: (name: string) => { readonly [Name in keyof Shown]: Promise<number> }): Promise<readonly Shown[]> => {
    const measured: Shown[] = [];
    // The first makes Vite compile what a page needs only then.
    for (let at = 0; at <= EDITS; at += 1) {
      names += 1;
      const name = `${field}_${String.fromCharCode(97 + Math.floor(names / 26), 97 + (names % 26))}`;
      const shown = watch(name);
      await page.evaluate(() => undefined);
      const saved = performance.timeOrigin + performance.now();
      await writeFile(definition, edited(name, at));
      const times = await Promise.all(Object.entries<Promise<number>>(shown).map(async ([what, time]) => [what, (await inTime(time)) - saved] as const));
      measured.push(Object.fromEntries(times) as Shown);
      // An author reads what came of it before the next.
      await new Promise((done) => setTimeout(done, 2000));
    }
    return measured.slice(1);
  };
  let names = 0;
  let server: DevServer | undefined;
  try {
    server = await startDevServer(schemaDir);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(watchCanvas);
    await server.open(page, `/reference/${entity.replace('.', '/')}/`);
    const onPage = await edit<{ picture: number; page: number }>(page, renamed, (name) => ({ picture: untilShown(page, '.pr-diagram-scroll > svg', name), page: untilShown(page, 'main table', name) }));
    await server.open(page, `/reference/explore/?at=${entity}&view=${await placeOf(page, entity)},1`);
    await page.locator('polyref-explore.live').waitFor();
    // What the page does when it opens is no part of an edit.
    await new Promise((done) => setTimeout(done, 3000));
    const inExplore = await edit<{ picture: number }>(page, renamed, (name) => ({ picture: untilPainted(page, name) }));
    const inExploreResized = await edit<{ picture: number }>(page, resized, (name) => ({ picture: untilPainted(page, name) }));
    return {
      picture: spreadOf(onPage.map(({ picture }) => picture)),
      page: spreadOf(onPage.map((each) => each.page)),
      explore: spreadOf(inExplore.map(({ picture }) => picture)),
      exploreResized: spreadOf(inExploreResized.map(({ picture }) => picture)),
    };
  } finally {
    await browser.close();
    server?.stop();
  }
}

const EDITS = 7;

/** Fails where nothing comes of an edit. */
function inTime(shown: Promise<number>): Promise<number> {
  return Promise.race([shown, new Promise<never>((_, fail) => setTimeout(fail, LONGEST, new Error(`An edit did not show within ${LONGEST / 1000} s.`)).unref())]);
}

/** Milliseconds. */
const LONGEST = 60_000;

/** Where an entity's box lies in the picture of the whole: its upper left corner, as `x,y`. */
async function placeOf(page: Page, entity: string): Promise<string> {
  const { entities, layout } = await page.evaluate<Pick<System, 'entities' | 'layout'>>(async () => (await fetch('/explore.json')).json());
  return String(layout.boxes[entities.findIndex(({ address }) => address === entity)]);
}

/** When a text was painted in one of these elements, by the clock of this machine. */
function untilShown(page: Page, selector: string, text: string): Promise<number> {
  return page.evaluate(([where = '', wanted = '']) => new Promise<number>((done) => {
    const look = (): void => {
      if (![...document.querySelectorAll(where)].some(({ textContent }) => textContent.includes(wanted))) return;
      observer.disconnect();
      // The next task after a frame's callbacks: then it is on the screen.
      requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now())));
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  }), [selector, text]);
}

/** Runs in the page, before its own scripts: tells of what is written on a canvas. */
function watchCanvas(): void {
  const { prototype } = CanvasRenderingContext2D;
  const write = prototype.fillText;
  prototype.fillText = function fillText(text, ...rest) {
    dispatchEvent(new CustomEvent('bench:written', { detail: text }));
    write.call(this, text, ...rest);
  };
}

/** When a text was painted on the canvas of the page. */
function untilPainted(page: Page, text: string): Promise<number> {
  return page.evaluate((wanted) => new Promise<number>((done) => {
    const look = (event: Event): void => {
      if (!String((event as CustomEvent).detail).startsWith(wanted)) return;
      removeEventListener('bench:written', look);
      requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now())));
    };
    addEventListener('bench:written', look);
  }), text);
}
