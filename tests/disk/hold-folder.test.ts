import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { holdFolder, type HeldFolder } from '../../src/lib/disk/hold-folder.ts';
import { put, textsOf } from '../cli/run-polyref.ts';
import { temporaryFolder } from './temporary-folder.ts';

const REPLACED = 'was replaced while files were written: another folder, a link or nothing is there now. Writing stopped, and nothing was written through it.';

describe.each(process.platform === 'linux' ? [true, false] : [false])('with handles: %s', (handles) => {
  function hold(root: string, folder: string, make = true): HeldFolder {
    const held = holdFolder(root, folder, { make, handles });
    if (held === undefined) throw new Error('It is not there.');
    return held;
  }

  test('a folder is made, with those on the way, and entries are reached in it', async () => {
    const root = join(await temporaryFolder(), 'out');
    const held = hold(root, 'docs/reference');
    writeFileSync(held.at('a.txt'), 'text');
    expect(await readdir(held.at())).toEqual(['a.txt']);
    held.release();
    expect(Object.fromEntries(await textsOf(root))).toEqual({ 'docs/reference/a.txt': 'text' });
  });

  test('one that is not there is not made without need', async () => {
    const root = await temporaryFolder();
    expect(holdFolder(root, 'docs/reference', { make: false, handles })).toBeUndefined();
    expect(holdFolder(join(root, 'out'), '.', { make: false, handles })).toBeUndefined();
    expect(await readdir(root)).toEqual([]);
  });

  test.each(['docs', 'docs/reference'])('a link in place of %s is not followed', async (link) => {
    const [root, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    mkdirSync(join(elsewhere, 'reference'));
    mkdirSync(join(root, link, '..'), { recursive: true });
    symlinkSync(elsewhere, join(root, link));
    expect(() => hold(root, 'docs/reference')).toThrow(`\`${link}\` ${REPLACED}`);
    expect(await readdir(elsewhere, { recursive: true })).toEqual(['reference']);
  });

  test.each(['.', 'docs', 'docs/reference'])('when %s is replaced by a link, nothing more is changed', async (replaced) => {
    const folder = await temporaryFolder();
    const root = join(folder, 'out');
    await put(folder, { 'precious/docs/reference/a.txt': 'mine' });
    const held = hold(root, 'docs/reference');
    writeFileSync(held.at('a.txt'), 'text');
    renameSync(join(root, replaced), join(folder, 'moved'));
    symlinkSync(join(folder, 'precious', replaced), join(root, replaced));
    expect(() => held.at('a.txt')).toThrow(`\`${replaced === '.' ? root : replaced}\` ${REPLACED}`);
    held.release();
    expect((await textsOf(join(folder, 'precious'))).get('docs/reference/a.txt')).toBe('mine');
  });

  test.each<[string, (path: string) => void]>([
    ['another folder', (path) => mkdirSync(path)],
    ['nothing', () => undefined],
    ['a file', (path) => writeFileSync(path, '')],
  ])('the same when there is %s instead', async (_, replace) => {
    const root = await temporaryFolder();
    const held = hold(root, 'docs');
    rmSync(join(root, 'docs'), { recursive: true });
    // So that the new folder does not get the number of the old one.
    mkdirSync(join(root, 'between'));
    replace(join(root, 'docs'));
    expect(() => held.at('a.txt')).toThrow(`\`docs\` ${REPLACED}`);
    held.release();
  });
});

// What a check alone cannot promise: the link is made after it.
test.skipIf(process.platform !== 'linux')('through a handle, a path leads to the folder that was held, also when a link takes its place in the very next moment', async () => {
  const folder = await temporaryFolder();
  const root = join(folder, 'out');
  await put(folder, { 'precious/a.txt': 'mine' });
  const held = holdFolder(root, 'docs', { make: true });
  const path = held?.at('a.txt') ?? '';
  renameSync(join(root, 'docs'), join(folder, 'moved'));
  symlinkSync('../precious', join(root, 'docs'));
  writeFileSync(path, 'text');
  held?.release();
  expect(Object.fromEntries(await textsOf(folder))).toEqual({ 'moved/a.txt': 'text', 'precious/a.txt': 'mine' });
});
