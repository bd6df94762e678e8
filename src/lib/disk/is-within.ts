import { isAbsolute, relative } from 'node:path';

/** Whether a path is a folder or something below it; both absolute. Looks at the paths alone, and not at the disk. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith('../') && !way.startsWith('..\\') && !isAbsolute(way));
}
