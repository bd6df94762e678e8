import { expect, test } from 'vitest';
import { fuzzTargets } from '../../scripts/fuzz/index.ts';
import type { FuzzTarget } from '../../scripts/fuzz/fuzz-target.ts';
import { runTarget } from '../../scripts/fuzz/run-target.ts';

/** Tries ten inputs a batch; those of seed 3 do not hold. */
function target(seeds: number[], corpus: readonly string[] = []): FuzzTarget {
  return {
    name: 'sample',
    summary: 'a sample',
    unit: 'inputs',
    start: async () => ({
      corpus: async () => ({ tried: 4, failures: corpus.map((input) => ({ input, problem: 'It does not hold.' })) }),
      batch: async (seed) => {
        seeds.push(seed);
        return { tried: 10, failures: seed % 4 === 3 ? [{ input: `of ${seed}`, problem: 'It does not hold.' }] : [] };
      },
    }),
  };
}

test('one batch after the other is tried, from the first seed on, until there is enough', async () => {
  const seeds: number[] = [];
  expect(await runTarget(target(seeds), 4, (tried) => tried >= 25)).toEqual({ known: 4, tried: 30, seeds: [4, 7], failures: [] });
  expect(seeds).toEqual([4, 5, 6]);
});

test('what is found says by which seed; what stands in the corpus has none', async () => {
  const { failures } = await runTarget(target([], ['old']), 3, (tried) => tried >= 10);
  expect(failures).toEqual([
    { input: 'old', problem: 'It does not hold.', seed: undefined },
    { input: 'of 3', problem: 'It does not hold.', seed: 3 },
  ]);
});

test('after twenty failures it ends', async () => {
  const run = await runTarget(target([]), 0, () => false);
  expect(run).toMatchObject({ tried: 800, seeds: [0, 80] });
  expect(run.failures).toHaveLength(20);
});

test('the largest seed is followed by the smallest', async () => {
  const seeds: number[] = [];
  await runTarget(target(seeds), 4_294_967_295, (tried) => tried >= 20);
  expect(seeds).toEqual([4_294_967_295, 0]);
});

test('every target has a name of its own and says what must hold', () => {
  expect(new Set(fuzzTargets.map(({ name }) => name)).size).toBe(fuzzTargets.length);
  for (const { name, summary, unit } of fuzzTargets) expect([name, summary, unit]).toEqual([expect.stringMatching(/^[a-z]+$/), expect.stringMatching(/^\S.{20,}[^.]$/), expect.stringMatching(/^[a-z]+$/)]);
});
