import { readFileSync } from 'node:fs';
import { chmod, mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';
import { gitProject, type GitProject } from './git-project.ts';
import { bin, put, runPolyref, smallSchema } from './run-polyref.ts';

const [GUIDE = '', SCAFFOLDED = ''] = ['src/content/docs/guides/in-ci.mdx', 'tests/init/expected/workflow-npm.yml'].map((path) => readFileSync(join(packageRoot, path), 'utf8'));
/** Every command line of the guide, as it stands there. */
const COMMANDS = [...new Set([...GUIDE.matchAll(/^.*npx polyref .*$/gm)].flatMap(([line]) => line.split('&&').flatMap((part) => /npx polyref (.+)$/.exec(part.replace(/ +#.*$/, '').trim())?.[1] ?? [])))];
const HOOK = /```sh title="\.git\/hooks\/pre-commit"[^\n]*\n([\s\S]*?)```/.exec(GUIDE)?.[1] ?? '';

const carts = smallSchema['schema/mongodb/carts.ts'] ?? '';
const shorter = { 'schema/mongodb/carts.ts': carts.replace("expires('30 days'", "expires('7 days'") };
const line = 'retention-shortened mongodb.carts: Nobody comes back after a week.\n';
const BREAKING = '`mongodb.carts` expires after 7 days instead of 30 days.';

/** A project with its pages, on a branch that leaves the main one of a remote there. */
async function branch(): Promise<GitProject> {
  const project = await gitProject({ ...smallSchema, '.gitignore': 'node_modules\n' });
  await runPolyref(['generate'], project);
  await project.commit({});
  await project.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  await project.git('switch', '--quiet', '--create', 'feature');
  return project;
}

/** As a shell would run it, and as the variables are in CI. */
const run = (command: string, { cwd }: GitProject) => runPolyref(command.replace(/\$CI_MERGE_REQUEST_TARGET_BRANCH_NAME/, 'main').split(' ').map((word) => word.replaceAll('"', '')), { cwd });

test('the guide has the commands that one copies', () => {
  expect(COMMANDS).toContain('check');
  expect(COMMANDS.filter((command) => command.startsWith('diff')).length).toBeGreaterThan(4);
  expect(HOOK).toMatch(/^#!\/bin\/sh\n/);
});

test('the workflow of the guide is the one that `polyref init` writes, and this repository’s own differs in where the action is', () => {
  expect(GUIDE).toContain(`\`\`\`yaml title=".github/workflows/polyref.yml"\n${SCAFFOLDED}\`\`\`\n`);
  const own = readFileSync(join(packageRoot, '.github/workflows/polyref.yml'), 'utf8');
  expect(own.slice(own.indexOf('jobs:'))).toBe(SCAFFOLDED.slice(SCAFFOLDED.indexOf('jobs:')).replace(/ {6}# The action .*\n/, '').replace('./node_modules/polyref', './'));
});

test('each runs on a branch that has nothing to say, and is content', async () => {
  const project = await branch();
  for (const command of COMMANDS) expect({ command, ...(await run(command, project)) }).toMatchObject({ command, code: 0 });
}, 300_000);

test('a branch that shortens a lifetime: each diff fails and writes what it was asked for, check and lint do not', async () => {
  const project = await branch();
  await put(project.cwd, shorter);
  await runPolyref(['generate'], project);
  for (const command of COMMANDS.filter((each) => !each.startsWith('generate'))) {
    const ran = await run(command, project);
    expect({ command, ...ran }).toMatchObject({ command, code: command.startsWith('diff') ? 1 : 0 });
    if (!command.startsWith('diff')) continue;
    if (!/--format (?!terminal)/.test(command)) expect(ran.out).toContain(`breaking  retention-shortened\n  ${BREAKING}`);
    if (command.includes('github')) expect(ran.out).toMatch(/^::error file=schema\/mongodb\/carts\.ts,line=5,col=14,title=retention-shortened::`mongodb\.carts` expires after 7 days/);
    for (const [, file = ''] of command.matchAll(/=(polyref-diff\.\w+)/g)) {
      const text = await readFile(join(project.cwd, file), 'utf8');
      expect(text).toContain(BREAKING);
      if (file.endsWith('.md')) expect(text.startsWith('<!-- polyref diff -->\n\n**polyref diff**: 1 breaking\n')).toBe(true);
    }
    if (command.includes('--pictures')) expect(await readFile(join(project.cwd, 'pictures/after.svg'), 'utf8')).toContain('expires after 7 days');
  }
}, 300_000);

test('the hook stops a commit that breaks something until its line is there, and after the merge until the line is gone', async () => {
  const { cwd, git } = await branch();
  await mkdir(join(cwd, 'node_modules/.bin'), { recursive: true });
  await symlink(bin, join(cwd, 'node_modules/.bin/polyref'));
  await put(cwd, { '.git/hooks/pre-commit': HOOK, ...shorter });
  await chmod(join(cwd, '.git/hooks/pre-commit'), 0o755);
  const commit = async () => {
    await git('add', '--all');
    return git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '--quiet', '--allow-empty', '--message', 'A change').then(() => 'committed', (error: { readonly stderr: string }) => error.stderr);
  };
  // The pages first: the hook asks for them before anything else.
  expect(await commit()).toContain('page-stale');
  await runPolyref(['generate'], { cwd });
  const stopped = await commit();
  expect(stopped).toContain(BREAKING);
  expect(stopped).toContain('To accept it, add its line, with the reason behind the colon, to polyref.accepted.txt:\n  retention-shortened mongodb.carts: \n');
  await put(cwd, { 'polyref.accepted.txt': line });
  expect(await commit()).toBe('committed');
  // Merged: what it accepted is done.
  await git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  await git('switch', '--quiet', '--create', 'next');
  expect(await commit()).toContain('polyref.accepted.txt:1:1  error  acceptance-outdated\n  `retention-shortened mongodb.carts: Nobody comes back after a week.` stands in the base already: what it accepted is done, and it accepts nothing more.\n  Remove the line;');
  expect(await runPolyref(['diff'], { cwd })).toMatchObject({ code: 1 });
  await git('rm', '--quiet', '--force', 'polyref.accepted.txt');
  expect(await commit()).toBe('committed');
}, 300_000);
