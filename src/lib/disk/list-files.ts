import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../model/compare-text.ts';
import { isLeftover } from './write-whole.ts';

/**
 * What is below a folder, or nothing where it is not there. Symbolic links are listed apart, the folder itself too if it is one: nobody follows them.
 * Names that begin with a dot belong to editors and systems and are passed over, but for what a killed run left.
 */
export async function listFiles(outDir: string, folder: string): Promise<Listing> {
  const found: { readonly files: string[]; readonly links: string[] } = { files: [], links: [] };
  const about = await lstat(join(outDir, folder)).catch(ifNotThere(undefined));
  if (about?.isSymbolicLink() === true) found.links.push(folder);
  else if (about !== undefined) await listInto(found, outDir, folder);
  return { files: found.files.sort(compareText), links: found.links.sort(compareText) };
}

/** Paths relative to the out folder, with forward slashes, sorted. */
export interface Listing {
  readonly files: readonly string[];
  readonly links: readonly string[];
}

async function listInto(found: { readonly files: string[]; readonly links: string[] }, outDir: string, folder: string): Promise<void> {
  const entries = await readdir(join(outDir, folder), { withFileTypes: true }).catch(ifNotThere([]));
  await Promise.all(
    entries.map(async (entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') && !isLeftover(path)) return;
      if (entry.isDirectory()) await listInto(found, outDir, path);
      else (entry.isSymbolicLink() ? found.links : found.files).push(path);
    }),
  );
}

function ifNotThere<Value>(value: Value): (error: NodeJS.ErrnoException) => Value {
  return (error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return value;
    throw error;
  };
}
