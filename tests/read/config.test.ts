import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/lib/read/load-config.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put } from '../cli/run-polyref.ts';
import { said } from './read-fixture.ts';

test('a configuration is read with the places of its parts', async () => {
  const loaded = await loadConfig(fileURLToPath(new URL('../fixtures/kitchen-sink/polyref.config.ts', import.meta.url)));
  if (loaded.kind !== 'loaded') throw new Error('It is there, and right.');
  const { value, at, options } = loaded.config;
  expect(Object.keys(value['config'] as object)).toEqual(['own', 'rules', 'ignore', 'coverage', 'docs']);
  expect(at).toEqual({ file: 'polyref.config.ts', line: 18, column: 16 });
  const line = (part: string) => options.get(part)?.line;
  expect(['own.0', 'rules', 'rules.missing-retention', 'ignore.0', 'coverage.min', 'docs'].map(line)).toEqual([19, 20, 20, 21, 22, 23]);
});

test('one that need not be there is absent', async () => {
  expect(await loadConfig(join(await temporaryFolder(), 'polyref.config.ts'), { optional: true })).toEqual({ kind: 'absent' });
});

describe('what cannot be read is told at its place', () => {
  test.each<[text: string | undefined, message: string]>([
    [undefined, 'config-missing: There is no configuration `ci/polyref.config.ts`. Name an existing file with --config, or leave it out.'],
    ['export default {\n', "polyref.config.ts:2:1 syntax-error: '}' expected."],
    ['export default { rules: {} };\n', 'polyref.config.ts:1:16 bad-config: The default export of `polyref.config.ts` was not made with `defineConfig`. Write export default defineConfig({ … }).'],
    ["import { defineConfig } from 'polyref';\nexport const config = defineConfig({});\n", 'polyref.config.ts:1:1 bad-config: `polyref.config.ts` has no default export. Write export default defineConfig({ … }).'],
    ["\nthrow new Error('not today');\n", 'polyref.config.ts:2:7 load-error: `polyref.config.ts` cannot be loaded: not today. A configuration must load on its own: it should export what `defineConfig` makes and do nothing else.'],
    ["import './nowhere.ts';\n", 'polyref.config.ts:1:8 load-error: `polyref.config.ts` imports `./nowhere.ts`, which does not exist. Correct the path, or remove the import.'],
    ['await new Promise(() => {});\n', 'polyref.config.ts:1:1 load-error: `polyref.config.ts` did not finish loading within 0.5 seconds. It waits for something at its top level; a configuration needs no await.'],
  ])('%j', async (text, message) => {
    const folder = await temporaryFolder();
    if (text !== undefined) await put(folder, { 'polyref.config.ts': text });
    const loaded = await loadConfig(join(folder, 'polyref.config.ts'), { name: 'ci/polyref.config.ts', timeout: 500 });
    expect(loaded.kind === 'unreadable' ? said(loaded.findings) : loaded.kind).toEqual([message]);
  });
});
