import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildTypes } from '../../scripts/package/build-types.ts';
import { readManual } from './manual.ts';

test('hovering explains every word and every option, and shows an example of each word', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'polyref-manual-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await buildTypes(folder);
  const { exported, options } = readManual(join(folder, 'polyref.d.ts'));
  expect(exported.length).toBeGreaterThan(100);
  expect(options.length).toBeGreaterThan(200);
  expect([...exported, ...options].filter(({ documentation }) => documentation === '').map(({ name }) => name)).toEqual([]);
  // A word without arguments is its own example.
  expect(exported.filter(({ name, takes, manual }) => takes > 0 && !manual.includes(`${name}(`)).map(({ name }) => name)).toEqual([]);
});
