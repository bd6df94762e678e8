import { execFileSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refuseLinkedFiles } from '../../src/site/linked-files.ts';
import { readSiteOptions } from '../../src/site/options.ts';
import { put } from '../cli/run-polyref.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

/** What the site says before it copies anything, of a project with files and a folder beside it; undefined where it goes on. */
async function refusalOf(prepare: (out: string, elsewhere: string) => Promise<unknown>): Promise<string | undefined> {
  const folder = await temporaryFolder();
  await put(folder, { 'shop/public/logo.svg': '<svg/>', 'shop/src/content/docs/guides/a.md': '---\ntitle: a\n---\n', 'shop/assets/icons/b.svg': '<svg/>', 'elsewhere/secret.txt': 'secret', 'elsewhere/page.md': 'secret' });
  await prepare(join(folder, 'shop'), join(folder, 'elsewhere'));
  const { hooks } = refuseLinkedFiles(readSiteOptions({ POLYREF_OUT: join(folder, 'shop') }, folder));
  try {
    await hooks['astro:config:setup']?.({} as never);
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
}

test('links within the project are followed, of files and of folders', async () => {
  expect(await refusalOf(async (out) => {
    await symlink('logo.svg', join(out, 'public/same.svg'));
    await symlink('../assets/icons', join(out, 'public/icons'));
  })).toBeUndefined();
});

test('a link out of the project is refused, wherever what is published stands', async () => {
  expect(await refusalOf(async (out, elsewhere) => {
    await symlink(join(elsewhere, 'secret.txt'), join(out, 'public/robots.txt'));
    await symlink('../../elsewhere', join(out, 'public/files'));
    await symlink(join(elsewhere, 'page.md'), join(out, 'src/content/docs/guides/b.md'));
  })).toBe(
    [
      'public/files is a symbolic link to something outside the project, and the site would publish it. Replace the link with a copy.',
      'public/robots.txt is a symbolic link to something outside the project, and the site would publish it. Replace the link with a copy.',
      'src/content/docs/guides/b.md is a symbolic link to something outside the project, and the site would publish it. Replace the link with a copy.',
    ].join('\n'),
  );
});

test('a link out of the project by way of a folder inside is refused', async () => {
  expect(await refusalOf(async (out, elsewhere) => {
    await symlink('../assets', join(out, 'public/assets'));
    await symlink(join(elsewhere, 'secret.txt'), join(out, 'assets/icons/c.svg'));
  })).toBe('public/assets/icons/c.svg is a symbolic link to something outside the project, and the site would publish it. Replace the link with a copy.');
});

test('a folder that is published may not be such a link itself', async () => {
  expect(await refusalOf(async (out, elsewhere) => {
    await rename(join(out, 'public'), join(out, 'old'));
    await symlink(elsewhere, join(out, 'public'));
  })).toBe('public is a symbolic link to a folder outside the project, and the site would publish it. Replace the link with a real folder.');
});

test('what cannot be copied is named', async () => {
  expect(await refusalOf(async (out) => {
    await symlink('gone.svg', join(out, 'public/a.svg'));
    await symlink('.', join(out, 'public/loop'));
    execFileSync('mkfifo', [join(out, 'public/pipe')]);
  })).toBe(
    [
      'public/a.svg is a broken symbolic link. Correct or remove it.',
      'public/loop is a symbolic link to a folder that contains it. Remove the link.',
      'public/pipe is not a regular file, and cannot be published. Move it elsewhere.',
    ].join('\n'),
  );
});

test('the dev server serves nothing while a link that leads out is there, and everything once it is gone', async () => {
  const folder = await temporaryFolder();
  await put(folder, { 'shop/public/logo.svg': '<svg/>', 'elsewhere/secret.txt': 'secret' });
  const out = join(folder, 'shop');
  const watcher = new EventEmitter();
  const logged: string[] = [];
  const handlers: ((request: unknown, response: unknown, next: () => void) => void)[] = [];
  const { hooks } = refuseLinkedFiles(readSiteOptions({ POLYREF_OUT: out }, folder));
  await hooks['astro:server:setup']?.({ server: { watcher, middlewares: { use: (handler: never) => handlers.push(handler) } }, logger: { error: (text: string) => logged.push(text) } } as never);
  const answer = () => {
    let said = 'served';
    const response = { writeHead: (status: number) => ({ end: (text: string) => (said = `${status} ${text}`) }) };
    handlers[0]?.({}, response, () => undefined);
    return said;
  };
  const robots = join(out, 'public/robots.txt');
  await symlink('logo.svg', join(out, 'public/same.svg'));
  watcher.emit('all', 'add', join(out, 'public/same.svg'));
  expect(answer()).toBe('served');
  await symlink(join(folder, 'elsewhere/secret.txt'), robots);
  watcher.emit('all', 'add', robots);
  watcher.emit('all', 'change', robots);
  const problem = 'public/robots.txt is a symbolic link to something outside the project, and the site would publish it. Replace the link with a copy.';
  expect(answer()).toBe(`403 ${problem}\n`);
  expect(logged).toEqual([problem]);
  await rm(robots);
  expect(answer()).toBe('served');
});
