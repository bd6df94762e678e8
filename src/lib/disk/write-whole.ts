import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PageSet } from '../model/page-set.ts';

/**
 * Writes a file whole or not at all: into a file beside it, which then takes its name. A run that is killed leaves at most that file;
 * `isLeftover` knows it. Synchronous: thousands of small files are written several times faster that way. A symbolic link in the file's place is replaced, not followed.
 */
export function writeWhole(path: string, text: string): void {
  try {
    writeAndRename(path, text);
  } catch (error) {
    // Another run that tidied up at the same moment may have taken the file beside it for a leftover.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    writeAndRename(path, text);
  }
}

/** Whether a path is what a killed run left; with `pages`, what it left beside one of these. */
export function isLeftover(path: string, pages?: PageSet): boolean {
  const match = LEFTOVER.exec(path);
  return match !== null && (pages === undefined || pages.has(`${match[1] ?? ''}${match[2]}`));
}

const LEFTOVER = /^(.*\/)?\.([^/]+)\.[0-9a-f]{12}\.polyref-part$/;

function writeAndRename(path: string, text: string): void {
  // The leading dot and the ending keep it away from whoever watches or collects pages.
  const part = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.polyref-part`);
  try {
    writeFileSync(part, text);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
