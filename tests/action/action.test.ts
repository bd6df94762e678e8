import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';
import { gitProject, type GitProject } from '../cli/git-project.ts';
import { put, smallSchema } from '../cli/run-polyref.ts';
import { runCommand } from '../support/run-command.ts';
import { commentServer } from './comment-server.ts';
import { runAction, type ActionOptions, type ActionRun } from './run-action.ts';

const CARTS = smallSchema['schema/mongodb/carts.ts'] ?? '';
const UPLOAD = 'github/codeql-action/upload-sarif@5d4e8d1aca955e8d8589aabd499c5cae939e33c7';

/** A checkout of a pull request's branch, with its pages and with Polyref among its packages. */
async function checkout(target = 'main'): Promise<GitProject> {
  const project = await gitProject({ ...smallSchema, '.gitignore': 'node_modules\n' });
  await runCommand(['generate'], project);
  await project.commit({});
  await project.git('update-ref', `refs/remotes/origin/${target}`, 'HEAD');
  await mkdir(join(project.cwd, 'node_modules'));
  await symlink(packageRoot, join(project.cwd, 'node_modules/polyref'));
  return project;
}

const pullRequest = (from = 'acme/shop', target = 'main') => ({ repository: 'acme/shop', event_name: 'pull_request', base_ref: target, event: { pull_request: { number: 7, head: { repo: { full_name: from } } } } });
const push = { repository: 'acme/shop', event_name: 'push', event: {} };

async function run({ cwd }: GitProject, options: Omit<ActionOptions, 'workspace'>): Promise<ActionRun & { readonly reports: readonly string[] }> {
  const ran = await runAction({ workspace: cwd, ...options });
  const { reports = '', ...outputs } = ran.outputs;
  return { ...ran, outputs, reports: reports === '' ? [] : (await readdir(reports, { recursive: true })).sort(), log: ran.log.replaceAll(reports, '/reports') };
}

test('a pull request that changes nothing is clean: a comment and an upload say so', async () => {
  const server = await commentServer();
  const ran = await run(await checkout(), { github: pullRequest(), api: server.api });
  expect(ran).toMatchObject({ code: 0, outputs: { 'exit-code': '0', check: '0', lint: '0', diff: '0' }, reports: ['diff.md', 'lint.md', 'sarif', 'sarif/diff.sarif', 'sarif/lint.sarif'] });
  expect(ran.log).not.toContain('::error');
  expect(ran.used.map(({ uses }) => uses)).toEqual([UPLOAD]);
  expect(ran.used[0]?.with['sarif_file']).toMatch(/\/polyref-\w{6}\/sarif$/);
  expect(server.written).toEqual(['POST /repos/acme/shop/issues/7/comments']);
  expect(server.comments[0]?.body).toMatch(/^<!-- polyref diff -->\n/);
  expect(ran.summary).toContain(server.comments[0]?.body);
});

test('a breaking change fails the job after the comment, which a second run brings up to date', async () => {
  const project = await checkout();
  const server = await commentServer();
  await put(project.cwd, { 'schema/mongodb/carts.ts': CARTS.replace("'30 days'", "'7 days'") });
  await runCommand(['generate'], project);
  const ran = await run(project, { github: pullRequest(), api: server.api });
  expect(ran).toMatchObject({ code: 1, outputs: { 'exit-code': '1', check: '0', lint: '0', diff: '1' } });
  expect(ran.log).toContain('::error file=schema/mongodb/carts.ts,line=5,col=14,title=retention-shortened::`mongodb.carts` expires after 7 days instead of 30 days.');
  expect(ran.used.map(({ uses }) => uses)).toEqual([UPLOAD]);
  expect(server.comments[0]?.body).toContain('`mongodb.carts` expires after 7 days instead of 30 days.');
  await put(project.cwd, { 'polyref.accepted.txt': 'retention-shortened mongodb.carts: Nobody comes back after a week.\n' });
  expect(await run(project, { github: pullRequest(), api: server.api })).toMatchObject({ code: 0, outputs: { 'exit-code': '0', diff: '0' } });
  expect(server.written).toEqual(['POST /repos/acme/shop/issues/7/comments', 'PATCH /repos/acme/shop/issues/comments/1000']);
  expect(server.comments.length).toBe(1);
});

test('stale pages fail the job, and do not hide what the rules find', async () => {
  const project = await checkout();
  await put(project.cwd, {
    'schema/mongodb/carts.ts': CARTS.replace('What somebody wants to buy.', 'What somebody may buy.'),
    'polyref.config.ts': "import { defineConfig } from 'polyref';\n\nexport default defineConfig({ rules: { 'missing-owner': 'error' } });\n",
  });
  const ran = await run(project, { github: push });
  expect(ran).toMatchObject({ code: 1, outputs: { 'exit-code': '1', check: '1', lint: '1', diff: '' }, reports: ['lint.md', 'sarif', 'sarif/lint.sarif'] });
  expect(ran.log).toContain('::error title=polyref check::Pages differ from the schema, or a claim does not hold. The log of this step lists them.\n');
  expect(ran.log).toMatch(/^::error file=schema\/mongodb\/carts\.ts,line=5,col=14,title=missing-owner::/m);
  expect(ran.summary).toContain('missing-owner');
});

test('a schema that cannot be read is exit code 2, also in the comment, and nothing is uploaded', async () => {
  const project = await checkout();
  const server = await commentServer();
  await put(project.cwd, { 'schema/mongodb/carts.ts': CARTS.replace('export const', 'export konst') });
  const ran = await run(project, { github: pullRequest(), api: server.api });
  expect(ran).toMatchObject({ code: 2, outputs: { 'exit-code': '2', check: '2', lint: '2', diff: '2' }, reports: ['diff.md', 'sarif'], used: [] });
  for (const line of ['check::The pages could not be compared', 'lint::The rules could not run', 'diff::The schemas could not be compared']) expect(ran.log).toContain(`::error title=polyref ${line}. The log of this step says why.\n`);
  expect(server.comments.map(({ body }) => body)).toEqual(['<!-- polyref diff -->\n\n**polyref diff**: could not compare the schemas. The log of the run says why.\n']);
});

test('a pull request of a fork gets no comment and no upload: its token may write neither', async () => {
  const server = await commentServer();
  const ran = await run(await checkout(), { github: pullRequest('stranger/shop'), api: server.api });
  expect(ran).toMatchObject({ code: 0, outputs: { diff: '0' }, used: [] });
  expect(server.written).toEqual([]);
});

test('a branch may be called anything: its name runs nothing', async () => {
  const target = 'x$(touch${IFS}pwned);`touch${IFS}pwned`;touch${IFS}pwned;"\'';
  const project = await checkout(target);
  const before = await readdir(project.cwd);
  const server = await commentServer();
  expect(await run(project, { github: pullRequest('acme/shop', target), api: server.api })).toMatchObject({ code: 0, outputs: { diff: '0' } });
  // One that looks like a flag, and one that is not there.
  expect(await run(project, { github: push, inputs: { base: '--format=json', check: 'false', lint: 'false' } })).toMatchObject({ code: 2, outputs: { 'exit-code': '2', check: '', lint: '', diff: '2' } });
  expect(await readdir(project.cwd)).toEqual(before);
});

test('what was asked for runs, where it was asked for', async () => {
  const project = await checkout();
  await mkdir(join(project.cwd, 'packages'));
  await project.git('mv', 'schema', 'public', 'src', 'packages');
  const ran = await run(project, { github: pullRequest(), inputs: { 'working-directory': 'packages', schema: 'schema', out: '.', diff: 'false', sarif: 'false', 'max-warnings': '0' } });
  expect(ran).toMatchObject({ code: 0, outputs: { 'exit-code': '0', check: '0', lint: '0', diff: '' }, used: [] });
});

test.each<[string, Partial<ActionOptions>, string]>([
  ['no such folder', { inputs: { 'working-directory': 'docs' } }, 'The working-directory of this step is not a folder of the repository.'],
  ['no installed package', { actionPath: '/nowhere' }, 'Polyref is not installed. Install the packages of the repository in a step before this one, for example with npm ci.'],
])('%s: exit code 2, and what to do', async (_, options, message) => {
  const { cwd } = await gitProject(smallSchema);
  const ran = await runAction({ workspace: cwd, github: push, ...options });
  expect(ran).toMatchObject({ code: 2, outputs: { 'exit-code': '2', check: '', lint: '', diff: '' }, used: [] });
  expect(ran.log).toMatch(new RegExp(`::error title=polyref::${message.replaceAll('.', '\\.')}\\n$`));
});

test('a comment that may not be written fails with the permission that is missing, and the verdict stands', async () => {
  const server = await commentServer([], { status: 403 });
  const ran = await run(await checkout(), { github: pullRequest(), api: server.api });
  expect(ran).toMatchObject({ code: 2, outputs: { 'exit-code': '0' } });
  expect(ran.log).toContain(
    '::error title=polyref::The comment could not be written: GitHub answered 403 to GET /repos/acme/shop/issues/7/comments?per_page=100&page=1. Give the job the permission `pull-requests: write`, or set `comment: false`.\n',
  );
});

test('our comment is found behind a hundred others, and one that a stranger began in the same way is left alone', async () => {
  const strangers = Array.from({ length: 120 }, (_, at) => ({ id: at, body: at === 3 ? '<!-- polyref diff -->\n\nAll is well.' : 'Hm.', user: { type: 'User' as const }, author_association: 'NONE' }));
  const server = await commentServer([...strangers, { id: 500, body: '<!-- polyref diff -->\nold', user: { type: 'Bot', }, author_association: 'NONE' }]);
  expect(await run(await checkout(), { github: pullRequest(), api: server.api, inputs: { check: 'false', lint: 'false', sarif: 'false' } })).toMatchObject({ code: 0 });
  expect(server.written).toEqual(['PATCH /repos/acme/shop/issues/comments/500']);
});

test('the site is built for the place that Pages gives it', async () => {
  const project = await checkout();
  const ran = await runAction({
    workspace: project.cwd, github: push, inputs: { site: 'true', sarif: 'false' },
    answers: { 'actions/configure-pages': { base_path: '/shop', origin: 'https://acme.github.io' } },
  });
  expect({ code: ran.code, log: ran.log }).toMatchObject({ code: 0 });
  const [, upload] = ran.used;
  expect(ran.used.map(({ uses }) => uses.split('@')[0])).toEqual(['actions/configure-pages', 'actions/upload-pages-artifact']);
  const page = await readFile(join(upload?.with['path'] ?? '', 'reference/mongodb/carts/index.html'), 'utf8');
  expect(page).toContain('<link rel="canonical" href="https://acme.github.io/shop/reference/mongodb/carts/"');
});
