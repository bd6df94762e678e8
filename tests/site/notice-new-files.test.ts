import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FSWatcher } from 'vite';
import { expect, it } from 'vitest';
import { noticeNewFiles } from '../../src/site/dev/notice-new-files.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

/** A folder with `pages`, of which the watcher sees `watched` and Astro lists `listed`; what the watcher is told, in order. */
async function toldOf(pages: readonly string[], { watched, listed, written = pages }: { readonly watched: readonly string[]; readonly listed: readonly string[]; readonly written?: readonly string[] }): Promise<readonly string[]> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.astro'));
  const list = (names: readonly string[]) => writeFile(join(folder, '.astro/content-modules.mjs'), `\nexport default new Map([\n${names.map((name) => `["${name}", () => import("astro:module?${name}")]`).join(',\n')}]);\n`);
  await list(listed);
  await Promise.all(written.map((name) => writeFile(join(folder, name), '')));
  const seen = [...watched];
  const told: string[] = [];
  const watcher = {
    getWatched: () => ({ [folder]: seen }),
    add: (files: readonly string[]) => seen.push(...files.map((file) => basename(file))),
    emit(event: string, file: string) {
      told.push(`${event} ${basename(file)}`);
      // As Astro does: any change makes the list anew.
      if (dirname(file) === folder) void list(written);
    },
  };
  noticeNewFiles(watcher as unknown as FSWatcher, pages.map((name) => join(folder, name)), folder);
  // So long that a second look would have been taken.
  await new Promise((done) => setTimeout(done, 2500));
  return told;
}

it.concurrent('tells of a page that escaped the watcher', async () => {
  expect(await toldOf(['known.mdx', 'escaped.mdx'], { watched: ['known.mdx'], listed: ['known.mdx'] })).toEqual(['add escaped.mdx']);
});

it.concurrent('tells of a page that is not in the list of pages', async () => {
  expect(await toldOf(['known.mdx', 'unlisted.mdx'], { watched: ['known.mdx', 'unlisted.mdx'], listed: ['known.mdx'] })).toEqual(['change unlisted.mdx']);
});

it.concurrent('tells of a page that is gone and still in the list', async () => {
  expect(await toldOf(['known.mdx', 'gone.mdx'], { watched: ['known.mdx'], listed: ['gone.mdx', 'known.mdx'], written: ['known.mdx'] })).toEqual(['unlink gone.mdx', 'change known.mdx']);
});

it.concurrent('says nothing where all is known', async () => {
  expect(await toldOf(['known.mdx', 'gone.mdx'], { watched: ['known.mdx'], listed: ['known.mdx'], written: ['known.mdx'] })).toEqual([]);
});
