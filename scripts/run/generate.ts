import { generate } from '../../src/lib/index.ts';
import type { CommandContext, ExitCode } from '../command.ts';
import { changelogOf } from '../review/read-history.ts';
import { describePages, printFindings, printWarnings } from '../print.ts';

/** What `polyref generate` does. */
export async function runGenerate({ project, options, terminal }: CommandContext): Promise<ExitCode> {
  const changelog = await changelogOf(project, options, terminal);
  terminal.progress('Reading the schema …');
  const result = await generate(project, { changelog });
  terminal.progress('');
  if (result.kind !== 'generated') {
    printFindings(result.findings, terminal, project);
    return 2;
  }
  printWarnings(result.findings, terminal, project);
  terminal.out(describePages(result.counts));
  return 0;
}
