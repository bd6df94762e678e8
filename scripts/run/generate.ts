import { generate, type DocsSettings, type PageSet } from '../../src/lib/index.ts';
import type { CommandContext, ExitCode } from '../command.ts';
import { changelogOf } from '../review/read-history.ts';
import { describePages, printFindings, printWarnings } from '../print.ts';

/** What `polyref generate` does. */
export async function runGenerate(context: CommandContext): Promise<ExitCode> {
  return (await writePages(context, false)) === undefined ? 2 : 0;
}

/**
 * Writes the pages and says so. Undefined where that failed: the reason has been printed.
 * @param withSite also makes what the site shows, for who builds it
 */
export async function writePages({ project, options, terminal }: CommandContext, withSite: boolean): Promise<WrittenPages | undefined> {
  const changelog = await changelogOf(project, options, terminal);
  terminal.progress('Reading the schema …');
  const result = await generate(project, { changelog, withSite });
  terminal.progress('');
  if (result.kind !== 'generated') {
    printFindings(result.findings, terminal, project);
    return undefined;
  }
  printWarnings(result.findings, terminal, project);
  for (const sentence of result.withdrawn) terminal.out(sentence);
  terminal.out(describePages(result.counts));
  return { docs: result.docs, site: result.site };
}

export interface WrittenPages {
  /** What the configuration says of the site. */
  readonly docs: DocsSettings;
  /** What the site shows; empty unless asked for. */
  readonly site: PageSet;
}
