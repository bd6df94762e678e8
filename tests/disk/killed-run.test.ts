import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isLeftover } from '../../src/lib/disk/write-whole.ts';
import { writePages } from '../../src/lib/disk/write-pages.ts';
import { manyPages } from './many-pages.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ownership = { owned: ['pages'], isGenerated: () => true };
const script = fileURLToPath(new URL('write-many.ts', import.meta.url));

/** Kills a run once some pages have changed; tells whether it was still writing. */
async function killWhileWriting(out: string, changed: number): Promise<boolean> {
  const child = spawn(process.execPath, [script, out], { stdio: 'inherit' });
  const ended = new Promise<NodeJS.Signals | null>((done) => child.on('close', (_, signal) => done(signal)));
  while (child.exitCode === null && child.signalCode === null && (await newPages(out)) < changed) await new Promise((next) => setImmediate(next));
  child.kill('SIGKILL');
  return (await ended) === 'SIGKILL';
}

/** In the first of the seven folders, which is looked at quickly. */
async function newPages(out: string): Promise<number> {
  const texts = await Promise.all(Array.from({ length: 6 }, (_, at) => readFile(join(out, `pages/0/page-${at * 70}.mdx`), 'utf8')));
  return texts.filter((text) => text.startsWith('new')).length;
}

test('a run that is killed while it writes leaves each page old or new, never between, and the next run tidies up', async () => {
  const [before, after] = [manyPages('old'), manyPages('new')];
  let interrupted = 0;
  for (const changed of [0, 1, 2, 3, 4]) {
    const out = await temporaryFolder();
    await writePages(out, before, ownership);
    if (await killWhileWriting(out, changed)) interrupted += 1;
    const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1));
    const pages = files.filter((path) => !isLeftover(path));
    expect(new Set(pages)).toEqual(new Set(before.keys()));
    for (const path of pages) {
      const text = await readFile(join(out, path), 'utf8');
      expect(text === before.get(path) || text === after.get(path), path).toBe(true);
    }
    await writePages(out, after, ownership);
    expect(new Set((await readdir(join(out, 'pages'), { recursive: true })).filter((path) => path.includes('.')))).toEqual(new Set([...after.keys()].map((path) => path.slice('pages/'.length))));
  }
  expect(interrupted).toBeGreaterThan(0);
});
