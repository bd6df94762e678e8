import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/lib/pipeline/check.ts';
import { generate } from '../../src/lib/pipeline/generate.ts';
import { put, smallSchema, textsOf } from '../cli/run-polyref.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { said } from '../read/read-fixture.ts';

async function project(items: readonly unknown[], more: Readonly<Record<string, string>> = {}, docs = ''): Promise<{ readonly schemaDir: string; readonly outDir: string }> {
  const outDir = await temporaryFolder();
  const config = `import { defineConfig } from 'polyref';\n\nexport default defineConfig({\n  docs: {\n    ${docs}\n    sidebar: [{ label: 'More', items: ${JSON.stringify(items)} }],\n  },\n});\n`;
  await put(outDir, { ...smallSchema, ...more, 'polyref.config.ts': config });
  return { outDir, schemaDir: join(outDir, 'schema') };
}

test('a page that does not exist is told at its place, and nothing is written', async () => {
  const folders = await project(['guides/on-cal', { label: 'Nothing', page: 'nix/page' }, 'reference/mongodb/cart', 'guides/_draft'], {
    'src/content/docs/guides/on-call.md': '---\ntitle: On call\n---\n', 'src/content/docs/guides/_draft.md': '---\ntitle: Draft\n---\n',
  });
  const before = await textsOf(folders.outDir);
  const expected = [
    'polyref.config.ts:6:5 bad-config: `docs.sidebar` names the page `guides/on-cal`, which does not exist. Did you mean `guides/on-call`?',
    'polyref.config.ts:6:5 bad-config: `docs.sidebar` names the page `nix/page`, which does not exist. Name a page by its path without the ending, as in `guides/on-call`, or remove the item.',
    'polyref.config.ts:6:5 bad-config: `docs.sidebar` names the page `reference/mongodb/cart`, which does not exist. Did you mean `reference/mongodb/carts`?',
    'polyref.config.ts:6:5 bad-config: `docs.sidebar` names the page `guides/_draft`, which does not exist. Name a page by its path without the ending, as in `guides/on-call`, or remove the item.',
  ];
  const generated = await generate(folders);
  expect(generated.kind).toBe('unwritable');
  expect(said(generated.findings)).toEqual(expected);
  expect(await textsOf(folders.outDir)).toEqual(before);
  const checked = await check(folders);
  expect(said(checked.findings)).toEqual(expected);
});

test('pages that are generated, made with the site, written by hand or the first of a folder exist', async () => {
  const generated = ['index', 'reference', 'reference/mongodb/carts', 'reference/mongodb', 'reference/glossary', 'reference/rules/dangling-reference'];
  const folders = await project([...generated, 'on-call', 'runbooks'], { 'handbook/On call.mdx': '---\ntitle: On call\n---\n', 'handbook/runbooks/index.md': '---\ntitle: Runbooks\n---\n' }, "pages: './handbook',");
  expect(await generate(folders)).toMatchObject({ kind: 'generated' });
  expect(await check(folders)).toMatchObject({ kind: 'checked', drift: [] });
});
