import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../model/compare-text.ts';

/**
 * Paths of all files below a folder, relative to `outDir`, with forward slashes, sorted. Symbolic links are files here: nobody follows them.
 * None where the folder is not there, or is itself a link.
 */
export async function listFiles(outDir: string, folder: string, depth: 'all' | 'this folder only' = 'all'): Promise<readonly string[]> {
  const entries = await readdir(join(outDir, folder), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return [path];
      return depth === 'all' ? listFiles(outDir, path) : [];
    }),
  );
  return found.flat().sort(compareText);
}
