import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { withCommit } from '../../scripts/review/extract-commit.ts';
import { openRepository } from '../../scripts/review/git.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { runCommand } from '../support/run-command.ts';
import { gitProject, gitProjectAt, type GitProject } from './git-project.ts';
import { put, smallSchema, textsOf } from './run-polyref.ts';

const carts = smallSchema['schema/mongodb/carts.ts'] ?? '';
const shorter = { 'schema/mongodb/carts.ts': carts.replace("expires('30 days'", "expires('7 days'") };

afterEach(() => vi.unstubAllEnvs());

/** A commit of a tree that `git add` would not make: `mode path` → content. */
async function commitTree({ cwd, git }: GitProject, entries: Readonly<Record<string, string>>): Promise<string> {
  // `git mktree` knows no paths with slashes, and `update-index` refuses the others: trees are built by hand, from the innermost.
  const build = (below: readonly (readonly [mode: string, path: readonly string[], content: string])[]): string => {
    const names = [...new Set(below.map(([, path]) => path[0] ?? ''))];
    const lines = names.map((name) => {
      const inside = below.filter(([, path]) => path[0] === name).map(([mode, path, content]) => [mode, path.slice(1), content] as const);
      const [leaf] = inside;
      if (leaf !== undefined && leaf[1].length === 0) return `${leaf[0]} blob ${execFileSync('git', ['-C', cwd, 'hash-object', '-w', '--stdin'], { input: leaf[2] }).toString().trim()}\t${name}`;
      return `040000 tree ${build(inside)}\t${name}`;
    });
    const raw = Buffer.concat(lines.map((line) => {
      const [, mode = '', id = '', name = ''] = /^0*(\d+) \w+ (\w+)\t(.*)$/s.exec(line) ?? [];
      return Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
    }));
    return execFileSync('git', ['-C', cwd, 'hash-object', '-w', '-t', 'tree', '--literally', '--stdin'], { input: raw }).toString().trim();
  };
  const tree = build(Object.entries(entries).map(([key, content]) => [key.slice(0, 6), key.slice(7).split('/'), content] as const));
  return git('commit-tree', tree, '-m', 'By hand');
}

describe('the files of a commit', () => {
  const filesOf = async (project: GitProject, commit: string) => withCommit(await openRepository(project.cwd), commit, 'schema', (folder) => textsOf(folder));

  test('are written as they were committed, sources only', async () => {
    const project = await gitProject({ 'schema/a.ts': 'a\r\nb\n', 'schema/deep/er/c.mts': '\ufeffc', 'models/data.json': '{}', 'a name\nof two lines.ts': 'x', 'README.md': 'no source', 'big.js': 'x'.repeat(300_000) });
    expect(await filesOf(project, 'HEAD')).toEqual(new Map([['a name\nof two lines.ts', 'x'], ['big.js', 'x'.repeat(300_000)], ['models/data.json', '{}'], ['schema/a.ts', 'a\r\nb\n'], ['schema/deep/er/c.mts', '\ufeffc']]));
  });

  test('can be read in part: git ends when nobody reads on', async () => {
    const { cwd } = await gitProject({ 'a.ts': 'a', 'b.ts': 'b'.repeat(5_000_000) });
    const repository = await openRepository(cwd);
    const ids = (await repository.files('HEAD')).map(({ id }) => id);
    for (let turn = 0; turn < 10; turn += 1) {
      for await (const content of repository.objects(ids)) {
        expect(content.toString()).toBe('a');
        break;
      }
    }
  });

  test.each(['../outside.ts', '.git/config.json', '.GIT/x.ts', 'schema/../../outside.ts', 'a/.git /x.ts', 'git~1/x.ts', './x.ts', '.g\u200cit/x.ts'])('a path that leads elsewhere is refused: %j', async (path) => {
    const project = await gitProject();
    const commit = await commitTree(project, { [`100644 ${path}`]: 'x', '100644 schema/a.ts': 'a' });
    await expect(filesOf(project, commit)).rejects.toThrow(`The base holds a file with an unsafe path: \`${path}\`. Name another base.`);
  });

  test('a link within the tree is one; a link out of it is left out', async () => {
    const project = await gitProject();
    await put(project.cwd, { '../outside.ts': 'secret' });
    const outside = join(project.cwd, '../outside.ts');
    const commit = await commitTree(project, {
      '100644 models/a.ts': 'a', '120000 schema/a.ts': '../models/a.ts', '120000 schema/b.ts': outside, '120000 schema/c.ts': '../../../outside.ts', '120000 schema/d.ts': 'nowhere.ts',
      // Through another link, so that the words alone would stay inside.
      '120000 deep/deeper/up.ts': '../../models', '120000 deep/deeper/e.ts': 'up.ts/../../../../outside.ts',
    });
    expect(await withCommit(await openRepository(project.cwd), commit, 'schema', async (folder) => {
      const there = (path: string) => existsSync(join(folder, path));
      return [await readFile(join(folder, 'schema/a.ts'), 'utf8'), ...['schema/b.ts', 'schema/c.ts', 'schema/d.ts', 'deep/deeper/e.ts'].map(there)];
    })).toEqual(['a', false, false, false, false]);
  });
});

describe('a repository', () => {
  test('of another user is refused with what to do; a user who trusts it is heard', async ({ skip }) => {
    if (process.getuid?.() !== 0) skip();
    const { cwd } = await gitProject();
    execFileSync('chown', ['-R', '12345', cwd]);
    const home = await temporaryFolder();
    vi.stubEnv('HOME', home);
    vi.stubEnv('XDG_CONFIG_HOME', home);
    expect(await runCommand(['diff'], { cwd })).toEqual({ code: 2, out: '', err: `error: git refuses the repository of \`${cwd}\`, because it belongs to another user. If you trust it: git config --global --add safe.directory ${cwd}\n` });
    await put(home, { '.gitconfig': `[safe]\n\tdirectory = ${cwd}\n` });
    expect(await runCommand(['diff'], { cwd })).toMatchObject({ code: 0, out: 'No change in meaning\n' });
    await put(home, { '.gitconfig': '' });
    for (const [name, value] of Object.entries({ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' })) vi.stubEnv(name, value);
    expect(await runCommand(['diff'], { cwd })).toMatchObject({ code: 0 });
  });

  test('that is a partial clone is not fetched: what it lacks is an error, and never a base without a schema', async () => {
    const origin = await gitProject();
    await origin.git('config', 'uploadpack.allowFilter', 'true');
    await origin.git('tag', 'v0');
    for (const files of [smallSchema, shorter]) {
      await put(origin.cwd, files);
      expect(await runCommand(['generate'], { cwd: origin.cwd })).toMatchObject({ code: 0 });
      await origin.commit({});
    }
    const folder = await temporaryFolder();
    const trace = join(folder, 'trace');
    await put(folder, { 'upload-pack': `#!/bin/sh\ntouch '${trace}'\nexec git-upload-pack "$@"\n` });
    await chmod(join(folder, 'upload-pack'), 0o755);
    for (const filter of ['blob:none', 'tree:0']) {
      const cwd = join(folder, filter.replace(':', '-'));
      await origin.git('clone', '--quiet', `--filter=${filter}`, `file://${origin.cwd}`, cwd);
      const clone = gitProjectAt(cwd);
      await clone.git('config', 'remote.origin.uploadpack', join(folder, 'upload-pack'));
      for (const args of [['diff', 'v0'], ['generate', '--history', '3']]) {
        const { code, err } = await runCommand(args, { cwd });
        expect({ code, err }).toEqual({
          code: 2,
          err: expect.stringMatching(/^error: git could not read the history: .*\. This clone is partial, and does not hold every file: run `git fetch --refetch --no-filter` first \(in GitHub Actions: no `filter`\)\.\n$/) as string,
        });
      }
      expect(existsSync(trace)).toBe(false);
      // What the message says to do helps.
      await clone.git('fetch', '--quiet', '--refetch', '--no-filter');
      expect(existsSync(trace)).toBe(true);
      expect(await runCommand(['diff', 'v0'], { cwd })).toMatchObject({ code: 1, out: expect.stringContaining('retention-shortened') as string });
      execFileSync('rm', [trace]);
    }
  });

  test('a linked worktree, and a folder that is reached through a link', async () => {
    const { cwd, git, commit } = await gitProject();
    await commit({});
    const linked = join(await temporaryFolder(), 'linked');
    await git('worktree', 'add', '--quiet', linked, '-b', 'feature');
    await put(linked, shorter);
    expect(await runCommand(['diff'], { cwd: linked })).toMatchObject({ code: 1 });
    const alias = join(await temporaryFolder(), 'alias');
    await symlink(cwd, alias);
    await put(cwd, shorter);
    expect(await runCommand(['diff'], { cwd: alias })).toMatchObject({ code: 1 });
  });

  test('that only GIT_DIR names is taken', async () => {
    const { cwd, git } = await gitProject();
    const elsewhere = join(await temporaryFolder(), 'elsewhere.git');
    await git('init', '--quiet', '--separate-git-dir', elsewhere);
    execFileSync('rm', [join(cwd, '.git')]);
    expect(await runCommand(['diff'], { cwd })).toMatchObject({ code: 2 });
    vi.stubEnv('GIT_DIR', elsewhere);
    vi.stubEnv('GIT_WORK_TREE', cwd);
    await put(cwd, shorter);
    expect(await runCommand(['diff'], { cwd })).toMatchObject({ code: 1 });
  });
});

test('line ends that the working tree has otherwise are no change', async () => {
  const long = carts.replace('/** What somebody wants to buy. */', '/**\n * What somebody wants to buy.\n *\n * - one\n * - two\n *\n * ```ts\n * a();\n *\n * b();\n * ```\n */').replace("after: 'updatedAt' }", "after: 'updatedAt', note: `one\ntwo` }");
  const { cwd } = await gitProject({ ...smallSchema, 'schema/mongodb/carts.ts': long });
  await put(cwd, { 'schema/mongodb/carts.ts': long.replaceAll('\n', '\r\n') });
  expect(await runCommand(['diff', 'HEAD'], { cwd })).toMatchObject({ code: 0, out: 'No change in meaning\n' });
});

describe('a ref', () => {
  test('called like an option is a name', async () => {
    const { cwd, git, commit } = await gitProject();
    await git('update-ref', 'refs/heads/--all', 'HEAD');
    await git('update-ref', 'refs/tags/-h', 'HEAD');
    await commit(shorter);
    for (const base of ['--all', '--all...', '-h']) expect(await runCommand(['diff', '--', base], { cwd })).toMatchObject({ code: 1, out: expect.stringContaining('retention-shortened') as string });
    expect(await runCommand(['diff', '--', '--output=x'], { cwd })).toMatchObject({ code: 2, err: expect.stringContaining('`--output=x` is neither a commit of this repository nor a file or folder') as string });
    expect(existsSync(join(cwd, 'x'))).toBe(false);
  });

  test('that a shell would read is quoted where the reader may copy it', async () => {
    const { cwd, git, commit } = await gitProject();
    await git('branch', '$(id);`x`\'y');
    await git('switch', '--quiet', '--orphan', 'other');
    await commit(smallSchema, { message: 'Another beginning' });
    const { err } = await runCommand(['diff', '$(id);`x`\'y...'], { cwd });
    expect(err).toBe("error: `$(id);`x`'y` and HEAD have no commit in common. To compare with it anyway: polyref diff '$(id);`x`'\\''y'\n");
  });
});
