import { findKey } from '../../src/lib/index.ts';
import type { CommandContext, ExitCode } from '../command.ts';
import { printFindings } from '../print.ts';

/** What `polyref key` does. */
export async function runKey({ project, arguments: [key = ''], terminal }: CommandContext): Promise<ExitCode> {
  terminal.progress('Reading the schema …');
  const result = await findKey(project, key);
  terminal.progress('');
  if (result.kind !== 'found') {
    printFindings(result.findings, terminal, project);
    return result.kind === 'unknown' ? 1 : 2;
  }
  terminal.outText(result.text);
  return 0;
}
