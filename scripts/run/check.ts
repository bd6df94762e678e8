import { dirname } from 'node:path';
import { check, describeCounts, joinLines, renderTerminalReport } from '../../src/lib/index.ts';
import type { CommandContext, ExitCode } from '../command.ts';
import { fromHere } from '../from-here.ts';
import { printFindings } from '../print.ts';
import { commandLine } from '../project.ts';

/** What `polyref check` does. */
export async function runCheck({ project, terminal }: CommandContext): Promise<ExitCode> {
  terminal.progress('Comparing …');
  const result = await check(project);
  terminal.progress('');
  if (result.kind === 'unreadable') {
    printFindings(result.findings, terminal, project);
    return 2;
  }
  const findings = [...fromHere(result.findings, dirname(project.schemaDir), project), ...fromHere([...result.foreign, ...result.drift, ...result.notes], project.outDir, project)];
  const failing = findings.some((finding) => finding.severity === 'error');
  terminal.outText(renderTerminalReport(findings, { colour: terminal.colour, verbose: terminal.verbose }));
  if (result.drift.length > 0) terminal.outText(joinLines(['', `To fix the ${describeDrift(result.drift.length)}: ${commandLine(project, 'generate')}`]));
  const ofHistory = result.ofHistory === 0 ? '' : ', and the page of changes as the history made it';
  if (!failing) terminal.out(`${result.pages} files, ${result.isOutdated ? 'as another version of Polyref made them from the same schema' : 'all as the schema makes them'}${ofHistory}${findings.length > 0 ? ` (${describeCounts(findings)})` : ''}.`);
  return failing ? 1 : 0;
}

function describeDrift(files: number): string {
  return files === 1 ? 'file' : `${files} files`;
}
