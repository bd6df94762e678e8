import { cp, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderSyntheticSchema } from '../../scripts/bench/synthetic-schema.ts';
import { packageRoot } from '../../scripts/project.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put, runPolyref, smallSchema, textsOf } from './run-polyref.ts';

/** A project that has Polyref among its packages, as copied there by a package manager. */
async function projectWithPolyref(schema: Readonly<Record<string, string>>): Promise<{ readonly cwd: string; readonly bin: string }> {
  const cwd = await temporaryFolder();
  const home = join(cwd, 'node_modules/polyref');
  await mkdir(home, { recursive: true });
  for (const part of ['bin', 'scripts', 'src', 'package.json']) await cp(join(packageRoot, part), join(home, part), { recursive: true });
  await symlink(join(packageRoot, 'node_modules'), join(home, 'node_modules'));
  await put(cwd, schema);
  return { cwd, bin: join(home, 'bin/polyref.js') };
}

async function pagesOf(cwd: string): Promise<ReadonlyMap<string, string>> {
  return new Map([...await textsOf(join(cwd, 'src'))].concat([...await textsOf(join(cwd, 'public'))]));
}

test('as a package of another project it makes the same pages', async () => {
  const { cwd, bin } = await projectWithPolyref(smallSchema);
  expect(await runPolyref(['generate'], { cwd, bin })).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^\d+ files: \d+ created\.\n$/) as string });
  expect(await runPolyref(['check'], { cwd, bin })).toMatchObject({ code: 0, err: '' });
  // The command of this repository runs the same schema, whose `polyref` is the package's copy.
  expect(await runPolyref(['check'], { cwd })).toMatchObject({ code: 0, err: '' });
  expect((await pagesOf(cwd)).get('content/docs/reference/mongodb/carts.mdx')).toContain('What somebody wants to buy.');
});

test('an installation that lacks a package could not do the work, which is not drift', async () => {
  const cwd = await temporaryFolder();
  const home = join(cwd, 'node_modules/polyref');
  await mkdir(home, { recursive: true });
  for (const part of ['bin', 'scripts', 'src', 'package.json']) await cp(join(packageRoot, part), join(home, part), { recursive: true });
  const { code, out, err } = await runPolyref(['check'], { cwd, bin: join(home, 'bin/polyref.js') });
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^Polyref could not start: Cannot find package 'commander' imported from .*\n$/);
});

test('so does a Node that takes no types off', async () => {
  const { cwd, bin } = await projectWithPolyref(smallSchema);
  expect(await runPolyref(['generate'], { cwd, bin, node: ['--no-experimental-strip-types'] })).toMatchObject({ code: 0, err: '' });
});

test('its threads run there too, and its exit code and signals are its own', async () => {
  // So many files that they are parsed in a thread.
  const { cwd, bin } = await projectWithPolyref(Object.fromEntries(renderSyntheticSchema(120)));
  expect(await runPolyref(['generate'], { cwd, bin })).toMatchObject({ code: 0, err: '' });
  expect(await runPolyref(['check', '--bogus'], { cwd, bin })).toMatchObject({ code: 2, out: '', err: "error: unknown option '--bogus'\nRun `polyref check --help` to see what there is.\n" });
});
