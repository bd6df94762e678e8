import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { loadSchema } from '../../src/lib/read/load-schema.ts';
import { findChain } from '../../src/lib/read/modules/find-chain.ts';
import { POLYREF_MODULES } from '../../src/lib/read/modules/own-modules.ts';
import { put } from '../cli/run-polyref.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { said } from './read-fixture.ts';

const LOAD = 'A schema file must load on its own: it should build definitions and do nothing else.';
const NAME = 'Correct the name, or remove the import; if it is a type, write `import type`.';
const NOT_HERE = 'which code that Polyref runs cannot import. Import the words of the schema language from `polyref`, or remove the import.';
const WORDS = 'The guide “Write a schema” lists every word; if it is a type, write `import type`.';

/** What is said of `schema/a.ts`, which imports `src/db.ts`, which imports `src/env.ts`. */
async function saidOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await temporaryFolder();
  await put(folder, { 'schema/a.ts': "import { db } from '../src/db';\nexport const url = db;\n", 'src/db.ts': "import { env } from './env';\nexport const db = env;\n", ...files });
  return said((await loadSchema(join(folder, 'schema'))).findings);
}

test.each<[what: string, env: string, finding: string]>([
  ['throws', "export const env = 1;\n\n      throw new Error('DATABASE_URL is not set');\n", `src/env.ts:3:13 load-error: \`src/env.ts\` cannot be loaded: DATABASE_URL is not set. Imported along \`schema/a.ts → src/db.ts → src/env.ts:3:13\`. ${LOAD}`],
  ['throws before what it exports', "throw new Error('DATABASE_URL is not set');\nexport const env = 1;\n", `src/env.ts:1:7 load-error: \`src/env.ts\` cannot be loaded: DATABASE_URL is not set. Imported along \`schema/a.ts → src/db.ts → src/env.ts:1:7\`. ${LOAD}`],
  ['cannot be parsed', 'export const env = ;\n', 'src/env.ts:1:20 syntax-error: Unexpected token. Imported along `schema/a.ts → src/db.ts → src/env.ts:1:20`.'],
  ['imports a package that is not installed', "import parse from 'dotenv';\nexport const env = parse();\n", 'src/env.ts:1:19 load-error: `src/env.ts` imports `dotenv`, which is not installed. Imported along `schema/a.ts → src/db.ts → src/env.ts:1:19`. Install it where the schema folder is, or remove the import.'],
  ['imports a part that a package does not have', "import parse from 'acme/parse';\nexport const env = parse();\n", 'src/env.ts:1:19 load-error: `src/env.ts` imports `acme/parse`, which the installed package does not have. Imported along `schema/a.ts → src/db.ts → src/env.ts:1:19`. Correct the path, or remove the import.'],
  ['imports a part that its own package does not export', "import parse from 'msg/none';\nexport const env = parse();\n", 'src/env.ts:1:19 load-error: `src/env.ts` imports `msg/none`, which its own package does not export. Imported along `schema/a.ts → src/db.ts → src/env.ts:1:19`. Correct the path, or add it to `exports` of the package.json above the file.'],
  ['imports a name that a package does not have', "import { parse } from 'acme';\nexport const env = parse();\n", `src/env.ts:1:10 load-error: \`src/env.ts\` imports \`parse\` from \`acme\`, which does not export it. Imported along \`schema/a.ts → src/db.ts → src/env.ts:1:10\`. ${NAME}`],
  ['imports a name that a TypeScript package does not have', "import { two } from 'typed';\nexport const env = two;\n", `src/env.ts:1:10 load-error: \`src/env.ts\` imports \`two\` from \`typed\`, which does not export it. Imported along \`schema/a.ts → src/db.ts → src/env.ts:1:10\`. ${NAME}`],
  ['imports a package that throws', "import licence from 'thrower';\nexport const env = licence;\n", `src/env.ts:1:21 load-error: \`src/env.ts\` imports \`thrower\`, which cannot be loaded: no licence. Imported along \`schema/a.ts → src/db.ts → src/env.ts:1:21\`. ${LOAD}`],
  ['imports a package that lacks one', "import lacking from 'lacking';\nexport const env = lacking;\n", `src/env.ts:1:21 load-error: \`src/env.ts\` imports \`lacking\`, which cannot be loaded: Cannot find package 'nowhere' imported from node_modules/lacking/index.js. Imported along \`schema/a.ts → src/db.ts → src/env.ts:1:21\`. ${LOAD}`],
  ['imports a path of no tsconfig.json', "import { env as all } from '@/env';\nexport const env = all;\n", 'src/env.ts:1:28 load-error: `src/env.ts` imports `@/env`, which leads to no file. Imported along `schema/a.ts → src/db.ts → src/env.ts:1:28`. Correct it, or add it to `paths` of the tsconfig.json that holds for the file.'],
  ['imports a path of no package.json', "import { env as all } from '#env';\nexport const env = all;\n", 'src/env.ts:1:28 load-error: `src/env.ts` imports `#env`, which leads to no file. Imported along `schema/a.ts → src/db.ts → src/env.ts:1:28`. Correct it, or add it to `imports` of the package.json above the file.'],
  ['imports a file while it runs', "const nope = './nope';\nexport const { env } = await import('./nope');\n", 'src/env.ts:2:37 load-error: `src/env.ts` imports `./nope`, which does not exist. Imported along `schema/a.ts → src/db.ts → src/env.ts:2:37`. Correct the path, or remove the import.'],
  ['imports a package while it runs', "export const { env } = await import('dotenv');\n", 'src/env.ts:1:37 load-error: `src/env.ts` imports `dotenv`, which is not installed. Imported along `schema/a.ts → src/db.ts → src/env.ts:1:37`. Install it where the schema folder is, or remove the import.'],
  ['imports a part of a package while it runs', "export const { env } = await import('acme/parse');\n", 'src/env.ts:1:37 load-error: `src/env.ts` imports `acme/parse`, which the installed package does not have. Imported along `schema/a.ts → src/db.ts → src/env.ts:1:37`. Correct the path, or remove the import.'],
  ['requires a file', "export const env = require('./nope');\n", 'src/env.ts:1:28 load-error: `src/env.ts` imports `./nope`, which does not exist. Imported along `schema/a.ts → src/db.ts → src/env.ts:1:28`. Correct the path, or remove the import.'],
  ['imports what its code names', "const name = './nope';\nexport const { env } = await import(name);\n", "src/env.ts:2:37 load-error: `src/env.ts` cannot be loaded: Cannot find module 'src/nope' imported from src/env.ts. Imported along `schema/a.ts → src/db.ts → src/env.ts:2:37`. Correct the path, or remove the import."],
  ['imports a wrong part of Polyref while it runs', "export const { env } = await import('polyref/components');\n", `src/env.ts:1:37 load-error: \`src/env.ts\` imports \`polyref/components\`, which code that Polyref runs cannot import. Imported along \`schema/a.ts → src/db.ts → src/env.ts:1:37\`. Import the words of the schema language from \`polyref\`, or remove the import.`],
  ['imports another language', "import env from './env.sql';\nexport { env };\n", 'src/env.ts:1:17 load-error: `src/env.ts` imports `./env.sql`, which is not a module. Imported along `schema/a.ts → src/db.ts → src/env.ts:1:17`. Import it with `?raw` to get its text (`./env.sql?raw`), or remove the import.'],
  ['imports another language by name', "import { env } from './env.vue';\nexport { env };\n", 'src/env.ts:1:21 load-error: `src/env.ts` imports `./env.vue`, which is not a module. Imported along `schema/a.ts → src/db.ts → src/env.ts:1:21`. Import it with `?raw` to get its text (`./env.vue?raw`), or remove the import.'],
  ['imports another language while it runs', "export const env = await import('./env.sql');\n", 'src/env.ts:1:33 load-error: `src/env.ts` imports `./env.sql`, which is not a module. Imported along `schema/a.ts → src/db.ts → src/env.ts:1:33`. Import it with `?raw` to get its text (`./env.sql?raw`), or remove the import.'],
  ['imports a name from a text', "import { env } from './env.txt';\nexport { env };\n", 'src/env.ts:1:10 load-error: `src/env.ts` imports `env` from `./env.txt`, which does not export it. Imported along `schema/a.ts → src/db.ts → src/env.ts:1:10`. It is text, which has no names: write `import text from`.'],
  ['imports the text of a file that is not there', "import env from './nope.sql?raw';\nexport { env };\n", 'src/env.ts:1:17 load-error: `src/env.ts` imports `./nope.sql?raw`, which does not exist. Imported along `schema/a.ts → src/db.ts → src/env.ts:1:17`. Correct the path, or remove the import.'],
  ['imports JSON that is none', "import env from './env.json';\nexport { env };\n", 'src/env.json:1:11 syntax-error: This is not valid JSON: expected value. Imported along `schema/a.ts → src/db.ts → src/env.ts → src/env.json:1:11`.'],
])('a file that %s is named with the way to it', async (_, env, finding) => {
  const packages = {
    'src/env.sql': 'select 1;\n', 'src/env.vue': '<template />\n', 'src/env.txt': 'env',
    'package.json': '{ "name": "msg", "type": "module", "exports": { "./one": "./src/db.ts" } }',
    'node_modules/acme/package.json': '{ "name": "acme", "type": "module", "exports": "./index.js" }', 'node_modules/acme/index.js': 'export const one = 1;\n',
    'node_modules/typed/package.json': '{ "name": "typed", "main": "index.ts" }', 'node_modules/typed/index.ts': 'export const first: number = 1;\n',
    'node_modules/thrower/package.json': '{ "name": "thrower", "type": "module" }', 'node_modules/thrower/index.js': "throw new Error('no licence');\nexport default 1;\n",
    'node_modules/lacking/package.json': '{ "name": "lacking", "type": "module" }', 'node_modules/lacking/index.js': "import 'nowhere';\nexport default 1;\n",
  };
  expect(await saidOf({ ...packages, 'src/env.ts': env, 'src/env.json': '{ "name": }' })).toEqual([finding]);
});

test.each<[what: string, specifier: string, problem: string, hint: string]>([
  ['that is nearly one', '@libs/ids', 'is not installed and matches no `paths` of the tsconfig.json', 'Did you mean `@lib/ids`?'],
  ['that lacks its sign', 'lib/ids', 'is not installed and matches no `paths` of the tsconfig.json', 'Did you mean `@lib/ids`?'],
  ['that is like none', 'dotenv', 'is not installed and matches no `paths` of the tsconfig.json', 'Install it where the schema folder is, or correct it. The tsconfig.json has the `paths` `@lib/*` and `config`.'],
  ['that is an alias of another project', '@/ids', 'leads to no file', 'Correct it, or add it to `paths` of the tsconfig.json that holds for the file. The tsconfig.json has the `paths` `@lib/*` and `config`.'],
  ['that leads to no file', '@lib/idz', 'leads to no file', 'Correct it: it matches `@lib/*` in `paths` of the tsconfig.json that holds for the file, but nothing is there.'],
])('an import %s is compared with the paths of the tsconfig.json', async (_, specifier, problem, hint) => {
  const tsconfig = { 'tsconfig.json': '{ "extends": "./base.json" }', 'base.json': '{ "compilerOptions": { "paths": { "*": ["./types/*"], "@lib/*": ["./lib/*"], "config": ["./config.ts"] } } }', 'lib/ids.ts': 'export const id = 1;\n' };
  expect(await saidOf({ ...tsconfig, 'schema/a.ts': `import { id } from '${specifier}';\nexport const a = id;\n` })).toEqual([`schema/a.ts:1:20 load-error: \`schema/a.ts\` imports \`${specifier}\`, which ${problem}. ${hint}`]);
});

test.each<[what: string, text: string, finding: string]>([
  ['a word', "import { keyspace } from 'polyref';\nexport const a = keyspace('a');\n", `schema/a.ts:1:10 load-error: Polyref has no \`keyspace\`. ${WORDS}`],
  ['a word that is nearly one', "import { tabel } from 'polyref';\nexport const a = tabel('a');\n", 'schema/a.ts:1:10 load-error: Polyref has no `tabel`. Did you mean `table`?'],
  ['a word of all its words', "import * as p from 'polyref';\nexport const a = (p as any).tabel('a');\n", 'schema/a.ts:2:29 load-error: Polyref has no `tabel`. Did you mean `table`?'],
  ['a member of a word', "import * as p from 'polyref';\nexport const a = (p as any).keyspace.foo();\n", `schema/a.ts:2:29 load-error: Polyref has no \`keyspace\`. ${WORDS}`],
  ['a member of a word, below it', "import * as p from 'polyref';\nexport const a = (p as any).tabel\n  .foo\n  .bar();\n", 'schema/a.ts:2:29 load-error: Polyref has no `tabel`. Did you mean `table`?'],
  ['a class', "import * as p from 'polyref';\nexport const a = new p.tabel('a');\n", 'schema/a.ts:2:24 load-error: Polyref has no `tabel`. Did you mean `table`?'],
  ['a word in brackets', "import * as p from 'polyref';\nconst word = p['tabel'];\nexport const a = word('a');\n", 'schema/a.ts:2:16 load-error: Polyref has no `tabel`. Did you mean `table`?'],
  ['a word that is taken out', "import * as p from 'polyref';\nconst { table, tabel: word } = p;\nexport const a = table, b = word('a');\n", 'schema/a.ts:2:16 load-error: Polyref has no `tabel`. Did you mean `table`?'],
  ['a word whose parts are taken out', "import * as p from 'polyref';\nexport const { a } = p.tabel;\n", 'schema/a.ts:2:24 load-error: Polyref has no `tabel`. Did you mean `table`?'],
  ['a default', "import polyref from 'polyref';\nexport const a = polyref.table('a');\n", "schema/a.ts:1:8 load-error: Polyref has no `default`. Import its words by name: `import { table } from 'polyref'`."],
  ['a part', "import { table } from 'polyref/dsl';\nexport const a = table('a');\n", 'schema/a.ts:1:23 load-error: Polyref has no `polyref/dsl`. Import the words of the schema language from `polyref`.'],
  ['a part for pages', "import { Entity } from 'polyref/components';\nexport const a = Entity;\n", `schema/a.ts:1:24 load-error: \`schema/a.ts\` imports \`polyref/components\`, ${NOT_HERE}`],
  ['its package.json', "import about from 'polyref/package.json';\nexport const a = about;\n", `schema/a.ts:1:19 load-error: \`schema/a.ts\` imports \`polyref/package.json\`, ${NOT_HERE}`],
  ['a part that is nearly one', "import { generate } from 'polyref/genrator';\nexport const a = generate;\n", 'schema/a.ts:1:26 load-error: Polyref has no `polyref/genrator`. Did you mean `polyref/generator`?'],
])('%s that Polyref does not have is never for the package to change', async (_, text, finding) => {
  expect(await saidOf({ 'schema/a.ts': text })).toEqual([finding]);
});

test.each<[what: string, specifier: string]>([
  ['a picture', 'logo.svg'],
  ['the URL of a file', 'about.md?url'],
  ['a style sheet', 'card.css?inline'],
])('%s is no text of a definition', async (_, name) => {
  const text = `import { collection } from 'polyref';\nimport * as z from 'zod';\nimport asset from '../src/${name}';\n\nexport const a = collection('a', { document: z.object({\n  one: z.string().describe(asset),\n}) });\n`;
  expect(await saidOf({ 'src/logo.svg': '<svg/>', 'src/about.md': 'About', 'src/card.css': '', 'schema/a.ts': text })).toEqual([`schema/a.ts:6:3 bad-option: A definition uses \`${name}\` as a text, but such files are not loaded. Import the file with \`?raw\` alone to get its text.`]);
});

test('a word that another file passes on is named there', async () => {
  expect(await saidOf({ 'src/db.ts': "export { keyspace as db } from 'polyref';\n" })).toEqual([`src/db.ts:1:10 load-error: Polyref has no \`keyspace\`. Imported along \`schema/a.ts → src/db.ts:1:10\`. ${WORDS}`]);
});

test('the parts of Polyref are those that its package exports', () => {
  expect([...POLYREF_MODULES.keys()]).toEqual(Object.keys(manifest.exports).map((path) => path.replace(/^\./, 'polyref')));
});

test('a chain is the shortest, and of equally short ones the first', () => {
  const links: Readonly<Record<string, readonly string[]>> = { a: ['x'], b: ['y', 'end'], c: ['end'], x: ['b'] };
  const linksOf = (path: string) => links[path] ?? [];
  expect(findChain('end', ['a', 'b', 'c'], linksOf)).toEqual(['b', 'end']);
  expect(findChain('y', ['a'], linksOf)).toEqual(['a', 'x', 'b', 'y']);
  expect(findChain('b', ['b'], linksOf)).toEqual(['b']);
  expect(findChain('nowhere', ['a'], linksOf)).toEqual([]);
});
