import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { FSWatcher } from 'vite';

/**
 * Tells a watcher of files that are there and that it has not noticed after a while. A folder that goes with its last page and comes back at once can escape it, and then a page
 * would be missing until the server is started again.
 * @param files absolute paths
 */
export function noticeNewFiles(watcher: FSWatcher, files: readonly string[]): void {
  setTimeout(() => {
    const watched = watcher.getWatched();
    for (const file of files) {
      if (!existsSync(file) || watched[dirname(file)]?.includes(basename(file)) === true) continue;
      watcher.add(file);
      watcher.emit('add', file);
    }
  }, PATIENCE).unref();
}

/** Milliseconds. */
const PATIENCE = 1000;
