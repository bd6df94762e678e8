import { execFileSync } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSchema } from '../../src/lib/read/load-schema.ts';
import { put } from '../cli/run-polyref.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { said } from './read-fixture.ts';

const COLUMNS = "columns: z.object({ id }), primaryKey: ['id'] });\n";
const HEAD = "import { table } from 'polyref';\nimport * as z from 'zod';\n";
const IDS = "import { bigint } from 'polyref';\nexport const id = bigint();\n";
const NAME_HINT = 'Correct the name, or remove the import; if it is a type, write `import type`.';

async function load(files: Readonly<Record<string, string>>, prepare: (folder: string) => unknown = () => undefined) {
  const folder = await temporaryFolder();
  await put(folder, files);
  await prepare(folder);
  const { findings, drafts } = await loadSchema(join(folder, 'schema'));
  return { findings: said(findings), fields: drafts.entities.map(({ name, fields }) => `${name}.${fields.map(({ path }) => path).join()}`) };
}

test('paths of a tsconfig.json lead to files, also those of one that it extends', async () => {
  expect(
    await load({
      'tsconfig.json': '{ "extends": "./config/base.json" }', 'config/base.json': '{ "compilerOptions": { "paths": { "@lib/*": ["../lib/*"] } } }', 'lib/ids.ts': IDS,
      'schema/orders.ts': `${HEAD}import { id } from '@lib/ids';\nexport const orders = table('orders', { ${COLUMNS}`,
    }),
  ).toEqual({ findings: [], fields: ['orders.id'] });
});

test.each([
  ['has a value of the wrong type', '{\n  "compilerOptions": { "paths": 7 }\n}', 'tsconfig.json:2:33 load-error: `tsconfig.json` cannot be used: invalid type: integer `7`, expected a map.'],
  ['extends a file that does not exist', '{\n  "extends": "./base.json"\n}', 'tsconfig.json:2:17 load-error: `tsconfig.json` cannot be used: it extends `base.json`, which does not exist.'],
])('a tsconfig.json that %s is reported once, at its own place', async (_, tsconfig, message) => {
  const orders = `${HEAD}const id = z.string();\nexport const orders = table('orders', { ${COLUMNS}`;
  const { findings } = await load({ 'tsconfig.json': tsconfig, 'schema/orders.ts': orders, 'schema/lines.ts': orders.replaceAll('orders', 'lines') });
  expect(findings).toEqual([`${message} Correct it: the paths of imports in the schema follow from it.`]);
});

test('an import without an extension finds a file, and the index of a folder', async () => {
  expect(
    await load({
      'lib/ids.ts': IDS, 'lib/more/index.ts': "export const name = 'orders';\n",
      'schema/orders.ts': `${HEAD}import { id } from '../lib/ids';\nimport { name } from '../lib/more';\nexport const orders = table(name, { ${COLUMNS}`,
    }),
  ).toEqual({ findings: [], fields: ['orders.id'] });
});

test('words of TypeScript that make code work: parameter properties, enums, namespaces', async () => {
  expect(
    await load({
      'lib/ids.ts': IDS,
      'schema/orders.ts': `${HEAD}import { id } from '../lib/ids';\nclass Name {\n  constructor(readonly text: string, private readonly end = 's') {}\n  all(): string { return this.text + this.end; }\n}\nenum Kind { Order = 'order' }\nnamespace Kinds { export const first = Kind.Order; }\nexport const orders = table(new Name(Kinds.first).all(), { ${COLUMNS}`,
    }),
  ).toEqual({ findings: [], fields: ['orders.id'] });
});

test('a package of the workspace in TypeScript is read, and a name that it lacks is reported', async () => {
  const files = { 'packages/shared/package.json': '{ "name": "@acme/shared", "exports": "./src/index.ts" }', 'packages/shared/src/index.ts': IDS, 'node_modules/@acme/.keep': '' };
  const link = (folder: string) => symlink('../../packages/shared', join(folder, 'node_modules/@acme/shared'));
  const using = (name: string) => ({ ...files, 'schema/orders.ts': `${HEAD}import { ${name} as id } from '@acme/shared';\nexport const orders = table('orders', { ${COLUMNS}` });
  expect(await load(using('id'), link)).toEqual({ findings: [], fields: ['orders.id'] });
  expect((await load(using('ids'), link)).findings).toEqual(['schema/orders.ts:3:10 load-error: `schema/orders.ts` imports `ids` from `@acme/shared`, which does not export it. Did you mean `id`?']);
});

test('a name that a CommonJS module does not export is reported, and never undefined', async () => {
  const files = { 'lib/settings.cjs': 'exports.owner = 1;\n', 'lib/more.js': "exports.late = 1;\nexports['in' + 'direct'] = 2;\n" };
  expect(
    await load({
      ...files,
      'schema/a.ts': "import { owner, team } from '../lib/settings.cjs';\nexport const all = [owner, team];\n",
      'schema/b.ts': "import { late } from '../lib/more.js';\nimport { nothing } from '../lib/more.js';\nexport const all = [late, nothing];\n",
    }),
  ).toEqual({
    findings: [
      `schema/a.ts:1:17 load-error: \`schema/a.ts\` imports \`team\` from \`../lib/settings.cjs\`, which does not export it. ${NAME_HINT}`,
      `schema/b.ts:2:10 load-error: \`schema/b.ts\` imports \`nothing\` from \`../lib/more.js\`, which does not export it. ${NAME_HINT}`,
    ],
    fields: [],
  });
});

test('names that a CommonJS module exports are found, however it does that; types are not asked for', async () => {
  expect(
    await load({
      'lib/more.js': "exports['in' + 'direct'] = 2;\nexports.absent = undefined;\n", 'lib/one.cjs': 'module.exports = function one() {};\nmodule.exports.two = 2;\n',
      'schema/a.ts': "import more, { indirect, absent, Shape } from '../lib/more.js';\nimport one, { two } from '../lib/one.cjs';\nconst shape: Shape | undefined = absent;\nif (more.indirect !== 2 || indirect !== 2 || one.two !== 2 || two !== 2 || shape !== undefined || (more as any).whatever !== undefined) throw new Error('lost');\n",
    }),
  ).toEqual({ findings: [], fields: [] });
});

test.each<[encoding: string, bytes: Buffer]>([
  ['Latin-1', Buffer.from(`/** Größe. */\nexport const x = 1;\n`, 'latin1')],
  ['UTF-16', Buffer.from('\ufeffexport const x = 1;\n', 'utf16le')],
])('a file in %s is refused, and never read as other letters', async (_, bytes) => {
  expect((await load({ 'schema/good.ts': 'export {};\n' }, (folder) => writeFile(join(folder, 'schema/bad.ts'), bytes))).findings).toEqual(['schema/bad.ts:1:1 load-error: `schema/bad.ts` cannot be loaded: it is not encoded in UTF-8.']);
});

test('a byte order mark is no part of a file', async () => {
  expect(await load({ 'lib/ids.ts': `\ufeff${IDS}`, 'schema/orders.ts': `\ufeff${HEAD}import { id } from '../lib/ids.ts';\nexport const orders = table('orders', { ${COLUMNS}` })).toEqual({ findings: [], fields: ['orders.id'] });
});

test('what is called as a definition and is no file is reported, and not passed over', async () => {
  const { findings } = await load({ 'schema/good.ts': 'export {};\n' }, async (folder) => {
    execFileSync('mkfifo', [join(folder, 'schema/pipe.ts')]);
    await symlink('/dev/zero', join(folder, 'schema/zero.ts'));
  });
  expect(findings).toEqual(['pipe', 'zero'].map((name) => `schema/${name}.ts:1:1 load-error: \`schema/${name}.ts\` is not a regular file, and is not read. Put a file in its place, or remove it.`));
});
