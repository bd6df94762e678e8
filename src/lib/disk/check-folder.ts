import { access, constants, lstat, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { DiskError } from './disk-error.ts';

/**
 * Throws `DiskError` unless files can be written to `folder` below `outDir`, or it can be made there.
 * A symbolic link on the way may only lead to a place that is itself below `outDir`.
 */
export async function checkFolder(outDir: string, folder: string): Promise<void> {
  const steps = folder === '.' ? [] : folder.split('/');
  const root = await realpath(outDir).catch(() => outDir);
  let deepest = outDir;
  for (let taken = 0; taken <= steps.length; taken += 1) {
    const path = join(outDir, ...steps.slice(0, taken));
    const shown = taken === 0 ? path : steps.slice(0, taken).join('/');
    const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw notAFolder(shown, error.code === 'ENOTDIR' ? 'a file is on the way to it' : error.message);
    });
    if (found === undefined) break;
    if (!(await stat(path).catch(() => found)).isDirectory()) throw notAFolder(shown, found.isSymbolicLink() ? 'a symbolic link that leads to no folder is there' : 'a file is there');
    if (taken > 0 && found.isSymbolicLink() && leadsOut(relative(root, await realpath(path)))) {
      throw new DiskError({ path: shown, message: `\`${shown}\` is a symbolic link that leads out of the folder to write to.`, hint: 'Replace it by a folder, or name the folder that it leads to with --out.' });
    }
    deepest = path;
  }
  await checkWritable(outDir, deepest, folder);
}

async function checkWritable(outDir: string, deepest: string, folder: string): Promise<void> {
  // The out folder itself may have to be made too.
  let existing = deepest;
  while (!(await lstat(existing).catch(() => undefined))) existing = join(existing, '..');
  await access(existing, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    const shown = relative(outDir, existing) || existing;
    const why = error.code === 'EROFS' ? 'its file system is read-only' : 'you have no permission to';
    throw new DiskError({ path: folder, message: `Nothing can be written to \`${shown}\`: ${why}.`, hint: 'Make it writable, or name another folder with --out.' });
  });
  if (!(await stat(existing)).isDirectory()) throw notAFolder(relative(outDir, existing) || existing, 'a file is there');
}

function notAFolder(shown: string, why: string): DiskError {
  return new DiskError({ path: shown, message: `\`${shown}\` must be a folder: ${why}.`, hint: 'Move it away, or name another folder with --out.' });
}

function leadsOut(path: string): boolean {
  return path === '..' || path.startsWith('../') || path.startsWith('..\\') || isAbsolute(path);
}
