import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FuzzFailure, FuzzTarget } from './fuzz-target.ts';

/**
 * Attacks a target until enough was tried: the corpus first, then one batch for each seed, counting up.
 * @param isDone decides before each batch, from the number of random inputs so far; the corpus does not count
 */
export async function runTarget(target: FuzzTarget, firstSeed: number, isDone: (tried: number) => boolean): Promise<FuzzRun> {
  const fuzzer = await target.start();
  const corpus = await fuzzer.corpus();
  const failures: SeededFailure[] = corpus.failures.map((failure) => ({ ...failure, seed: undefined }));
  let tried = 0;
  let seed = firstSeed;
  while (failures.length < MOST_FAILURES && !isDone(tried)) {
    // What was made for an input can only be given back between two turns.
    await nextTurn();
    const batch = await fuzzer.batch(seed);
    failures.push(...batch.failures.map((failure) => ({ ...failure, seed })));
    tried += batch.tried;
    seed = (seed + 1) >>> 0;
  }
  return { known: corpus.tried, tried, seeds: [firstSeed, seed], failures: failures.slice(0, MOST_FAILURES) };
}

export interface FuzzRun {
  /** How many inputs of the corpus were tried. */
  readonly known: number;
  /** How many random ones. */
  readonly tried: number;
  /** The first, and the one after the last. */
  readonly seeds: readonly [from: number, to: number];
  readonly failures: readonly SeededFailure[];
}

/** What was found, and by which seed; by none where it stands in the corpus. */
export interface SeededFailure extends FuzzFailure {
  readonly seed: number | undefined;
}

/** More say nothing new. */
const MOST_FAILURES = 20;
