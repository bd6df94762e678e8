import { generate, type DocsSettings } from '../../src/lib/index.ts';
import type { CommandContext, ExitCode } from '../command.ts';
import { changelogOf } from '../review/read-history.ts';
import { describePages, printFindings, printWarnings } from '../print.ts';

/** What `polyref generate` does. */
export async function runGenerate(context: CommandContext): Promise<ExitCode> {
  return (await writePages(context)) === undefined ? 2 : 0;
}

/** Writes the pages and says so. Undefined where that failed: the reason has been printed. Else what the configuration says of the site. */
export async function writePages({ project, options, terminal }: CommandContext): Promise<DocsSettings | undefined> {
  const changelog = await changelogOf(project, options, terminal);
  terminal.progress('Reading the schema …');
  const result = await generate(project, { changelog });
  terminal.progress('');
  if (result.kind !== 'generated') {
    printFindings(result.findings, terminal, project);
    return undefined;
  }
  printWarnings(result.findings, terminal, project);
  terminal.out(describePages(result.counts));
  return result.docs;
}
