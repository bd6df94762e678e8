import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSchemaLoader, loadSchema, type LoadedSchema } from '../../src/lib/read/load-schema.ts';
import { entityOf, said, typed } from './read-fixture.ts';

/** A schema outside of this package, where nothing is installed. */
async function schemaWith(files: Readonly<Record<string, string>>) {
  const root = await mkdtemp(join(tmpdir(), 'polyref-reload-'));
  const folder = join(root, 'schema');
  await mkdir(folder);
  const write = async (more: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(more)) await writeFile(join(folder, name), text);
  };
  await write(files);
  return { root, folder, write };
}

/** Reads a folder again and again, as a session does while somebody edits. */
function reloading(folder: string): () => Promise<LoadedSchema> {
  const loader = createSchemaLoader(folder);
  onTestFinished(() => loader.close());
  return loader.load;
}

const collectionOf = (name: string, shape: string, imports = '') =>
  `import { collection } from 'polyref';\nimport * as z from 'zod';\n${imports}\nexport const ${name} = collection('${name}', { document: ${shape} });\n`;

test('a folder where nothing is installed finds Polyref and Zod', async () => {
  const { folder } = await schemaWith({ 'a.ts': collectionOf('a', 'z.object({ one: z.string() })'), 'b.mjs': collectionOf('b', 'z.object({ two: z.string() })') });
  const loaded = await loadSchema(folder);
  expect(loaded.findings).toEqual([]);
  expect(loaded.drafts.entities.map((entity) => entity.name)).toEqual(['a', 'b']);
});

test('an edit is seen, in the file itself and in one that it imports', async () => {
  const { folder, write } = await schemaWith({
    'a.ts': collectionOf('a', 'shape', "import { shape } from './shape.ts';"),
    'shape.ts': "import * as z from 'zod';\nexport const shape = z.object({ one: z.string() });\n",
  });
  const load = reloading(folder);
  const fields = async () => entityOf(await load(), 'a').fields.map(typed);
  expect(await fields()).toEqual(['one: string']);
  await write({ 'shape.ts': "import * as z from 'zod';\nexport const shape = z.object({ one: z.string(), two: z.int() });\n" });
  expect(await fields()).toEqual(['one: string', 'two: int']);
  await write({ 'a.ts': collectionOf('a', 'shape.omit({ one: true })', "import { shape } from './shape.ts';") });
  expect(await fields()).toEqual(['two: int']);
});

test('a file that did not change is not run again', async () => {
  const { root, folder, write } = await schemaWith({ 'other.ts': collectionOf('other', 'z.object({ one: z.string() })') });
  const log = join(root, 'runs');
  await write({ 'counted.ts': `import { appendFileSync } from 'node:fs';\nappendFileSync(${JSON.stringify(log)}, 'ran ');\n${collectionOf('counted', 'z.object({ one: z.string() })')}` });
  const load = reloading(folder);
  const [first, again] = [await load(), await load()];
  await write({ 'other.ts': collectionOf('other', 'z.object({ two: z.string() })') });
  const edited = await load();
  expect([first, again, edited].map((loaded) => loaded.drafts.entities.map((entity) => entity.fields.map((field) => field.path).join()))).toEqual([['one', 'one'], ['one', 'one'], ['one', 'two']]);
  expect(await readFile(log, 'utf8')).toBe('ran ');
  // The very same draft, so that whatever was made of it can be kept.
  expect(entityOf(edited, 'counted')).toBe(entityOf(first, 'counted'));
});

test('a mistake shows until it is fixed, and comes back when it is made again', async () => {
  const good = collectionOf('a', 'z.object({ one: z.string() })');
  const bad = collectionOf('a', 'z.object({ one: z.strin() })');
  const { folder, write } = await schemaWith({ 'a.ts': good });
  const load = reloading(folder);
  const findings = async () => said((await load()).findings);
  const told = ['schema/a.ts:4:64 load-error: `schema/a.ts` cannot be loaded: TypeError: z.strin is not a function. A schema file must load on its own: it should build definitions and do nothing else.'];
  expect(await findings()).toEqual([]);
  await write({ 'a.ts': bad });
  expect(await findings()).toEqual(told);
  expect(await findings()).toEqual(told);
  await write({ 'a.ts': good });
  expect(await findings()).toEqual([]);
  await write({ 'a.ts': bad });
  expect(await findings()).toEqual(told);
});

test('a file that was missing is found once it is there', async () => {
  const { folder, write } = await schemaWith({ 'a.ts': collectionOf('a', 'shape', "import { shape } from './shape.ts';") });
  const load = reloading(folder);
  expect((await load()).findings).toHaveLength(1);
  await write({ 'shape.ts': "import * as z from 'zod';\nexport const shape = z.object({ one: z.string() });\n" });
  expect((await load()).findings).toEqual([]);
});

test('loads at the same time do not mix', async () => {
  const schemas = await Promise.all(Array.from({ length: 6 }, (_, n) => schemaWith({ 'a.ts': collectionOf('a', `z.object({ field${n}: shape })`, "import { shape } from './shape.ts';"), 'shape.ts': `import * as z from 'zod';\nexport const shape = z.literal(${n});\n` })));
  const loads = await Promise.all(schemas.map(({ folder }) => loadSchema(folder)));
  expect(loads.map((loaded) => entityOf(loaded, 'a').fields.map(typed))).toEqual(Array.from({ length: 6 }, (_, n) => [`field${n}: int [${n}]`]));
});

test('a folder behind a symbolic link keeps the name that it was called by', async () => {
  const { root, folder } = await schemaWith({ 'a.ts': collectionOf('a', 'z.object({ one: z.string() })') });
  await symlink(folder, join(root, 'linked'));
  const loaded = await loadSchema(join(root, 'linked'));
  expect([loaded.findings, loaded.files]).toEqual([[], ['linked/a.ts']]);
  await rm(root, { recursive: true });
});

test('many files are read like few', async () => {
  const { folder } = await schemaWith(Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`e${n}.ts`, collectionOf(`e${n}`, 'z.object({\n  /** First. */\n  one: z.string(),\n})')])));
  const loaded = await loadSchema(folder);
  expect([loaded.findings, loaded.drafts.entities.length]).toEqual([[], 120]);
  expect(entityOf(loaded, 'e7').fields).toEqual([
    { path: 'one', name: 'one', depth: 0, type: 'string', nullable: false, optional: false, description: 'First.', location: { file: 'schema/e7.ts', line: 6, column: 3 } },
  ]);
});

test('packages in TypeScript, CommonJS and JSON can be imported', async () => {
  const { root, folder } = await schemaWith({
    'data.json': '{ "tag": "from-json" }',
    'a.ts': [
      "import { collection } from 'polyref';",
      "import { shape } from 'in-typescript';",
      "import common from 'in-common';",
      "import data from './data.json' with { type: 'json' };",
      "export const a = collection(common.name, { document: shape as never, tags: [data.tag] });",
    ].join('\n'),
  });
  const packaged = async (name: string, file: string, text: string) => {
    const at = join(root, 'node_modules', name);
    await mkdir(at, { recursive: true });
    await writeFile(join(at, 'package.json'), JSON.stringify({ name, main: `./${file}` }));
    await writeFile(join(at, file), text);
  };
  await packaged('in-typescript', 'index.ts', "import { z } from 'zod/v3';\nexport const shape: z.ZodTypeAny = z.object({ one: z.string() });\n");
  await packaged('in-common', 'index.js', "exports.name = 'from_common';\n");
  // That package brings its own Zod.
  await symlink(join(import.meta.dirname, '../../node_modules/zod'), join(root, 'node_modules/zod'));
  const loaded = await loadSchema(folder);
  expect(loaded.findings).toEqual([]);
  expect(entityOf(loaded, 'from_common').tags).toEqual(['from-json']);
  expect(entityOf(loaded, 'from_common').fields.map(typed)).toEqual(['one: string']);
  expect(loaded.files).toEqual(['node_modules/in-typescript/index.ts', 'schema/a.ts', 'schema/data.json']);
});

test('a file that another imports while it runs is found once it is there', async () => {
  const { folder, write } = await schemaWith({ 'a.ts': collectionOf('a', 'shape', "const { shape } = await import('./shape');") });
  const load = reloading(folder);
  expect(said((await load()).findings)).toEqual(['schema/a.ts:3:32 load-error: `schema/a.ts` imports `./shape`, which does not exist. Correct the path, or remove the import.']);
  await write({ 'shape.ts': "import * as z from 'zod';\nexport const shape = z.object({ one: z.string() });\n" });
  const loaded = await load();
  expect(loaded.findings).toEqual([]);
  expect(loaded.drafts.entities.map((entity) => entity.name)).toEqual(['a']);
});

test.each([
  ['styles', "import './x.css';", { 'x.css': '' }],
  ['a picture', "import x from './x.svg';\nif (x === undefined) throw new Error('lost');", { 'x.svg': '' }],
  ['CommonJS', "import x from './x.cjs';\nif (x !== 1) throw new Error('lost');", { 'x.cjs': 'module.exports = 1;\n' }],
  ['a text', "import x from './x.sql?raw';\nif (x !== 'select 1;') throw new Error('lost');", { 'x.sql': 'select 1;' }],
])('%s that two files import is there for both after one of them was corrected', async (_, imports, files) => {
  const { folder, write } = await schemaWith({ ...files, 'a.ts': collectionOf('a', 'z.object({ one: z.string() })', imports), 'b.ts': collectionOf('b', 'z.object({ one: z.string() })') });
  const load = reloading(folder);
  await load();
  await write({ 'b.ts': collectionOf('b', 'lost', imports) });
  expect((await load()).findings).toHaveLength(1);
  await write({ 'b.ts': collectionOf('b', 'z.object({ two: z.string() })', imports) });
  const loaded = await load();
  expect(loaded.findings).toEqual([]);
  expect(loaded.drafts.entities.map((entity) => entity.name)).toEqual(['a', 'b']);
});

test('a text that a definition takes from a file is read again when it changes', async () => {
  const { folder, write } = await schemaWith({ 'about.md': 'One.', 'a.ts': collectionOf('a', 'z.object({ one: z.string().describe(about) })', "import about from './about.md?raw';") });
  const load = reloading(folder);
  const first = await load();
  expect([entityOf(first, 'a').fields[0]?.description, first.files]).toEqual(['One.', ['schema/a.ts', 'schema/about.md']]);
  await write({ 'about.md': 'Two.' });
  expect(entityOf(await load(), 'a').fields[0]?.description).toBe('Two.');
});
