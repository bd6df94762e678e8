import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder that the user names, and those on the way to it. Step by step: where a file system has a folder and lets nothing be made in it, as `/proc` does,
 * Node's own `recursive` tries forever, and no signal ends it.
 * @param path absolute
 * @returns the first that was made; undefined where all were there
 */
export function makeFolders(path: string): string | undefined {
  const way = [path];
  for (let at = dirname(path); !existsSync(at) && dirname(at) !== at; at = dirname(at)) way.unshift(at);
  return way.filter(makeFolder)[0];
}

/** False where it is there already. */
function makeFolder(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    // Another run may have made it meanwhile; and some roots answer otherwise than with EEXIST.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return false;
    throw error;
  }
}
