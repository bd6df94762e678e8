import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { compareText } from '../model/compare-text.ts';
import type { PageSet } from '../model/page-set.ts';
import { describeRefusal } from './describe-refusal.ts';
import { DiskError } from './disk-error.ts';
import { lookAt } from './look-at.ts';
import type { ReadText } from './read-pages.ts';
import { isLeftover } from './write-whole.ts';

/** Which files may be overwritten and deleted. */
export interface Ownership {
  /** Folders below the out folder that hold nothing but generated files. */
  readonly owned: readonly string[];
  /** Generated files elsewhere that are no longer wanted; each is read again before it is deleted. */
  readonly withdrawn?: readonly string[];
  /** Whether a file was generated: anything else, in an owned folder or in place of a page, is somebody's own. */
  readonly isGenerated: (path: string, text: string) => boolean;
}

/** Reads what is there, and refuses to lose what was not generated. */
export async function planWrites(outDir: string, pages: PageSet, inputs: PlanInputs): Promise<WritePlan> {
  const { read, orphans, ownership: { isGenerated } } = inputs;
  const [created, changed, foreign, links]: [string[], string[], string[], string[]] = [[], [], [], []];
  const readFor = (path: string): string | undefined => readOrRefuse(outDir, path, read);
  let compared = 0;
  for (const [path, text] of pages) {
    // Whoever else has work in this process gets a turn.
    if ((compared += 1) % AT_ONCE === 0) await nextTurn();
    const before = readFor(path);
    if (before === text) continue;
    (before === undefined ? created : changed).push(path);
    if (before === undefined || isGenerated(path, before)) continue;
    (lookAt(join(outDir, path))?.isSymbolicLink() === true ? links : foreign).push(path);
  }
  for (const path of orphans) if (!isLeftover(path) && !isGenerated(path, readFor(path) ?? '')) foreign.push(path);
  refuseLinks(links);
  refuseForeign(foreign);
  return { created, changed };
}

export interface PlanInputs {
  /** How to learn what is on the disk. */
  readonly read: ReadText;
  /** Files of the owned folders that are not pages. */
  readonly orphans: readonly string[];
  readonly ownership: Ownership;
}

/** Paths of pages. */
export interface WritePlan {
  readonly created: readonly string[];
  readonly changed: readonly string[];
}

/** So many files are compared before others get their turn. */
const AT_ONCE = 64;

function readOrRefuse(outDir: string, path: string, read: ReadText): string | undefined {
  try {
    return read(join(outDir, path));
  } catch (error) {
    const message = `\`${path}\` cannot be read: ${describeRefusal(error)}. Nothing was written.`;
    throw new DiskError({ path, message, hint: 'Make it readable, or move it away.' });
  }
}

/** @param outcome what has become of the rest */
export function refuseForeign(paths: readonly string[], outcome = 'Nothing was written.'): void {
  const [path, ...others] = [...paths].sort(compareText);
  if (path === undefined) return;
  const [are, them] = others.length === 0 ? ['is not a generated file', 'it'] : ['are not generated files', 'them'];
  throw new DiskError({
    path,
    message: `${nameSome([path, ...others])} ${are}, and writing the pages would overwrite or delete ${them}. ${outcome}`,
    hint: `Move ${them} to another folder, or name another folder with --out.`,
  });
}

export function refuseLinks(paths: readonly string[]): void {
  const [path, ...others] = [...paths].sort(compareText);
  if (path === undefined) return;
  const are = others.length === 0 ? 'is a symbolic link' : 'are symbolic links';
  throw new DiskError({
    path,
    message: `${nameSome([path, ...others])} ${are}, and pages are not written through links. Nothing was written.`,
    hint: 'Put a file or folder of its own in the place of each link, or name another folder with --out.',
  });
}

/** A folder where a page must be is not ours to remove. */
export function refuseFolderAt(outDir: string, path: string): void {
  if (lookAt(join(outDir, path))?.isDirectory() !== true) return;
  throw new DiskError({ path, message: `\`${path}\` must be a file, but a folder is there.`, hint: 'Move the folder away.' });
}

/** The first five. */
function nameSome(paths: readonly string[]): string {
  const named = paths.slice(0, 5).map((path) => `\`${path}\``);
  const more = paths.length - named.length;
  if (more > 0) return `${named.join(', ')} and ${more} more`;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}
