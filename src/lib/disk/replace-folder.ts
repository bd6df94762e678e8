import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describeRefusal } from './describe-refusal.ts';
import { DiskError } from './disk-error.ts';
import { contentsOf, isMarked, writeFolderMark, type FolderMark } from './folder-mark.ts';
import { isWithin } from './is-within.ts';
import { lookAt } from './look-at.ts';
import { makeFolders } from './make-folders.ts';
import { removeLeftovers, withScratchFolder, type ScratchPurpose } from './scratch-folder.ts';

/**
 * Puts a new folder in the place of `target`. `fill` gets an empty folder beside it; only when that is whole does it take the
 * place, by renaming. Until then, and where anything fails or the run is killed, `target` stays as it is; a run that was killed
 * between the two renames is completed by the next one with the same target.
 *
 * Only nothing, an empty folder and a folder with the mark are replaced. Of two runs at once, the later one wins.
 * @param target absolute path; `checkTarget` has found nothing against it
 */
export async function replaceFolder(target: string, mark: FolderMark, fill: Fill, options: ReplaceOptions = {}): Promise<void> {
  const { rename = renameWithPatience } = options;
  let scratchFolder: string | undefined;
  let firstMade: string | undefined;
  try {
    firstMade = makeFolders(dirname(target));
    await withScratchFolder(dirname(target), async (scratch) => {
      scratchFolder = scratch;
      const made = join(scratch, 'new');
      mkdirSync(made);
      await fill(made);
      writeFolderMark(made, mark);
      swapIn(made, target, { mark, rename, previous: (attempt) => join(scratch, `${PREVIOUS}${attempt}`) });
      supersede(scratch);
    }, purposeOf(target, mark, rename));
  } catch (error) {
    removeParents(dirname(target), firstMade);
    if (scratchFolder === undefined) throw cannotBegin(target, error);
    if (!isThere(target)) refuseToLose(scratchFolder, target);
    throw error;
  }
}

/** Those that were made for nothing, the deepest first. */
function removeParents(parent: string, firstMade: string | undefined): void {
  try {
    for (let at = parent; firstMade !== undefined && isWithin(at, firstMade); at = dirname(at)) rmdirSync(at);
  } catch {
    // Somebody uses it already.
  }
}

/** Puts back what a run that was killed has moved aside, without making anything new. */
export async function recoverFolder(target: string, mark: FolderMark): Promise<void> {
  await removeLeftovers(dirname(target), purposeOf(target, mark));
}

/** Gets the absolute path of an empty folder. */
export type Fill = (folder: string) => Promise<void>;

export interface ReplaceOptions {
  /** How a folder gets another name. */
  readonly rename?: (from: string, to: string) => void;
}

/** Of what was in the place, and of the attempt that moved it aside. */
const PREVIOUS = 'previous-';
const MOST_ATTEMPTS = 100;

interface Swap {
  readonly mark: FolderMark;
  readonly rename: (from: string, to: string) => void;
  /** Where what is in the place goes, by the number of the attempt. */
  readonly previous: (attempt: number) => string;
}

/**
 * Synchronous, so that no signal is handled between the renames. Tries again where another run has put its folder in the place
 * meanwhile.
 */
function swapIn(made: string, target: string, { mark, rename, previous }: Swap): void {
  for (let attempt = 0; ; attempt += 1) {
    const aside = previous(attempt);
    const isAside = moveAside(target, aside, rename);
    if (isAside) {
      refuseForeign(target, aside, { mark, rename });
      takeOverRights(aside, made);
    }
    try {
      rename(made, target);
      return;
    } catch (error) {
      if (isThere(target) && attempt < MOST_ATTEMPTS) continue;
      if (isAside) restore(aside, target, rename);
      throw cannotReplace(target, error);
    }
  }
}

/** The folder of a site may be open to a group, or to the web server alone. */
function takeOverRights(from: string, to: string): void {
  const { mode, uid, gid } = lstatSync(from);
  try {
    chmodSync(to, mode & 0o7777);
    chownSync(to, uid, gid);
  } catch {
    // Only the superuser may give a folder to somebody else.
  }
}

/** What has been replaced is not needed from here on, whatever another run does to the place. */
function supersede(scratch: string): void {
  try {
    for (const [at, previous] of movedAside(scratch).entries()) renameSync(previous, join(scratch, `superseded-${at}`));
  } catch {
    // It stays a leftover, which the next run judges.
  }
}

/** False where there is nothing. */
function moveAside(target: string, aside: string, rename: Swap['rename']): boolean {
  try {
    rename(target, aside);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw cannotReplace(target, error);
  }
}

/** Nobody can put anything else there any longer: what is judged here is what is deleted. */
function refuseForeign(target: string, aside: string, { mark, rename }: Pick<Swap, 'mark' | 'rename'>): void {
  const isFolder = lstatSync(aside).isDirectory();
  const contents = isFolder ? contentsOf(aside, mark) : 'something else';
  if (contents === 'nothing' || contents === 'ours') return;
  restore(aside, target, rename);
  throw new DiskError({
    path: target,
    message:
      `\`${basename(target)}\` was changed while its new contents were made, and now holds something that Polyref did not make. ` +
      'It was left as it is.',
    hint: 'Move that elsewhere and run the command again.',
  });
}

/** What does not go back now is tried again when the run ends, and by the next run. */
function restore(aside: string, target: string, rename: Swap['rename']): void {
  try {
    rename(aside, target);
  } catch {
    return;
  }
}

function refuseToLose(scratch: string, target: string): void {
  const [kept] = lookAt(scratch) === undefined ? [] : movedAside(scratch);
  if (kept === undefined) return;
  throw new DiskError({
    path: target,
    message: `\`${basename(target)}\` could not be replaced, and what was there could not be put back. It is now in \`${kept}\`.`,
    hint: 'Run the command again when the disk works: it puts that back first.',
  });
}

function purposeOf(target: string, mark: FolderMark, rename: Swap['rename'] = renameWithPatience): ScratchPurpose {
  return {
    target: basename(target),
    rescue: (scratch) => {
      const [newest] = movedAside(scratch);
      if (newest === undefined) return true;
      if (isMarked(target, mark)) return true;
      if (isThere(target)) return false;
      rename(newest, target);
      return true;
    },
    isStuck: (scratch) => !isThere(target) && movedAside(scratch).length > 0,
  };
}

/** What a run moved out of the place, the newest first. */
function movedAside(scratch: string): readonly string[] {
  const names = readdirSync(scratch).filter((name) => name.startsWith(PREVIOUS));
  const attempts = names.map((name) => Number(name.slice(PREVIOUS.length)));
  return attempts.sort((a, b) => b - a).map((attempt) => join(scratch, `${PREVIOUS}${attempt}`));
}

function isThere(path: string): boolean {
  return lookAt(path) !== undefined;
}

function cannotReplace(target: string, error: unknown): DiskError {
  return new DiskError({
    path: target,
    message: `\`${basename(target)}\` could not be replaced: ${describeRefusal(error)}. What was there is unchanged.`,
    hint: 'Close programs that use it. A folder that is mounted cannot be replaced: name one inside of it with --dist.',
  });
}

function cannotBegin(target: string, error: unknown): DiskError {
  const message = `Nothing can be written to \`${dirname(target)}\`: ${describeRefusal(error)}.`;
  return new DiskError({ path: target, message, hint: 'Make it writable, or name another folder with --dist.' });
}

/** Virus scanners and indexers of Windows hold folders open for moments. */
function renameWithPatience(from: string, to: string): void {
  for (let attempt = 0; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const isHeld = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(code);
      if (!isHeld || attempt === 20 || isThere(to)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
}
