import type { Finding } from './finding.ts';
import type { Location } from './location.ts';

/** A finding that is known and tolerated, as it stands beside what it excuses. */
export interface Suppression {
  /** Id of the rule. */
  readonly rule: string;
  /** Path of the field; absent: whatever the rule finds in the definition. */
  readonly at?: string;
  readonly reason: string;
  /** The last day on which it counts: `2027-03-01`. */
  readonly until?: string;
  /** URL where the mending is planned. */
  readonly issue?: string;
  readonly location: Location;
}

/** A finding that does not count, and why. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly excuse: Excuse;
}

export type Excuse =
  /** By the definition itself. */
  | ({ readonly kind: 'definition' } & Pick<Suppression, 'reason' | 'until' | 'issue' | 'location'>)
  /** By a line of the file of accepted changes. */
  | { readonly kind: 'acceptance'; readonly reason: string; readonly location: Location }
  /** By a pattern of the configuration. */
  | { readonly kind: 'configuration'; readonly reason: string }
  /** It was there when the rules were adopted. */
  | { readonly kind: 'baseline' };
