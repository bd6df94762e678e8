import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { check, generate } from '../../src/lib/index.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { gitProject, type GitProject } from './git-project.ts';
import { put, runPolyref, smallSchema, textsOf } from './run-polyref.ts';

const page = 'src/content/docs/reference/changes.mdx';
const carts = (text: (before: string) => string) => ({ 'schema/mongodb/carts.ts': text(smallSchema['schema/mongodb/carts.ts'] ?? '') });

async function commitGenerated({ cwd, commit }: GitProject, files: Readonly<Record<string, string>>, date: string, message: string): Promise<void> {
  await put(cwd, files);
  await generate({ schemaDir: join(cwd, 'schema'), outDir: cwd, version: manifest.version });
  await commit({}, { date, message });
}

test('a page of what the last commits of the catalog changed', async () => {
  const project = await gitProject({ 'README.md': 'A shop.\n' });
  const { cwd, git, commit } = project;
  await commitGenerated(project, smallSchema, '2026-01-01T12:00:00Z', 'The schema');
  await commitGenerated(project, carts((text) => text.replace("'30 days'", "'7 days'")), '2026-02-01T23:30:00+02:00', 'Carts go after a week <script>');
  await commit({ 'README.md': 'Two shops.\n' }, { date: '2026-02-15T12:00:00Z', message: 'Not about the catalog' });
  await commitGenerated(project, carts((text) => text.replace("'30 days'", "'7 days'").replace('updatedAt: z.date()', 'updatedAt: z.date(), note: z.string().optional()')), '2026-03-01T12:00:00Z', 'A note');
  const made = await runPolyref(['generate', '--history', '2'], { cwd });
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ files: 1 created, \d+ unchanged\.\n$/) as string, err: '' });
  const text = (await textsOf(cwd)).get(page) ?? '';
  const hashes = new Map((await git('log', '--format=%h%x09%s')).split('\n').map((line) => line.split('\t').reverse() as [string, string]));
  await expect([...hashes].reduce((anonymous, [subject, hash]) => anonymous.replaceAll(hash, `hash of "${subject}"`), text).replace(/seal [0-9a-f]{16}/, 'seal of all this')).toMatchFileSnapshot('expected/changes.mdx');
});

test('that page stays, is made anew, and goes', async () => {
  const project = await gitProject({ 'README.md': 'A shop.\n' });
  const { cwd } = project;
  const folders = { schemaDir: join(cwd, 'schema'), outDir: cwd, version: manifest.version };
  await commitGenerated(project, smallSchema, '2026-01-01T12:00:00Z', 'The schema');
  await commitGenerated(project, carts((text) => text.replace("'30 days'", "'7 days'")), '2026-02-01T12:00:00Z', 'Carts go after a week');
  await runPolyref(['generate', '--history', '1'], { cwd });
  // The schema alone does not make it: it is neither stale nor orphaned.
  expect(await check(folders)).toMatchObject({ drift: [], foreign: [] });
  expect(await generate(folders)).toMatchObject({ counts: { created: 0, changed: 0, deleted: 0 } });
  // The command makes it anew, with as many commits.
  await commitGenerated(project, carts((before) => before), '2026-04-01T12:00:00Z', 'All taken back');
  expect(await runPolyref(['generate'], { cwd })).toMatchObject({ code: 0, out: expect.stringContaining('1 changed') as string });
  const later = (await textsOf(cwd)).get(page) ?? '';
  expect(later).toContain('## 2026-04-01\n');
  expect(later).not.toContain('Carts go after a week');
  expect(await generate(folders, { changelog: { asked: 0, entries: [] } })).toMatchObject({ counts: { deleted: 1 } });
});

test('check finds what somebody wrote into that page by hand, and generate takes it out', async () => {
  const project = await gitProject({ 'README.md': 'A shop.\n' });
  const { cwd } = project;
  await commitGenerated(project, smallSchema, '2026-01-01T12:00:00Z', 'The schema');
  await runPolyref(['generate', '--history', '5'], { cwd });
  const written = (await textsOf(cwd)).get(page) ?? '';
  expect(await runPolyref(['check'], { cwd })).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ files, all as the schema makes them, and the page of changes as the history made it\.\n$/) as string });
  for (const edited of [written.replace('with 2 entities', 'with 3 entities'), `${written}\nBut not really.\n`, written.replace(/seal [0-9a-f]{16}/, 'seal 0123456789abcdef'), written.replace(/, seal [0-9a-f]{16}/, '')]) {
    await put(cwd, { [page]: edited });
    expect(await runPolyref(['check'], { cwd })).toEqual({
      code: 1, signal: null, err: '',
      out: `${page}:1:1  error  page-edited\n  \`${page}\` is not as it was generated: somebody wrote into it.\n\n1 error\n\nTo fix the file: npx polyref generate\n`,
    });
    await runPolyref(['generate'], { cwd });
    expect((await textsOf(cwd)).get(page)).toBe(written);
  }
  // Without its number nobody could make it again.
  await put(cwd, { [page]: written.replace('--history 5, ', '') });
  expect(await runPolyref(['check'], { cwd })).toMatchObject({ code: 1, out: expect.stringContaining(`\`${page}\` is orphaned: nothing in the schema makes it any more.`) as string });
});

test('the whole of a young history tells where it begins', async () => {
  const project = await gitProject({ 'README.md': 'A shop.\n' });
  await commitGenerated(project, smallSchema, '2026-01-01T12:00:00Z', 'The schema');
  expect(await runPolyref(['generate', '--history', '20'], project)).toMatchObject({ code: 0 });
  expect((await textsOf(project.cwd)).get(page)).toMatch(/\nWhat the last commit that touched the catalog means for the data that exists\.\n\n## 2026-01-01\n\n### The schema\n\nCommit `[0-9a-f]{7}`\n\nThe catalog begins, with 2 entities\.\n$/);
});

test('a history that cannot be had, or meant, exits 2 and writes nothing', async () => {
  const cwd = await temporaryFolder();
  await put(cwd, smallSchema);
  expect(await runPolyref(['generate', '--history', '5'], { cwd })).toMatchObject({ code: 2, out: '', err: expect.stringContaining('is not in a git repository') as string });
  expect(await runPolyref(['generate', '--history', 'all'], { cwd })).toMatchObject({ code: 2, out: '', err: 'error: --history must be a whole number from 0 to 1000, not `all`.\n' });
  expect([...(await textsOf(cwd)).keys()]).toEqual(Object.keys(smallSchema).sort());
});
