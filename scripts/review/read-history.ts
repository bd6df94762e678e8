import { buildChangelog, changesPageAskedFor, type Changelog } from '../../src/lib/index.ts';
import { UsageError, type CliOption } from '../command.ts';
import type { Project } from '../project.ts';
import type { Terminal } from '../terminal.ts';
import { openRepository } from './git.ts';

/** Of every command that writes the pages. */
export const historyFlag: CliOption = { flags: '--history <number>', description: 'also write a page of what the last so many commits of the catalog changed; 0 takes it away' };

/**
 * What the last commits did to the committed catalog, as `--history` asks for, or as the page that is there was asked for; undefined where neither is,
 * or where the history of that page cannot be had.
 */
export async function changelogOf(project: Project, options: Readonly<Record<string, unknown>>, terminal: Terminal): Promise<Changelog | undefined> {
  const wanted = numberOf(options['history']);
  const asked = wanted ?? changesPageAskedFor(project.outDir);
  if (asked === undefined || asked === 0) return asked === undefined ? undefined : { asked, entries: [] };
  terminal.progress('Reading the history …');
  const repository = await openRepository(project.outDir).catch((error: unknown) => {
    if (wanted === undefined && error instanceof UsageError) return undefined;
    throw error;
  });
  if (repository === undefined) return undefined;
  const folder = repository.pathOf(project.outDir);
  const path = `${folder === undefined || folder === '' ? '' : `${folder}/`}public/catalog.json`;
  // On the main line alone: what a branch brings comes with its merge.
  const { code, out } = await repository.run(['log', '--first-parent', `--max-count=${asked + 1}`, '--format=%H%x09%cs%x09%s', 'HEAD', '--', path]);
  const lines = code === 0 ? out.split('\n').filter((line) => line !== '') : [];
  const commits = await Promise.all(
    lines.map(async (line) => {
      const [hash = '', date = '', ...subject] = line.split('\t');
      return { commit: hash.slice(0, 7), date, subject: subject.join('\t'), text: await repository.text(hash, path) };
    }),
  );
  terminal.progress('');
  if (await repository.isShallow()) terminal.err('This clone is shallow: the page of changes knows no more of the history than it does.\n');
  return { asked, entries: buildChangelog(commits, lines.length <= asked) };
}

function numberOf(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 1000) throw new UsageError(`--history must be a whole number from 0 to 1000, not \`${String(value)}\`.`);
  return number;
}
