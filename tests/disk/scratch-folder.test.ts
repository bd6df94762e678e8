import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, readdirSync, renameSync, symlinkSync, utimesSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withScratchFolder } from '../../src/lib/disk/scratch-folder.ts';
import { put, textsOf } from '../cli/run-polyref.ts';
import { temporaryFolder } from './temporary-folder.ts';

const token = '0123456789abcdef0123456789abcdef';
/** No process has this number: it is above what any system gives. */
const NOBODY = 2 ** 30;

/** What a killed run leaves: a folder with its mark, and half of its work. */
async function leave(parent: string, mark: Readonly<Record<string, unknown>> = {}, name = `.polyref-scratch-${token}`): Promise<string> {
  await put(join(parent, name), { 'polyref-scratch.json': JSON.stringify({ token, pid: NOBODY, host: hostname(), ...mark }), 'half/page.html': 'half' });
  return join(parent, name);
}

function runIn(parent: string, target?: string): Promise<void> {
  return withScratchFolder(parent, async () => undefined, target === undefined ? {} : { target });
}

test('a run has an empty folder of its own, which nobody else can read and git does not see', async () => {
  const parent = await temporaryFolder();
  await withScratchFolder(parent, async (folder) => {
    expect(await readdir(folder)).toEqual(['.gitignore', 'polyref-scratch.json']);
    expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('*\n');
    if (process.platform !== 'win32') expect((await stat(folder)).mode & 0o777).toBe(0o700);
    // Another run at the same time has another one.
    await withScratchFolder(parent, async () => expect(await readdir(parent)).toHaveLength(2));
  });
  expect(await readdir(parent)).toEqual([]);
});

test('what it holds goes with it, but nothing that its links lead to', async () => {
  const [parent, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
  await put(elsewhere, { 'precious.txt': 'mine' });
  await withScratchFolder(parent, async (folder) => {
    await put(folder, { 'deep/er/file.txt': 'text' });
    symlinkSync(elsewhere, join(folder, 'deep/link'));
  });
  expect(await readdir(parent)).toEqual([]);
  expect(await readdir(elsewhere)).toEqual(['precious.txt']);
});

describe('the next run removes what was left by one', () => {
  test('that is over', async () => {
    const parent = await temporaryFolder();
    await leave(parent);
    await runIn(parent);
    expect(await readdir(parent)).toEqual([]);
  });

  test('that is over, and whose own successor was killed while it removed that', async () => {
    const parent = await temporaryFolder();
    await leave(parent, {}, `.polyref-scratch-${token}.0123456789abcdef`);
    await runIn(parent);
    expect(await readdir(parent)).toEqual([]);
  });

  test('that was killed while it removed its own folder', async () => {
    let interrupted = 0;
    for (let round = 0; round < 8 && interrupted < 2; round += 1) {
      const parent = await temporaryFolder();
      const child = spawn(process.execPath, [join(import.meta.dirname, 'use-scratch-folder.ts'), parent, '3000'], { stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = once(child, 'exit');
      await once(child.stdout, 'data');
      const [name = ''] = readdirSync(parent);
      const count = () => readdirSync(join(parent, name)).length;
      try {
        for (const all = count(); count() === all; );
      } catch {
        // It was removed whole between two looks.
      }
      child.kill('SIGKILL');
      await ended;
      if (readdirSync(parent).length > 0) interrupted += 1;
      await runIn(parent);
      expect(readdirSync(parent)).toEqual([]);
    }
    expect(interrupted).toBeGreaterThan(0);
  });

  test('that had the number of this process, as in a container', async () => {
    const parent = await temporaryFolder();
    await leave(parent, { pid: process.pid });
    await runIn(parent);
    expect(await readdir(parent)).toEqual([]);
  });

  test('that ran on another machine, a day later', async () => {
    const parent = await temporaryFolder();
    const folder = await leave(parent, { host: 'elsewhere' });
    await runIn(parent);
    expect(await readdir(parent)).toHaveLength(1);
    const before = new Date(Date.now() - 25 * 60 * 60 * 1000);
    utimesSync(join(folder, 'polyref-scratch.json'), before, before);
    await runIn(parent);
    expect(await readdir(parent)).toEqual([]);
  });
});

describe('it leaves alone', () => {
  test.each<[string, (parent: string) => Promise<unknown>]>([
    ['a folder with such a name, and no mark', async (parent) => put(join(parent, `.polyref-scratch-${token}`), { 'precious.txt': 'mine' })],
    ['a folder whose mark has another token', async (parent) => leave(parent, { token: 'f'.repeat(32) })],
    ['a folder whose mark is no mark', async (parent) => put(join(parent, `.polyref-scratch-${token}`), { 'polyref-scratch.json': '[]' })],
    ['a marked folder under another name', async (parent) => leave(parent, {}, 'precious')],
    ['a name that is longer', async (parent) => leave(parent, {}, `.polyref-scratch-${token}-backup`)],
    ['a folder of a run that lives', async (parent) => leave(parent, { pid: process.ppid })],
    ['a folder of a run with another target', async (parent) => leave(parent, { target: 'other-site' })],
    ['a target that is a path', async (parent) => leave(parent, { target: '../site' })],
    ['a process that cannot be one', async (parent) => leave(parent, { pid: -1 })],
  ])('%s', async (_, make) => {
    const parent = await temporaryFolder();
    await make(parent);
    const before = await textsOf(parent);
    await runIn(parent);
    expect(await textsOf(parent)).toEqual(before);
    expect(before.size).toBeGreaterThan(0);
  });

  test('a link to such a folder, and the folder', async () => {
    const [parent, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    const folder = await leave(elsewhere);
    symlinkSync(folder, join(parent, `.polyref-scratch-${token}`));
    await runIn(parent);
    expect(await readdir(parent)).toEqual([`.polyref-scratch-${token}`]);
    expect((await textsOf(folder)).size).toBe(2);
  });

  test('a folder whose mark is a link', async () => {
    const parent = await temporaryFolder();
    const folder = await leave(parent);
    renameSync(join(folder, 'polyref-scratch.json'), join(parent, 'mark.json'));
    symlinkSync('../mark.json', join(folder, 'polyref-scratch.json'));
    await runIn(parent);
    expect(await readdir(parent)).toHaveLength(2);
  });

  // Only the superuser can give a folder away.
  test.skipIf(process.getuid?.() !== 0)('a folder of another user', async () => {
    const parent = await temporaryFolder();
    chownSync(await leave(parent), 65_534, 65_534);
    await runIn(parent);
    expect(await readdir(parent)).toHaveLength(1);
  });
});

test('a parent that is not there is an error, and is not made', async () => {
  const parent = await temporaryFolder();
  await expect(runIn(join(parent, 'nowhere'))).rejects.toThrow('ENOENT');
  mkdirSync(join(parent, 'somewhere'));
  expect(await readdir(parent)).toEqual(['somewhere']);
});
