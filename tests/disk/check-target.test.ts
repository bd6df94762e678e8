import { mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkTarget, type TargetRules } from '../../src/lib/disk/check-target.ts';
import { put, textsOf } from '../cli/run-polyref.ts';
import { MARK } from './site-mark.ts';
import { temporaryFolder } from './temporary-folder.ts';

const NAME_ANOTHER = 'Name a folder for the site alone with --dist, such as --dist polyref-site.';
const WHOLE = 'building a site replaces the whole folder. Nothing was changed.';

/** A project with a schema, and pages that were not generated yet. */
async function project(): Promise<{ readonly root: string; readonly rules: TargetRules }> {
  const root = join(await temporaryFolder(), 'shop');
  await put(root, { 'schema/system.ts': 'mine', 'README.md': 'mine' });
  const schema = { path: join(root, 'schema'), name: 'the schema folder' };
  const pages = { path: join(root, 'src/content'), name: 'the folder of the pages' };
  return { root, rules: { shown: 'x', mark: MARK, precious: [{ path: root, name: 'the current folder' }, schema, pages], closed: [schema, pages], projects: [root] } };
}

function refusalOf(target: string, rules: TargetRules): { readonly message: string; readonly hint: string } | undefined {
  try {
    checkTarget(target, rules);
    return undefined;
  } catch (error) {
    return error as { message: string; hint: string };
  }
}

test.each<[string, string]>([
  ['.git', 'is'],
  ['.git/hooks', 'is inside `.git`,'],
  ['.GIT/refs/tags/v1', 'is inside `.GIT`,'],
  ['../shop.git/hooks', 'is inside `shop.git`,'],
])('a target among the files of Git: %s', async (target, where) => {
  const { root, rules } = await project();
  await put(root, { '../shop.git/HEAD': 'ref: refs/heads/main\n', '../shop.git/objects/pack/x': '', '../shop.git/refs/heads/main': '' });
  expect(refusalOf(join(root, target), rules)).toMatchObject({ message: `\`x\` ${where} where Git keeps its own files. Nothing was changed.`, hint: NAME_ANOTHER });
});

describe('a target that nothing can be lost with', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['is not there', {}],
    ['was made before', { 'site/.made-here': MARK.text, 'site/index.html': 'old' }],
    ['was made before, and went through Git on Windows', { 'site/.made-here': MARK.text.replace('\n', '\r\n') }],
  ])('%s', async (_, files) => {
    const { root, rules } = await project();
    await put(root, files);
    expect(checkTarget(join(root, 'site'), rules)).toBe(join(root, 'site'));
  });

  test('is empty', async () => {
    const { root, rules } = await project();
    mkdirSync(join(root, 'site'));
    expect(checkTarget(join(root, 'site/'), rules)).toBe(join(root, 'site'));
  });

  test('is reached through a link within the project, and is known by its real path', async () => {
    const { root, rules } = await project();
    mkdirSync(join(root, 'output'));
    symlinkSync('output', join(root, 'build'));
    expect(checkTarget(join(root, 'build/site'), rules)).toBe(join(root, 'output/site'));
  });

  test('is outside of the project, through a link that is not of the project', async () => {
    const { root, rules } = await project();
    mkdirSync(join(root, '../www'));
    symlinkSync('www', join(root, '../served'));
    expect(checkTarget(join(root, '../served/docs'), rules)).toBe(join(root, '../www/docs'));
  });
});

describe('a target is refused', () => {
  test.each<[string, string, string]>([
    ['the current folder', '.', 'is the current folder, and '],
    ['its own slash', './', 'is the current folder, and '],
    ['a way round to it', 'schema/../../shop', 'is the current folder, and '],
    ['what contains it', '..', 'contains the current folder, and '],
    ['the root of the disk', '/', 'contains the current folder, and '],
    ['the schema folder', 'schema', 'is the schema folder, and '],
    ['what is to hold pages', 'src/content', 'is the folder of the pages, and '],
    ['what is to contain that', 'src', 'contains the folder of the pages, and '],
    ['the schema folder, in other letters', 'SCHEMA', 'is the schema folder where names are the same in upper and in lower case, and '],
    ['what contains pages, in other letters', 'Src', 'contains the folder of the pages where names are the same in upper and in lower case, and '],
  ])('%s', async (_, target, what) => {
    const { root, rules } = await project();
    expect(refusalOf(resolve(root, target), rules)).toMatchObject({ name: 'DiskError', message: `\`x\` ${what}${WHOLE}`, hint: NAME_ANOTHER });
    expect(Object.keys(Object.fromEntries(await textsOf(root)))).toEqual(['README.md', 'schema/system.ts']);
  });

  test.each<[string, string, string]>([
    ['below the schema folder', 'schema/site', 'is inside the schema folder, and '],
    ['below the pages', 'src/content/docs/site', 'is inside the folder of the pages, and '],
    ['below the pages, in other letters', 'src/Content/site', 'is inside the folder of the pages where names are the same in upper and in lower case, and '],
  ])('%s', async (_, target, what) => {
    const { root, rules } = await project();
    expect(refusalOf(resolve(root, target), rules)).toMatchObject({ message: `\`x\` ${what}a site does not belong among the files that it is made of. Nothing was changed.`, hint: NAME_ANOTHER });
  });

  test('a folder that is another way to a precious one', async () => {
    const { root, rules } = await project();
    symlinkSync('shop', join(root, '../alias'));
    expect(refusalOf(join(root, '../alias/schema'), rules)?.message).toBe(`\`x\` is the schema folder, and ${WHOLE}`);
    expect(refusalOf(join(root, '../alias/schema/site'), rules)?.message).toMatch(/^`x` is inside the schema folder, /);
  });

  test('a folder with files of somebody', async () => {
    const { root, rules } = await project();
    await put(root, { 'precious/a.txt': 'mine' });
    expect(refusalOf(join(root, 'precious'), rules)).toMatchObject({
      message: '`x` is not empty, and nothing in it says that Polyref built it (there is no `.made-here`). Polyref does not replace it, because building a site replaces the whole folder. Nothing was changed.',
      hint: 'Name another folder with --dist. If it is a site that an older Polyref built, delete it first.',
    });
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['another text', { '.made-here': 'Mine.\n' }],
    ['a folder', { '.made-here/x': MARK.text }],
  ])('a folder whose mark is %s', async (_, files) => {
    const { root, rules } = await project();
    await put(join(root, 'precious'), files);
    expect(refusalOf(join(root, 'precious'), rules)?.message).toMatch(/^`x` is not empty, /);
  });

  test('a folder whose mark is a link', async () => {
    const { root, rules } = await project();
    await put(root, { 'precious/a.txt': 'mine', 'mark': MARK.text });
    symlinkSync('../mark', join(root, 'precious/.made-here'));
    expect(refusalOf(join(root, 'precious'), rules)?.message).toMatch(/^`x` is not empty, /);
  });

  test('a checked-out branch of pages', async () => {
    const { root, rules } = await project();
    await put(root, { 'pages/.made-here': MARK.text, 'pages/.git': 'gitdir: ../.git/worktrees/pages' });
    expect(refusalOf(join(root, 'pages'), rules)).toMatchObject({
      message: `\`x\` holds a Git repository, and ${WHOLE}`, hint: 'Build into another folder, named with --dist, and copy the files from there.',
    });
  });

  test('a link, to whatever', async () => {
    const { root, rules } = await project();
    await put(root, { 'output/.made-here': MARK.text });
    symlinkSync('output', join(root, 'link'));
    symlinkSync('nowhere', join(root, 'dangling'));
    for (const link of ['link', 'dangling', 'link/']) {
      expect(refusalOf(join(root, link), rules)).toMatchObject({
        message: '`x` is a symbolic link, and a site is not built through a link. Nothing was changed.', hint: 'Remove the link, or name another folder with --dist.',
      });
    }
  });

  test('a way out of the project, through a link in it', async () => {
    const { root, rules } = await project();
    mkdirSync(join(root, '../elsewhere'));
    symlinkSync('../elsewhere', join(root, 'build'));
    expect(refusalOf(join(root, 'build/site'), rules)).toMatchObject({
      message: '`x` leads out of the project: `build` is a symbolic link. Nothing was changed.', hint: 'Name the folder that is meant with --dist, without a link on the way.',
    });
  });

  test('a way through a link that leads nowhere', async () => {
    const { root, rules } = await project();
    symlinkSync('nowhere', join(root, 'build'));
    expect(refusalOf(join(root, 'build/site'), rules)?.message).toBe('`x` cannot be reached: something on the way is not there. Nothing was changed.');
  });

  test('a file, and what would be below one', async () => {
    const { root, rules } = await project();
    expect(refusalOf(join(root, 'README.md'), rules)).toMatchObject({
      message: '`x` is a file, and a site is a folder. Nothing was changed.', hint: 'Move the file away, or name another folder with --dist.',
    });
    expect(refusalOf(join(root, 'README.md/site'), rules)?.message).toBe(`\`x\` cannot be made: \`${join(root, 'README.md')}\` is a file. Nothing was changed.`);
  });

  test.skipIf(process.platform !== 'linux')('the root of a file system', async () => {
    const { rules } = await project();
    expect(refusalOf('/proc', rules)).toMatchObject({ message: `\`x\` is the root of a file system, which cannot be replaced, and ${WHOLE}`, hint: 'Name a folder inside of it: --dist x/site.' });
  });

  // Permission bits do not bind the superuser.
  test.skipIf(process.getuid?.() === 0)('a place that takes no files', async () => {
    const { root, rules } = await project();
    mkdirSync(join(root, 'locked'), { mode: 0o555 });
    expect(refusalOf(join(root, 'locked/site'), rules)).toMatchObject({
      message: `\`x\` cannot be made in \`${join(root, 'locked')}\`: you do not have permission. Nothing was changed.`,
      hint: 'Make that folder writable, or name another folder with --dist.',
    });
  });
});
