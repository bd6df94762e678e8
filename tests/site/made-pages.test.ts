import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { madeFiles } from '../../src/site/made-files.ts';
import { hasPage, madePages } from '../../src/site/made-pages.ts';
import { readSiteOptions } from '../../src/site/options.ts';
import { put } from '../cli/run-polyref.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

const RULE = 'src/content/docs/reference/rules/a.mdx';
const SCHEMA = 'public/schemas/mongodb/carts.json';

afterEach(() => madeFiles.clear());

async function site() {
  const out = await temporaryFolder();
  const options = readSiteOptions({ POLYREF_OUT: out }, out);
  madeFiles.set(options.docs, new Map([[RULE, () => 'The rule.'], [SCHEMA, () => '{}\n']]));
  return { out, options, setup: (command: 'build' | 'dev') => madePages(options).hooks['astro:config:setup']?.({ command, updateConfig: () => undefined } as never) };
}

test('a page is there that is on no disk, and only the site that it was made for has it', async () => {
  const { options } = await site();
  expect(hasPage(options, 'reference/rules/a.mdx')).toBe(true);
  expect(hasPage(options, 'reference/rules/b.mdx')).toBe(false);
  expect(hasPage(readSiteOptions({ POLYREF_OUT: await temporaryFolder() }, '/'), 'reference/rules/a.mdx')).toBe(false);
});

test('files are put beside what Astro has built', async () => {
  const { out, options } = await site();
  await mkdir(join(out, 'dist'));
  await madePages(options).hooks['astro:build:done']?.({ dir: pathToFileURL(`${out}/dist/`) } as never);
  expect(await readFile(join(out, 'dist/schemas/mongodb/carts.json'), 'utf8')).toBe('{}\n');
});

test('a file of somebody else in the place of one that is made stops the build', async () => {
  const { out, setup } = await site();
  expect(() => setup('build')).not.toThrow();
  await put(out, { [SCHEMA]: 'mine' });
  expect(() => setup('build')).toThrow('public/schemas/mongodb/carts.json is where the site has a file that it makes itself. Move yours elsewhere.');
  expect(() => setup('dev')).not.toThrow();
  expect(await readFile(join(out, SCHEMA), 'utf8')).toBe('mine');
});
