import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runPolyref } from './run-polyref.ts';

test('a schema with many mistakes shows them all, in the order in which one mends them, and writes nothing', async () => {
  const cwd = fileURLToPath(new URL('../fixtures/many-mistakes/', import.meta.url));
  const { code, out, err } = await runPolyref(['generate', '--schema', 'schema', '--out', '.'], { cwd });
  expect(code).toBe(2);
  expect(out).toBe('');
  await expect(err).toMatchFileSnapshot(`${cwd}expected.txt`);
  expect((await readdir(cwd)).filter((name) => name !== 'expected.txt')).toEqual(['schema']);
});
