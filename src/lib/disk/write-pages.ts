import { lstatSync } from 'node:fs';
import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import { compareText } from '../model/compare-text.ts';
import type { PageSet } from '../model/page-set.ts';
import { inParallel } from './in-parallel.ts';
import { listFiles } from './list-files.ts';
import { checkFolder } from './check-folder.ts';
import { DiskError } from './disk-error.ts';
import { readText, type ReadText } from './read-pages.ts';
import { isLeftover, writeWhole } from './write-whole.ts';

/**
 * Makes the disk hold the pages: writes what is new or different, each file whole or not at all, and deletes generated files of the owned
 * folders that are no page any more. Nothing outside of `outDir` is touched, not through symbolic links either.
 * Throws `DiskError` before the first change when a folder cannot be written to, when an owned folder is or holds a symbolic link, or when
 * something there that must change was not generated; later where the system refuses.
 */
export async function writePages(outDir: string, pages: PageSet, ownership: Ownership = NOTHING_OWNED, { read = readText, beforeChange = () => undefined }: WriteOptions = {}): Promise<WriteCounts> {
  const { owned } = ownership;
  const paths = [...pages.keys()].sort(compareText);
  const folders = [...new Set(paths.map((path) => dirname(path)))];
  const listings = await Promise.all(owned.map((folder) => listFiles(outDir, folder)));
  refuseLinks(listings.flatMap((listing) => listing.links));
  const present = new Set(listings.flatMap((listing) => listing.files));
  const orphans = [...present].filter((path) => !pages.has(path)).sort(compareText);
  for (const folder of [...new Set([...folders, ...orphans.map((path) => dirname(path))])].sort(compareText)) await checkFolder(outDir, folder);
  for (const path of paths) if (!present.has(path)) refuseFolderAt(outDir, path);

  return refusalsAsDiskErrors(async () => {
    const plan = await planWrites((path) => read(join(outDir, path)), pages, present, orphans, ownership);
    beforeChange();
    for (const folder of folders) await mkdir(join(outDir, folder), { recursive: true });
    for (const path of [...plan.created, ...plan.changed]) writeWhole(join(outDir, path), pages.get(path) ?? '');
    await inParallel(orphans, (path) => rm(join(outDir, path), { force: true }));
    await removeEmptyFolders(outDir, orphans, owned);
    await removeLeftovers(outDir, folders, pages);
    const [created, changed] = [plan.created.length, plan.changed.length];
    return { created, changed, unchanged: pages.size - created - changed, deleted: orphans.filter((path) => !isLeftover(path)).length };
  });
}

export interface WriteOptions {
  /** How to learn what is on the disk; who writes the same pages again and again remembers it. */
  readonly read?: ReadText;
  /** Called when all is known and nothing is changed yet: if it throws, nothing will be. */
  readonly beforeChange?: () => void;
}

/** Which files may be overwritten and deleted. */
export interface Ownership {
  /** Folders below the out folder that hold nothing but generated files. */
  readonly owned: readonly string[];
  /** Whether a file of an owned folder was generated: anything else there is somebody's own. */
  readonly isGenerated: (path: string, text: string) => boolean;
}

/** How many files. */
export interface WriteCounts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly deleted: number;
}

const NOTHING_OWNED: Ownership = { owned: [], isGenerated: () => false };

/** Reads what is there, and refuses to lose what was not generated. */
async function planWrites(read: ReadText, pages: PageSet, present: ReadonlySet<string>, orphans: readonly string[], { isGenerated }: Ownership): Promise<{ readonly created: readonly string[]; readonly changed: readonly string[] }> {
  const [created, changed, foreign]: [string[], string[], string[]] = [[], [], []];
  let compared = 0;
  for (const [path, text] of pages) {
    // Whoever else has work in this process gets his turn.
    if ((compared += 1) % AT_ONCE === 0) await nextTurn();
    const before = read(path);
    if (before === text) continue;
    (before === undefined ? created : changed).push(path);
    if (before !== undefined && present.has(path) && !isGenerated(path, before)) foreign.push(path);
  }
  for (const path of orphans) if (!isLeftover(path) && !isGenerated(path, read(path) ?? '')) foreign.push(path);
  refuseForeign(foreign.sort(compareText));
  return { created, changed };
}

/** So many files are compared before others get their turn. */
const AT_ONCE = 64;

function refuseForeign(paths: readonly string[]): void {
  const [path] = paths;
  if (path === undefined) return;
  const [are, them] = paths.length === 1 ? ['is not a generated file', 'it'] : ['are not generated files', 'them'];
  throw new DiskError({
    path, message: `${nameSome(paths)} ${are}, and writing the pages would overwrite or delete ${them}. Nothing was written.`, hint: `Move ${them} to another folder, or name another folder with --out.`,
  });
}

function refuseLinks(paths: readonly string[]): void {
  const [path] = paths;
  if (path === undefined) return;
  const are = paths.length === 1 ? 'is a symbolic link' : 'are symbolic links';
  throw new DiskError({ path, message: `${nameSome(paths)} ${are}, and pages are not written through links. Nothing was written.`, hint: 'Put a file or folder of its own in the place of each link, or name another folder with --out.' });
}

/** The first five. */
function nameSome(paths: readonly string[]): string {
  const named = paths.slice(0, 5).map((path) => `\`${path}\``);
  const more = paths.length - named.length;
  if (more > 0) return `${named.join(', ')} and ${more} more`;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

/** A folder where a page must be is not ours to remove. */
function refuseFolderAt(outDir: string, path: string): void {
  if (lstatSync(join(outDir, path), { throwIfNoEntry: false })?.isDirectory()) throw new DiskError({ path, message: `\`${path}\` must be a file, but a folder is there.`, hint: 'Move the folder away.' });
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
    const names = await readdir(join(outDir, folder));
    const left = names.map((name) => (folder === '.' ? name : `${folder}/${name}`)).filter((path) => isLeftover(path, pages));
    await inParallel(left, (path) => rm(join(outDir, path), { force: true }));
  }
}

async function refusalsAsDiskErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error instanceof DiskError) throw error;
    const path = 'path' in error && typeof error.path === 'string' ? error.path : '';
    throw new DiskError({ path, message: `Writing stopped at \`${path}\`: ${error.message}.`, hint: 'Every file that was written is whole. Mend the cause and run it again.' });
  }
}
