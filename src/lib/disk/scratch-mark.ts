import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';

/** What a scratch folder says of the run that made it. */
export interface ScratchMark {
  /** Random, and part of the folder's name: a name alone, or a mark alone, proves nothing. */
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  /** Name of the entry beside the folder that the run was to replace. */
  readonly target?: string;
}

/** The name of a new scratch folder. */
export function scratchName(token: string): string {
  return `.polyref-scratch-${token}`;
}

/** The name under which a run takes a leftover for itself, so that no other run, and not its own, can use it at the same time. */
export function claimedName(token: string, claim: string): string {
  return `${scratchName(token)}.${claim}`;
}

export function writeScratchMark(folder: string, mark: Omit<ScratchMark, 'pid' | 'host'>): void {
  own.add(mark.token);
  const text = { note: 'A running Polyref works in this folder. It may be deleted when none runs.', ...mark, pid: process.pid, host: hostname() };
  writeFileSync(join(folder, FILE), `${JSON.stringify(text, null, 2)}\n`, { flag: 'wx' });
  // A folder that a killed run left must not end up in a commit.
  writeFileSync(join(folder, IGNORE), '*\n', { flag: 'wx' });
}

/** Whether a file is one of those that `writeScratchMark` wrote. */
export function isMarkFile(name: string): boolean {
  return name === FILE || name === IGNORE;
}

/** The mark of a folder that this user's Polyref made for itself; undefined for everything else, whatever its name. */
export function readScratchMark(folder: string): ScratchMark | undefined {
  try {
    const token = NAME.exec(basename(folder))?.[1];
    if (token === undefined) return undefined;
    const [about, file] = [lstatSync(folder), lstatSync(join(folder, FILE))];
    if (!about.isDirectory() || !file.isFile()) return undefined;
    if (process.getuid !== undefined && about.uid !== process.getuid()) return undefined;
    const mark: unknown = JSON.parse(readFileSync(join(folder, FILE), 'utf8'));
    return isMark(mark) && mark.token === token ? mark : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the run that made a folder is over. Of a run on another machine only the time tells: none works for a day. */
export function isAbandoned(folder: string, { token, host, pid }: ScratchMark): boolean {
  const made = lstatSync(join(folder, FILE), { throwIfNoEntry: false });
  if (made === undefined || own.has(token)) return false;
  // In a container every run may have the same number as this one.
  return Date.now() - made.mtimeMs > DAY || (host === hostname() && (pid === process.pid || !isRunning(pid)));
}

/** Tokens of the folders that this process made. */
const own = new Set<string>();

const FILE = 'polyref-scratch.json';
const IGNORE = '.gitignore';
const NAME = /^\.polyref-scratch-([0-9a-f]{32})(?:\.[0-9a-f]{16})?$/;
const DAY = 24 * 60 * 60 * 1000;

function isMark(value: unknown): value is ScratchMark {
  if (typeof value !== 'object' || value === null || !('token' in value) || !('pid' in value) || !('host' in value)) return false;
  const hasTarget = !('target' in value) || (typeof value.target === 'string' && value.target === basename(value.target));
  return hasTarget && typeof value.host === 'string' && Number.isInteger(value.pid) && Number(value.pid) > 0;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user exists, but takes no signals.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
