import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { packageRoot } from '../project.ts';
import { openBrowser } from './open-browser.ts';

/** What an edit of the schema costs its author, who looks at a page of the dev server: from the saved file to what is painted. Milliseconds. */
export interface MeasuredEdits {
  /** To the diagram of the open page, drawn anew. */
  readonly picture: { readonly median: number; readonly slowest: number };
  /** To the tables below it. */
  readonly page: { readonly median: number; readonly slowest: number };
  readonly edits: number;
}

/** A field of a definition to rename, which no other definition names, and the page that shows it. */
export interface Edited {
  /** Absolute path of the folder of definitions. */
  readonly schemaDir: string;
  /** Below that folder. */
  readonly file: string;
  readonly field: string;
  readonly page: string;
}

/** Serves a schema with the command that authors use, and edits it while a browser shows a page. */
export async function measureEdits({ schemaDir, file, field, page: path }: Edited): Promise<MeasuredEdits> {
  const server = spawn(process.execPath, [join(packageRoot, 'bin/polyref.js'), 'dev', '--schema', schemaDir, '--port', '4710'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const browser = await openBrowser();
  const definition = join(schemaDir, file);
  const text = await readFile(definition, 'utf8');
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const known = untilKnown(page);
    await page.goto(`${await addressOf(server)}${path}`);
    await known;
    const measured: { readonly picture: number; readonly page: number }[] = [];
    // The first makes Vite compile what a page needs only then.
    for (let edit = 0; edit <= EDITS; edit += 1) {
      const name = `${field}_${'abcdefghijkl'[edit]}`;
      const [picture, table] = [untilShown(page, '.pr-diagram-scroll > svg', name), untilShown(page, 'main table', name)];
      await page.evaluate(() => undefined);
      const saved = performance.timeOrigin + performance.now();
      await writeFile(definition, text.replaceAll(field, name));
      measured.push({ picture: (await picture) - saved, page: (await table) - saved });
      // An author reads what came of it before the next.
      await new Promise((done) => setTimeout(done, 2000));
    }
    const warm = measured.slice(1);
    return { picture: spread(warm.map((each) => each.picture)), page: spread(warm.map((each) => each.page)), edits: warm.length };
  } finally {
    await browser.close();
    server.kill('SIGINT');
  }
}

const EDITS = 7;

/** The dev server answers a page that says that it is open. */
function untilKnown(page: Page): Promise<void> {
  return new Promise((done) => page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => {
    if (String(payload).includes('"polyref:findings"')) done();
  })));
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

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let output = '';
    for (const stream of [server.stdout, server.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const address = /^Serving (http:\/\/\S+?)\/$/m.exec(output)?.[1];
        if (address !== undefined) done(address);
      });
    }
    server.on('close', () => fail(new Error(`The dev server ended:\n${output}`)));
  });
}

function spread(times: readonly number[]): MeasuredEdits['picture'] {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? NaN, slowest: sorted.at(-1) ?? NaN };
}
