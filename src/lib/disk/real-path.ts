import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { lookAt } from './look-at.ts';

/**
 * The path without symbolic links of something that need not be there yet.
 * Throws what the system says where a link on the way leads nowhere.
 */
export function realPathOf(path: string): string {
  if (lookAt(path) !== undefined) return realpathSync(path);
  return dirname(path) === path ? path : join(realPathOf(dirname(path)), basename(path));
}
