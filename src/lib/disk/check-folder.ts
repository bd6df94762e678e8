import { access, constants, lstat, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { describeRefusal } from './describe-refusal.ts';
import { DiskError } from './disk-error.ts';
import { refuseLinks } from './plan-writes.ts';
import { isAtOrBelow } from './read-pages.ts';
import { isWithin } from './is-within.ts';

/**
 * Throws `DiskError` unless files can be written to `folder` below `outDir`, or it can be made there.
 * A symbolic link on the way may only lead to a place that is itself below `outDir`, and there is none at or below an owned folder.
 * @returns the way to it without links, relative to the real path of `outDir`, with forward slashes
 */
export async function checkFolder(outDir: string, folder: string, owned: readonly string[] = []): Promise<string> {
  const steps = folder === '.' ? [] : folder.split('/');
  const root = await realpath(outDir).catch(() => outDir);
  // Without links, and made step by step: what becomes a link later is no longer followed.
  let deepest = root;
  let taken = 0;
  for (; taken <= steps.length; taken += 1) {
    const path = taken === 0 ? root : join(deepest, steps[taken - 1] ?? '');
    const shown = taken === 0 ? outDir : steps.slice(0, taken).join('/');
    const found = await lookAtFolder(path, shown);
    if (found === undefined) break;
    deepest = path;
    if (found !== 'link') continue;
    if (owned.some((each) => isAtOrBelow(shown, each))) refuseLinks([shown]);
    deepest = await realpath(path).catch(() => path);
    if (!isWithin(deepest, root)) throw leadsOut(shown);
  }
  await checkWritable(outDir, deepest, folder);
  const way = relative(root, deepest).split(sep).join('/');
  return [...(way === '' ? [] : [way]), ...steps.slice(Math.max(0, taken - 1))].join('/') || '.';
}

/** Undefined where nothing is. Throws `DiskError` for what is neither a folder nor a link to one. */
async function lookAtFolder(path: string, shown: string): Promise<'folder' | 'link' | undefined> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw notAFolder(shown, error.code === 'ENOTDIR' ? 'a file is on the way to it' : error.message);
  });
  if (found === undefined) return undefined;
  if (!found.isSymbolicLink()) {
    if (!found.isDirectory()) throw notAFolder(shown, 'a file is there');
    return 'folder';
  }
  const target = await stat(path).catch(() => undefined);
  if (target?.isDirectory() !== true) throw notAFolder(shown, 'a symbolic link that leads to no folder is there');
  return 'link';
}

async function checkWritable(outDir: string, deepest: string, folder: string): Promise<void> {
  // The out folder itself may have to be made too.
  let existing = deepest;
  while (!(await lstat(existing).catch(() => undefined))) existing = join(existing, '..');
  const shown = relative(outDir, existing) || existing;
  await access(existing, constants.W_OK).catch((error: unknown) => {
    const message = `Nothing can be written to \`${shown}\`: ${describeRefusal(error)}.`;
    throw new DiskError({ path: folder, message, hint: 'Make it writable, or name another folder with --out.' });
  });
  const found = await stat(existing).catch(() => undefined);
  if (found?.isDirectory() !== true) throw notAFolder(shown, 'a file is there');
}

function notAFolder(shown: string, why: string): DiskError {
  return new DiskError({ path: shown, message: `\`${shown}\` must be a folder: ${why}.`, hint: 'Move it away, or name another folder with --out.' });
}

function leadsOut(shown: string): DiskError {
  return new DiskError({
    path: shown,
    message: `\`${shown}\` is a symbolic link that leads out of the folder to write to.`,
    hint: 'Replace it by a folder, or name the folder that it leads to with --out.',
  });
}
