import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolders } from '../../src/lib/disk/make-folders.ts';
import { put, smallSchema } from '../cli/run-polyref.ts';
import { runCommand } from '../support/run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('all that are missing are made, and the first is said', async () => {
  const folder = await temporaryFolder();
  expect(makeFolders(join(folder, 'a/b/c'))).toBe(join(folder, 'a'));
  expect(makeFolders(join(folder, 'a/b/d'))).toBe(join(folder, 'a/b/d'));
  expect(makeFolders(join(folder, 'a/b/d'))).toBeUndefined();
  expect(makeFolders('/')).toBeUndefined();
});

test('through a link to a folder, and never through one that leads nowhere or in place of a file', async () => {
  const folder = await temporaryFolder();
  await put(folder, { file: 'mine' });
  mkdirSync(join(folder, 'real'));
  symlinkSync('real', join(folder, 'link'));
  symlinkSync('nowhere', join(folder, 'dangling'));
  expect(makeFolders(join(folder, 'link'))).toBeUndefined();
  expect(makeFolders(join(folder, 'link/a'))).toBe(join(folder, 'link/a'));
  for (const path of ['file', 'file/a', 'dangling', 'dangling/a']) expect(() => makeFolders(join(folder, path))).toThrow(/EEXIST|ENOTDIR/);
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});

describe.skipIf(!existsSync('/proc/self'))('where nothing can be made, commands end and say so', () => {
  test.each<[readonly string[], string]>([
    [['generate', '--schema', 'schema', '--out', '/proc/polyref/docs'], 'error  disk-refuses\n  Writing stopped at `public`: something on the way is not there.\n  Every file that was written is whole. Fix the cause and run it again.\n\n1 error\n'],
    [['build', '--dist', '/proc/polyref/site'], 'error  disk-refuses\n  Nothing can be written to `/proc/polyref`: something on the way is not there.\n  Make it writable, or name another folder with --dist.\n\n1 error\n'],
    [['lint', '--format', 'json', '--output', '/proc/polyref/report.json'], 'error: The report cannot be written to `/proc/polyref/report.json`: something on the way is not there.\n'],
  ])('%j', async (args, message) => {
    const cwd = await temporaryFolder();
    await put(cwd, smallSchema);
    expect(await runCommand(args, { cwd })).toMatchObject({ code: 2, err: message });
  });
});
