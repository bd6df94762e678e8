import { claimDoesNotHold } from './documentation/claim-does-not-hold.ts';
import { missingRetention } from './lifetimes/missing-retention.ts';
import type { Rule } from './rule.ts';

/** Every rule that Polyref brings, by family. */
export const rules: readonly Rule[] = [
  // lifetimes
  missingRetention,
  // documentation
  claimDoesNotHold,
];
