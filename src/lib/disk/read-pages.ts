import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../model/compare-text.ts';
import type { PageSet } from '../model/page-set.ts';
import { inParallel } from './in-parallel.ts';
import { listFiles } from './list-files.ts';
import { isLeftover } from './write-whole.ts';

/**
 * What is on the disk in the place of pages: every file of the owned folders, and those of `files` that are there.
 * What a killed run left is not counted: the next run removes it.
 */
export async function readPages(outDir: string, options: { readonly owned: readonly string[]; readonly files: Iterable<string> }): Promise<PageSet> {
  const inOwned = (await Promise.all(options.owned.map((folder) => listFiles(outDir, folder)))).flat().filter((path) => !isLeftover(path));
  const texts = new Map<string, string>();
  await inParallel([...new Set([...inOwned, ...options.files])], async (path) => {
    const text = await readText(join(outDir, path));
    if (text !== undefined) texts.set(path, text);
  });
  return new Map([...texts].sort(([a], [b]) => compareText(a, b)));
}

/** The text of a file; undefined where there is none. A symbolic link is no page, whatever it leads to. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    if ((await lstat(path)).isSymbolicLink()) return 'a symbolic link';
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(error.code))) return undefined;
    throw error;
  }
}
