import { generate, type DocsSettings } from '../../src/lib/index.ts';
import type { CliCommand, CommandContext } from '../command.ts';
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
  async run(context) {
    return (await writePages(context)) === undefined ? 2 : 0;
  },
};

/** Writes the pages and says so. Undefined where that failed: the reason has been printed. Else what the configuration says of the site. */
export async function writePages({ project, options, terminal }: CommandContext): Promise<DocsSettings | undefined> {
  const changelog = await changelogOf(project, options, terminal);
  terminal.progress('Reading the schema …');
  const result = await generate(project, { changelog });
  terminal.progress('');
  if (result.kind !== 'generated') {
    printFindings(result.findings, terminal);
    return undefined;
  }
  printWarnings(result.findings, terminal);
  terminal.out(describePages(result.counts));
  return result.docs;
}
