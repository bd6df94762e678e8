import { lstatSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ACCEPTED_FILE, filesBeside } from '../src/lib/index.ts';
import { describeRefusal } from '../src/lib/disk/describe-refusal.ts';
import { isWithin } from '../src/lib/disk/is-within.ts';
import { makeFolders } from '../src/lib/disk/make-folders.ts';
import { realPathOf } from '../src/lib/disk/real-path.ts';
import { writeWhole } from '../src/lib/disk/write-whole.ts';
import { UsageError } from './command.ts';
import type { Project } from './project.ts';

/** What a report is made from beside the project's own files. Paths are absolute. */
export interface ReportSources {
  readonly files: readonly string[];
  /** Schema folders. */
  readonly folders: readonly string[];
}

/**
 * Writes a report whole, or not at all. What reports are made from is never replaced by one, and a device or a pipe (`/dev/stdout`, `/dev/null`) is written to, not replaced.
 * Throws `UsageError` with what is in the way.
 * @param file as typed
 */
export function writeReportFile(file: string, text: string, project: Project, sources: ReportSources): void {
  const path = resolve(project.cwd, file);
  try {
    if (isStream(path)) return writeFileSync(path, text);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) throw new UsageError(`The report cannot be written to \`${file}\`: it is a folder. Name a file.`);
    refuseSource(path, file, project, sources);
    makeFolders(dirname(path));
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

function refuseSource(path: string, file: string, { schemaDir }: Project, { files, folders }: ReportSources): void {
  const real = join(realPathOf(dirname(path)), path.slice(dirname(path).length));
  // A file that is named through a link is read where that leads.
  const read = [...filesBeside(schemaDir), join(dirname(schemaDir), ACCEPTED_FILE), ...files].flatMap((each) => [each, ...whereItLeads(each)]);
  const isDefinition = /\.[mc]?[jt]sx?$/i.test(real) && [schemaDir, ...folders].some((folder) => isWithin(real, realPathOf(folder)));
  if (!isDefinition && !read.some((each) => isSameFile(each, real))) return;
  throw new UsageError(`The report cannot be written to \`${file}\`: Polyref reads that file. Name another one.`);
}

/** Nowhere, where a link is broken: then nothing is read. */
function whereItLeads(path: string): readonly string[] {
  try {
    return [realPathOf(path)];
  } catch {
    return [];
  }
}

function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => lstatSync(path, { bigint: true, throwIfNoEntry: false }));
  return a === b || (one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino);
}
