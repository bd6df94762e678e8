import type { Location } from './location.ts';

/** What a reading error, a rule, a drift check or a comparison has to say: one shape, so that each report format is written once. */
export interface Finding {
  /** Permanent id in kebab-case: `unknown-reference-target`. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'note';
  /** The entity or field it is about, where there is one. */
  readonly address?: string;
  /** One sentence: what is wrong, in the reader's own names. */
  readonly message: string;
  /** What to do about it, with "Did you mean" when something is near. */
  readonly hint?: string;
  /** Lines to be shown as they are, such as a difference. */
  readonly detail?: string;
  readonly location?: Location;
}
