import { check, describeCounts, joinLines, renderTerminalReport } from '../../src/lib/index.ts';
import type { CliCommand } from '../command.ts';
import { printFindings } from '../print.ts';
import { commandLine } from '../project.ts';

export const checkCommand: CliCommand = {
  name: 'check',
  summary: 'compare the pages with the schema; write nothing',
  description: "Makes all pages again, in memory, and compares them with the disk: what is missing, stale, orphaned or somebody's own fails, and so does a claim that does not hold.\nPages that another version of Polyref made from the same schema are a note.\nThe page of changes is made of the history, not of the schema: of it only an edit by hand is found.\nFor CI: exit 0 clean, 1 findings or drift, 2 the schema could not be read.",
  options: [],
  examples: [
    ['check', 'this project, in CI'],
    ['check --schema ../shop/schema', "another repository's pages"],
  ],
  async run({ project, terminal }) {
    terminal.progress('Comparing …');
    const result = await check(project);
    terminal.progress('');
    if (result.kind === 'unreadable') {
      printFindings(result.findings, terminal);
      return 2;
    }
    const findings = [...result.findings, ...result.foreign, ...result.drift, ...result.notes];
    const failing = findings.some((finding) => finding.severity === 'error');
    terminal.outText(renderTerminalReport(findings, { colour: terminal.colour, verbose: terminal.verbose }));
    if (result.drift.length > 0) terminal.outText(joinLines(['', `To fix the ${describeDrift(result.drift.length)}: ${commandLine(project, 'generate')}`]));
    const ofHistory = result.ofHistory === 0 ? '' : ', and the page of changes as the history made it';
    if (!failing) terminal.out(`${result.pages} files, ${result.isOutdated ? 'as another version of Polyref made them from the same schema' : 'all as the schema makes them'}${ofHistory}${findings.length > 0 ? ` (${describeCounts(findings)})` : ''}.`);
    return failing ? 1 : 0;
  },
};

function describeDrift(files: number): string {
  return files === 1 ? 'file' : `${files} files`;
}
