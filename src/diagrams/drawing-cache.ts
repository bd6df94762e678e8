import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Drawing } from '../lib/diagram/index.ts';

/** Drawings on disk, by what they were made from. An entry that is damaged counts as absent. */
export function createDrawingCache(folder: string, version: string): DrawingCache {
  const keyOf = (text: string, title: string | undefined): string => createHash('sha256').update(JSON.stringify([version, title ?? null, text])).digest('hex').slice(0, 40);
  const fileOf = (key: string): string => join(folder, `${key}.json`);
  return {
    async read(text, title) {
      try {
        const entry: unknown = JSON.parse(await readFile(fileOf(keyOf(text, title)), 'utf8'));
        return isEntry(entry) && entry.sum === checksum(entry.drawing) ? entry.drawing : undefined;
      } catch {
        return undefined;
      }
    },
    async write(text, title, drawing) {
      await mkdir(folder, { recursive: true });
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
  };
}

export interface DrawingCache {
  read(text: string, title: string | undefined): Promise<Drawing | undefined>;
  write(text: string, title: string | undefined, drawing: Drawing): Promise<void>;
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
