import { explain } from '../../src/lib/index.ts';
import type { CommandContext, ExitCode } from '../command.ts';
import { printFindings } from '../print.ts';
import { systemInputsOf, today } from '../system-options.ts';

/** What `polyref explain` does. */
export async function runExplain({ project, options, arguments: [subject], terminal }: CommandContext): Promise<ExitCode> {
  terminal.progress('Reading the schema …');
  const result = await explain({ ...systemInputsOf(project, options), today: today() }, subject);
  terminal.progress('');
  if (result.kind !== 'explained') {
    printFindings(result.findings, terminal, project);
    return 2;
  }
  terminal.outText(result.text);
  return 0;
}
