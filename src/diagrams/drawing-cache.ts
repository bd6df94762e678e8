import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Drawing } from '../lib/diagram/index.ts';
import { isCacheFolder, makeCacheFolder } from './cache-folder.ts';

/** Drawings on disk, by what they were made from. An entry that is damaged counts as absent. The time of a file tells when its drawing was last of use, to a day. */
export function createDrawingCache(folder: string, version: string): DrawingCache {
  const keyOf = (text: string, title: string | undefined): string => createHash('sha256').update(JSON.stringify([version, title ?? null, text])).digest('hex').slice(0, 40);
  const fileOf = (key: string): string => join(folder, `${key}.json`);
  return {
    async read(text, title) {
      try {
        const file = fileOf(keyOf(text, title));
        const entry: unknown = JSON.parse(await readFile(file, 'utf8'));
        if (!isEntry(entry) || entry.sum !== checksum(entry.drawing)) return undefined;
        await markUsed(file);
        return entry.drawing;
      } catch {
        return undefined;
      }
    },
    async write(text, title, drawing) {
      await makeCacheFolder(folder);
      const file = fileOf(keyOf(text, title));
      // Another build may read or write the same entry: it appears whole or not at all.
      const draft = `${file}.${randomUUID()}`;
      try {
        await writeFile(draft, JSON.stringify({ sum: checksum(drawing), drawing }));
        await rename(draft, file);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async prune() {
      if (!(await isCacheFolder(folder))) return;
      const names = await readdir(folder);
      // Drafts of a build that was killed go too. Another build that misses an entry draws it again.
      for (const name of names.filter((each) => /^[0-9a-f]{40}\.json/.test(each))) {
        const file = join(folder, name);
        if (await ageOf(file) > KEPT) await rm(file, { force: true }).catch(() => undefined);
      }
    },
  };
}

const DAY = 24 * 60 * 60 * 1000;
const KEPT = 30 * DAY;

/** In milliseconds; none where the file is gone. */
async function ageOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found === undefined ? 0 : Date.now() - found.mtimeMs;
}

/** Where the folder cannot be written to, the drawing is of use all the same. */
async function markUsed(file: string): Promise<void> {
  const now = new Date();
  if (await ageOf(file) > DAY) await utimes(file, now, now).catch(() => undefined);
}

export interface DrawingCache {
  read(text: string, title: string | undefined): Promise<Drawing | undefined>;
  write(text: string, title: string | undefined, drawing: Drawing): Promise<void>;
  /** Removes what was of no use for thirty days, from a folder that a cache was made in. */
  prune(): Promise<void>;
}

interface Entry {
  readonly sum: string;
  readonly drawing: Drawing;
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'sum' in value && 'drawing' in value && typeof value.drawing === 'object' && value.drawing !== null;
}

function checksum(drawing: Drawing): string {
  return createHash('sha256').update(JSON.stringify(drawing)).digest('hex').slice(0, 16);
}
