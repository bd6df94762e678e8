import { inParallel } from './in-parallel.ts';
import { buildChangelog, changesPageAskedFor, type Changelog, type CommittedCatalog } from '../../src/lib/index.ts';
import { UsageError } from '../command.ts';
import type { Project } from '../project.ts';
import type { Terminal } from '../terminal.ts';
import { literalPath, openRepository, type Repository } from './git.ts';

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
  try {
    const commits = await committedCatalogs(repository, path, asked + 1);
    if (await repository.isShallow()) terminal.err('This clone is shallow: the page of changes knows no more of the history than it does.');
    return { asked, entries: buildChangelog(commits, commits.length <= asked) };
  } catch (error) {
    // The page stays as it is.
    if (wanted === undefined && error instanceof UsageError) return undefined;
    throw error;
  } finally {
    terminal.progress('');
  }
}

/** The last commits that touched a catalog, the newest first. On the main line only: what a branch brings comes with its merge. */
async function committedCatalogs(repository: Repository, path: string, most: number): Promise<readonly CommittedCatalog[]> {
  const head = await repository.commit('HEAD');
  if (head === undefined) return [];
  const log = await repository.expect(['log', '--first-parent', `--max-count=${most}`, '-z', '--no-show-signature', '--no-color', '--no-ext-diff', '--no-textconv', '--encoding=UTF-8', '--format=tformat:%H%x00%cs%x00%s', head, '--', literalPath(path)]);
  const fields = log.split('\0').slice(0, -1);
  const commits = Array.from({ length: fields.length / 3 }, (_, at) => fields.slice(at * 3, at * 3 + 3));
  const found = new Map<string, string>();
  await inParallel(commits, async ([hash = '']) => {
    const entry = await repository.entry(hash, path);
    if (entry?.kind === 'file') found.set(hash, entry.id);
  });
  const ids = [...new Set(found.values())];
  const texts = new Map<string, string>();
  for await (const content of repository.objects(ids)) texts.set(ids[texts.size] ?? '', content.toString('utf8'));
  return commits.map(([hash = '', date = '', subject = '']) => ({ commit: hash.slice(0, 7), date, subject, text: texts.get(found.get(hash) ?? '') }));
}

function numberOf(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 1000) throw new UsageError(`--history must be a whole number from 0 to 1000, not \`${String(value)}\`.`);
  return number;
}
