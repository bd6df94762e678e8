import { lstat, mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPages } from '../../src/lib/disk/read-pages.ts';
import { writePages } from '../../src/lib/disk/write-pages.ts';
import { temporaryFolder } from './temporary-folder.ts';

const owned = ['docs/reference', 'public/schemas'];
const pages = new Map([
  ['docs/reference/index.mdx', '# Overview\n'],
  ['docs/reference/mongodb/skills.mdx', '# skills\n'],
  ['public/catalog.json', '{}\n'],
]);

/** Every file below a folder with its text; links as `→ target`. */
async function textsOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name)).sort();
  const texts = await Promise.all(files.map(async (file) => [file.slice(folder.length + 1), (await lstat(file)).isSymbolicLink() ? 'a link' : await readFile(file, 'utf8')]));
  return Object.fromEntries(texts) as Record<string, string>;
}

async function put(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

describe('what is written', () => {
  test('every page, into folders that were not there', async () => {
    const out = join(await temporaryFolder(), 'not', 'yet', 'there');
    expect(await writePages(out, pages, { owned })).toEqual({ created: 3, changed: 0, unchanged: 0, deleted: 0 });
    expect(await textsOf(out)).toEqual(Object.fromEntries(pages));
  });

  test('only what changed: other files keep their date', async () => {
    const out = await temporaryFolder();
    await writePages(out, pages, { owned });
    const long_ago = new Date('2001-02-03T04:05:06Z');
    for (const path of pages.keys()) await utimes(join(out, path), long_ago, long_ago);
    const counts = await writePages(out, new Map([...pages, ['public/catalog.json', '{"new":true}\n']]), { owned });
    expect(counts).toEqual({ created: 0, changed: 1, unchanged: 2, deleted: 0 });
    expect((await stat(join(out, 'docs/reference/index.mdx'))).mtime).toEqual(long_ago);
    expect((await stat(join(out, 'public/catalog.json'))).mtime).not.toEqual(long_ago);
  });
});

describe('what is deleted', () => {
  test('orphans in owned folders, with folders that only held them; nothing else', async () => {
    const out = await temporaryFolder();
    await writePages(out, pages, { owned });
    await put(out, 'docs/reference/old/deep/gone.mdx', 'old');
    await put(out, 'public/schemas/old.json', 'old');
    await put(out, 'public/favicon.svg', 'mine');
    await put(out, 'public/catalog.json.bak', 'mine');
    await put(out, 'docs/guide.mdx', 'mine');
    await put(out, 'docs/reference-notes/a.mdx', 'mine');
    expect(await writePages(out, pages, { owned })).toEqual({ created: 0, changed: 0, unchanged: 3, deleted: 2 });
    expect(Object.keys(await textsOf(out))).toEqual([
      'docs/guide.mdx', 'docs/reference/index.mdx', 'docs/reference/mongodb/skills.mdx', 'docs/reference-notes/a.mdx', 'public/catalog.json', 'public/catalog.json.bak', 'public/favicon.svg',
    ].sort());
    expect(await readdir(join(out, 'docs/reference'))).toEqual(['index.mdx', 'mongodb']);
  });

  test('a link in an owned folder goes, and what it leads to stays', async () => {
    const out = await temporaryFolder();
    const elsewhere = await temporaryFolder();
    await put(elsewhere, 'precious.mdx', 'mine');
    await writePages(out, pages, { owned });
    await symlink(elsewhere, join(out, 'docs/reference/linked'));
    await symlink(join(elsewhere, 'precious.mdx'), join(out, 'docs/reference/linked.mdx'));
    expect(await writePages(out, pages, { owned })).toMatchObject({ deleted: 2 });
    expect(await textsOf(out)).toEqual(Object.fromEntries(pages));
    expect(await textsOf(elsewhere)).toEqual({ 'precious.mdx': 'mine' });
  });

  test('a page that is a link is replaced, and what it led to stays', async () => {
    const out = await temporaryFolder();
    const elsewhere = await temporaryFolder();
    await put(elsewhere, 'precious.mdx', '# Overview\n');
    await mkdir(join(out, 'docs/reference'), { recursive: true });
    await symlink(join(elsewhere, 'precious.mdx'), join(out, 'docs/reference/index.mdx'));
    expect(await writePages(out, new Map([['docs/reference/index.mdx', '# New\n']]), { owned })).toMatchObject({ changed: 1 });
    expect(await textsOf(out)).toEqual({ 'docs/reference/index.mdx': '# New\n' });
    expect(await textsOf(elsewhere)).toEqual({ 'precious.mdx': '# Overview\n' });
  });

  test('what a killed run left behind, also beside files that are not ours', async () => {
    const out = await temporaryFolder();
    await writePages(out, pages, { owned });
    await put(out, 'public/.catalog.json.0123456789ab.polyref-part', 'half');
    await put(out, 'public/.someone-elses.0123456789ab.polyref-part', 'mine');
    await put(out, 'docs/reference/mongodb/.skills.mdx.0123456789ab.polyref-part', 'half');
    expect(await writePages(out, pages, { owned })).toEqual({ created: 0, changed: 0, unchanged: 3, deleted: 0 });
    expect(await textsOf(out)).toEqual({ ...Object.fromEntries(pages), 'public/.someone-elses.0123456789ab.polyref-part': 'mine' });
  });
});

describe('what is refused, before anything is written', () => {
  test('an out folder that is a file', async () => {
    const out = await temporaryFolder();
    await put(out, 'file', 'mine');
    await expect(writePages(join(out, 'file'), pages, { owned })).rejects.toMatchObject({
      name: 'DiskError', message: `\`${join(out, 'file')}\` must be a folder: a file is there.`, hint: 'Move it away, or name another folder with --out.',
    });
    await expect(writePages(join(out, 'file', 'below'), pages, { owned })).rejects.toThrow('must be a folder: a file is on the way to it.');
    expect(await textsOf(out)).toEqual({ file: 'mine' });
  });

  test('a file where a folder must be', async () => {
    const out = await temporaryFolder();
    await put(out, 'public', 'mine');
    await expect(writePages(out, pages, { owned })).rejects.toThrow('`public` must be a folder: a file is there.');
    expect(await textsOf(out)).toEqual({ public: 'mine' });
  });

  test('a folder where a page must be', async () => {
    const out = await temporaryFolder();
    await put(out, 'public/catalog.json/notes.txt', 'mine');
    await expect(writePages(out, pages, { owned })).rejects.toThrow('`public/catalog.json` must be a file, but a folder is there.');
    expect(await textsOf(out)).toEqual({ 'public/catalog.json/notes.txt': 'mine' });
  });

  test('a folder that is a link leading elsewhere', async () => {
    const out = await temporaryFolder();
    const elsewhere = await temporaryFolder();
    await put(elsewhere, 'reference/precious.mdx', 'mine');
    await symlink(elsewhere, join(out, 'docs'));
    await expect(writePages(out, pages, { owned })).rejects.toThrow('`docs` is a symbolic link that leads out of the folder to write to.');
    expect(await textsOf(elsewhere)).toEqual({ 'reference/precious.mdx': 'mine' });
  });

  test.skipIf(process.getuid?.() === 0)('a folder without permission', async () => {
    const out = await temporaryFolder();
    await mkdir(join(out, 'public'), { mode: 0o555 });
    await expect(writePages(out, pages, { owned })).rejects.toThrow('Nothing can be written to `public`: you have no permission to.');
    expect(await textsOf(out)).toEqual({});
  });

  test.skipIf(process.platform !== 'linux')('a file system that takes no files', async () => {
    await expect(writePages('/proc/self/polyref', pages, { owned })).rejects.toMatchObject({ name: 'DiskError' });
  });
});

describe('reading back', () => {
  test('gives what was written, and orphans', async () => {
    const out = await temporaryFolder();
    await writePages(out, pages, { owned });
    await put(out, 'docs/reference/orphan.mdx', 'old');
    await put(out, 'docs/reference/.index.mdx.0123456789ab.polyref-part', 'half');
    await put(out, 'public/favicon.svg', 'mine');
    expect(await readPages(out, { owned, files: pages.keys() })).toEqual(new Map([...pages, ['docs/reference/orphan.mdx', 'old']]));
  });

  test('of a folder that is not there gives nothing', async () => {
    expect(await readPages(join(await temporaryFolder(), 'nowhere'), { owned, files: pages.keys() })).toEqual(new Map());
  });
});
