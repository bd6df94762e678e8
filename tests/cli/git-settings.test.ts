import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { runCommand } from '../support/run-command.ts';
import { gitProjectAt, type GitProject } from './git-project.ts';
import { put, smallSchema } from './run-polyref.ts';

/*
 * Every command that reads a repository, under settings that change what git says or run a program. The files and lines it makes must be the same as without, and no
 * planted program may have run. Where a case names a command that does run it (`provoke`), that is tried as well: else the case would test nothing.
 */

interface Case {
  readonly name: string;
  /** Of the repository. */
  readonly local?: Readonly<Record<string, string>>;
  /** Of the user. */
  readonly global?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly attributes?: string;
  /** Further files, from the root. */
  readonly files?: Readonly<Record<string, string>>;
  readonly prepare?: (project: GitProject) => Promise<unknown>;
  /** Arguments of git that run what is planted, or say something else with these settings. */
  readonly provoke?: readonly string[];
}

/** `PLANTED` stands for a program that leaves a trace. */
const CASES: readonly Case[] = [
  { name: 'a monitor of the file system', local: { 'core.fsmonitor': 'PLANTED' }, provoke: ['status'] },
  { name: 'hooks', local: { 'core.hooksPath': 'HOOKS' }, provoke: ['checkout', '--quiet', 'HEAD'] },
  { name: 'a filter', local: { 'filter.planted.smudge': 'PLANTED', 'filter.planted.clean': 'PLANTED', 'filter.planted.required': 'true' }, attributes: '*.ts filter=planted\n*.json filter=planted\n', provoke: ['cat-file', '--filters', 'HEAD:schema/claims.ts'] },
  { name: 'a filter that is a process', local: { 'filter.planted.process': 'PLANTED', 'filter.planted.required': 'true' }, attributes: '* filter=planted\n', provoke: ['cat-file', '--filters', 'HEAD:schema/claims.ts'] },
  { name: 'textconv', local: { 'diff.planted.textconv': 'PLANTED' }, attributes: '* diff=planted\n', provoke: ['cat-file', '--textconv', 'HEAD:schema/claims.ts'] },
  { name: 'a diff program', local: { 'diff.external': 'PLANTED' }, env: { GIT_EXTERNAL_DIFF: 'PLANTED' }, provoke: ['diff', 'HEAD~1'] },
  { name: 'signatures', local: { 'log.showSignature': 'true', 'gpg.program': 'PLANTED', 'gpg.ssh.program': 'PLANTED' }, provoke: ['log', '-3'] },
  { name: 'a pager', local: { 'core.pager': 'PLANTED', 'pager.log': 'PLANTED' }, env: { GIT_PAGER: 'PLANTED', PAGER: 'PLANTED', LESS: '-X' }, provoke: ['-p', 'grep', '--open-files-in-pager=PLANTED', 'claim'] },
  { name: 'aliases', local: { 'alias.log': '!PLANTED', 'alias.rev-list': '!PLANTED', 'alias.ls-tree': '!PLANTED', 'alias.planted': '!PLANTED' }, provoke: ['planted'] },
  { name: 'a monitor set by variables', env: { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.fsmonitor', GIT_CONFIG_VALUE_0: 'PLANTED' }, provoke: ['status'] },
  { name: 'a monitor set as `git -c` does', env: { GIT_CONFIG_PARAMETERS: "'core.fsmonitor'='PLANTED'" }, provoke: ['status'] },
  { name: 'a monitor of the user', global: { 'core.fsmonitor': 'PLANTED' }, provoke: ['status'] },
  { name: 'settings in another file', local: { 'include.path': '../more.gitconfig' }, files: { 'more.gitconfig': '[core]\n\tfsmonitor = PLANTED\n[color]\n\tui = always\n' }, provoke: ['status'] },
  { name: 'programs of the network', local: { 'core.sshCommand': 'PLANTED', 'core.gitProxy': 'PLANTED', 'core.askPass': 'PLANTED', 'credential.helper': '!PLANTED' }, env: { GIT_SSH: 'PLANTED', GIT_SSH_COMMAND: 'PLANTED', GIT_ASKPASS: 'PLANTED', SSH_ASKPASS: 'PLANTED' } },
  { name: 'line ends of the attributes', attributes: '* text eol=crlf\n' },
  { name: 'an encoding of the working tree', attributes: '*.ts working-tree-encoding=UTF-16\n*.json working-tree-encoding=UTF-16\n' },
  { name: 'attributes of the user', global: { 'core.attributesFile': 'HOME/attributes', 'core.excludesFile': 'HOME/attributes', 'filter.planted.smudge': 'PLANTED' }, files: { '../home/attributes': '* filter=planted -diff binary\n' } },
  { name: 'line ends of the settings', local: { 'core.autocrlf': 'true', 'core.eol': 'crlf', 'core.safecrlf': 'true' } },
  { name: 'how the log is written', local: { 'log.date': 'relative', 'log.decorate': 'full', 'log.follow': 'true', 'log.abbrevCommit': 'true', 'log.showRoot': 'false', 'log.diffMerges': 'separate', 'log.mailmap': 'true', 'notes.displayRef': '*' } },
  { name: 'colours', local: { 'color.ui': 'always', 'color.grep': 'always', 'color.diff': 'always', 'color.branch': 'always', 'column.ui': 'always' }, env: { CLICOLOR_FORCE: '1' } },
  { name: 'quoted paths', local: { 'core.quotePath': 'true' } },
  { name: 'another encoding', local: { 'i18n.logOutputEncoding': 'ISO-8859-1', 'i18n.commitEncoding': 'UTF-16' } },
  { name: 'another format', local: { 'format.pretty': 'raw', 'pretty.oneline': 'format:%ad' } },
  { name: 'how a difference is written', local: { 'diff.renames': 'copies', 'diff.noprefix': 'true', 'diff.mnemonicPrefix': 'true', 'diff.orderFile': 'nowhere', 'diff.relative': 'true', 'diff.ignoreSubmodules': 'all', 'diff.algorithm': 'patience' } },
  { name: 'status and merge', local: { 'status.short': 'true', 'status.branch': 'true', 'status.showUntrackedFiles': 'no', 'merge.ff': 'only', 'merge.renames': 'false', 'merge.tool': 'PLANTED' } },
  { name: 'upper and lower case', local: { 'core.ignoreCase': 'true', 'core.precomposeUnicode': 'true' } },
  { name: 'how grep searches', local: { 'grep.patternType': 'fixed', 'grep.lineNumber': 'true', 'grep.column': 'true', 'grep.fullName': 'true', 'grep.extendedRegexp': 'false' } },
  { name: 'submodules', local: { 'submodule.recurse': 'true' } },
  { name: 'another abbreviation', local: { 'core.abbrev': '40', 'core.warnAmbiguousRefs': 'true' } },
  { name: 'tags called like the main branch', prepare: async ({ git }) => [await git('tag', 'origin/main', 'HEAD'), await git('tag', 'main', 'HEAD')] },
  { name: 'another language', env: { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LC_MESSAGES: 'de_DE.UTF-8', LANGUAGE: 'de' } },
  { name: 'another time zone', env: { TZ: 'Pacific/Kiritimati' } },
  { name: 'another repository', env: { GIT_DIR: 'OTHER/.git', GIT_WORK_TREE: 'OTHER', GIT_COMMON_DIR: 'OTHER/.git' } },
  { name: 'the repository of a hook', env: { GIT_DIR: '.git', GIT_PREFIX: '', GIT_INDEX_FILE: '.git/next-index-1.lock', GIT_EXEC_PATH: '/nowhere' } },
  { name: 'other objects', env: { GIT_OBJECT_DIRECTORY: 'OTHER/.git/objects', GIT_ALTERNATE_OBJECT_DIRECTORIES: 'OTHER', GIT_NAMESPACE: 'other', GIT_SHALLOW_FILE: 'OTHER/shallow' } },
  { name: 'paths as patterns', env: { GIT_LITERAL_PATHSPECS: '1', GIT_ICASE_PATHSPECS: '1', GIT_NOGLOB_PATHSPECS: '1', GIT_GLOB_PATHSPECS: '1' } },
  { name: 'traces', env: { GIT_TRACE: '1', GIT_TRACE_SETUP: '1', GIT_TRACE_PERFORMANCE: '1', GIT_TRACE2: '1', GIT_TRACE2_EVENT: '2', GIT_TRACE2_PERF: '2', GIT_CURL_VERBOSE: '1' } },
  { name: 'traces of the user', global: { 'trace2.normalTarget': '2', 'trace2.eventTarget': '2' } },
  { name: 'a replaced commit', prepare: ({ git }) => git('replace', 'v0', 'main'), provoke: ['cat-file', '-p', 'v0'] },
  { name: 'a grafted history', files: { '.git/info/grafts': 'GRAFT\n' } },
];

let folder: string;
let project: GitProject;
let expected: Outcome;

/** What the commands print and write. */
type Outcome = Readonly<Record<string, unknown>>;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'polyref-test-')));
  project = await shop(join(folder, 'shop'));
  expected = await outcomeOf(project.cwd);
  // It compares something, and tells of every commit.
  expect(expected['against the catalog']).toMatchObject({ code: 1, out: expect.stringContaining('retention-shortened') as string });
  expect(expected['against the schema']).toMatchObject({ code: 1, out: expect.stringContaining('retention-shortened') as string });
  expect(expected['a renamed folder']).toMatchObject({ code: 2, err: expect.stringContaining('has neither `elsewhere/public/catalog.json` nor `model/`, but definitions in') as string });
  expect(expected['changes.mdx']).toContain('### Körbe');
  expect(expected['changes.mdx']).toContain('### A tab, and an escape');
});

afterEach(() => vi.unstubAllEnvs());

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(CASES)('$name', async ({ local = {}, global = {}, env = {}, attributes, files = {}, prepare, provoke }) => {
  const folder = await temporaryFolder();
  const cwd = join(folder, 'shop');
  await cp(project.cwd, cwd, { recursive: true });
  const copy = gitProjectAt(cwd);
  const [planted, trace, home, other] = [join(folder, 'planted.sh'), join(folder, 'trace'), join(folder, 'home'), join(folder, 'other')];
  const graft = await copy.git('rev-parse', 'main', 'v0');
  const named = (text: string) => text.replaceAll('PLANTED', planted).replaceAll('HOOKS', join(folder, 'hooks')).replaceAll('HOME', home).replaceAll('OTHER', other).replaceAll('GRAFT', graft.replace('\n', ' '));
  const program = `#!/bin/sh\necho "$0" >> '${trace}'\nexit 1\n`;
  const hooks = ['post-checkout', 'post-index-change', 'reference-transaction', 'pre-auto-gc'].map((name) => `hooks/${name}`);
  await put(folder, { 'planted.sh': program, ...Object.fromEntries(hooks.map((hook) => [hook, program])), 'home/.keep': '', 'other/.keep': '' });
  for (const path of ['planted.sh', ...hooks]) await chmod(join(folder, path), 0o755);
  await gitProjectAt(other).git('init', '--quiet');
  await prepare?.(copy);
  for (const [name, value] of Object.entries(local)) await copy.git('config', name, named(value));
  const sections = Object.entries(global).map(([name, value]) => `[${name.slice(0, name.lastIndexOf('.')).replace(/\.(.*)/, ' "$1"')}]\n\t${name.slice(name.lastIndexOf('.') + 1)} = ${named(value)}\n`);
  await put(folder, { 'home/.gitconfig': sections.join('') });
  await put(cwd, Object.fromEntries(Object.entries({ ...files, ...(attributes === undefined ? {} : { '.git/info/attributes': attributes }) }).map(([path, text]) => [path, named(text)])));
  for (const [name, value] of Object.entries({ ...env, HOME: home, XDG_CONFIG_HOME: home })) vi.stubEnv(name, named(value));

  expect(await outcomeOf(cwd)).toEqual(expected);
  expect(existsSync(trace)).toBe(false);

  if (provoke === undefined) return;
  try {
    execFileSync('git', ['-C', cwd, ...provoke.map(named)], { stdio: 'ignore' });
  } catch {
    // The planted program fails.
  }
  if (JSON.stringify({ local, global, env, files }).includes('PLANTED') || JSON.stringify(local).includes('HOOKS')) expect(existsSync(trace)).toBe(true);
});

/** A catalog in two states, a signed commit, subjects that break lines, a release without a catalog, and a branch that changes something. */
async function shop(cwd: string): Promise<GitProject> {
  const carts = smallSchema['schema/mongodb/carts.ts'] ?? '';
  await put(cwd, { ...smallSchema, '.gitattributes': '* -text\n', 'archive/goals.ts': smallSchema['schema/postgresql/tenants.ts'] ?? '' });
  const made = gitProjectAt(cwd);
  const { git, commit } = made;
  await git('init', '--quiet', '--initial-branch=main');
  await commit({});
  await git('tag', 'v0');
  await rm(join(cwd, 'archive'), { recursive: true });
  const generated = async (files: Readonly<Record<string, string>>) => {
    await put(cwd, files);
    expect(await runCommand(['generate'], { cwd })).toMatchObject({ code: 0 });
  };
  await generated({});
  await commit({}, { date: '2026-01-01T12:00:00Z', message: 'A tab,\tand an escape \u001b[31m\u202e' });
  await generated({ 'schema/mongodb/carts.ts': carts.replace('wants to buy', 'is about to buy') });
  await git('add', '--all');
  const object = `tree ${await git('write-tree')}
parent ${await git('rev-parse', 'HEAD')}
author Ada <ada@example.com> 1770000000 +0100
committer Ada <ada@example.com> 1770000000 +0100
encoding ISO-8859-1
gpgsig -----BEGIN PGP SIGNATURE-----
 
 iQ==
 -----END PGP SIGNATURE-----

Körbe
`;
  await writeFile(join(cwd, '../commit.txt'), object, 'latin1');
  await git('reset', '--quiet', '--hard', await git('hash-object', '-t', 'commit', '-w', '../commit.txt'));
  await git('switch', '--quiet', '--create', 'feature');
  await generated({ 'schema/mongodb/carts.ts': carts.replace("expires('30 days'", "expires('7 days'") });
  await commit({}, { date: '2026-03-01T23:30:00-05:00', message: 'Carts go after a week' });
  return made;
}

async function outcomeOf(cwd: string): Promise<Outcome> {
  const formats = ['json', 'sarif', 'markdown', 'github'];
  const outcome = {
    'against the catalog': await runCommand(['diff', '--format', ['terminal', ...formats.map((format) => `${format}=out/${format}`)].join(',')], { cwd }),
    'against the schema': await runCommand(['diff', 'v0'], { cwd }),
    'a renamed folder': await runCommand(['diff', 'v0', '--schema', 'model', '--out', 'elsewhere'], { cwd }),
    'a base that is not there': await runCommand(['diff', 'featur'], { cwd }),
    history: await runCommand(['generate', '--history', '5'], { cwd }),
    'the history again': await runCommand(['generate'], { cwd }),
    check: await runCommand(['check'], { cwd }),
    'changes.mdx': await readFile(join(cwd, 'src/content/docs/reference/changes.mdx'), 'utf8'),
    ...Object.fromEntries(await Promise.all(formats.map(async (format) => [format, await readFile(join(cwd, 'out', format), 'utf8')] as const))),
  };
  await rm(join(cwd, 'src/content/docs/reference/changes.mdx'));
  await rm(join(cwd, 'out'), { recursive: true });
  return outcome;
}
