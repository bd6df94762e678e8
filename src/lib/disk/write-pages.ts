import { readdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { basename, dirname } from 'node:path/posix';
import { compareText } from '../model/compare-text.ts';
import type { PageSet } from '../model/page-set.ts';
import { checkFolder } from './check-folder.ts';
import { describeRefusal } from './describe-refusal.ts';
import { DiskError } from './disk-error.ts';
import { holdFolder, type HeldFolder } from './hold-folder.ts';
import { listFiles } from './list-files.ts';
import { planWrites, refuseFolderAt, refuseForeign, refuseLinks, type Ownership } from './plan-writes.ts';
import { readText, type ReadText } from './read-pages.ts';
import { realPathOf } from './real-path.ts';
import { isLeftover, writeWhole } from './write-whole.ts';

/**
 * Makes the disk hold the pages: writes what is new or different, each file whole or not at all, and deletes generated files of the owned
 * folders that are no longer pages, and those that are withdrawn. Nothing outside of `outDir` is touched, not through symbolic links either, also not through those that
 * somebody makes while files are written.
 * Throws `DiskError` before the first change when a folder cannot be written to, when an owned folder is or holds a symbolic link, or when
 * something that must change was not generated; later where the system refuses, or where such a thing appears meanwhile.
 */
export async function writePages(outDir: string, pages: PageSet, ownership: Ownership = NOTHING_OWNED, options: WriteOptions = {}): Promise<WriteCounts> {
  const { read = readText, beforeChange = () => undefined } = options;
  const { owned, withdrawn = [] } = ownership;
  const paths = [...pages.keys()].sort(compareText);
  const listings = await Promise.all(owned.map((folder) => listFiles(outDir, folder)));
  refuseLinks(listings.flatMap((listing) => listing.links));
  const present = new Set(listings.flatMap((listing) => listing.files));
  const orphans = [...new Set([...present, ...withdrawn])].filter((path) => !pages.has(path)).sort(compareText);
  const ways = new Map<string, string>();
  const emptied = foldersAround(orphans, owned);
  for (const folder of foldersOf([...paths, ...orphans, ...emptied])) ways.set(folder, await checkFolder(outDir, folder, owned));
  for (const path of paths) if (!present.has(path)) refuseFolderAt(outDir, path);
  const plan = await planWrites(outDir, pages, { read, orphans, ownership });

  const root = realPathOf(outDir);
  const disk: Disk = { isGenerated: ownership.isGenerated, hold: (folder, make) => holdFolder(root, ways.get(folder) ?? folder, { make }) };
  beforeChange();
  writeAll([...plan.created, ...plan.changed], pages, disk);
  deleteAll(orphans, disk);
  removeEmptyFolders(emptied, disk);
  for (const folder of foldersOf(paths)) removeLeftovers(folder, pages, disk);
  const [created, changed] = [plan.created.length, plan.changed.length];
  return { created, changed, unchanged: pages.size - created - changed, deleted: orphans.filter((path) => !isLeftover(path)).length };
}

export interface WriteOptions {
  /** How to learn what is on the disk; who writes the same pages again and again remembers it. */
  readonly read?: ReadText;
  /** Called when all is known and nothing is changed yet: if it throws, nothing will be. */
  readonly beforeChange?: () => void;
}

/** How many files. */
export interface WriteCounts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly deleted: number;
}

const NOTHING_OWNED: Ownership = { owned: [], isGenerated: () => false };

interface Disk extends Pick<Ownership, 'isGenerated'> {
  /** Undefined where the folder is not there and is not to be made. */
  readonly hold: (folder: string, make: boolean) => HeldFolder | undefined;
}

function writeAll(paths: readonly string[], pages: PageSet, disk: Disk): void {
  inFolders(paths, disk, true, (path, held) => {
    const text = pages.get(path) ?? '';
    refuseNewcomer(path, held, disk, text);
    writeWhole(held.at(basename(path)), text);
  });
}

function deleteAll(paths: readonly string[], disk: Disk): void {
  inFolders(paths, disk, false, (path, held) => {
    if (!isLeftover(path)) refuseNewcomer(path, held, disk);
    unlinkUnlessGone(held.at(basename(path)));
  });
}

/** What somebody has put there since all was looked at. */
function refuseNewcomer(path: string, held: HeldFolder, { isGenerated }: Disk, text?: string): void {
  const found = readText(held.at(basename(path)));
  if (found !== undefined && found !== text && !isGenerated(path, found)) refuseForeign([path], 'Writing stopped there.');
}

/** The folders around orphans, the deepest first; an owned folder itself stays. */
function foldersAround(orphans: readonly string[], owned: readonly string[]): readonly string[] {
  const around = new Set<string>();
  for (const path of orphans) {
    for (let folder = dirname(path); folder !== '.' && !owned.includes(folder); folder = dirname(folder)) around.add(folder);
  }
  return [...around].sort((a, b) => b.length - a.length);
}

/** Those that only held orphans. */
function removeEmptyFolders(folders: readonly string[], disk: Disk): void {
  for (const folder of folders) {
    inFolders([folder], disk, false, (path, held) => {
      const at = held.at(basename(path));
      try {
        rmdirSync(at);
      } catch {
        // It still holds something.
      }
    });
  }
}

/** What a killed run left beside pages, in folders that hold other things too. */
function removeLeftovers(folder: string, pages: PageSet, disk: Disk): void {
  inFolder(folder, disk, false, (held) => {
    for (const entry of readdirSync(held.at(), { withFileTypes: true })) {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile() && isLeftover(path, pages)) unlinkUnlessGone(held.at(entry.name));
    }
  });
}

/** Does something with each path, folder by folder, each held while that is done. */
function inFolders(paths: readonly string[], disk: Disk, make: boolean, change: (path: string, held: HeldFolder) => void): void {
  for (const [folder, inside] of Map.groupBy(paths, (path) => dirname(path))) {
    inFolder(folder, disk, make, (held) => {
      for (const path of inside) asDiskErrors(path, () => change(path, held));
    });
  }
}

/** Nothing is done in a folder that is not there and is not to be made. */
function inFolder(folder: string, { hold }: Disk, make: boolean, work: (held: HeldFolder) => void): void {
  asDiskErrors(folder, () => {
    const held = hold(folder, make);
    try {
      if (held !== undefined) work(held);
    } finally {
      held?.release();
    }
  });
}

function foldersOf(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map((path) => dirname(path)))].sort(compareText);
}

/** Another run may delete the same. */
function unlinkUnlessGone(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** What the system refuses, at the path as the reader knows it. */
function asDiskErrors(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error instanceof DiskError) throw error;
    const message = `Writing stopped at \`${path}\`: ${describeRefusal(error)}.`;
    throw new DiskError({ path, message, hint: 'Every file that was written is whole. Fix the cause and run it again.' });
  }
}
