import type { Location } from './location.ts';
import type { Suppression } from './suppression.ts';

/** One data store of the documented system. */
export interface Store {
  /** First part of every address: `mongodb`. */
  readonly id: string;
  readonly kind: StoreKind;
  /** `MongoDB` */
  readonly label: string;
  /** Markdown; empty when no `store()` definition describes it. */
  readonly description: string;
  /** Addresses, sorted. */
  readonly entities: readonly string[];
  readonly suppressions?: readonly Suppression[];
  readonly location?: Location;
}

/** What the entities of a store can hold. */
export type StoreKind = 'document' | 'relational' | 'object';
