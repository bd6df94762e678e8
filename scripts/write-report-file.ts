import { lstatSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ACCEPTED_FILE, filesBeside } from '../src/lib/index.ts';
import { describeRefusal } from '../src/lib/disk/describe-refusal.ts';
import { isWithin } from '../src/lib/disk/is-within.ts';
import { realPathOf } from '../src/lib/disk/real-path.ts';
import { writeWhole } from '../src/lib/disk/write-whole.ts';
import { UsageError } from './command.ts';
import type { Project } from './project.ts';

/**
 * Writes a report whole, or not at all. What reports are made from is never replaced by one, and a device or a pipe (`/dev/stdout`, `/dev/null`) is written to, not replaced.
 * Throws `UsageError` with what is in the way.
 * @param file as typed
 */
export function writeReportFile(file: string, text: string, project: Project): void {
  const path = resolve(project.cwd, file);
  try {
    if (isStream(path)) return writeFileSync(path, text);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) throw new UsageError(`The report cannot be written to \`${file}\`: it is a folder. Name a file.`);
    refuseSource(path, file, project);
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, text);
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(`The report cannot be written to \`${file}\`: ${describeRefusal(error)}.`);
  }
}

/** What is written to as it is. A link to the output of this process may lead to a file, which is not the one to replace. */
function isStream(path: string): boolean {
  if (/^\/(?:dev\/(?:stdout|stderr|fd\/\d+)|proc\/self\/fd\/\d+)$/.test(path)) return true;
  const about = statSync(path, { throwIfNoEntry: false });
  return about !== undefined && !about.isFile() && !about.isDirectory();
}

function refuseSource(path: string, file: string, { schemaDir }: Project): void {
  const real = join(realPathOf(dirname(path)), path.slice(dirname(path).length));
  const beside = [...filesBeside(schemaDir), join(dirname(schemaDir), ACCEPTED_FILE)];
  const isDefinition = isWithin(real, realPathOf(schemaDir)) && /\.[mc]?[jt]sx?$/i.test(real);
  if (!isDefinition && !beside.some((each) => isSameFile(each, real))) return;
  throw new UsageError(`The report cannot be written to \`${file}\`: Polyref reads that file. Name another one.`);
}

function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => lstatSync(path, { bigint: true, throwIfNoEntry: false }));
  return a === b || (one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino);
}
