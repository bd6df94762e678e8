import { lstat, mkdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import { compareText } from '../model/compare-text.ts';
import type { PageSet } from '../model/page-set.ts';
import { inParallel } from './in-parallel.ts';
import { listFiles } from './list-files.ts';
import { checkFolder } from './check-folder.ts';
import { DiskError } from './disk-error.ts';
import { readText } from './read-pages.ts';
import { isLeftover, writeWhole } from './write-whole.ts';

/**
 * Makes the disk hold the pages: writes what is new or different, each file whole or not at all, and deletes what else is in the folders
 * that it owns. Nothing outside of `outDir` is touched, not through symbolic links either.
 * Throws `DiskError` before the first change when a folder cannot be written to, or where the system refuses later.
 * @param options.owned folders below `outDir` that hold nothing but pages: what is not in `pages` is deleted there
 */
export async function writePages(outDir: string, pages: PageSet, options: { readonly owned: readonly string[] }): Promise<WriteCounts> {
  const paths = [...pages.keys()].sort(compareText);
  const folders = [...new Set(paths.map((path) => dirname(path)))];
  const present = new Set((await Promise.all(options.owned.map((folder) => listFiles(outDir, folder)))).flat());
  const orphans = [...present].filter((path) => !pages.has(path)).sort(compareText);
  for (const folder of [...new Set([...folders, ...orphans.map((path) => dirname(path))])].sort(compareText)) await checkFolder(outDir, folder);
  await inParallel(paths, (path) => refuseFolderAt(outDir, path));

  const counts = { created: 0, changed: 0, unchanged: 0, deleted: 0 };
  await refusalsAsDiskErrors(async () => {
    for (const folder of folders) await mkdir(join(outDir, folder), { recursive: true });
    await inParallel(paths, async (path) => {
      const text = pages.get(path) ?? '';
      const before = await readText(join(outDir, path));
      if (before === text) return void (counts.unchanged += 1);
      await writeWhole(join(outDir, path), text);
      counts[before === undefined ? 'created' : 'changed'] += 1;
    });
    await inParallel(orphans, (path) => rm(join(outDir, path), { force: true }));
    await removeEmptyFolders(outDir, orphans, options.owned);
    await removeLeftovers(outDir, folders, pages);
  });
  counts.deleted = orphans.filter((path) => !isLeftover(path)).length;
  return counts;
}

/** How many files. */
export interface WriteCounts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly deleted: number;
}

/** A folder where a page must be is not ours to remove. */
async function refuseFolderAt(outDir: string, path: string): Promise<void> {
  const found = await lstat(join(outDir, path)).catch(() => undefined);
  if (found?.isDirectory()) throw new DiskError({ path, message: `\`${path}\` must be a file, but a folder is there.`, hint: 'Move the folder away.' });
}

/** Folders that only held orphans; an owned folder itself stays. */
async function removeEmptyFolders(outDir: string, orphans: readonly string[], owned: readonly string[]): Promise<void> {
  const emptied = new Set<string>();
  for (const path of orphans) {
    for (let folder = dirname(path); folder !== '.' && !owned.includes(folder); folder = dirname(folder)) emptied.add(folder);
  }
  // The deepest first; one that still holds something stays.
  for (const folder of [...emptied].sort((a, b) => b.length - a.length)) await rmdir(join(outDir, folder)).catch(() => undefined);
}

/** What a killed run left beside pages in folders that hold other things too. */
async function removeLeftovers(outDir: string, folders: readonly string[], pages: PageSet): Promise<void> {
  for (const folder of folders) {
    const files = await listFiles(outDir, folder, 'this folder only');
    await inParallel(files.filter((path) => isLeftover(path, pages)), (path) => rm(join(outDir, path), { force: true }));
  }
}

async function refusalsAsDiskErrors(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error instanceof DiskError) throw error;
    const path = 'path' in error && typeof error.path === 'string' ? error.path : '';
    throw new DiskError({ path, message: `Writing stopped at \`${path}\`: ${error.message}.`, hint: 'Every file that was written is whole. Mend the cause and run it again.' });
  }
}
