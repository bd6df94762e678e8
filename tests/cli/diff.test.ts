import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { gitProject, gitProjectAt } from './git-project.ts';
import { put, runPolyref, smallSchema, startPolyref, textsOf } from './run-polyref.ts';

const carts = smallSchema['schema/mongodb/carts.ts'] ?? '';
const shorter = { 'schema/mongodb/carts.ts': carts.replace("expires('30 days'", "expires('7 days'") };
const described = { 'schema/mongodb/carts.ts': carts.replace('updatedAt: z.date()', 'updatedAt: z.date(), /** Where it was filled. */ shopId: z.string().optional()') };
const broken = { 'schema/mongodb/carts.ts': carts.replace('postgresql.tenants.ref_id', 'postgresql.tenant.ref_id') };

const SHORTER = '  breaking  retention-shortened\n  `mongodb.carts` expires after 7 days instead of 30 days. MongoDB deletes every document whose `updatedAt` lies more than 7 days back within minutes of the deployment, whatever was promised when it was written.\n  Before merging: Count the documents older than 7 days, and copy what anybody still needs of them first: it cannot be undone.\n';

describe('against a commit', () => {
  test('where the branch left the main one, whatever happened there since; the working tree counts as it is', async () => {
    const { cwd, git, commit } = await gitProject();
    await git('switch', '--quiet', '--create', 'feature');
    await git('switch', '--quiet', 'main');
    await commit({ 'schema/mongodb/notes.ts': "import { collection, objectId } from 'polyref';\nimport * as z from 'zod';\n\nexport const notes = collection('notes', { document: z.object({ _id: objectId() }) });\n" });
    await git('switch', '--quiet', 'feature');
    const [left, main] = [(await git('rev-parse', 'HEAD')).slice(0, 7), (await git('rev-parse', 'main')).slice(0, 7)];
    expect(await runPolyref(['diff'], { cwd })).toEqual({ code: 0, signal: null, out: 'No change in meaning\n', err: `Compared with the commit where this branch left main (${left}).\n` });
    await put(cwd, shorter);
    const run = await runPolyref(['diff'], { cwd });
    expect(run).toMatchObject({ code: 1, err: `Compared with the commit where this branch left main (${left}).\n` });
    expect(run.out.startsWith(`schema/mongodb/carts.ts:5:14${SHORTER}`)).toBe(true);
    expect(run.out.endsWith('\n1 breaking\n\nTo accept it, add its line, with the reason behind the colon, to polyref.accepted.txt:\n  retention-shortened mongodb.carts: \n')).toBe(true);
    expect(await runPolyref(['diff', 'main...'], { cwd })).toEqual(run);
    const ahead = await runPolyref(['diff', 'main'], { cwd });
    expect(ahead).toMatchObject({ code: 1, err: `Compared with main (${main}).\n` });
    expect(ahead.out).toContain('dangerous  entity-removed'.replace('dangerous', 'breaking'));
    expect(await git('status', '--porcelain')).toBe('M schema/mongodb/carts.ts');
  });

  test('from the committed catalog, without running the schema of the base', async () => {
    const { cwd, git, commit } = await gitProject();
    await runPolyref(['generate'], { cwd });
    // As if the definitions of the base could not be read any more.
    await commit(broken);
    await git('switch', '--quiet', '--create', 'feature');
    await commit(described);
    const run = await runPolyref(['diff', 'main'], { cwd });
    expect(run).toMatchObject({ code: 0, out: expect.stringContaining('safe  field-added\n  `mongodb.carts.shopId` is new, optional: `string`. Where it was filled. Existing documents do not have it, and need not.\n') as string });
    expect(run.out).toContain('\n1 safe\n');
    expect(await runPolyref(['diff', 'main', '--quiet'], { cwd })).toMatchObject({ code: 0, out: 'No breaking change\n' });
  });

  test('from the schema of a commit whose catalog nobody made again', async () => {
    const { cwd, git, commit } = await gitProject();
    await put(cwd, shorter);
    await runPolyref(['generate'], { cwd });
    await commit({}, { message: 'As short as it will be again' });
    await commit({ 'schema/mongodb/carts.ts': carts });
    await git('switch', '--quiet', '--create', 'feature');
    await commit(shorter);
    const run = await runPolyref(['diff', 'main'], { cwd });
    expect(run).toMatchObject({ code: 1, out: expect.stringContaining('breaking  retention-shortened') as string });
    expect(run.err).toMatch(/^Compared with main \([0-9a-f]{7}\)\. Its `public\/catalog\.json` is older than its `schema\/`, which was read instead\.\n$/);
  });

  test('a second schema in a repository that has another is new', async () => {
    const { cwd } = await gitProject();
    await put(cwd, { 'services/b/schema/mongodb/carts.ts': carts, 'services/b/schema/postgresql/tenants.ts': smallSchema['schema/postgresql/tenants.ts'] ?? '' });
    const run = await runPolyref(['diff', 'HEAD', '--schema', 'services/b/schema'], { cwd });
    expect(run).toMatchObject({ code: 0, out: 'No change in meaning\n' });
    expect(run.err).toMatch(/^There is no `services\/b\/schema\/` in HEAD \([0-9a-f]{7}\) yet: all of it is new, and nothing was there to be compared with\.\n$/);
  });

  test('without a catalog: from the schema of that commit, which imports what it did then', async () => {
    const shape = (fields: string) => ({ 'models/cart.ts': `import * as z from 'zod';\n\nexport const line = z.object({ ${fields} });\n` });
    const { cwd, git, commit } = await gitProject({
      ...smallSchema, ...shape('sku: z.string(), price: z.number()'),
      'schema/mongodb/carts.ts': carts.replace("import * as z from 'zod';", "import * as z from 'zod';\nimport { line } from '../../models/cart.ts';").replace('updatedAt: z.date()', 'updatedAt: z.date(), lines: z.array(line)'),
    });
    await git('switch', '--quiet', '--create', 'feature');
    await commit(shape('sku: z.string()'));
    const before = await textsOf(cwd);
    const run = await runPolyref(['diff'], { cwd });
    expect(run).toMatchObject({ code: 0 });
    expect(run.out).toContain('dangerous  field-removed\n  `mongodb.carts.lines[].price` was removed; nothing in the schema used it.');
    expect(await textsOf(cwd)).toEqual(before);
  });

  test('a run that is stopped, or killed outright, leaves nothing behind for good', async () => {
    const endless = { 'schema/mongodb/carts.ts': `${carts}\nawait new Promise((done) => setTimeout(done, 3_600_000));\n` };
    const { cwd, commit } = await gitProject({ ...smallSchema, ...endless });
    await commit(smallSchema);
    const scratch = await temporaryFolder();
    const left = async () => (await readdir(scratch)).filter((name) => name.startsWith('.polyref-scratch-'));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
      // The command itself: what `bin` starts would outlive the death of `bin`.
      const { child, ended } = startPolyref(['diff', 'HEAD~1'], { cwd, env: { TMPDIR: scratch }, bin: join(packageRoot, 'scripts/polyref.ts') });
      await expect.poll(async () => (await readdir(scratch, { recursive: true })).some((path) => path.endsWith('carts.ts'))).toBe(true);
      child.kill(signal);
      expect(await ended).toMatchObject({ signal });
      expect(await left()).toHaveLength(signal === 'SIGKILL' ? 1 : 0);
    }
    await commit({});
    expect(await runPolyref(['diff', 'HEAD~1'], { cwd, env: { TMPDIR: scratch } })).toMatchObject({ code: 0 });
    expect(await left()).toEqual([]);
  });

  test('a base whose schema has mistakes', async () => {
    const { cwd, commit } = await gitProject({ ...smallSchema, ...broken });
    await commit(smallSchema);
    const run = await runPolyref(['diff', 'HEAD~1'], { cwd });
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('schema/mongodb/carts.ts:6:');
    expect(run.err).toMatch(/error: The schema of HEAD~1 \([0-9a-f]{7}\) has mistakes, so nothing can be compared with it\. Name another base\.\n$/);
  });

  test('a schema with mistakes', async () => {
    const { cwd } = await gitProject();
    await put(cwd, broken);
    expect(await runPolyref(['diff'], { cwd })).toMatchObject({ code: 2, out: '', err: expect.stringContaining('unknown-reference-target') as string });
  });

  test('a folder that was renamed since is named, and can be', async () => {
    const { cwd, git } = await gitProject();
    await git('mv', 'schema', 'model');
    await put(cwd, { 'model/mongodb/carts.ts': shorter['schema/mongodb/carts.ts'] ?? '' });
    const run = await runPolyref(['diff', 'HEAD', '--schema', 'model'], { cwd });
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(/^error: HEAD \([0-9a-f]{7}\) has neither `public\/catalog\.json` nor `model\/`, but definitions in `schema`\. If the folder was renamed since, say so: --base-schema schema\n$/);
    expect(await runPolyref(['diff', 'HEAD', '--schema', 'model', '--base-schema', 'schema'], { cwd })).toMatchObject({ code: 1, out: expect.stringContaining(SHORTER) as string });
    expect(await runPolyref(['diff', 'HEAD', '--schema', 'model', '--base-schema', 'shema'], { cwd })).toMatchObject({ code: 2, err: expect.stringContaining('but definitions in `schema`') as string });
  });

  test('a base without any schema: nothing can be lost', async () => {
    const { cwd, git, commit } = await gitProject({ 'README.md': 'A shop.\n' });
    await git('switch', '--quiet', '--create', 'feature');
    await commit(smallSchema);
    const run = await runPolyref(['diff', '--fail-on', 'dangerous'], { cwd });
    expect(run).toMatchObject({ code: 0, out: 'No change in meaning\n' });
    expect(run.err).toMatch(/^There is no `schema\/` in the commit where this branch left main \([0-9a-f]{7}\) yet: all of it is new, and nothing was there to be compared with\.\n$/);
  });

  test('a schema in a folder of the repository', async () => {
    const below = (files: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(files).map(([path, text]) => [`services/shop/${path}`, text]));
    const { cwd, git, commit } = await gitProject(below(smallSchema));
    await git('switch', '--quiet', '--create', 'feature');
    await commit(below(shorter));
    expect(await runPolyref(['diff'], { cwd: join(cwd, 'services/shop') })).toMatchObject({ code: 1, out: expect.stringContaining(SHORTER) as string });
    expect(await runPolyref(['diff', '--schema', 'services/shop/schema', '--format', 'github'], { cwd })).toMatchObject({ code: 1, out: expect.stringMatching(/^::error file=services\/shop\/schema\/mongodb\/carts\.ts,line=5/) as string });
  });
});

describe('a base that cannot be had exits 2', () => {
  test('a shallow clone', async () => {
    const origin = await gitProject();
    await origin.commit(shorter);
    const clone = await temporaryFolder();
    await origin.git('clone', '--quiet', '--depth', '1', '--branch', 'main', `file://${origin.cwd}`, join(clone, 'shop'));
    const { cwd, git, commit } = gitProjectAt(join(clone, 'shop'));
    const message = 'This clone is shallow, and does not hold the whole history: run `git fetch --unshallow` first (in GitHub Actions: `fetch-depth: 0`; in GitLab CI: `GIT_DEPTH: 0`).\n';
    expect(await runPolyref(['diff', 'HEAD~1'], { cwd })).toEqual({ code: 2, signal: null, out: '', err: `error: \`HEAD~1\` is neither a commit of this repository nor a file or folder. ${message}` });
    // What a runner has that fetched one commit of each branch.
    await git('switch', '--quiet', '--orphan', 'feature');
    await commit(smallSchema);
    expect(await runPolyref(['diff'], { cwd })).toEqual({ code: 2, signal: null, out: '', err: `error: \`origin/HEAD\` and HEAD have no commit in common. ${message}` });
  });

  test('a ref that is not there', async () => {
    const { cwd } = await gitProject();
    expect(await runPolyref(['diff', 'mian'], { cwd })).toEqual({ code: 2, signal: null, out: '', err: 'error: `mian` is neither a commit of this repository nor a file or folder. Did you mean `main`?\n' });
    expect(await runPolyref(['diff', 'v1.4.0'], { cwd })).toEqual({ code: 2, signal: null, out: '', err: 'error: `v1.4.0` is neither a commit of this repository nor a file or folder. Name a branch, a tag, a commit, a catalog.json or a folder.\n' });
  });

  test('no main branch', async () => {
    const { cwd, git } = await gitProject();
    await git('branch', '--move', 'trunk');
    expect(await runPolyref(['diff'], { cwd })).toEqual({ code: 2, signal: null, out: '', err: 'error: There is no main branch to compare with: no `origin/HEAD`, `origin/main`, `origin/master`, `main` or `master`. Name the base: polyref diff HEAD~1.\n' });
  });

  test('no repository, no git', async () => {
    const cwd = await temporaryFolder();
    await put(cwd, smallSchema);
    expect(await runPolyref(['diff'], { cwd })).toEqual({ code: 2, signal: null, out: '', err: `error: \`${cwd}\` is not in a git repository. Name a catalog.json or a folder to compare with: polyref diff ../main/public/catalog.json.\n` });
    expect(await runPolyref(['diff'], { cwd, env: { PATH: '/nowhere' } })).toEqual({ code: 2, signal: null, out: '', err: 'error: git is not installed, so there is no base. Install it, or name a catalog.json or a folder to compare with: polyref diff ../main/public/catalog.json.\n' });
  });

  test('a file that is not there, where there is no repository either', async () => {
    const cwd = await temporaryFolder();
    await put(cwd, smallSchema);
    expect(await runPolyref(['diff', 'public/catalog.jsn'], { cwd })).toEqual({
      code: 2, signal: null, out: '', err: `error: \`public/catalog.jsn\` is not a file or folder. \`${cwd}\` is not in a git repository. Name a catalog.json or a folder to compare with: polyref diff ../main/public/catalog.json.\n`,
    });
  });

  test.each([
    ['', 'it is not JSON'],
    ['{"entities":', 'it is not JSON'],
    ['[]', 'it is not a Polyref catalog'],
    ['{ "catalogVersion": 1, "stores": [] }', 'it is not a valid catalog: `domains` is missing or has the wrong type'],
    ['{ "catalogVersion": 1, "system": {}, "stores": [], "domains": [], "entities": [{ "address": "mongodb.x" }], "references": [], "tombstones": [], "processes": [], "claims": [] }', 'it is not a valid catalog: `entities[0].kind` is missing or has the wrong type'],
  ])('a file that is no catalog: %s', async (text, problem) => {
    const cwd = await temporaryFolder();
    await put(cwd, { ...smallSchema, 'old.json': text });
    expect(await runPolyref(['diff', 'old.json'], { cwd })).toEqual({ code: 2, signal: null, out: '', err: `error: old.json cannot be compared with: ${problem}. Write it again with \`polyref generate\` there, or name another base.\n` });
  });

  test('a catalog of another version', async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { ...smallSchema, 'old.json': '{ "catalogVersion": 2 }' });
    expect(await runPolyref(['diff', 'old.json'], { cwd })).toEqual({
      code: 2, signal: null, out: '', err: 'error: old.json cannot be compared with: it is a catalog of version 2, and this Polyref reads version 1. Write it again with `polyref generate` there, or name another base.\n',
    });
  });

  test('a level that is none', async () => {
    expect(await runPolyref(['diff', '--fail-on', 'safe'])).toEqual({ code: 2, signal: null, out: '', err: 'error: --fail-on must be breaking or dangerous, not `safe`.\n' });
  });
});

describe('against a file or a folder, without git', () => {
  test('a catalog, a project, a schema folder', async () => {
    const folder = await temporaryFolder();
    const [old, cwd] = [join(folder, 'old'), join(folder, 'new')];
    await put(old, smallSchema);
    await put(cwd, { ...smallSchema, ...shorter });
    await runPolyref(['generate'], { cwd: old });
    for (const base of ['../old/public/catalog.json', '../old', '../old/schema']) {
      expect(await runPolyref(['diff', base], { cwd })).toMatchObject({ code: 1, out: expect.stringContaining(SHORTER) as string, err: `Compared with ${base}.\n` });
    }
    await rm(join(old, 'schema'), { recursive: true });
    expect(await runPolyref(['diff', '../old'], { cwd })).toMatchObject({ code: 1, out: expect.stringContaining(SHORTER) as string });
  });
});

describe('accepting', () => {
  const line = 'retention-shortened mongodb.carts: Nobody comes back after a week.\n';

  test('a line with a reason, in the same pull request', async () => {
    const { cwd, git, commit } = await gitProject();
    await git('switch', '--quiet', '--create', 'feature');
    await commit({ ...shorter, 'polyref.accepted.txt': line });
    expect(await runPolyref(['diff'], { cwd })).toMatchObject({ code: 0, out: 'No change in meaning (1 accepted)\n' });
    // In the next one it stands in the base.
    await git('switch', '--quiet', 'main');
    await git('merge', '--quiet', '--ff-only', 'feature');
    await git('switch', '--quiet', '--create', 'next');
    await commit({ 'schema/mongodb/carts.ts': carts.replace("expires('30 days'", "expires('1 day'") });
    const run = await runPolyref(['diff'], { cwd });
    expect(run).toMatchObject({ code: 1 });
    expect(run.out).toContain('polyref.accepted.txt:1:1  error  acceptance-outdated\n');
    expect(run.out).toContain('breaking  retention-shortened\n');
    expect(run.out).toContain('\n1 error, 1 breaking\n');
  });

  test('against a commit of the branch itself a line is neither outdated nor unused, and accepts what it names', async () => {
    const { cwd, git, commit } = await gitProject();
    await git('switch', '--quiet', '--create', 'feature');
    await commit({ ...shorter, 'polyref.accepted.txt': line });
    const nothing = { code: 0, out: 'No change in meaning\n' };
    expect(await runPolyref(['diff', 'HEAD'], { cwd })).toMatchObject(nothing);
    await put(cwd, { 'schema/mongodb/carts.ts': carts.replace("expires('30 days'", "expires('1 day'"), 'polyref.accepted.txt': `${line}# So be it.\nretention-shortened mongodb.cards: Why.\n` });
    expect(await runPolyref(['diff', 'HEAD'], { cwd })).toMatchObject({ code: 0, out: 'No change in meaning (1 accepted)\n' });
    await put(cwd, { 'polyref.accepted.txt': 'retention-shortend mongodb.carts: Why.\n' });
    expect(await runPolyref(['diff', 'HEAD'], { cwd })).toMatchObject({ code: 1, out: expect.stringContaining('`retention-shortend` is not a kind of change.') as string });
    // On the main branch what is committed is merged.
    await put(cwd, { ...shorter, 'polyref.accepted.txt': line });
    await git('switch', '--quiet', 'main');
    await git('merge', '--quiet', '--ff-only', 'feature');
    expect(await runPolyref(['diff', 'HEAD'], { cwd })).toMatchObject({ code: 1, out: expect.stringContaining('polyref.accepted.txt:1:1  error  acceptance-outdated\n') as string });
  });

  test('a wrong line fails by itself', async () => {
    const { cwd } = await gitProject();
    await put(cwd, { 'polyref.accepted.txt': line });
    expect(await runPolyref(['diff'], { cwd })).toMatchObject({ code: 1, out: expect.stringContaining('There is no change `retention-shortened mongodb.carts` to accept.') as string });
  });
});

test('the least level that fails', async () => {
  const { cwd } = await gitProject();
  await put(cwd, { 'schema/mongodb/carts.ts': carts.replace("expires('30 days'", "expires('90 days'") });
  expect(await runPolyref(['diff'], { cwd })).toMatchObject({ code: 0, out: expect.stringContaining('\n1 dangerous\n') as string });
  expect(await runPolyref(['diff', '--fail-on', 'dangerous'], { cwd })).toMatchObject({ code: 1, out: expect.stringMatching(/To accept it, .*\n {2}retention-lengthened mongodb\.carts: \n$/) as string });
  // The comment offers a line for what fails, and for nothing else.
  const comment = async (level: string) => /```text\n([\s\S]*?)\n```/.exec((await runPolyref(['diff', '--fail-on', level, '--format', 'markdown'], { cwd })).out)?.[1];
  expect(await comment('dangerous')).toBe('retention-lengthened mongodb.carts: ');
  expect(await comment('breaking')).toBeUndefined();
});

test('reports to files, and the pictures', async () => {
  const { cwd } = await gitProject();
  await put(cwd, shorter);
  const run = await runPolyref(['diff', '--format', 'markdown=out/comment.md,sarif=out/polyref.sarif,json=out/polyref.json', '--pictures', 'out/pictures'], { cwd });
  expect(run).toMatchObject({ code: 1, out: '' });
  expect(run.err).toMatch(/^Wrote out\/comment\.md: 1 breaking\.\nWrote out\/polyref\.sarif: 1 breaking\.\nWrote out\/polyref\.json: 1 breaking\.\nDrew before\.svg and after\.svg in out\/pictures\.\nCompared with the commit where this branch left main \([0-9a-f]{7}\)\.\n$/);
  const texts = await textsOf(join(cwd, 'out'));
  expect([...texts.keys()]).toEqual(['comment.md', 'pictures/after.svg', 'pictures/before.svg', 'polyref.json', 'polyref.sarif']);
  expect(texts.get('pictures/after.svg')).toContain('>expires after 7 days<');
  expect(JSON.parse(texts.get('polyref.json') ?? '')).toMatchObject({ command: 'diff', counts: { error: 1, warning: 0, note: 0, suppressed: 0 } });
  // The same comment again: nothing in it tells when or where it was made.
  await rename(join(cwd, 'out'), join(cwd, 'first'));
  await runPolyref(['diff', '--format', 'markdown', '--output', 'again.md'], { cwd });
  expect(await readFile(join(cwd, 'again.md'), 'utf8')).toBe(texts.get('comment.md'));
});
