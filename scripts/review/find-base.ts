import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { didYouMean } from '../../src/lib/model/suggest.ts';
import { UsageError } from '../command.ts';
import type { Project } from '../project.ts';
import { quoteWord } from '../quote-word.ts';
import { openRepository, type Repository } from './git.ts';

/** What to compare with. */
export type FoundBase =
  | {
      readonly kind: 'commit';
      readonly repository: Repository;
      readonly commit: string;
      /** As messages call it: `origin/main (1a2b3c4)`. */
      readonly name: string;
      /** It is one of the commits by which HEAD is ahead of the main branch. */
      readonly isWithin?: boolean;
    }
  | { readonly kind: 'file' | 'folder'; readonly path: string; readonly name: string };

/**
 * Finds what BASE means: a commit; with `...` behind it, where HEAD left it; else a path. Without BASE, where HEAD left the main branch.
 * Throws `UsageError` where nothing can be meant.
 */
export async function findBase(text: string | undefined, project: Project): Promise<FoundBase> {
  if (text === undefined) {
    const repository = await openRepository(existingFolder(project));
    const main = await mainBranch(repository);
    if (main === undefined) throw new UsageError(`There is no main branch to compare with: no ${MAIN.slice(0, -1).map(code).join(', ')} or ${code(MAIN.at(-1) ?? '')}. ${await shallowHint(repository) || 'Name the base: polyref diff HEAD~1.'}`);
    return mergeBase(main.name, main.commit, repository);
  }
  const path = resolve(project.cwd, text);
  const isThere = text !== '' && existsSync(path);
  const repository = await openRepository(existingFolder(project)).catch((error: unknown) => {
    if (isThere && error instanceof UsageError) return undefined;
    // What was meant may as well have been a file.
    throw error instanceof UsageError ? new UsageError(`${code(text)} is not a file or folder. ${error.message}`) : error;
  });
  if (repository !== undefined) {
    if (text.endsWith('...')) {
      const ref = text.slice(0, -3);
      const other = await repository.commit(ref);
      if (other === undefined) throw new UsageError(await unknownBase(ref, repository));
      return mergeBase(ref, other, repository);
    }
    const commit = await repository.commit(text);
    if (commit !== undefined) return { kind: 'commit', repository, commit, name: nameOf(text, commit), isWithin: await isAhead(commit, repository) };
  }
  if (isThere) return { kind: statSync(path).isDirectory() ? 'folder' : 'file', path, name: text };
  throw new UsageError(await unknownBase(text, repository));
}

/** In this order: what the remote calls its main branch, then what it is usually called. */
const MAIN = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

/** @param other the commit of the ref: a ref can have a name that a command takes for an option */
async function mergeBase(ref: string, other: string, repository: Repository): Promise<FoundBase> {
  const head = await repository.commit('HEAD');
  if (head === undefined) throw new UsageError('The repository has no commit yet: there is nothing to compare with.');
  const { code: failed, out } = await repository.run(['merge-base', other, head]);
  const commit = out.trim();
  if (failed === 0 && commit !== '') return { kind: 'commit', repository, commit, name: `the commit where this branch left ${nameOf(ref, commit)}` };
  throw new UsageError(`${code(ref)} and HEAD have no commit in common. ${(await shallowHint(repository)) || `To compare with it anyway: polyref diff ${quoteWord(ref)}`}`);
}

/** Whether a commit is in the history of HEAD, and not in that of the main branch. */
async function isAhead(commit: string, repository: Repository): Promise<boolean> {
  const [main, head] = [await mainBranch(repository), await repository.commit('HEAD')];
  const isIn = async (other: string) => (await repository.run(['merge-base', '--is-ancestor', commit, other])).code === 0;
  return main !== undefined && head !== undefined && (await isIn(head)) && !(await isIn(main.commit));
}

async function unknownBase(text: string, repository: Repository | undefined): Promise<string> {
  const branches = repository === undefined ? [] : (await repository.run(['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads', 'refs/remotes', 'refs/tags'])).out.split('\n').filter((name) => name !== '');
  const hint = didYouMean(text, branches) || (repository === undefined ? '' : await shallowHint(repository)) || 'Name a branch, a tag, a commit, a catalog.json or a folder.';
  return `${code(text)} is neither a commit of this repository nor a file or folder. ${hint}`;
}

async function shallowHint(repository: Repository): Promise<string> {
  return (await repository.isShallow()) ? 'This clone is shallow, and does not hold the whole history: run `git fetch --unshallow` first (in GitHub Actions: `fetch-depth: 0`; in GitLab CI: `GIT_DEPTH: 0`).' : '';
}

/** By its full name: a tag can have the short name of a branch, and git would take the tag. */
async function mainBranch(repository: Repository): Promise<{ readonly name: string; readonly commit: string } | undefined> {
  for (const name of MAIN) {
    const commit = await repository.commit(name.startsWith('origin/') ? `refs/remotes/${name}` : `refs/heads/${name}`);
    if (commit !== undefined) return { name, commit };
  }
  return undefined;
}

/** The folder of the schema, or what is left of the way there. */
function existingFolder({ schemaDir }: Project): string {
  let folder = resolve(schemaDir, '..');
  while (!existsSync(folder)) folder = resolve(folder, '..');
  return folder;
}

function nameOf(ref: string, commit: string): string {
  const short = commit.slice(0, 7);
  return commit.startsWith(ref) ? short : `${ref} (${short})`;
}

function code(text: string): string {
  return `\`${text}\``;
}
