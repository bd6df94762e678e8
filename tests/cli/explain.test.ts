import { expect, test } from 'vitest';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put, runPolyref, smallSchema } from './run-polyref.ts';

async function project(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const cwd = await temporaryFolder();
  await put(cwd, { ...smallSchema, ...more });
  return cwd;
}

test('a rule, an entity, a field, and every rule in a line', async () => {
  const cwd = await project({ 'polyref.config.ts': "import { defineConfig } from 'polyref';\n\nexport default defineConfig({ rules: { 'missing-retention': 'off' } });\n" });
  const rule = await runPolyref(['explain', 'missing-retention'], { cwd });
  expect(rule).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^missing-retention {2}turned off {2}lifetimes\n {2}Every entity has a retention\.\n/) as string });
  expect((await runPolyref(['explain', 'mongodb.carts'], { cwd })).out).toMatch(/^mongodb\.carts {2}schema\/mongodb\/carts\.ts:5:14\n {2}MongoDB collection\n\n {2}What somebody wants to buy\.\n\nRetention\n {2}Expires 30 days after `updatedAt`\.\n/);
  expect((await runPolyref(['explain', 'mongodb.carts.tenantId'], { cwd })).out).toMatch(/^mongodb\.carts\.tenantId {2}schema\/mongodb\/carts\.ts:6:41\n {2}ulid, FK\n/);
  expect((await runPolyref(['explain'], { cwd })).out).toMatch(/\n {2}missing-retention +off +Every entity has a retention\.\n/);
});

test('what is not there is suggested', async () => {
  const cwd = await project();
  const unknown = (message: string, hint: string) => ({ code: 2, signal: null, out: '', err: `error  unknown-subject\n  ${message}\n  ${hint}\n\n1 error\n` });
  expect(await runPolyref(['explain', 'mising-retention'], { cwd })).toEqual(unknown('`mising-retention` is neither a rule nor an address.', 'Did you mean `missing-retention`?'));
  expect(await runPolyref(['explain', 'carts'], { cwd })).toEqual(unknown('`carts` is neither a rule nor an address.', 'Did you mean `mongodb.carts`?'));
  expect(await runPolyref(['explain', 'weather'], { cwd })).toEqual(unknown('`weather` is neither a rule nor an address.', '`npx polyref explain` lists the rules; an address begins with its store.'));
  expect(await runPolyref(['explain', 'mongodb.carts.tenantid'], { cwd })).toEqual(unknown('`mongodb.carts` has no field `tenantid`.', 'Did you mean `mongodb.carts.tenantId`?'));
  expect(await runPolyref(['explain', 'mongodb.cart'], { cwd })).toEqual(unknown('There is no entity `mongodb.cart`.', 'Did you mean `mongodb.carts`?'));
});

test('a rule is explained whatever the schema looks like; an address is not', async () => {
  const cwd = await project({ 'schema/mongodb/notes.ts': 'export const = 1;\n' });
  const rule = await runPolyref(['explain', 'missing-retention'], { cwd });
  expect(rule).toMatchObject({ code: 0, err: '' });
  expect(rule.out).not.toContain('In this schema');
  expect(await runPolyref(['explain', 'mongodb.carts'], { cwd })).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^schema\/mongodb\/notes\.ts:1:14 {2}error {2}syntax-error\n/) as string });
});
