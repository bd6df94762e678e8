import { readFileSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildTypes } from '../../scripts/package/build-types.ts';
import { packageRoot } from '../../scripts/project.ts';
import * as words from '../../src/lib/dsl/index.ts';
import { check, generate, makePages } from '../../src/lib/index.ts';
import type { Catalog } from '../../src/lib/model/catalog.ts';
import { put } from '../cli/run-polyref.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { projectWith } from '../types/project.ts';
import { typeChecker, typeScript } from '../types/type-check.ts';
import { examplesOf } from './guide-examples.ts';

const guide = readFileSync(join(packageRoot, 'src/content/docs/guides/write-a-schema.mdx'), 'utf8');
const sentences = guide.replace(/^```[^]*?^```$/gm, '');
const examples = examplesOf('write-a-schema.mdx');
const files = Object.fromEntries(examples.map(({ path, text }) => [path, text]));
const exported = Object.keys(words);
/** These belong in the configuration, and its guide has their examples. */
const OF_CONFIGURATION = ['defineConfig', 'definePage', 'defineRule'];

test('the guide explains every word that the package exports', () => {
  const codes = [...sentences.matchAll(/`[^`\n]+`/g)].flatMap(([code]) => code.match(/[A-Za-z]\w*/g) ?? []);
  expect(exported.filter((word) => !codes.includes(word))).toEqual([]);
});

test('each word is in an example of the guide, or of the guide that it links', () => {
  const importedBy = (guideFile: string) =>
    examplesOf(guideFile).flatMap(({ text }) => [...text.matchAll(/^import \{([^}]*)\} from 'polyref';$/gm)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim())));
  const imported = importedBy('write-a-schema.mdx');
  expect(exported.filter((word) => !imported.includes(word))).toEqual(expect.arrayContaining(OF_CONFIGURATION));
  expect(exported.filter((word) => !imported.includes(word))).toHaveLength(OF_CONFIGURATION.length);
  const configured = importedBy('configure.mdx');
  for (const word of OF_CONFIGURATION) {
    expect(configured).toContain(word);
    expect(sentences).toMatch(new RegExp(`^\\| \`${word}\` \\| \\[[^\\]]+\\]\\(\\./configure\\.mdx`, 'm'));
  }
});

test('the examples are one schema: it has no mistakes, and every reference and claim in it holds', async () => {
  expect(new Set(examples.map(({ path }) => path)).size).toBe(examples.length);
  const folder = await temporaryFolder();
  await put(folder, files);
  const folders = { schemaDir: join(folder, 'schema'), outDir: folder };
  expect(await generate(folders)).toMatchObject({ kind: 'generated', findings: [] });
  expect(await check(folders)).toMatchObject({ kind: 'checked', drift: [], foreign: [], findings: [] });
});

test('TypeScript takes the examples', async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'polyref-guide-')));
  try {
    await buildTypes(join(folder, 'types'));
    await projectWith(folder, join(folder, 'types'), 'newest', {});
    await put(folder, files);
    expect(typeChecker(typeScript('6.0'))(folder, Object.keys(files), 'Bundler', { allowImportingTsExtensions: true, noUnusedLocals: true }).said).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test.each([
  ['Fields of documents', "collection('all', { document", 'mongodb'],
  ['Column types', "table('all', { primaryKey: ['c0'], columns", 'postgresql'],
])('%s: each word makes the type that the table names', async (heading, definition, store) => {
  const section = guide.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  const rows = [...section.matchAll(/^\| `([^`]+)` \| `([^`]+)` \|/gm)].map(([, word = '', type = '']) => ({ word, type }));
  const columns = rows.map(({ word }, at) => `c${at}: ${word.replace('(shape)', '(z.object({ a: z.string() }))')}`).join(', ');
  const kind = definition.slice(0, definition.indexOf('('));
  const names = [...new Set([kind, ...rows.map(({ word }) => word.slice(0, word.indexOf('(')))])];
  const folder = await temporaryFolder();
  await put(folder, { 'schema/all.ts': `import { ${names.join(', ')} } from 'polyref';\nimport * as z from 'zod';\n/** All. */\nexport const all = ${definition}: z.object({ ${columns} }) });\n` });
  const made = await makePages({ schemaDir: join(folder, 'schema') });
  expect(made.findings).toEqual([]);
  const catalog = JSON.parse(made.kind === 'made' ? (made.pages.get('public/catalog.json') ?? '') : '') as Catalog;
  const fields = catalog.entities.find((entity) => entity.store === store)?.fields ?? [];
  expect(rows.map(({ word }, at) => ({ word, type: fields.find(({ name }) => name === `c${at}`)?.type }))).toEqual(rows.map(({ word, type }) => ({ word, type })));
});
