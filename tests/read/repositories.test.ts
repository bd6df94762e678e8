import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSchema } from '../../src/lib/read/load-schema.ts';
import { put } from '../cli/run-polyref.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

type Files = Readonly<Record<string, string>>;

const IDS = "import { bigint } from 'polyref';\nexport const id = bigint();\n";
const TO_LIB = '{ "compilerOptions": { "paths": { "@lib/*": ["./lib/*"] } } }';

/** A schema of one table, whose name and one column come from elsewhere. */
function orders(imports: string, { id = 'bigint()', name = "'orders'" } = {}): Files {
  return { 'schema/orders.ts': `import { bigint, table } from 'polyref';\nimport * as z from 'zod';\n${imports}\nexport const orders = table(${name}, { columns: z.object({ id: ${id} }), primaryKey: ['id'] });\n` };
}

function named(from: string): Files {
  return orders(`import { name } from '${from}';`, { name: 'name' });
}

function identified(from: string): Files {
  return orders(`import { id } from '${from}';`, { id: 'id' });
}

const shared = (manifest: string, files: Files): Files => ({ 'node_modules/@acme/.keep': '', 'packages/shared/package.json': manifest, ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`packages/shared/${path}`, text])) });
const installed = (manifest: string, files: Files): Files => ({ 'node_modules/acme/package.json': manifest, ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`node_modules/acme/${path}`, text])) });

test.each<[what: string, files: Files]>([
  ['paths of a tsconfig.json with comments and commas', { 'tsconfig.json': '{ // ours\n  "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["lib/*"], }, }, }', 'lib/ids.ts': IDS, ...identified('@lib/ids') }],
  ['baseUrl', { 'tsconfig.json': '{ "compilerOptions": { "baseUrl": "./src" } }', 'src/lib/ids.ts': IDS, ...identified('lib/ids') }],
  ['a tsconfig.json that extends several', { 'tsconfig.json': '{ "extends": ["./paths.json", "./strict.json"] }', 'paths.json': TO_LIB, 'strict.json': '{ "compilerOptions": { "strict": true } }', 'lib/ids.ts': IDS, ...identified('@lib/ids') }],
  ['one that extends a file of a package', { 'tsconfig.json': '{ "extends": "acme/base.json" }', ...installed('{ "name": "acme" }', { 'base.json': '{ "compilerOptions": { "paths": { "@lib/*": ["${configDir}/lib/*"] } } }' }), 'lib/ids.ts': IDS, ...identified('@lib/ids') }],
  ['one that extends what a package exports', { 'tsconfig.json': '{ "extends": "acme/base" }', ...installed('{ "name": "acme", "exports": { "./base": "./config.json" } }', { 'config.json': '{ "compilerOptions": { "paths": { "@lib/*": ["../../lib/*"] } } }' }), 'lib/ids.ts': IDS, ...identified('@lib/ids') }],
  ['references, each with paths of its own', {
    'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.schema.json" }, { "path": "./lib" }] }',
    'tsconfig.schema.json': '{ "compilerOptions": { "composite": true, "paths": { "@lib/*": ["./lib/*"] } }, "include": ["schema"] }',
    'lib/tsconfig.json': '{ "compilerOptions": { "composite": true, "paths": { "~/*": ["./more/*"] } } }', 'lib/ids.ts': "export { id } from '~/ids';\n", 'lib/more/ids.ts': IDS, ...identified('@lib/ids'),
  }],
  ['imports of package.json', { 'package.json': '{ "name": "shop", "imports": { "#lib/*": { "types": "./nowhere/*.ts", "default": "./lib/*.ts" } } }', 'lib/ids.ts': IDS, ...identified('#lib/ids') }],
  ['export *, over packages too', { 'lib/index.ts': "export * from './ids';\nexport * as words from './words';\nexport * from 'acme';\n", 'lib/ids.ts': IDS, 'lib/words.ts': "export const name = 'orders';\n", ...installed('{ "name": "acme" }', { 'index.js': 'module.exports = { one: 1 };\n' }), ...orders("import { id, one, words } from '../lib';\nif (one !== 1) throw new Error('lost');", { id: 'id', name: 'words.name' }) }],
  ['enum and const enum', { 'lib/kinds.ts': "export enum Kind { Order = 'orders', Second = 2, Third }\nexport const enum Size { One = 1, Four = One << 2 }\n", ...orders("import { Kind, Size } from '../lib/kinds';\nif (Size.Four !== 4 || Kind[2] !== 'Second' || Kind.Third !== 3) throw new Error('lost');", { name: 'Kind.Order' }) }],
  ['parameter properties and namespaces', { 'lib/names.ts': "export class Name { constructor(readonly text: string, private readonly end = 's') {}\n  all(): string { return this.text + this.end; } }\nexport namespace Names { export const first = new Name('order'); export namespace More { export const two = 2; } }\n", ...orders("import { Names } from '../lib/names';\nif (Names.More.two !== 2) throw new Error('lost');", { name: 'Names.first.all()' }) }],
  ['decorators as TypeScript had them', { 'tsconfig.json': '{ "compilerOptions": { "experimentalDecorators": true } }', 'lib/entity.ts': "const named = (name: string) => (target: any) => { target.table = name; };\n@named('orders')\nexport class Order { declare static table: string; }\n", ...orders("import { Order } from '../lib/entity';", { name: 'Order.table' }) }],
  ['decorators and accessors of the language', { 'lib/entity.ts': "const named = (name: string) => (target: any, context: ClassDecoratorContext) => { target.table = name + context.name; };\n@named('orders of ')\nexport class Order { declare static table: string; accessor id = 1; }\n", ...orders("import { Order } from '../lib/entity';\nif (new Order().id !== 1) throw new Error('lost');", { name: "Order.table.replace(' of Order', '')" }) }],
  ['using', { 'lib/names.ts': "export function name(): string { using end = { text: 's', [Symbol.dispose]() {} }; return 'order' + end.text; }\n", ...orders("import { name } from '../lib/names';", { name: 'name()' }) }],
  ['JSON with and without an attribute, whole and by name', { 'lib/names.json': '{ "name": "orders" }', ...orders("import a from '../lib/names.json';\nimport b from '../lib/names.json' with { type: 'json' };\nimport { name } from '../lib/names.json';\nif (a.name !== name || b.name !== name) throw new Error('lost');", { name: 'name' }) }],
  ['JSON of a package', { ...installed('{ "name": "orders" }', {}), ...orders("import manifest from 'acme/package.json';", { name: 'manifest.name' }) }],
  ['a component with its styles and pictures', {
    'tsconfig.json': '{ "compilerOptions": { "jsx": "preserve" } }', 'node_modules/react/package.json': '{ "name": "react", "exports": { "./jsx-runtime": "./jsx-runtime.js" } }', 'node_modules/react/jsx-runtime.js': 'exports.jsx = () => ({});\n',
    'lib/card.tsx': "import logo from './logo.svg';\nimport styles from './card.module.css';\nimport query from './all.sql?raw';\nexport const Card = () => <img className={styles.card} src={logo} alt={query} />;\nexport const first = <Card />;\nexport const name = 'orders';\n", 'lib/logo.svg': '<svg/>', 'lib/card.module.css': '.card {}', 'lib/all.sql': 'select 1;', ...named('../lib/card'),
  }],
  ['the text of a file, beside it and by a path of the tsconfig.json', { 'tsconfig.json': TO_LIB, 'lib/name.sql': '\uFEFForders', 'lib/data.json': '{ no JSON', ...orders("import a from '../lib/name.sql?raw';\nimport b from '@lib/name.sql?raw';\nimport c from '../lib/data.json?raw';\nif (a !== b || c !== '{ no JSON') throw new Error('lost');", { name: 'a' }) }],
  ['the text of a .txt', { 'lib/name.txt': 'orders', ...orders("import name from '../lib/name.txt';", { name: 'name' }) }],
  ['a file of another language that is imported only when it is shown', { 'lib/pages.ts': "export const page = () => import('./page.vue');\nexport const name = 'orders';\n", 'lib/page.vue': '<template />', ...named('../lib/pages') }],
  ['JSX as the tsconfig.json says', { 'tsconfig.json': '{ "compilerOptions": { "jsx": "react", "jsxFactory": "h" } }', 'lib/card.tsx': "const h = (name: string) => name;\nexport const name = <orders />;\n", ...named('../lib/card') }],
  ['CommonJS that requires its neighbours and packages', {
    'lib/names.cjs': "const path = require('path');\nconst { end } = require('./end');\nconst { start } = require('acme');\nmodule.exports = { name: start + end, folder: path.basename(__dirname), file: path.basename(__filename), next: require.resolve('./end') };\n", 'lib/end.ts': "export const end = 's';\n", 'lib/end.js': "exports.end = 's';\n", ...installed('{ "name": "acme" }', { 'index.js': "exports.start = 'order';\n" }),
    ...orders("import { file, folder, name, next } from '../lib/names.cjs';\nif (folder !== 'lib' || file !== 'names.cjs' || !next.endsWith('/lib/end.js')) throw new Error(`${folder} ${file} ${next}`);", { name: 'name' }),
  }],
  ['CommonJS that requires Polyref', { 'lib/ids.cjs': "const { bigint } = require('polyref');\nmodule.exports = { id: bigint() };\n", ...identified('../lib/ids.cjs') }],
  ['TypeScript of a CommonJS project', { 'package.json': '{ "type": "commonjs" }', 'lib/name.txt': 'orders', 'lib/names.ts': "import fs = require('fs');\nimport path from 'path';\nexport const name = fs.readFileSync(path.join(__dirname, 'name.txt'), 'utf8');\n", ...named('../lib/names') }],
  ['a __dirname that a module makes itself', { 'lib/names.ts': "import { dirname } from 'node:path';\nimport { fileURLToPath } from 'node:url';\nconst __filename = fileURLToPath(import.meta.url);\nconst __dirname = dirname(__filename);\nexport const name = __dirname.endsWith('lib') ? 'orders' : __dirname;\n", ...named('../lib/names') }],
  ['.mts and .cts, imported as .mjs and .cjs', { 'lib/a.mts': "export const a = 'ord';\n", 'lib/b.cts': "import c = require('./c.cjs');\nexport const b = c.text;\n", 'lib/c.cts': "export = { text: 'ers' };\n", ...orders("import { a } from '../lib/a.mjs';\nimport { b } from '../lib/b.cjs';", { name: 'a + b' }) }],
  ['a name that only runs show of a CommonJS package', { ...installed('{ "name": "acme" }', { 'index.js': "const all = {};\nall['na' + 'me'] = 'orders';\nmodule.exports = all;\n" }), ...named('acme') }],
  ['a file of a package without its extension', { ...installed('{ "name": "acme" }', { 'name.js': "exports.name = 'orders';\n" }), ...named('acme/name') }],
  ['a package that was written for bundlers', { ...installed('{ "name": "acme", "module": "./index.js" }', { 'index.js': "import './style.css';\nexport * from './names';\n", 'names.js': "import data from './data.json';\nexport const name = data.name;\n", 'data.json': '{ "name": "orders" }', 'style.css': '' }), ...named('acme') }],
])('%s', async (_, files) => {
  expect(await load(files)).toEqual({ findings: [], fields: ['orders.id'] });
});

test.each<[what: string, files: Files, from: string]>([
  ['main', shared('{ "name": "@acme/shared", "main": "src/index.ts" }', { 'src/index.ts': "export * from './ids';\nexport * from './more';\n", 'src/ids.ts': IDS, 'src/more/index.ts': 'export const more = 1;\n' }), '@acme/shared'],
  ['exports', shared('{ "name": "@acme/shared", "type": "module", "exports": { "./ids": { "types": "./nowhere.d.ts", "import": "./src/ids.ts" } } }', { 'src/ids.ts': "export * from './all';\n", 'src/all.ts': IDS }), '@acme/shared/ids'],
  ['exports of what was built', shared('{ "name": "@acme/shared", "type": "module", "exports": { "types": "./src/index.ts", "default": "./dist/index.js" } }', { 'dist/index.js': "export * from './ids';\n", 'dist/ids.js': IDS }), '@acme/shared'],
  ['no entry at all', shared('{ "name": "@acme/shared" }', { 'src/ids.ts': IDS }), '@acme/shared/src/ids'],
])('a package of the workspace with %s', async (_, files, from) => {
  const link = (folder: string) => symlink('../../packages/shared', join(folder, 'node_modules/@acme/shared'));
  expect(await load({ ...files, ...identified(from) }, link)).toEqual({ findings: [], fields: ['orders.id'] });
});

test.each(['C#', 'what?', '[id]', '{id}', 'a*b'])('a tsconfig.json below the folder %s', async (above) => {
  const below = (files: Files) => Object.fromEntries(Object.entries({ 'lib/ids.ts': IDS, ...identified('@lib/ids'), ...files }).map(([path, text]) => [`${above}/shop/${path}`, text]));
  const own = below({ 'tsconfig.json': TO_LIB });
  const extending = below({ 'tsconfig.json': '{ "extends": "./paths.json" }', 'paths.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["lib/*"] } } }' });
  const referring = below({
    'tsconfig.json': '{ "files": [], "references": [{ "path": "./lib" }, { "path": "./tsconfig.schema.json" }] }', 'lib/tsconfig.json': '{ "compilerOptions": { "composite": true } }',
    'tsconfig.schema.json': '{ "compilerOptions": { "composite": true, "paths": { "@lib/*": ["./lib/*"] } }, "include": ["schema"] }',
  });
  for (const files of [own, extending, referring]) expect(await load(files, undefined, `${above}/shop/schema`)).toEqual({ findings: [], fields: ['orders.id'] });
});

async function load(files: Files, prepare: (folder: string) => unknown = () => undefined, schema = 'schema') {
  const folder = await temporaryFolder();
  await put(folder, files);
  await prepare(folder);
  const { findings, drafts } = await loadSchema(join(folder, schema));
  return { findings: findings.map(({ message }) => message), fields: drafts.entities.map(({ name, fields }) => `${name}.${fields.map(({ path }) => path).join()}`) };
}
