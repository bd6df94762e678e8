import { cp, mkdir, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put, runPolyref, textsOf } from './run-polyref.ts';

/** A workspace whose package `db` has the schema, which uses a package beside it and one that is installed. No package.json says which modules it holds. */
const WORKSPACE: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "shop", "private": true, "workspaces": ["packages/*"] }\n',
  'packages/shared/package.json': '{ "name": "@shop/shared", "main": "./src/index.ts", "dependencies": { "names": "1.0.0" } }\n',
  'packages/shared/src/index.ts': "export * from './columns';\n",
  'packages/shared/src/columns.ts': "import { plural } from 'names';\nimport { bigint } from 'polyref';\nexport const columns = { id: bigint() };\nexport const table = plural('order');\n",
  'packages/db/package.json': '{ "name": "@shop/db", "dependencies": { "@shop/shared": "*", "zod": "*" } }\n',
  'packages/db/schema/orders.ts': "import { columns, table as name } from '@shop/shared';\nimport { table } from 'polyref';\nimport * as z from 'zod';\n\n/** What somebody bought. */\nexport const orders = table(name, { columns: z.object(columns), primaryKey: ['id'] });\n",
};
const NAMES = { 'package.json': '{ "name": "names", "main": "./index.js" }\n', 'index.js': "const { s } = require('letters');\nexports.plural = (word) => word + s;\n" };
const LETTERS = { 'package.json': '{ "name": "letters", "module": "./index.js" }\n', 'index.js': "module.exports = { ['s']: 's' };\n" };

async function workspace(): Promise<{ readonly install: (at: string, files: Readonly<Record<string, string>>) => Promise<void>; readonly installZod: (at: string) => Promise<void>; readonly link: (at: string, to: string) => Promise<void>; readonly db: string }> {
  const root = await temporaryFolder();
  await put(root, WORKSPACE);
  return {
    db: join(root, 'packages/db'),
    install: (at, files) => put(join(root, at), files),
    installZod: (at) => cp(join(packageRoot, 'node_modules/zod'), join(root, at), { recursive: true }),
    async link(at, to) {
      await mkdir(dirname(join(root, at)), { recursive: true });
      await symlink(relative(dirname(join(root, at)), join(root, to)), join(root, at));
    },
  };
}

/** What the command prints, Node's own warnings too, and what it makes. */
async function generatedIn(db: string) {
  expect(await runPolyref(['generate'], { cwd: db })).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^\d+ files: \d+ created\.\n$/) as string });
  expect(await runPolyref(['check'], { cwd: db })).toMatchObject({ code: 0, err: '' });
  return (await textsOf(join(db, 'src'))).get('content/docs/reference/postgresql/orders.mdx');
}

test('npm and yarn with node_modules: packages at the root, those of the workspace as links', async () => {
  const { db, install, installZod, link } = await workspace();
  await install('node_modules/names', NAMES);
  await install('node_modules/letters', LETTERS);
  await installZod('node_modules/zod');
  await link('node_modules/@shop/shared', 'packages/shared');
  await link('node_modules/@shop/db', 'packages/db');
  expect(await generatedIn(db)).toContain('What somebody bought.');
});

test('pnpm: each package sees what it depends on, and nothing else', async () => {
  const { db, install, installZod, link } = await workspace();
  await install('node_modules/.pnpm/names@1.0.0/node_modules/names', NAMES);
  await install('node_modules/.pnpm/letters@1.0.0/node_modules/letters', LETTERS);
  await installZod('node_modules/.pnpm/zod@4.0.0/node_modules/zod');
  await link('node_modules/.pnpm/names@1.0.0/node_modules/letters', 'node_modules/.pnpm/letters@1.0.0/node_modules/letters');
  await link('packages/shared/node_modules/names', 'node_modules/.pnpm/names@1.0.0/node_modules/names');
  await link('packages/db/node_modules/@shop/shared', 'packages/shared');
  await link('packages/db/node_modules/zod', 'node_modules/.pnpm/zod@4.0.0/node_modules/zod');
  expect(await generatedIn(db)).toContain('What somebody bought.');
});
