import path from 'node:path';

/** Whether a path is a folder or something below it; both absolute. Looks at the paths alone, and not at the disk. */
export function isWithin(inner: string, folder: string, { isAbsolute, relative }: Pick<path.PlatformPath, 'isAbsolute' | 'relative'> = path): boolean {
  const way = relative(folder, inner);
  return way === '' || (way !== '..' && !way.startsWith('../') && !way.startsWith('..\\') && !isAbsolute(way));
}
