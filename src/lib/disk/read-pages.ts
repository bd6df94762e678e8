import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../model/compare-text.ts';
import type { PageSet } from '../model/page-set.ts';
import { listFiles } from './list-files.ts';
import { lookAt } from './look-at.ts';
import { isLeftover } from './write-whole.ts';

/**
 * What is on the disk in the place of pages: every file of the owned folders, and those of `files` that are there.
 * What a killed run left is not counted: the next run removes it.
 */
export async function readPages(outDir: string, options: { readonly owned: readonly string[]; readonly files: Iterable<string> }): Promise<PagesOnDisk> {
  const listings = await Promise.all(options.owned.map((folder) => listFiles(outDir, folder)));
  const files = [...options.files];
  const linkedFiles = files.filter((path) => lookAt(join(outDir, path))?.isSymbolicLink() === true);
  const links = [...new Set([...listings.flatMap((listing) => listing.links), ...linkedFiles])].sort(compareText);
  const inOwned = listings.flatMap((listing) => listing.files).filter((path) => !isLeftover(path));
  const texts = new Map<string, string>();
  for (const path of new Set([...inOwned, ...files])) {
    const text = links.some((link) => isAtOrBelow(path, link)) ? undefined : readText(join(outDir, path));
    if (text !== undefined) texts.set(path, text);
  }
  return { pages: new Map([...texts].sort(([a], [b]) => compareText(a, b))), links };
}

export interface PagesOnDisk {
  readonly pages: PageSet;
  /** Symbolic links in owned folders, or in place of one or of a file, sorted: what they lead to is not read. */
  readonly links: readonly string[];
}

/** Both relative to the same folder, with forward slashes. */
export function isAtOrBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Absolute path → the text of the file there; undefined where there is none. */
export type ReadText = (path: string) => string | undefined;

/**
 * The text of a file, its lines ended as generated pages end them; undefined where there is none. Git on Windows checks text out with CRLF: such a file says the same, is no drift, and
 * nobody writes it again. A symbolic link is no page, whatever it leads to.
 * Synchronous: thousands of small files are read several times faster that way.
 */
export function readText(path: string): string | undefined {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined || found.isDirectory()) return undefined;
    // Reading a pipe would wait forever.
    return found.isFile() ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : 'a symbolic link, or no file that holds text';
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(error.code))) return undefined;
    throw error;
  }
}
