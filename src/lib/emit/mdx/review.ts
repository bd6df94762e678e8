import type { Finding, Severity } from '../../model/finding.ts';
import type { Runner } from '../../model/runner.ts';
import type { SuppressedFinding } from '../../model/suppression.ts';

/** What the rules say of a catalog, as plain data: a page about a finding can be made without asking a rule. */
export interface Review {
  /** What counts, in the order in which readers mend it. */
  readonly findings: readonly Finding[];
  /** What does not count, and why, in the same order. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Every rule, those without findings and those that are off too. */
  readonly rules: readonly ReviewedRule[];
  /** What starts Polyref where the pages are; absent: in its own repository. */
  readonly runner?: Runner;
}

export interface ReviewedRule {
  readonly id: string;
  readonly family: string;
  readonly severity: Severity | 'off';
  /** One sentence that says what must hold. */
  readonly statement: string;
  /** Markdown. */
  readonly why: string;
  /** Markdown. */
  readonly example?: string;
  /** Markdown. */
  readonly mend: string;
  /** Markdown. */
  readonly suppress?: string;
  readonly options: Readonly<Record<string, { readonly default: unknown; readonly description: string }>>;
}

/** Of a schema that nobody has asked a rule about. */
export const NO_REVIEW: Review = { findings: [], suppressed: [], rules: [] };
