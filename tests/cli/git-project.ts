import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put, smallSchema } from './run-polyref.ts';

const run = promisify(execFile);

/** Nobody's own settings, and the same commits each time. */
const ENV = {
  GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.com', GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.com',
};

export interface GitProject {
  readonly cwd: string;
  readonly git: (...args: readonly string[]) => Promise<string>;
  /** Writes files and commits everything. */
  readonly commit: (files: Readonly<Record<string, string>>, options?: { readonly date?: string; readonly message?: string }) => Promise<void>;
}

/** A repository with one commit, on `main`. */
export async function gitProject(files: Readonly<Record<string, string>> = smallSchema): Promise<GitProject> {
  const project = gitProjectAt(await temporaryFolder());
  await project.git('init', '--quiet', '--initial-branch=main');
  await project.commit(files);
  return project;
}

/** A folder that is a repository already, or becomes one. */
export function gitProjectAt(cwd: string): GitProject {
  const git = async (...args: readonly string[]) => (await run('git', ['-C', cwd, ...args], { env: { ...process.env, ...ENV } })).stdout.trim();
  return {
    cwd,
    git,
    async commit(changed, { date = '2026-01-01T12:00:00Z', message = 'A change' } = {}) {
      await put(cwd, changed);
      await git('add', '--all');
      await run('git', ['-C', cwd, 'commit', '--quiet', '--allow-empty', '--message', message], { env: { ...process.env, ...ENV, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date } });
    },
  };
}
