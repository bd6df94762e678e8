import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { FSWatcher } from 'vite';

/**
 * Makes sure that Astro knows which pages came and went. Three things go wrong on a busy machine, and each lets a page fail until the server is started again: the watcher misses a folder that goes with its
 * last page and comes back at once; it tells that the page went after it told that it came; Astro drops a change of its list of pages that comes while it writes the list. So it is looked at a few times whether
 * the list says what is on the disk, and what it lacks is told again.
 * @param pages absolute paths of pages that are new, different or gone
 * @param root folder of the Astro project, absolute
 */
export function noticeNewFiles(watcher: FSWatcher, pages: readonly string[], root: string): void {
  for (const pause of PAUSES) setTimeout(() => tellWhatIsMissing(watcher, pages, root), pause).unref();
}

/** Milliseconds after the pages were written. */
const PAUSES = [1000, 2000, 4000, 8000, 16_000];

function tellWhatIsMissing(watcher: FSWatcher, pages: readonly string[], root: string): void {
  const listed = listedIn(root);
  if (listed === undefined) return;
  const isListed = (page: string): boolean => listed.has(relative(root, page).replaceAll('\\', '/'));
  const isWatched = (page: string): boolean => watcher.getWatched()[dirname(page)]?.includes(basename(page)) === true;
  const [there, gone] = [pages.filter((page) => existsSync(page)), pages.filter((page) => !existsSync(page))];
  const unwatched = there.filter((page) => !isWatched(page));
  watcher.add(unwatched);
  for (const page of unwatched) watcher.emit('add', page);
  const tooMany = gone.filter(isListed);
  for (const page of tooMany) watcher.emit('unlink', page);
  // Whichever page changes, the list is written anew.
  const missing = there.filter((page) => !isListed(page) && !unwatched.includes(page));
  for (const page of missing.length > 0 || tooMany.length === 0 ? missing : there.slice(0, 1)) watcher.emit('change', page);
}

/** The pages that Astro has listed, relative to the root; undefined when it has written no list. Astro writes each as `["path", () => import("…")]`. */
function listedIn(root: string): ReadonlySet<string> | undefined {
  try {
    const text = readFileSync(join(root, LIST_OF_PAGES), 'utf8');
    return new Set([...text.matchAll(/^\[("(?:[^"\\]|\\.)*"), \(\) => import\(/gm)].map(([, path]) => JSON.parse(path!) as string));
  } catch {
    return undefined;
  }
}

/** Astro's list of the pages that there are, which it writes when one comes or goes; relative to the root. */
export const LIST_OF_PAGES = '.astro/content-modules.mjs';
