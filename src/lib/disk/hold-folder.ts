import { closeSync, constants, existsSync, fstatSync, lstatSync, mkdirSync, openSync, statSync, type BigIntStats } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { DiskError } from './disk-error.ts';
import { lookAt } from './look-at.ts';
import { makeFolders } from './make-folders.ts';

/** A folder in which files are changed one after another, by paths that lead nowhere else even if somebody puts a link on the way. */
export interface HeldFolder {
  /**
   * A path of the folder itself, or of one of its entries, for one change that follows at once.
   * Throws `DiskError` where the way to the folder leads elsewhere since it was taken hold of.
   */
  readonly at: (name?: string) => string;
  readonly release: () => void;
}

/**
 * Takes hold of a folder below `root`; undefined where it is not there, unless it is to be made. Follows no link below `root`: one that is there is a
 * `DiskError`. On Linux the folder is held open, and changes go through that handle, so that there is no moment in which another
 * program can lead them away; elsewhere every step is looked at before each change.
 * @param root absolute path, without links
 * @param folder relative to it, with forward slashes; `.` for itself
 */
export function holdFolder(root: string, folder: string, { make, handles = HAS_HANDLES }: HoldOptions): HeldFolder | undefined {
  const steps = folder === '.' ? [] : folder.split('/');
  if (make) makeFolders(root);
  else if (lookAt(root) === undefined) return undefined;
  const way: Step[] = [];
  let handle = handles ? open(root, root, root) : undefined;
  try {
    way.push({ path: root, about: lstatSync(root, { bigint: true }) });
    for (const [at, name] of steps.entries()) {
      const path = join(root, ...steps.slice(0, at + 1));
      const reached = handle === undefined ? path : `${pathOf(handle)}/${name}`;
      if (lookAt(reached) === undefined) {
        if (!make) {
          if (handle !== undefined) closeSync(handle);
          return undefined;
        }
        makeFolder(reached);
      }
      const about = lstatSync(reached, { bigint: true });
      if (!about.isDirectory()) throw leadsElsewhere(root, path);
      way.push({ path, about });
      if (handle === undefined) continue;
      const next = open(root, reached, path);
      closeSync(handle);
      handle = next;
    }
  } catch (error) {
    if (handle !== undefined) closeSync(handle);
    throw error;
  }
  const own = handle;
  const base = own === undefined ? join(root, ...steps) : pathOf(own);
  return {
    at(name) {
      for (const { path, about } of way) if (!isSame(path, about)) throw leadsElsewhere(root, path);
      return name === undefined ? base : `${base}/${name}`;
    },
    release: () => (own === undefined ? undefined : closeSync(own)),
  };
}

export interface HoldOptions {
  /** Whether the folder is made where it is not there. */
  readonly make: boolean;
  /** Whether changes go through an open handle; default: where the system has that. */
  readonly handles?: boolean;
}

interface Step {
  readonly path: string;
  readonly about: BigIntStats;
}

const HANDLES = '/proc/self/fd';
const HAS_HANDLES = process.platform === 'linux' && canReachThroughHandles();

function canReachThroughHandles(): boolean {
  if (!existsSync(HANDLES)) return false;
  const handle = openSync('/', constants.O_RDONLY);
  try {
    return statSync(`${pathOf(handle)}/.`).ino === fstatSync(handle).ino;
  } catch {
    return false;
  } finally {
    closeSync(handle);
  }
}

function pathOf(handle: number): string {
  return `${HANDLES}/${handle}`;
}

function open(root: string, reached: string, path: string): number {
  try {
    return openSync(reached, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ELOOP' || error.code === 'ENOTDIR')) throw leadsElsewhere(root, path);
    throw error;
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run made it meanwhile, or something else is there, which is looked at next.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

function isSame(path: string, { dev, ino }: BigIntStats): boolean {
  try {
    const now = lstatSync(path, { bigint: true });
    return now.isDirectory() && now.dev === dev && now.ino === ino;
  } catch {
    return false;
  }
}

function leadsElsewhere(root: string, path: string): DiskError {
  const shown = relative(root, path).split(sep).join('/') || path;
  return new DiskError({
    path: shown,
    message:
      `\`${shown}\` was replaced while files were written: another folder, a link or nothing is there now. ` +
      'Writing stopped, and nothing was written through it.',
    hint: 'Put the folder back and run the command again.',
  });
}
