import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { atEnd } from './at-end.ts';
import { claimedName, isAbandoned, isMarkFile, readScratchMark, scratchName, writeScratchMark } from './scratch-mark.ts';

/**
 * Makes a folder in `parent` for this run only, gives it to `use`, and removes it afterwards, also when a signal or an exit
 * ends the run. What a run left that was killed outright, the next one with the same parent and target removes: only folders
 * whose mark proves that Polyref made them for this user, never those that merely have such a name.
 */
export async function withScratchFolder<Result>(parent: string, use: (folder: string) => Promise<Result>, purpose: ScratchPurpose = {}): Promise<Result> {
  await removeLeftovers(parent, purpose);
  const folder = makeScratchFolder(parent, purpose);
  const remove = (): void => removeScratch(folder, purpose);
  const takeBack = atEnd(remove);
  try {
    return await use(folder);
  } finally {
    takeBack();
    remove();
  }
}

export interface ScratchPurpose {
  /** Name of the entry of `parent` that the run is to replace: a run removes only leftovers of runs with the same target. */
  readonly target?: string;
  /** Takes out of a folder what must not be lost with it. False: the folder has to stay. */
  readonly rescue?: (folder: string) => boolean;
  /** Whether a folder holds what is missing elsewhere, which a run that lives changes within a moment. */
  readonly isStuck?: (folder: string) => boolean;
}

/** Exclusive: a name that is taken already is an error, and other users cannot look into it. */
function makeScratchFolder(parent: string, { target }: ScratchPurpose): string {
  const token = randomBytes(16).toString('hex');
  const folder = join(parent, scratchName(token));
  mkdirSync(folder, { mode: 0o700 });
  try {
    writeScratchMark(folder, { token, ...(target === undefined ? {} : { target }) });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return folder;
}

/** Removes what runs with this parent and target left that were killed outright. */
export async function removeLeftovers(parent: string, purpose: ScratchPurpose): Promise<void> {
  for (const name of namesIn(parent)) {
    const folder = join(parent, name);
    const mark = readScratchMark(folder);
    if (mark === undefined || mark.target !== purpose.target) continue;
    if (!isAbandoned(folder, mark) && !(await staysStuck(folder, purpose))) continue;
    const claimed = join(parent, claimedName(mark.token, randomBytes(8).toString('hex')));
    try {
      // From here on no other run has it, not even the one that made it, should it live after all.
      renameSync(folder, claimed);
    } catch {
      continue;
    }
    removeScratch(claimed, purpose);
  }
}

async function staysStuck(folder: string, { isStuck = () => false }: ScratchPurpose): Promise<boolean> {
  try {
    if (!isStuck(folder)) return false;
    await pause(LONGEST_MOMENT);
    return isStuck(folder);
  } catch {
    // Another run has taken it.
    return false;
  }
}

/** Milliseconds. */
const LONGEST_MOMENT = 1000;

function removeScratch(folder: string, { rescue = () => true }: ScratchPurpose): void {
  try {
    if (!rescue(folder)) return;
    // By its mark the next run knows a folder whose run was killed here: that goes last.
    for (const name of readdirSync(folder)) if (!isMarkFile(name)) rmSync(join(folder, name), GONE);
    rmSync(folder, GONE);
  } catch {
    // What is in use at this moment is a leftover for the next run.
  }
}

const GONE = { recursive: true, force: true, maxRetries: 3 } as const;

function namesIn(parent: string): readonly string[] {
  try {
    return readdirSync(parent);
  } catch {
    return [];
  }
}
