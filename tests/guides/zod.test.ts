import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';
import { makePages } from '../../src/lib/index.ts';
import { put, smallSchema } from '../cli/run-polyref.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { examplesOf } from './guide-examples.ts';

const examples = examplesOf('zod.mdx');

/** A repository with that Zod among its packages, and the examples of a heading in it. */
async function pagesOf(heading: string, zod: string): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'node_modules'));
  await symlink(join(packageRoot, 'node_modules', zod), join(folder, 'node_modules/zod'));
  await put(folder, { ...smallSchema, ...Object.fromEntries(examples.filter((example) => example.heading === heading).map(({ path, text }) => [path, text])) });
  const made = await makePages({ schemaDir: join(folder, 'schema') });
  expect(made.findings).toEqual([]);
  return made.kind === 'made' ? (made.pages.get('src/content/docs/reference/mongodb/carts.mdx') ?? '') : '';
}

describe('each example of the guide makes the page of its entity', () => {
  test.each([
    ['With Zod 4', 'zod'],
    ['With Zod 4', 'zod-4.0'],
    ['With Zod 3.25', 'zod-3.25'],
    ['With Zod 3.25', 'zod'],
    ['A shape that you already have', 'zod-3.25'],
    ['A shape that you already have', 'zod'],
  ])('%s: %s', async (heading, zod) => {
    const page = await pagesOf(heading, zod);
    expect(page).toContain('What somebody wants to buy.');
    expect(page).toContain('postgresql/tenants');
    if (heading.startsWith('A shape')) expect(page).toContain('Personal data.');
  });
});

test('the guide has an example of each', () => {
  expect(examples.map(({ heading, path }) => `${heading}: ${path}`)).toEqual([
    'With Zod 4: schema/mongodb/carts.ts',
    'With Zod 3.25: schema/mongodb/carts.ts',
    'A shape that you already have: src/cart.ts',
    'A shape that you already have: schema/mongodb/carts.ts',
  ]);
});
