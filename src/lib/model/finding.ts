import type { Location } from './location.ts';

/** What a reading error, a rule, a drift check or a comparison has to say: one shape, so that each report format is written once. */
export interface Finding {
  /** Permanent id in kebab-case: `unknown-reference-target`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What it is about: a store, an entity or a field by its address; `process:…`, `claim:…`, `domain:…` with the name; `system`. */
  readonly address?: string;
  /** Address of the entity that it is about or in whose field it lies: names may hold dots, so `address` does not tell. */
  readonly entity?: string;
  /** One sentence: what is wrong, in the reader's own names. */
  readonly message: string;
  /** What to do about it, with "Did you mean" when something is near. */
  readonly hint?: string;
  /** Lines to be shown as they are, such as a difference. */
  readonly detail?: string;
  readonly location?: Location;
  /** The findings that this one stands for, where several of one rule are one fact about a store. They are counted as one. */
  readonly instances?: readonly Omit<Finding, 'instances'>[];
}

/** So few can be shown one by one beside the finding that stands for them. */
export const FEW_INSTANCES = 5;

/** Each finding on its own: what stands for many is left out, and they are there. */
export function singleFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.flatMap((finding) => finding.instances ?? [finding]);
}

/** Errors must be mended, warnings looked at, notes known. */
export type Severity = 'error' | 'warning' | 'note';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
