import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { DiskError } from '../../src/lib/disk/disk-error.ts';
import { recoverFolder, replaceFolder } from '../../src/lib/disk/replace-folder.ts';
import { put, textsOf } from '../cli/run-polyref.ts';
import { MARK } from './site-mark.ts';
import { temporaryFolder } from './temporary-folder.ts';

const old = { 'index.html': 'old', 'a/index.html': 'old a', '.made-here': MARK.text };
const script = fileURLToPath(new URL('replace-in-process.ts', import.meta.url));

async function withOldSite(): Promise<{ readonly parent: string; readonly target: string }> {
  const parent = await temporaryFolder();
  await put(join(parent, 'site'), old);
  return { parent, target: join(parent, 'site') };
}

function write(text: string): (folder: string) => Promise<void> {
  return async (folder) => writeFileSync(join(folder, 'index.html'), text);
}

async function contents(folder: string): Promise<Record<string, string>> {
  return Object.fromEntries(await textsOf(folder));
}

function run(args: readonly string[], wrap: readonly string[] = []): { readonly child: ChildProcess; readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly err: string }> } {
  const [command = '', ...rest] = [...wrap, process.execPath, script, ...args];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  return { child, ended: new Promise((done) => child.on('close', (code, signal) => done({ code, signal, err }))) };
}

describe('a folder is replaced', () => {
  test.each([
    ['that is not there', undefined],
    ['whose parents are not there', 'not/yet'],
    ['that is empty', ''],
    ['that was made before', old],
  ])('%s', async (_, before) => {
    const parent = await temporaryFolder();
    const target = typeof before === 'string' && before !== '' ? join(parent, before, 'site') : join(parent, 'site');
    if (before === '') mkdirSync(target);
    if (typeof before === 'object') await put(target, before);
    await replaceFolder(target, MARK, write('new'));
    expect(await contents(target)).toEqual({ '.made-here': 'All of this was made.\n', 'index.html': 'new' });
    expect(readdirSync(join(target, '..'))).toEqual(['site']);
  });

  test('with the permissions that a new folder has', async () => {
    const parent = await temporaryFolder();
    const target = join(parent, 'site');
    await replaceFolder(target, MARK, write('new'));
    mkdirSync(join(parent, 'any'));
    expect(statSync(target).mode).toBe(statSync(join(parent, 'any')).mode);
  });
});

test.skipIf(process.platform === 'win32')('a folder keeps its permissions when it is replaced', async () => {
  const { target } = await withOldSite();
  chmodSync(target, 0o2750);
  await replaceFolder(target, MARK, write('new'));
  expect(statSync(target).mode & 0o7777).toBe(0o2750);
});

describe('the folder that is there stays byte for byte', () => {
  test('when the new one cannot be made', async () => {
    const { parent, target } = await withOldSite();
    const failing = replaceFolder(target, MARK, async (folder) => {
      await write('half')(folder);
      throw new Error('Three broken links.');
    });
    await expect(failing).rejects.toThrow('Three broken links.');
    expect(await contents(target)).toEqual(old);
    expect(await readdir(parent)).toEqual(['site']);
  });

  test('and none is there, nor are folders on the way, when there was none', async () => {
    const parent = await temporaryFolder();
    await expect(replaceFolder(join(parent, 'a/b/site'), MARK, () => Promise.reject(new Error('No.')))).rejects.toThrow('No.');
    expect(await readdir(parent)).toEqual([]);
  });

  test('when the system does not let the new one take its place', async () => {
    const { parent, target } = await withOldSite();
    const rename = (from: string, to: string) => {
      if (from.endsWith('new')) throw Object.assign(new Error('EBUSY: resource busy'), { code: 'EBUSY' });
      renameSync(from, to);
    };
    await expect(replaceFolder(target, MARK, write('new'), { rename })).rejects.toMatchObject({
      name: 'DiskError',
      message: '`site` could not be replaced: another program uses it. What was there is unchanged.',
      hint: 'Close programs that use it. A folder that is mounted cannot be replaced: name one inside of it with --dist.',
    });
    expect(await contents(target)).toEqual(old);
    expect(await readdir(parent)).toEqual(['site']);
  });

  test('when it cannot even be put back, in another place, from where the next run takes it', async () => {
    const { parent, target } = await withOldSite();
    const rename = (from: string, to: string) => {
      if (to === target) throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
      renameSync(from, to);
    };
    const error = await replaceFolder(target, MARK, write('new'), { rename }).catch((reason: unknown) => reason as DiskError);
    const [scratch = ''] = await readdir(parent);
    expect(error).toMatchObject({
      name: 'DiskError',
      message: `\`site\` could not be replaced, and what was there could not be put back. It is now in \`${join(parent, scratch, 'previous-0')}\`.`,
      hint: 'Run the command again when the disk works: it puts that back first.',
    });
    expect(await contents(join(parent, scratch, 'previous-0'))).toEqual(old);
    // Another process finds it; this one is still running.
    await run([target, 'new', 'exit while filling']).ended;
    expect(await contents(target)).toEqual(old);
    expect(await readdir(parent)).toEqual(['site']);
  });

  test.each(['die while filling', 'die before rename 1', 'die after rename 1', 'die before rename 2'])('when the run is killed: %s', async (how) => {
    const { parent, target } = await withOldSite();
    expect(await run([target, 'new', how]).ended).toMatchObject({ signal: 'SIGKILL' });
    await recoverFolder(target, MARK);
    expect(await contents(target)).toEqual(old);
    expect(await readdir(parent)).toEqual(['site']);
  });

  test('when the next run after a killed one fails as well', async () => {
    const { parent, target } = await withOldSite();
    await run([target, 'new', 'die after rename 1']).ended;
    expect((await readdir(parent)).filter((name) => name === 'site')).toEqual([]);
    await expect(replaceFolder(target, MARK, () => Promise.reject(new Error('No.')))).rejects.toThrow('No.');
    expect(await contents(target)).toEqual(old);
    expect(await readdir(parent)).toEqual(['site']);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('when a signal ends the run, which leaves nothing: %s', async (signal) => {
    const { parent, target } = await withOldSite();
    const { child, ended } = run([target, 'new', 'wait while filling']);
    await new Promise((done) => child.stdout?.once('data', done));
    expect(await readdir(parent)).toHaveLength(2);
    child.kill(signal);
    expect(await ended).toMatchObject({ signal });
    expect(await readdir(parent)).toEqual(['site']);
    expect(await contents(target)).toEqual(old);
  });

  test('when the process exits in the middle', async () => {
    const { parent, target } = await withOldSite();
    expect(await run([target, 'new', 'exit while filling']).ended).toMatchObject({ code: 0 });
    expect(await readdir(parent)).toEqual(['site']);
    expect(await contents(target)).toEqual(old);
  });

  // A process that may write no large file meets the same end as one on a full disk.
  test.skipIf(process.platform === 'win32')('when the disk takes no more', async () => {
    const { parent, target } = await withOldSite();
    const ended = await run([target, 'new', 'large'], ['bash', '-c', 'ulimit -f 16; exec "$@"', 'bash']).ended;
    expect(ended).toMatchObject({ code: 1 });
    expect(ended.err).toContain('EFBIG');
    expect(await readdir(parent)).toEqual(['site']);
    expect(await contents(target)).toEqual(old);
  });
});

test('a run that is killed when the new folder has its place leaves it there, and the next one tidies up', async () => {
  const { parent, target } = await withOldSite();
  expect(await run([target, 'new', 'die after rename 2']).ended).toMatchObject({ signal: 'SIGKILL' });
  expect((await readdir(parent)).length).toBe(2);
  await recoverFolder(target, MARK);
  expect((await contents(target))['page-0/index.html']).toBe('new\n'.repeat(10));
  expect(await readdir(parent)).toEqual(['site']);
});

describe('what is put in the place meanwhile stays', () => {
  test('files of somebody', async () => {
    const parent = await temporaryFolder();
    const target = join(parent, 'site');
    const failing = replaceFolder(target, MARK, async (folder) => {
      await write('new')(folder);
      await put(target, { 'precious.txt': 'mine' });
    });
    await expect(failing).rejects.toMatchObject({
      name: 'DiskError',
      message: '`site` was changed while its new contents were made, and now holds something that Polyref did not make. It was left as it is.',
      hint: 'Move that elsewhere and run the command again.',
    });
    expect(await contents(parent)).toEqual({ 'site/precious.txt': 'mine' });
  });

  test('a link, and what it leads to', async () => {
    const { parent, target } = await withOldSite();
    await put(parent, { 'elsewhere/precious.txt': 'mine', 'elsewhere/.made-here': MARK.text });
    const failing = replaceFolder(target, MARK, async (folder) => {
      await write('new')(folder);
      await rm(target, { recursive: true });
      symlinkSync(join(parent, 'elsewhere'), target);
    });
    await expect(failing).rejects.toThrow('`site` was changed while its new contents were made');
    expect(await readdir(parent)).toEqual(['elsewhere', 'site']);
    expect(await contents(join(parent, 'elsewhere'))).toEqual({ 'precious.txt': 'mine', '.made-here': MARK.text });
  });
});

test('runs at the same time: the place always holds the whole result of one of them, and nothing is left beside it', async () => {
  const parent = await temporaryFolder();
  const target = join(parent, 'site');
  const runs = ['one', 'two', 'three'].map((word) => run([target, word, 'often']).ended);
  let isOver = false;
  const all = Promise.all(runs).finally(() => (isOver = true));
  const seen = new Set<string>();
  while (!isOver) {
    // Of one look, some files may be those of the next folder; that of one folder that is held are all the same.
    for (const word of await wordsIn(target)) seen.add(word);
  }
  expect(await all).toEqual([1, 2, 3].map(() => ({ code: 0, signal: null, err: '' })));
  expect([...seen].filter((word) => !['one', 'two', 'three'].includes(word))).toEqual([]);
  expect(await readdir(parent)).toEqual(['site']);
  const texts = await textsOf(target);
  expect(texts.size).toBe(41);
  expect(new Set([...texts.values()].filter((text) => text !== MARK.text)).size).toBe(1);
});

async function wordsIn(folder: string): Promise<readonly string[]> {
  const texts = await textsOf(folder).catch(() => new Map<string, string>());
  return [...texts.values()].filter((text) => text !== MARK.text).map((text) => text.split('\n')[0] ?? '');
}
