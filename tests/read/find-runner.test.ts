import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';
import { commandOf, withCommands } from '../../src/lib/model/runner.ts';
import { findRunner } from '../../src/lib/read/find-runner.ts';
import { put } from '../cli/run-polyref.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

test.each<[what: string, files: Readonly<Record<string, string>>, command: string]>([
  ['nothing', {}, 'npx polyref lint --verbose'],
  ['a lockfile of npm', { 'package-lock.json': '{}' }, 'npx polyref lint --verbose'],
  ['a lockfile of pnpm at the root', { 'pnpm-lock.yaml': '' }, 'pnpm polyref lint --verbose'],
  ['a lockfile of yarn', { 'yarn.lock': '' }, 'yarn polyref lint --verbose'],
  ['a lockfile of bun', { 'bun.lock': '' }, 'bunx polyref lint --verbose'],
  ['a package manager that is declared', { 'package.json': '{ "packageManager": "pnpm@10.1.0" }' }, 'pnpm polyref lint --verbose'],
  ['a lockfile beside another declaration', { 'package.json': '{ "packageManager": "pnpm@10.1.0" }', 'package-lock.json': '{}' }, 'npx polyref lint --verbose'],
  ['a nearer lockfile', { 'pnpm-lock.yaml': '', 'packages/db/yarn.lock': '' }, 'yarn polyref lint --verbose'],
  ['a package.json that cannot be read', { 'packages/db/package.json': '{', 'yarn.lock': '' }, 'yarn polyref lint --verbose'],
])('the command of a repository with %s', async (_, files, command) => {
  const root = await temporaryFolder();
  await put(root, { '.git/HEAD': '', 'packages/db/.keep': '', ...files });
  expect(commandOf(findRunner(join(root, 'packages/db')), ['lint', '--verbose'])).toBe(command);
});

test('what lies above the repository changes nothing', async () => {
  const outside = await temporaryFolder();
  await put(outside, { 'yarn.lock': '', 'shop/.git/HEAD': '' });
  expect(findRunner(join(outside, 'shop'))).toBe('npx');
});

test('in this repository it is a script', () => {
  expect(commandOf(findRunner(packageRoot), ['lint', '--verbose'])).toBe('npm run lint -- --verbose');
});

test.each([
  ['Run `polyref lint --update-baseline`, and commit the file.', 'pnpm', 'Run `pnpm polyref lint --update-baseline`, and commit the file.'],
  ['`polyref explain` lists them; `polyref lint` asks them.', 'npm run', '`npm run explain` lists them; `npm run lint` asks them.'],
  ['`polyref lint --coverage` shows it.', 'npm run', '`npm run lint -- --coverage` shows it.'],
  ['Import it from `polyref`; `polyref.config.ts` stays.', 'npx', 'Import it from `polyref`; `polyref.config.ts` stays.'],
] as const)('the hint %j for who runs %s', (hint, runner, said) => {
  expect(withCommands(hint, runner)).toBe(said);
});
