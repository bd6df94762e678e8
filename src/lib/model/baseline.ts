import type { CoverageMetric } from './coverage-metric.ts';
import type { Location } from './location.ts';

/** What was there when the rules were adopted: it does not count, and may only become less. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
  /** Per cent that must not be lost again. */
  readonly coverage: Readonly<Partial<Record<CoverageMetric, number>>>;
  /** Of the file. */
  readonly location: Location;
}

export interface BaselineEntry {
  readonly rule: string;
  readonly address: string;
  /** How often. */
  readonly count: number;
  readonly location: Location;
}
