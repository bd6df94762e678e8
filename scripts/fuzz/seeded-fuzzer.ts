import type { FuzzBatch, Fuzzer } from './fuzz-target.ts';

/**
 * A fuzzer whose every input has a seed of its own, so that each can be tried alone.
 * @param known seeds that found something before
 */
export function seededFuzzer(tryOne: (seed: number) => readonly CaseFailure[], known: readonly number[] = []): Fuzzer {
  const tryAll = (seeds: readonly number[]): FuzzBatch => ({
    tried: seeds.length,
    failures: seeds.flatMap((seed) => tryOne(seed).map(({ message, input }) => ({ problem: message, input: input === '' ? `seed ${seed}` : input }))),
  });
  return {
    corpus: async () => tryAll(known),
    batch: async (seed) => tryAll([seed]),
  };
}

export interface CaseFailure {
  readonly seed: number;
  /** What was put in, as far as it can be shown. */
  readonly input: string;
  /** What went wrong. */
  readonly message: string;
}

/** What a judgement finds, or that it throws. */
export function failuresOf(seed: number, judge: () => readonly string[], input = ''): readonly CaseFailure[] {
  try {
    return [...new Set(judge())].map((message) => ({ seed, input, message }));
  } catch (error) {
    return [{ seed, input, message: `It throws: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` }];
  }
}
