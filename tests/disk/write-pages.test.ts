import { lstat, mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPages } from '../../src/lib/disk/read-pages.ts';
import { writePages } from '../../src/lib/disk/write-pages.ts';
import { temporaryFolder } from './temporary-folder.ts';

const owned = ['docs/reference', 'public/schemas'];
const isGenerated = (_: string, text: string) => text.startsWith('# ') || text.startsWith('{') || text === 'old';
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
    expect(await writePages(out, pages, { owned, isGenerated })).toEqual({ created: 3, changed: 0, unchanged: 0, deleted: 0 });
    expect(await textsOf(out)).toEqual(Object.fromEntries(pages));
  });

  test('only what changed: other files keep their date', async () => {
    const out = await temporaryFolder();
    await writePages(out, pages, { owned, isGenerated });
    const long_ago = new Date('2001-02-03T04:05:06Z');
    for (const path of pages.keys()) await utimes(join(out, path), long_ago, long_ago);
    const counts = await writePages(out, new Map([...pages, ['public/catalog.json', '{"new":true}\n']]), { owned, isGenerated });
    expect(counts).toEqual({ created: 0, changed: 1, unchanged: 2, deleted: 0 });
    expect((await stat(join(out, 'docs/reference/index.mdx'))).mtime).toEqual(long_ago);
    expect((await stat(join(out, 'public/catalog.json'))).mtime).not.toEqual(long_ago);
  });
});

describe('what is deleted', () => {
  test('orphans in owned folders, with folders that only held them; nothing else', async () => {
    const out = await temporaryFolder();
    await writePages(out, pages, { owned, isGenerated });
    await put(out, 'docs/reference/old/deep/gone.mdx', 'old');
    await put(out, 'public/schemas/old.json', 'old');
    await put(out, 'public/favicon.svg', 'mine');
    await put(out, 'public/catalog.json.bak', 'mine');
    await put(out, 'docs/guide.mdx', 'mine');
    await put(out, 'docs/reference-notes/a.mdx', 'mine');
    expect(await writePages(out, pages, { owned, isGenerated })).toEqual({ created: 0, changed: 0, unchanged: 3, deleted: 2 });
    expect(Object.keys(await textsOf(out))).toEqual([
      'docs/guide.mdx', 'docs/reference/index.mdx', 'docs/reference/mongodb/skills.mdx', 'docs/reference-notes/a.mdx', 'public/catalog.json', 'public/catalog.json.bak', 'public/favicon.svg',
    ].sort());
    expect(await readdir(join(out, 'docs/reference'))).toEqual(['index.mdx', 'mongodb']);
  });

  test("never a file whose name begins with a dot: it is an editor's or the system's", async () => {
    const out = await temporaryFolder();
    await writePages(out, pages, { owned, isGenerated });
    await put(out, 'docs/reference/.DS_Store', 'the system');
    await symlink('nobody@nowhere', join(out, 'docs/reference/.#index.mdx'));
    expect(await writePages(out, pages, { owned, isGenerated })).toEqual({ created: 0, changed: 0, unchanged: 3, deleted: 0 });
    expect(await textsOf(out)).toEqual({ ...Object.fromEntries(pages), 'docs/reference/.DS_Store': 'the system', 'docs/reference/.#index.mdx': 'a link' });
  });

  test('what a killed run left behind, also beside files that are not ours', async () => {
    const out = await temporaryFolder();
    await writePages(out, pages, { owned, isGenerated });
    await put(out, 'public/.catalog.json.0123456789ab.polyref-part', 'half');
    await put(out, 'public/.someone-elses.0123456789ab.polyref-part', 'mine');
    await put(out, 'docs/reference/mongodb/.skills.mdx.0123456789ab.polyref-part', 'half');
    expect(await writePages(out, pages, { owned, isGenerated })).toEqual({ created: 0, changed: 0, unchanged: 3, deleted: 0 });
    expect(await textsOf(out)).toEqual({ ...Object.fromEntries(pages), 'public/.someone-elses.0123456789ab.polyref-part': 'mine' });
  });
});

describe('what is refused, before anything is written', () => {
  test('an out folder that is a file', async () => {
    const out = await temporaryFolder();
    await put(out, 'file', 'mine');
    await expect(writePages(join(out, 'file'), pages, { owned, isGenerated })).rejects.toMatchObject({
      name: 'DiskError', message: `\`${join(out, 'file')}\` must be a folder: a file is there.`, hint: 'Move it away, or name another folder with --out.',
    });
    await expect(writePages(join(out, 'file', 'below'), pages, { owned, isGenerated })).rejects.toThrow('must be a folder: a file is on the way to it.');
    expect(await textsOf(out)).toEqual({ file: 'mine' });
  });

  test('a file where a folder must be', async () => {
    const out = await temporaryFolder();
    await put(out, 'public', 'mine');
    await expect(writePages(out, pages, { owned, isGenerated })).rejects.toThrow('`public` must be a folder: a file is there.');
    expect(await textsOf(out)).toEqual({ public: 'mine' });
  });

  test('a folder where a page must be', async () => {
    const out = await temporaryFolder();
    await put(out, 'public/catalog.json/notes.txt', 'mine');
    await expect(writePages(out, pages, { owned, isGenerated })).rejects.toThrow('`public/catalog.json` must be a file, but a folder is there.');
    expect(await textsOf(out)).toEqual({ 'public/catalog.json/notes.txt': 'mine' });
  });

  test('a folder that is a link leading elsewhere', async () => {
    const out = await temporaryFolder();
    const elsewhere = await temporaryFolder();
    await put(elsewhere, 'reference/precious.mdx', 'mine');
    await symlink(elsewhere, join(out, 'docs'));
    await expect(writePages(out, pages, { owned, isGenerated })).rejects.toThrow('`docs` is a symbolic link that leads out of the folder to write to.');
    expect(await textsOf(elsewhere)).toEqual({ 'reference/precious.mdx': 'mine' });
  });

  test('a file in an owned folder that was not generated, where no page is and where one must be', async () => {
    const out = await temporaryFolder();
    await put(out, 'public/schemas/team.json', 'mine');
    const before = await textsOf(out);
    await expect(writePages(out, pages, { owned, isGenerated })).rejects.toMatchObject({
      name: 'DiskError',
      message: '`public/schemas/team.json` is not a generated file, and writing the pages would overwrite or delete it. Nothing was written.',
      hint: 'Move it to another folder, or name another folder with --out.',
    });
    expect(await textsOf(out)).toEqual(before);
    await put(out, 'docs/reference/index.mdx', 'mine');
    for (const name of ['a', 'b', 'c', 'd']) await put(out, `docs/reference/notes/${name}.md`, 'mine');
    await expect(writePages(out, pages, { owned, isGenerated })).rejects.toThrow(
      '`docs/reference/index.mdx`, `docs/reference/notes/a.md`, `docs/reference/notes/b.md`, `docs/reference/notes/c.md`, `docs/reference/notes/d.md` and 1 more are not generated files, and writing the pages would overwrite or delete them. Nothing was written.',
    );
    expect(Object.keys(await textsOf(out))).toHaveLength(6);
  });

  test('a file in the place of a page outside of the owned folders', async () => {
    const out = await temporaryFolder();
    await put(out, 'public/catalog.json', 'mine');
    await expect(writePages(out, pages, { owned, isGenerated })).rejects.toMatchObject({
      name: 'DiskError',
      message: '`public/catalog.json` is not a generated file, and writing the pages would overwrite or delete it. Nothing was written.',
      hint: 'Move it to another folder, or name another folder with --out.',
    });
    expect(await textsOf(out)).toEqual({ 'public/catalog.json': 'mine' });
  });

  test.each([
    ['a folder in an owned folder', 'docs/reference/mongodb', ''],
    ['a folder that no page goes to', 'docs/reference/linked', ''],
    ['a file', 'docs/reference/index.mdx', '/precious.mdx'],
    ['an owned folder itself', 'docs/reference', ''],
    ['a page outside of the owned folders', 'public/catalog.json', '/precious.mdx'],
  ])('a link: %s', async (_, path, target) => {
    const out = await temporaryFolder();
    const inside = join(out, 'elsewhere');
    await put(inside, 'precious.mdx', '# Generated elsewhere\n');
    await mkdir(dirname(join(out, path)), { recursive: true });
    await symlink(`${inside}${target}`, join(out, path));
    const before = await textsOf(out);
    await expect(writePages(out, pages, { owned, isGenerated })).rejects.toMatchObject({
      name: 'DiskError',
      message: `\`${path}\` is a symbolic link, and pages are not written through links. Nothing was written.`,
      hint: 'Put a file or folder of its own in the place of each link, or name another folder with --out.',
    });
    expect(await textsOf(out)).toEqual(before);
  });

  test.skipIf(process.getuid?.() === 0)('a folder without permission', async () => {
    const out = await temporaryFolder();
    await mkdir(join(out, 'public'), { mode: 0o555 });
    await expect(writePages(out, pages, { owned, isGenerated })).rejects.toThrow('Nothing can be written to `public`: you do not have permission.');
    expect(await textsOf(out)).toEqual({});
  });

  test.skipIf(process.platform !== 'linux')('a file system that takes no files', async () => {
    await expect(writePages('/proc/self/polyref', pages, { owned, isGenerated })).rejects.toMatchObject({ name: 'DiskError' });
  });
});

describe('reading back', () => {
  test('gives what was written, and orphans', async () => {
    const out = await temporaryFolder();
    await writePages(out, pages, { owned, isGenerated });
    await put(out, 'docs/reference/orphan.mdx', 'old');
    await put(out, 'docs/reference/.index.mdx.0123456789ab.polyref-part', 'half');
    await put(out, 'public/favicon.svg', 'mine');
    expect(await readPages(out, { owned, files: pages.keys() })).toEqual({ pages: new Map([...pages, ['docs/reference/orphan.mdx', 'old']]), links: [] });
  });

  test('of a folder that is not there gives nothing', async () => {
    expect(await readPages(join(await temporaryFolder(), 'nowhere'), { owned, files: pages.keys() })).toEqual({ pages: new Map(), links: [] });
  });

  test('names links and does not read through them', async () => {
    const out = await temporaryFolder();
    await put(out, 'elsewhere/index.mdx', '# Overview\n');
    await mkdir(join(out, 'docs'));
    await symlink(join(out, 'elsewhere'), join(out, 'docs/reference'));
    expect(await readPages(out, { owned, files: pages.keys() })).toEqual({ pages: new Map(), links: ['docs/reference'] });
  });
});
