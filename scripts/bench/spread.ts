/** Of several measurements, the one in the middle, the one that five of a hundred exceed, and the largest. */
export interface Spread {
  readonly median: number;
  readonly percentile95: number;
  readonly most: number;
  readonly count: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const part = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { median: part(0.5), percentile95: part(0.95), most: part(1), count: sorted.length };
}
