import { dirname } from 'node:path';
import { renderTerminalReport, type Finding } from '../src/lib/index.ts';
import type { DiskError } from '../src/lib/disk/disk-error.ts';
import type { WriteCounts } from '../src/lib/disk/write-pages.ts';
import { fromHere } from './from-here.ts';
import type { Project } from './project.ts';
import type { Terminal } from './terminal.ts';
import { withRunner } from './with-runner.ts';

/** To the stream of errors, so that results can be piped. @param project whose places these are; absent: they are no files of it */
export function printFindings(findings: readonly Finding[], terminal: Terminal, project?: Project): void {
  const shown = project === undefined ? findings : fromHere(withRunner(findings, project), dirname(project.schemaDir), project);
  terminal.errText(renderTerminalReport(shown, { colour: terminal.errColour, verbose: terminal.verbose }));
}

/** What the disk refuses. */
export function printRefusal({ message, hint }: DiskError, terminal: Terminal): void {
  printFindings([{ rule: 'disk-refuses', severity: 'error', message, hint }], terminal);
}

/** What there is to say of a schema whose pages were made all the same. */
export function printWarnings(findings: readonly Finding[], terminal: Terminal, project: Project): void {
  printFindings(findings, terminal, project);
  const claims = findings.filter((finding) => finding.rule === 'claim-does-not-hold').length;
  if (claims > 0) terminal.err(`${claims === 1 ? '1 claim does' : `${claims} claims do`} not hold; \`check\` fails on ${claims === 1 ? 'it' : 'them'}.`);
}

/** `48 files: 2 created, 1 changed, 45 unchanged.` */
export function describePages({ created, changed, unchanged, deleted }: WriteCounts): string {
  const all = created + changed + unchanged;
  if (created + changed + deleted === 0) return `${count(all)}, all up to date.`;
  const parts = [[created, 'created'], [changed, 'changed'], [unchanged, 'unchanged'], [deleted, 'deleted']] as const;
  return `${count(all)}: ${parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`).join(', ')}.`;
}

function count(files: number): string {
  return `${files} ${files === 1 ? 'file' : 'files'}`;
}
