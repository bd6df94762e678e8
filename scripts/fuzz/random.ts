/** Random choices that are the same for the same seed, on any machine. */
export interface Random {
  /** From 0 up to but not including 1. */
  readonly next: () => number;
  /** A whole number from 0 up to but not including `below`. */
  readonly below: (below: number) => number;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  /** True as often as this: `0.1` is one time in ten. */
  readonly chance: (probability: number) => boolean;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (most: number) => Math.floor(next() * most);
  return { next, below, pick: (values) => values[below(values.length)]!, chance: (probability) => next() < probability };
}
