import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FSWatcher } from 'vite';
import { expect, it } from 'vitest';
import { noticeNewFiles } from '../../src/site/dev/notice-new-files.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

it('tells of a file that is there and escaped the watcher, and of no other', async () => {
  const folder = await temporaryFolder();
  const [known, escaped, gone] = ['known.mdx', 'escaped.mdx', 'gone.mdx'].map((name) => join(folder, name)) as [string, string, string];
  await Promise.all([known, escaped].map((file) => writeFile(file, '')));
  const told: string[] = [];
  const watcher = { getWatched: () => ({ [dirname(known)]: [basename(known)] }), add: () => undefined, emit: (event: string, file: string) => told.push(`${event} ${basename(file)}`) };
  noticeNewFiles(watcher as unknown as FSWatcher, [known, escaped, gone]);
  await expect.poll(() => told).toEqual(['add escaped.mdx']);
});
