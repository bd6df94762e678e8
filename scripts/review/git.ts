import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { UsageError } from '../command.ts';
import { quoteWord } from '../quote-word.ts';
import { gitEnvironment, type GitEnvironment } from './git-environment.ts';
import { MissingObject, readObjects, runGit, type GitResult } from './run-git.ts';

/** The repository that a folder is in. Throws `UsageError` where there is none, or no git. */
export async function openRepository(folder: string): Promise<Repository> {
  const { environment, root } = await findRepository(folder);
  const run = (args: readonly string[]) => runGit(root, args, environment);
  const expect = async (args: readonly string[]): Promise<string> => {
    const { code, out, err } = await run(args);
    if (code !== 0) throw new UsageError(await unreadable(err, run));
    return out;
  };
  const tree = async (args: readonly string[]) => entriesOf(await expect(['ls-tree', '-z', '--full-tree', ...args]));
  const objects = async function* (ids: readonly string[]): AsyncGenerator<Buffer> {
    try {
      yield* readObjects(root, ids, environment);
    } catch (error) {
      throw error instanceof MissingObject ? new UsageError(await unreadable(error.message, run)) : error;
    }
  };
  const entry = async (commit: string, path: string): Promise<TreeEntry | undefined> => {
    if (path === '') return { kind: 'folder', path, id: `${commit}^{tree}` };
    return (await tree([commit, '--', literalPath(path)])).find((each) => each.path === path);
  };
  return {
    root,
    run,
    expect,
    objects,
    entry,
    async commit(ref) {
      const { code, out } = await run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
      return code === 0 ? out.trim() : undefined;
    },
    async isShallow() {
      return (await run(['rev-parse', '--is-shallow-repository'])).out.trim() === 'true';
    },
    files: (commit) => tree(['-r', commit]),
    async text(commit, path) {
      const found = await entry(commit, path);
      if (found?.kind !== 'file') return undefined;
      for await (const content of objects([found.id])) return content.toString('utf8');
      return undefined;
    },
    pathOf(path) {
      // What is compared may be reached through a link, and may not be there yet.
      const way = relative(root, realPath(path));
      return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way.split(sep).join('/');
    },
  };
}

export interface Repository {
  /** Absolute path of its working tree. */
  readonly root: string;
  /** For commands that answer with their exit code. */
  readonly run: (args: readonly string[]) => Promise<GitResult>;
  /** What a command prints. Throws `UsageError` where it fails. */
  readonly expect: (args: readonly string[]) => Promise<string>;
  /** The contents of objects, by their full hashes. Throws `UsageError` where the clone does not hold one. */
  readonly objects: (ids: readonly string[]) => AsyncGenerator<Buffer>;
  /** The full hash of the commit that a ref means; undefined where it means none. */
  readonly commit: (ref: string) => Promise<string | undefined>;
  readonly isShallow: () => Promise<boolean>;
  /** Everything in a commit but its folders. */
  readonly files: (commit: string) => Promise<readonly TreeEntry[]>;
  /** What stands at a path of a commit; undefined where nothing does. */
  readonly entry: (commit: string, path: string) => Promise<TreeEntry | undefined>;
  /** The text of a file of a commit; undefined where it is not in it. */
  readonly text: (commit: string, path: string) => Promise<string | undefined>;
  /** A path relative to the root, with forward slashes, `''` for the root itself; undefined outside of it. */
  readonly pathOf: (path: string) => string | undefined;
}

export interface TreeEntry {
  readonly kind: 'file' | 'link' | 'folder' | 'submodule';
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly id: string;
}

/** A path for a command that takes patterns. */
export function literalPath(path: string): string {
  return `:(top,literal)${path}`;
}

const EXAMPLE = '../main/public/catalog.json';

async function findRepository(folder: string): Promise<{ readonly environment: GitEnvironment; readonly root: string }> {
  const attempts = [gitEnvironment(process.env), gitEnvironment(process.env, { userSettings: true }), ...(process.env['GIT_DIR'] === undefined ? [] : [gitEnvironment(process.env, { gitDir: true })])];
  const failures: string[] = [];
  for (const environment of attempts) {
    const { code, out, err } = await runGit(folder, ['rev-parse', '--show-toplevel'], environment).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new UsageError(`git is not installed, so there is no base. Install it, or name a catalog.json or a folder to compare with: polyref diff ${EXAMPLE}.`);
      throw error;
    });
    if (code === 0) return { environment, root: realpathSync(out.replace(/\r?\n$/, '')) };
    failures.push(err);
  }
  // Git refuses the repositories of other users, as in a container.
  const refused = failures.map((err) => /dubious ownership in repository at '(.*)'$/m.exec(err)?.[1]).find((found) => found !== undefined);
  if (refused !== undefined) throw new UsageError(`git refuses the repository of \`${folder}\`, because it belongs to another user. If you trust it: git config --global --add safe.directory ${quoteWord(refused)}`);
  throw new UsageError(`\`${folder}\` is not in a git repository. Name a catalog.json or a folder to compare with: polyref diff ${EXAMPLE}.`);
}

function entriesOf(listed: string): readonly TreeEntry[] {
  return listed.split('\0').flatMap((line): readonly TreeEntry[] => {
    const match = /^(\d+) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line);
    if (match === null) return [];
    const [, mode = '', id = '', path = ''] = match;
    return [{ kind: mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : mode === '040000' ? 'folder' : 'file', path, id }];
  });
}

/** Why a command failed, and what to do where the clone lacks what it needs. */
async function unreadable(reason: string, run: (args: readonly string[]) => Promise<GitResult>): Promise<string> {
  const lines = reason.trim().split('\n');
  const isPartial = (await run(['config', '--local', '--get-regexp', String.raw`^remote\..*\.promisor$`])).code === 0;
  const hint = isPartial ? 'This clone is partial, and does not hold every file: run `git fetch --refetch --no-filter` first (in GitHub Actions: no `filter`).' : 'Check the clone with `git fsck`, or name another base.';
  return `git could not read the history: ${lines.at(-1)?.replace(/^(?:fatal|error): /, '') ?? ''}. ${hint}`;
}

function realPath(path: string): string {
  for (let at = path, rest = ''; ; rest = `${sep}${at.slice(resolve(at, '..').length).replace(/^[/\\]+/, '')}${rest}`, at = resolve(at, '..')) {
    try {
      return `${realpathSync(at)}${rest}`;
    } catch (error) {
      if (resolve(at, '..') === at) throw error;
    }
  }
}
