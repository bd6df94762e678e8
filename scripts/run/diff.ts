import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { acceptanceLine, ACCEPTED_FILE, drawChanges, joinLines, readCatalog, review, reviewReport, type Change, type TerminalText } from '../../src/lib/index.ts';
import { UsageError, type CommandContext, type ExitCode } from '../command.ts';
import { printFindings } from '../print.ts';
import { reportPlanOf } from '../report-options.ts';
import { findBase, type FoundBase } from '../review/find-base.ts';
import { filesOfFolder, readBase, type ReadBase } from '../review/read-base.ts';
import { failingLevels, verdictOf } from '../review/verdict.ts';
import { writePictures } from '../review/write-pictures.ts';
import type { ReportSources } from '../write-report-file.ts';
import { writeReport } from '../write-report.ts';

/** What `polyref diff` does. */
export async function runDiff({ project, options, arguments: [base], terminal }: CommandContext): Promise<ExitCode> {
  const plan = { ...reportPlanOf(options), maxWarnings: Infinity };
  const failing = failingLevels(options['failOn']);
  const baseSchema = options['baseSchema'];
  terminal.progress('Reading the base …');
  const found = await findBase(base, project);
  const before = await readBase(found, project, { baseSchema: typeof baseSchema === 'string' ? baseSchema : undefined });
  if (before.kind === 'unreadable') {
    terminal.progress('');
    printFindings(before.findings, terminal);
    throw new UsageError(`The schema of ${found.name} has mistakes, so nothing can be compared with it. Name another base.`);
  }
  terminal.progress('Reading the schema …');
  const after = await readCatalog(project);
  terminal.progress('');
  if (after.kind === 'unreadable') {
    printFindings(after.findings, terminal, project);
    return 2;
  }
  // Where there was no schema nothing can be lost.
  const against = before.missing === undefined ? before.catalog : after.catalog;
  const accepted = await readFile(join(dirname(project.schemaDir), ACCEPTED_FILE), 'utf8').catch(ifNotThere);
  const isWithin = found.kind === 'commit' && found.isWithin === true;
  const reviewed = review({ base: against, head: after.catalog, accepted, baseAccepted: before.accepted, isWithin });
  const pictures = drawChanges(against, after.catalog, reviewed.changes);
  const { failed, code } = verdictOf(reviewed, failing);
  const comparison = describeComparison(found.name, before);
  await writeReport(reviewReport(reviewed, pictures, comparison, failed), plan, { project, terminal }, sourcesOf(found));
  if (plan.outputs.some(({ reporter, file }) => reporter.name === 'terminal' && file === undefined)) terminal.outText(howToAccept(failed, terminal.verbose ? Infinity : MOST_LINES_TO_ACCEPT));
  if (typeof options['pictures'] === 'string') await writePictures(pictures, resolve(project.cwd, options['pictures']), options['pictures'], terminal);
  terminal.err(comparison);
  return code;
}

function sourcesOf(base: FoundBase): ReportSources {
  switch (base.kind) {
    case 'file':
      return { files: [base.path], folders: [] };
    case 'folder': {
      const { catalog, accepted, schema } = filesOfFolder(base.path);
      return { files: [catalog, accepted], folders: [schema] };
    }
    case 'commit':
      return { files: [], folders: [] };
  }
}

function describeComparison(name: string, { missing, remark }: Extract<ReadBase, { readonly kind: 'read' }>): string {
  if (missing !== undefined) return `There is no \`${missing}/\` in ${name} yet: all of it is new, and nothing was there to be compared with.`;
  return `Compared with ${name}.${remark === undefined ? '' : ` ${remark}`}`;
}

/** More are of no use at once: one is copied at a time. */
const MOST_LINES_TO_ACCEPT = 10;

function howToAccept(failed: readonly Change[], most: number): TerminalText {
  if (failed.length === 0) return joinLines([]);
  const rest = failed.length <= most ? [] : [`  and ${failed.length - most} more (\`--verbose\` prints all)`];
  const lines = [...failed.slice(0, most).map((change) => `  ${acceptanceLine(change)}`), ...rest];
  return joinLines(['', `To accept ${failed.length === 1 ? 'it' : 'one of them'}, add its line, with the reason behind the colon, to ${ACCEPTED_FILE}:`, ...lines]);
}

function ifNotThere(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
