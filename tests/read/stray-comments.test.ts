import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lint } from '../../src/lib/pipeline/lint.ts';
import { loadSchema } from '../../src/lib/read/load-schema.ts';
import { readModuleScope } from '../../src/lib/read/locate/module-scope.ts';
import { strayComments } from '../../src/lib/read/locate/stray-comments.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

const HEAD = `import { collection, objects, ref, refToAny, permanent } from 'polyref';\nimport * as z from 'zod';\n`;
const straysIn = (text: string) => strayComments(readModuleScope('/schema/a.ts', 'schema/a.ts', HEAD + text)).map(({ says }) => says);

test.each([
  ['within the options of a reference', `export const a = collection('a', { document: z.object({ id: refToAny('postgresql', { /** Stray. */ field: 'ref_id' }) }) });`],
  ['above an option', `export const a = collection('a', { document: z.object({}), /** Stray. */ retention: permanent() });`],
  ['above the shape', `export const a = collection('a', { /** Stray. */ document: z.object({}) });`],
  ['at the end of a line', `export const a = collection('a', { document: z.object({\n  id: z.string(), /** Stray. */\n  b: z.string(),\n}) });`],
  ['after the last field', `export const a = collection('a', { document: z.object({\n  id: z.string(),\n  /** Stray. */\n}) });`],
  ['above another comment', `export const a = collection('a', { document: z.object({\n  /** Stray. */\n  /** Taken. */\n  id: z.string(),\n}) });`],
  ['above the comment of the definition', `/** Stray. */\n\n/** Taken. */\nexport const a = collection('a', { document: z.object({}) });`],
  ['above a value', `export const a = collection('a', { document: z.object({ kind: z.enum(['x', /** Stray. */ 'y']) }) });`],
  ['in the example of a field', `export const a = collection('a', { document: z.object({ id: z.string().meta({ /** Stray. */ examples: ['x'] }) }) });`],
  ['in a shape of its own', `const shape = z.object({ id: ref('a.b.c', { /** Stray. */ note: 'x' }) });\nexport const a = collection('a', { document: shape });`],
  ['with the line ends of Windows', `export const a = collection('a', { document: z.object({\r\n  id: z.string(),\r\n  /** Stray. */\r\n}) });`],
])('a doc comment %s documents nothing', (_, text) => expect(straysIn(text)).toEqual(['Stray.']));

test.each([
  ['above fields, nested, in lists and behind chains', `/** Taken. */\nexport const a = collection('a', { document: z.object({ /** A. */ a: z.array(z.object({ /** B. */ b: z.string() })).max(3), /** C. */ get c() { return z.string(); } }).extend({ /** D. */ d: z.string() }) });`],
  ['above what is spread', `export const a = collection('a', { document: z.object({ ...{ /** A. */ a: z.string() } }) });`],
  ['above parameters', `export const a = objects('a', { bucket: 'b', key: '{id}', parameters: { /** Id. */ id: z.string() } });`],
  ['above properties that a function of the team makes a shape of', `export const a = collection('a', { document: stamped({ /** A. */ a: z.string() }) });`],
  ['within functions', `export const a = collection('a', { document: z.object({ a: z.string().refine((value) => { /** Why. */ return value !== ''; }) }) });`],
  ['above what is no definition', `/** For the team. */\nconst LIMIT = 5;\n/** A helper. */\nfunction help() { return [/** x */ 1]; }\nconst map = new Map([/** x */ ['a', 1]]);`],
  ['that only a tool reads', `export const a = collection('a', { /** @internal */ document: z.object({}) });`],
  ['that are none', `export const a = collection('a', { /* x */ document: z.object({}), // y\n /**/ tags: ['/** z */'] });`],
])('comments %s are left alone', (_, text) => expect(straysIn(text)).toEqual([]));

test('the first comment of a file may speak of the file', () => {
  const scope = readModuleScope('/schema/a.ts', 'schema/a.ts', `/** About the file. */\n\n${HEAD}/** Taken. */\nexport const a = collection('a', { document: z.object({}) });`);
  expect(strayComments(scope)).toEqual([]);
});

test('lint reports them, and the schema can be read all the same', async () => {
  const folder = join(await temporaryFolder(), 'schema');
  await mkdir(folder);
  await writeFile(join(folder, 'a.ts'), `${HEAD}/** A thing. */\nexport const a = collection('a', {\n  document: z.object({ _id: z.string() }),\n  /** Forever. */\n  retention: permanent(),\n});\n`);
  const linted = await lint({ schemaDir: folder, only: ['stray-doc-comment'] });
  expect(linted).toMatchObject({
    kind: 'linted',
    findings: [{
      rule: 'stray-doc-comment', severity: 'warning', address: 'mongodb.a', message: 'The doc comment `Forever.` documents nothing: no definition and no field takes it.',
      hint: 'Put it directly above the field or the definition that it describes, or write `//` for a remark.', location: { file: 'schema/a.ts', line: 6, column: 3 },
    }],
  });
});

const SHAPES = `export const shape = z.object({ _id: z.string(), /** Stray. */ });\n`;
const PLAIN = `${HEAD}import { suppress } from 'polyref';\nimport { shape } from './shapes.ts';\n/** A thing. */\nexport const a = collection('a', { document: shape`;

test('one in a shape belongs to the first entity that is made of it, and is suppressed, ignored and baselined like the finding of any other rule', async () => {
  const folder = join(await temporaryFolder(), 'schema');
  await mkdir(folder);
  const write = async (rest: string) => {
    await writeFile(join(folder, 'shapes.ts'), `import * as z from 'zod';\n${SHAPES}`);
    await writeFile(join(folder, 'a.ts'), `${PLAIN}${rest} });\n`);
  };
  const found = async () => {
    const linted = await lint({ schemaDir: folder, only: ['stray-doc-comment', 'unused-suppression', 'stale-baseline'] });
    return linted.kind === 'linted' ? [linted.findings.map(({ rule, address }) => `${rule} ${address}`), linted.suppressed.map(({ excuse }) => excuse.kind), linted.baselined.length] : linted;
  };
  await write('');
  expect(await found()).toEqual([['stray-doc-comment mongodb.a'], [], 1]);
  await write(", suppress: [suppress('stray-doc-comment', { reason: 'A tool reads it.' })]");
  expect(await found()).toEqual([[], ['definition'], 0]);
  await writeFile(join(folder, 'shapes.ts'), `import * as z from 'zod';\n${SHAPES.replace('/** Stray. */', '')}`);
  expect(await found()).toEqual([['unused-suppression mongodb.a'], [], 0]);
  await write('');
  await writeFile(join(folder, '../polyref.baseline.json'), JSON.stringify({ baselineVersion: 1, coverage: {}, findings: [{ rule: 'stray-doc-comment', address: 'mongodb.a' }] }));
  expect(await found()).toEqual([[], ['baseline'], 1]);
  await writeFile(join(folder, '../polyref.baseline.json'), JSON.stringify({ baselineVersion: 1, coverage: {}, findings: [] }));
  await writeFile(join(folder, '../polyref.config.ts'), "import { defineConfig } from 'polyref';\nexport default defineConfig({ ignore: [{ addresses: 'mongodb.*', reason: 'Old.' }] });\n");
  expect(await found()).toEqual([[], ['configuration'], 0]);
});

test.each(['schema', 'tests/fixtures/kitchen-sink/schema', 'tests/fixtures/naive-seed/schema'])('%s has none', async (folder) => {
  expect((await loadSchema(fileURLToPath(new URL(`../../${folder}`, import.meta.url)))).strays).toEqual([]);
});
