import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writePages } from '../../src/lib/disk/write-pages.ts';
import { put, textsOf } from '../cli/run-polyref.ts';
import { manyPages } from './many-pages.ts';
import { temporaryFolder } from './temporary-folder.ts';

const REPLACED = 'was replaced while files were written: another folder, a link or nothing is there now. Writing stopped, and nothing was written through it.';
const ownership = { owned: ['docs/reference', 'public/schemas'], isGenerated: (_: string, text: string) => text.startsWith('old') };
const before = new Map([
  ['docs/reference/index.mdx', 'old\n'],
  ['docs/reference/mongodb/gone.mdx', 'old\n'],
  ['docs/reference/mongodb/carts.mdx', 'old\n'],
  ['public/catalog.json', 'old\n'],
]);
const after = new Map([...before].filter(([path]) => !path.endsWith('gone.mdx')).map(([path]): [string, string] => [path, 'new\n']));

/** An out folder with pages, and beside it a folder of somebody with files of the same names. */
async function outFolder(): Promise<{ readonly out: string; readonly precious: string }> {
  const folder = await temporaryFolder();
  const [out, precious] = [join(folder, 'out'), join(folder, 'precious')];
  await writePages(out, before, ownership);
  await put(precious, Object.fromEntries([...before.keys()].flatMap((path) => path.split('/').map((_, at, steps) => [steps.slice(at).join('/'), 'old, and mine']))));
  return { out, precious };
}

function swap(out: string, path: string, target: string): void {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  renameSync(join(out, path), `${out}-moved`);
  symlinkSync(target, join(out, path));
}

describe('a folder that becomes a link when all has been looked at: nothing is written or deleted where it leads', () => {
  test.each(['docs', 'docs/reference', 'docs/reference/mongodb', 'public'])('%s', async (path) => {
    const { out, precious } = await outFolder();
    const mine = await textsOf(precious);
    const run = writePages(out, after, ownership, { beforeChange: () => swap(out, path, precious) });
    await expect(run).rejects.toMatchObject({ name: 'DiskError', path, message: `\`${path}\` ${REPLACED}`, hint: 'Put the folder back and run the command again.' });
    expect(await textsOf(precious)).toEqual(mine);
  });

  test('also where the link leads to a place within the out folder', async () => {
    const { out } = await outFolder();
    await put(out, { 'guides/gone.mdx': 'old, and mine', 'guides/carts.mdx': 'old, and mine' });
    const run = writePages(out, after, ownership, { beforeChange: () => swap(out, 'docs/reference/mongodb', join(out, 'guides')) });
    await expect(run).rejects.toThrow(`\`docs/reference/mongodb\` ${REPLACED}`);
    expect(Object.fromEntries(await textsOf(join(out, 'guides')))).toEqual({ 'gone.mdx': 'old, and mine', 'carts.mdx': 'old, and mine' });
  });

  test('while a link that was there from the beginning, and leads to a place within, is no obstacle', async () => {
    const out = await temporaryFolder();
    mkdirSync(join(out, 'content'));
    symlinkSync('content', join(out, 'docs'));
    await writePages(out, before, ownership);
    await writePages(out, after, ownership);
    expect(Object.fromEntries(await textsOf(join(out, 'content')))).toEqual({ 'reference/index.mdx': 'new\n', 'reference/mongodb/carts.mdx': 'new\n' });
  });
});

describe('a file of somebody that appears when all has been looked at stays', () => {
  test.each([
    ['where a new page goes', 'docs/reference/new.mdx'],
    ['where a changed page goes', 'docs/reference/index.mdx'],
    ['where a page was to be deleted', 'docs/reference/mongodb/gone.mdx'],
    ['where the catalog goes', 'public/catalog.json'],
  ])('%s', async (_, path) => {
    const { out } = await outFolder();
    const pages = new Map([...after, ['docs/reference/new.mdx', 'new\n']]);
    const run = writePages(out, pages, ownership, { beforeChange: () => writeFileSync(join(out, path), 'mine\n') });
    await expect(run).rejects.toMatchObject({ message: `\`${path}\` is not a generated file, and writing the pages would overwrite or delete it. Writing stopped there.` });
    expect((await textsOf(out)).get(path)).toBe('mine\n');
  });
});

test('a folder that another program swaps for a link again and again', async () => {
  const folder = await temporaryFolder();
  const [out, precious] = [join(folder, 'out'), join(folder, 'precious')];
  const [one, other] = [manyPages('old'), manyPages('new')];
  const owned = { owned: ['pages'], isGenerated: () => true };
  await writePages(out, one, owned);
  const mine = Object.fromEntries([...one.keys()].map((path) => [path.split('/').at(-1) ?? '', 'mine']));
  await put(precious, mine);
  const swapper = spawn(process.execPath, [fileURLToPath(new URL('swap-folder.ts', import.meta.url)), join(out, 'pages/3'), precious], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((done) => swapper.stdout.once('data', done));
  const outcomes: string[] = [];
  for (const pages of Array.from({ length: 15 }, () => [other, one]).flat()) {
    outcomes.push(await writePages(out, pages, owned).then(() => 'written', (error: unknown) => (error instanceof Error && error.name === 'DiskError' ? error.name : String(error))));
  }
  swapper.kill();
  await new Promise((done) => swapper.once('close', done));
  expect(outcomes.filter((outcome) => outcome !== 'written' && outcome !== 'DiskError')).toEqual([]);
  expect(outcomes).toContain('DiskError');
  expect(Object.fromEntries(await textsOf(precious))).toEqual(mine);
});
