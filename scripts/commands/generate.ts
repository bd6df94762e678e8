import { generate, type PageSet } from '../../src/lib/index.ts';
import type { CliCommand, CommandContext, ExitCode } from '../command.ts';
import { changelogOf, historyFlag } from '../review/read-history.ts';
import { describePages, printFindings, printWarnings } from '../print.ts';

export const generateCommand: CliCommand = {
  name: 'generate',
  summary: 'write the pages that the schema makes',
  description: 'Reads the definitions and writes their pages. Only what changed is written, and pages of what is gone are deleted.\nNothing is written, and the exit code is 2, when the schema has mistakes, when a text of it could run on a page, or when somebody\'s own files stand among the pages.',
  options: [historyFlag],
  examples: [
    ['generate', 'this project'],
    ['generate --schema ../shop/schema', "another repository's folder: its pages go to ../shop"],
    ['generate --history 20', 'also a page of what the last 20 commits of the catalog changed'],
    ['generate --schema ../shop/schema --out site', 'its pages go to site/'],
  ],
  run: async (context) => (await generateFor(context, false)).code,
};

/**
 * Generates, and says what that did.
 * @param withSite also makes what the site shows, for who builds it
 */
export async function generateFor({ project, options, terminal }: CommandContext, withSite: boolean): Promise<{ readonly code: ExitCode; readonly site: PageSet }> {
  const changelog = await changelogOf(project, options, terminal);
  terminal.progress('Reading the schema …');
  const result = await generate(project, { changelog, withSite });
  terminal.progress('');
  if (result.kind !== 'generated') {
    printFindings(result.findings, terminal);
    return { code: 2, site: new Map() };
  }
  printWarnings(result.findings, terminal);
  for (const sentence of result.withdrawn) terminal.out(sentence);
  terminal.out(describePages(result.counts));
  return { code: 0, site: result.site };
}
