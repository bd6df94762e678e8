import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { UsageError } from '../command.ts';

/** The repository that a folder is in. Throws `UsageError` where there is none, or no git. */
export async function openRepository(folder: string): Promise<Repository> {
  const found = await git(folder, ['rev-parse', '--show-toplevel']).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UsageError(`There is no git to ask for the base. Install it, or name a catalog.json or a folder to compare with: polyref diff ${EXAMPLE}.`);
    throw error;
  });
  if (found.code !== 0) {
    // Git refuses folders of other users, as in a container; only its own words say how to mend that.
    if (/dubious ownership/.test(found.err)) throw new UsageError(`git refuses the repository of \`${folder}\`: ${found.err.trim()}`);
    throw new UsageError(`\`${folder}\` is in no git repository. Name a catalog.json or a folder to compare with: polyref diff ${EXAMPLE}.`);
  }
  const root = realpathSync(found.out.trim());
  const run = (args: readonly string[], options?: GitOptions) => git(root, args, options);
  return {
    root,
    run,
    async commit(ref) {
      const { code, out } = await run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
      return code === 0 ? out.trim() : undefined;
    },
    async isShallow() {
      return (await run(['rev-parse', '--is-shallow-repository'])).out.trim() === 'true';
    },
    async text(commit, path) {
      const { code, out } = await run(['cat-file', 'blob', `${commit}:${path}`]);
      return code === 0 ? out : undefined;
    },
    pathOf(path) {
      // What is compared may be reached through a link, and may not be there yet.
      const way = relative(root, realPath(path));
      return way.startsWith('..') || isAbsolute(way) ? undefined : way.split(sep).join('/');
    },
  };
}

export interface Repository {
  /** Absolute path of its working tree. */
  readonly root: string;
  readonly run: (args: readonly string[], options?: GitOptions) => Promise<GitResult>;
  /** The commit that a ref means; undefined where it means none. */
  readonly commit: (ref: string) => Promise<string | undefined>;
  readonly isShallow: () => Promise<boolean>;
  /** The text of a file of a commit; undefined where it is not in it. */
  readonly text: (commit: string, path: string) => Promise<string | undefined>;
  /** A path relative to the root, with forward slashes, `''` for the root itself; undefined outside of it. */
  readonly pathOf: (path: string) => string | undefined;
}

export interface GitOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

export interface GitResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const EXAMPLE = '../main/public/catalog.json';

/** Runs git without a shell. Rejects only where it cannot be started. */
function git(folder: string, args: readonly string[], { env = {}, input = '' }: GitOptions = {}): Promise<GitResult> {
  return new Promise((done, fail) => {
    const child = spawn('git', ['-C', folder, ...args], { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', ...env } });
    const texts = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.err += text));
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, ...texts }));
    child.stdin.on('error', () => undefined).end(input);
  });
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
