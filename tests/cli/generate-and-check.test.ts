import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put, runPolyref, smallSchema, textsOf } from './run-polyref.ts';

const reference = 'src/content/docs/reference';

async function project(): Promise<string> {
  const folder = await temporaryFolder();
  await put(folder, smallSchema);
  return folder;
}

describe('generate, then check', () => {
  test('writes, is up to date, is clean', async () => {
    const cwd = await project();
    const first = await runPolyref(['generate'], { cwd });
    expect(first).toMatchObject({ code: 0, err: '' });
    const files = [...(await textsOf(cwd)).keys()].filter((path) => !path.startsWith('schema/'));
    expect(first.out).toBe(`${files.length} files: ${files.length} created.\n`);
    expect(files).toContain(`${reference}/mongodb/carts.mdx`);
    expect(files).toContain('public/catalog.json');
    expect(await runPolyref(['generate'], { cwd })).toMatchObject({ code: 0, out: `${files.length} files, all up to date.\n`, err: '' });
    expect(await runPolyref(['check'], { cwd })).toMatchObject({ code: 0, out: `${files.length} files, all as the schema makes them.\n`, err: '' });
  });

  test('a page that was edited, one that was removed, one that nobody made', async () => {
    const cwd = await project();
    await runPolyref(['generate'], { cwd });
    await put(cwd, { [`${reference}/zebra.mdx`]: 'orphan\n', 'public/catalog.json': '{}\n' });
    await rm(join(cwd, `${reference}/mongodb/carts.mdx`));
    const run = await runPolyref(['check'], { cwd });
    expect(run).toMatchObject({ code: 1, err: '' });
    expect(run.out).toContain('public/catalog.json:1:1  error  page-stale\n  `public/catalog.json` is stale: it differs from line 1 on.\n  @@ -1,1 +1,');
    expect(run.out).toContain(`${reference}/mongodb/carts.mdx:1:1  error  page-missing\n  \`${reference}/mongodb/carts.mdx\` is missing.\n`);
    expect(run.out).toContain(`${reference}/zebra.mdx:1:1  error  page-orphaned\n  \`${reference}/zebra.mdx\` is orphaned: nothing in the schema makes it any more.\n`);
    expect(run.out).toMatch(/\n3 errors\n\nTo mend the 3 files: polyref generate\n$/);
    expect(await runPolyref(['generate'], { cwd })).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ files: 1 created, 1 changed, \d+ unchanged, 1 deleted\.\n$/) as string });
    expect(await runPolyref(['check'], { cwd })).toMatchObject({ code: 0 });
  });

  test('flags reach the command that mends', async () => {
    const cwd = await project();
    const run = await runPolyref(['check', '--schema', './schema', '--out', 'the site'], { cwd });
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/To mend the \d+ files: polyref generate --schema \.\/schema --out 'the site'\n$/);
    expect(await runPolyref(['generate', '--schema', './schema', '--out', 'the site'], { cwd })).toMatchObject({ code: 0 });
    expect(await runPolyref(['check', '--schema', './schema', '--out', 'the site'], { cwd })).toMatchObject({ code: 0 });
    expect([...(await textsOf(cwd)).keys()].filter((path) => !path.startsWith('schema/') && !path.startsWith('the site/'))).toEqual([]);
  });

  test('what stands beside the pages is left alone', async () => {
    const cwd = await project();
    const mine = { 'src/content/docs/guide.mdx': 'mine', 'public/favicon.svg': 'mine', 'README.md': 'mine' };
    await put(cwd, mine);
    await runPolyref(['generate'], { cwd });
    const texts = await textsOf(cwd);
    for (const [path, text] of Object.entries(mine)) expect(texts.get(path)).toBe(text);
  });
});

describe('a schema with mistakes', () => {
  const broken = {
    ...smallSchema,
    'schema/mongodb/carts.ts': (smallSchema['schema/mongodb/carts.ts'] ?? '').replace('postgresql.tenants.ref_id', 'postgresql.tenant.ref_id'),
    'schema/mongodb/notes.ts': 'export const = 1;\n',
  };

  test('writes nothing, prints every mistake with its place, exits 2', async () => {
    const cwd = await temporaryFolder();
    await put(cwd, broken);
    const run = await runPolyref(['generate'], { cwd });
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(/^schema\/mongodb\/carts\.ts:6:\d+ {2}error {2}/m);
    expect(run.err).toContain('Did you mean `postgresql.tenants.ref_id`?');
    expect(run.err).toMatch(/^schema\/mongodb\/notes\.ts:1:\d+ {2}error {2}/m);
    expect(run.err).toMatch(/\n2 errors\n$/);
    expect([...(await textsOf(cwd)).keys()]).toEqual(Object.keys(broken).sort());
    expect(await runPolyref(['check'], { cwd })).toMatchObject({ code: 2, out: '', err: run.err });
  });

  test('keeps the pages that were there', async () => {
    const cwd = await project();
    await runPolyref(['generate'], { cwd });
    const before = await textsOf(join(cwd, 'src'));
    await put(cwd, broken);
    expect(await runPolyref(['generate'], { cwd })).toMatchObject({ code: 2 });
    expect(await textsOf(join(cwd, 'src'))).toEqual(before);
  });

  test('a folder that is not there', async () => {
    const cwd = await temporaryFolder();
    const run = await runPolyref(['generate', '--schema', 'nowhere/schema'], { cwd });
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(/\n1 error\n$/);
    expect([...(await textsOf(cwd)).keys()]).toEqual([]);
  });
});

test('a claim that does not hold is written and printed, and fails the check', async () => {
  const cwd = await project();
  await put(cwd, {
    'schema/claims.ts': "import { claim, noReferences } from 'polyref';\n\nexport const wrong = claim('MongoDB knows nothing of PostgreSQL.', { holds: noReferences({ from: 'mongodb', to: 'postgresql' }) });\n",
  });
  const message = 'error  claim-does-not-hold\n  The claim “MongoDB knows nothing of PostgreSQL.” does not hold: `mongodb.carts.tenantId` points ';
  const generated = await runPolyref(['generate'], { cwd });
  expect(generated).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ files: \d+ created\.\n$/) as string });
  expect(generated.err).toContain(message);
  const checked = await runPolyref(['check'], { cwd });
  expect(checked).toMatchObject({ code: 1, err: '' });
  expect(checked.out).toContain(message);
  expect(checked.out).not.toContain('To mend');
});

describe('an out folder that cannot be written to', () => {
  test('is a file: exit 2, and nothing is changed', async () => {
    const cwd = await project();
    await writeFile(join(cwd, 'taken'), 'mine');
    const run = await runPolyref(['generate', '--out', 'taken'], { cwd });
    expect(run).toMatchObject({ code: 2, out: '', err: `error  disk-refuses\n  \`${join(cwd, 'taken')}\` must be a folder: a file is there.\n  Move it away, or name another folder with --out.\n\n1 error\n` });
    expect((await textsOf(cwd)).get('taken')).toBe('mine');
  });

  // Permission bits do not bind the superuser.
  test.skipIf(process.getuid?.() === 0)('is read-only: exit 2', async () => {
    const cwd = await project();
    await mkdir(join(cwd, 'locked'));
    await chmod(join(cwd, 'locked'), 0o555);
    const run = await runPolyref(['generate', '--out', 'locked'], { cwd });
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('you have no permission to.');
  });
});

test('the same bytes whatever the time zone, the language and the order of files', async () => {
  const one = await temporaryFolder();
  const other = await temporaryFolder();
  await put(one, smallSchema);
  await put(other, Object.fromEntries(Object.entries(smallSchema).reverse()));
  await runPolyref(['generate'], { cwd: one, env: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' } });
  await runPolyref(['generate'], { cwd: other, env: { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } });
  expect(await textsOf(other)).toEqual(await textsOf(one));
});
