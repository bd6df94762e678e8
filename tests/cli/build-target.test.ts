import { execFile } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';
import { SITE_MARK } from '../../scripts/site-target.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put, runPolyref, smallSchema, textsOf } from './run-polyref.ts';

const NAME_ANOTHER = 'Name a folder for the site alone with --dist, such as --dist polyref-site.';
const WHOLE = 'building a site replaces the whole folder. Nothing was changed.';

/** A shop with a built product of its own, and a folder that nothing is to happen to. */
async function shop(): Promise<{ readonly folder: string; readonly cwd: string }> {
  const folder = await temporaryFolder();
  await put(join(folder, 'shop'), { ...smallSchema, '.git/HEAD': 'ref: refs/heads/main\n', 'dist/app.js': 'the product', 'precious/letter.txt': 'mine', 'README.md': 'mine' });
  return { folder, cwd: join(folder, 'shop') };
}

function refused(message: string, hint: string): object {
  return { code: 2, signal: null, out: '', err: `error  disk-refuses\n  ${message}\n  ${hint}\n\n1 error\n` };
}

function foreign(shown: string): readonly [message: string, hint: string] {
  return [
    `\`${shown}\` is not empty, and nothing in it says that Polyref built it (there is no \`.polyref-site\`). Polyref does not replace it, because ${WHOLE}`,
    'Name another folder with --dist. If it is a site that an older Polyref built, delete it first.',
  ];
}

describe('build and start replace nothing but a site, and do nothing before they know', () => {
  test.each<[readonly string[], string, string]>([
    [['--dist', 'precious'], ...foreign('precious')],
    [['--dist', 'precious/'], ...foreign('precious')],
    [['--dist', './schema/../precious'], ...foreign('precious')],
    [['--dist', 'dist'], ...foreign('dist')],
    [['--dist', '.'], `\`.\` is the current folder, and ${WHOLE}`, NAME_ANOTHER],
    [['--dist', '..'], `\`..\` contains the current folder, and ${WHOLE}`, NAME_ANOTHER],
    [['--dist', 'schema'], `\`schema\` is the schema folder, and ${WHOLE}`, NAME_ANOTHER],
    [['--dist', 'Schema'], `\`Schema\` is the schema folder where names are the same in upper and in lower case, and ${WHOLE}`, NAME_ANOTHER],
    [['--dist', 'src'], `\`src\` contains the folder of the pages, and ${WHOLE}`, NAME_ANOTHER],
    [['--dist', 'public'], `\`public\` is the folder of public files, and ${WHOLE}`, NAME_ANOTHER],
    [['--dist', 'public/docs'], '`public/docs` is inside the folder of public files, and a site does not belong among the files that it is made of. Nothing was changed.', NAME_ANOTHER],
    [['--dist', 'schema/site'], '`schema/site` is inside the schema folder, and a site does not belong among the files that it is made of. Nothing was changed.', NAME_ANOTHER],
    [['--dist', '.git'], '`.git` is where Git keeps its own files. Nothing was changed.', NAME_ANOTHER],
    [['--dist', '.git/hooks'], '`.git/hooks` is inside `.git`, where Git keeps its own files. Nothing was changed.', NAME_ANOTHER],
    [['--dist', 'README.md'], '`README.md` is a file, and a site is a folder. Nothing was changed.', 'Move the file away, or name another folder with --dist.'],
  ])('%j', async (args, message, hint) => {
    const { cwd } = await shop();
    const before = await textsOf(cwd);
    expect(await runPolyref(['build', ...args], { cwd })).toEqual(refused(message, hint));
    expect(await textsOf(cwd)).toEqual(before);
    expect(await readdir(cwd)).toEqual(['.git', 'README.md', 'dist', 'precious', 'schema']);
  });

  test('a link', async () => {
    const { folder, cwd } = await shop();
    symlinkSync('precious', join(cwd, 'site'));
    const before = await textsOf(folder);
    for (const command of ['build', 'start']) {
      expect(await runPolyref([command, '--dist', 'site'], { cwd })).toEqual(
        refused('`site` is a symbolic link, and a site is not built through a link. Nothing was changed.', 'Remove the link, or name another folder with --dist.'),
      );
    }
    expect(await textsOf(folder)).toEqual(before);
    expect(await readlink(join(cwd, 'site'))).toBe('precious');
  });

  test('a way out of the repository, through a link in it', async () => {
    const { folder, cwd } = await shop();
    await put(folder, { [`elsewhere/site/${SITE_MARK.name}`]: SITE_MARK.text, 'elsewhere/site/index.html': 'of another project' });
    symlinkSync('../elsewhere', join(cwd, 'build'));
    const before = await textsOf(folder);
    expect(await runPolyref(['build', '--dist', 'build/site'], { cwd })).toEqual(
      refused('`build/site` leads out of the project: `build` is a symbolic link. Nothing was changed.', 'Name the folder that is meant with --dist, without a link on the way.'),
    );
    expect(await textsOf(folder)).toEqual(before);
  });

  test('the default, where somebody has a folder of that name', async () => {
    const { folder, cwd } = await shop();
    await put(cwd, { 'polyref-site/notes.txt': 'mine' });
    const before = await textsOf(folder);
    expect(await runPolyref(['build'], { cwd })).toEqual(refused(...foreign('polyref-site')));
    expect(await runPolyref(['start', '--schema', 'shop/schema'], { cwd: folder })).toEqual(refused(...foreign('shop/polyref-site')));
    expect(await textsOf(folder)).toEqual(before);
  });

  test('what contains the project, from elsewhere, another repository and the home folder', async () => {
    const { folder, cwd } = await shop();
    await put(folder, { 'work/notes.txt': 'mine', 'home/notes.txt': 'mine', 'other/.git/HEAD': 'ref: refs/heads/main\n' });
    const run = (dist: string) => runPolyref(['build', '--schema', '../shop/schema', '--dist', dist], { cwd: join(folder, 'work'), env: { HOME: join(folder, 'home') } });
    const before = await textsOf(folder);
    expect(await run('..')).toEqual(refused(`\`..\` contains the current folder, and ${WHOLE}`, NAME_ANOTHER));
    expect(await run(cwd)).toEqual(refused(`\`../shop\` contains the schema folder, and ${WHOLE}`, NAME_ANOTHER));
    expect(await run('../home')).toEqual(refused(`\`../home\` is your home folder, and ${WHOLE}`, NAME_ANOTHER));
    expect(await run('../other')).toEqual(refused(`\`../other\` holds a Git repository, and ${WHOLE}`, 'Build into another folder, named with --dist, and copy the files from there.'));
    expect(await run(packageRoot)).toMatchObject({ code: 2, err: expect.stringContaining("is Polyref's own folder, and building a site replaces") as string });
    expect(await textsOf(folder)).toEqual(before);
  });
});

test('by default the site goes beside the schema folder, a build that fails leaves it as it was, and nothing else is touched', async () => {
  const { folder, cwd } = await shop();
  const others = async () => new Map([...await textsOf(folder)].filter(([path]) => /^shop\/(dist|precious|schema|\.git|README)/.test(path)));
  const before = await others();
  const built = await runPolyref(['build', '--schema', 'shop/schema'], { cwd: folder });
  expect(built).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/ created\.\nBuilt shop\/polyref-site\n$/) as string });
  expect((await readdir(cwd)).sort()).toEqual(['.git', 'README.md', 'dist', 'polyref-site', 'precious', 'public', 'schema', 'src']);
  const site = await textsOf(join(cwd, 'polyref-site'));
  expect(site.get('.polyref-site')).toBe('Polyref built this folder, and replaces all of it with the next build. Keep your own files elsewhere.\n');
  expect(site.get('reference/mongodb/carts/index.html')).toContain('What somebody wants to buy.');

  await put(cwd, { 'src/content/docs/guide.md': '---\ntitle: Guide\n---\n\n[Nowhere](./nowhere.md)\n' });
  const failed = await runPolyref(['build'], { cwd });
  expect(failed).toMatchObject({ code: 2, err: expect.stringMatching(/The site could not be built: One broken link:\n {2}│ {3}\/guide: \/nowhere\/\n {2}│ {5}There is no such page\.\n$/) as string });
  expect(await textsOf(join(cwd, 'polyref-site'))).toEqual(site);
  expect((await readdir(cwd)).sort()).toEqual(['.git', 'README.md', 'dist', 'polyref-site', 'precious', 'public', 'schema', 'src']);
  expect(await others()).toEqual(before);
}, 240_000);

test('Astro itself, which would empty the folder first, builds nothing', async () => {
  const folder = await temporaryFolder();
  await put(folder, { 'letter.txt': 'mine' });
  const run = promisify(execFile)(process.execPath, [join(packageRoot, 'node_modules/astro/bin/astro.mjs'), 'build'], { cwd: packageRoot, env: { ...process.env, POLYREF_DIST: folder, ASTRO_TELEMETRY_DISABLED: '1' } });
  await expect(run).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Run `npm run build`: it replaces the site only when the new one is whole.') as string });
  expect(Object.fromEntries(await textsOf(folder))).toEqual({ 'letter.txt': 'mine' });
});
