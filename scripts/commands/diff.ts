import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { acceptanceLine, ACCEPTED_FILE, drawChanges, joinLines, readCatalog, review, reviewReport, type Change, type TerminalText } from '../../src/lib/index.ts';
import { UsageError, type CliCommand } from '../command.ts';
import { printFindings } from '../print.ts';
import { reportFlags, reportPlanOf } from '../report-options.ts';
import { findBase, type FoundBase } from '../review/find-base.ts';
import { filesOfFolder, readBase, type ReadBase } from '../review/read-base.ts';
import { failingLevels, verdictOf } from '../review/verdict.ts';
import { writePictures } from '../review/write-pictures.ts';
import type { ReportSources } from '../write-report-file.ts';
import { writeReport } from '../write-report.ts';

export const diffCommand: CliCommand = {
  name: 'diff',
  summary: 'say what a change of the schema does to the data that exists',
  description: `Compares the schema as it is in the working tree with a base, and says of each change what it does to data that exists, whom it affects and what to do before merging.
BASE is a branch, a tag or a commit (as it is committed there: public/catalog.json, or else the schema folder), a catalog.json, or a folder. With ... behind a branch: where HEAD left it.
Without BASE: where HEAD left the main branch (${['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'].join(', ')}).
breaking: data is lost, cannot be found, is shown to others or is no longer what it is said to be. dangerous: that depends on the data and the software. safe: neither.
A change is accepted by a line in ${ACCEPTED_FILE} beside the schema folder: its kind, its address, a colon, the reason. In the next pull request that line is an error.
A rename is one when it is declared with \`formerly\`.
For CI: exit 0 nothing that fails, 1 a change that fails or a wrong acceptance, 2 something could not be read.`,
  arguments: [['[base]', 'branch, tag, commit, branch..., catalog.json or folder to compare with']],
  options: [
    { flags: '--fail-on <level>', description: 'breaking or dangerous: the least level that fails', default: 'breaking' },
    ...reportFlags.filter((option) => !option.flags.startsWith('--max-warnings')),
    { flags: '--pictures <dir>', description: 'write before.svg and after.svg of what changed to this folder' },
    { flags: '--base-schema <dir>', description: 'where the definitions were in BASE, if the folder was renamed since' },
  ],
  examples: [
    ['diff', 'against where this branch left the main one'],
    ['diff HEAD', 'what is not committed yet'],
    ['diff v1.4.0 --fail-on dangerous', 'against a release'],
    ['diff --format markdown=comment.md,terminal', 'a comment for the pull request, and to read'],
    ['diff --format sarif --output polyref.sarif', 'for code scanning'],
    ['diff ../main/public/catalog.json', 'against a catalog, without git'],
  ],
  async run({ project, options, arguments: [base], terminal }) {
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
      printFindings(after.findings, terminal);
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
    writeReport(reviewReport(reviewed, pictures, comparison, failed), plan, { project, terminal }, sourcesOf(found));
    if (plan.outputs.some(({ reporter, file }) => reporter.name === 'terminal' && file === undefined)) terminal.outText(howToAccept(failed, terminal.verbose ? Infinity : MOST_LINES_TO_ACCEPT));
    if (typeof options['pictures'] === 'string') await writePictures(pictures, resolve(project.cwd, options['pictures']), options['pictures'], terminal);
    terminal.err(comparison);
    return code;
  },
};

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
