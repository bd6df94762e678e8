import type { Ignored } from '../dsl/config.ts';
import type { CoverageMetric } from '../model/coverage-metric.ts';
import type { Severity } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import type { RuleDescription } from '../rules/rule.ts';
import type { RuleToRun } from '../rules/run-rules.ts';

/** The configuration, made out: every rule that there is, with what was decided of it. */
export interface LintSettings {
  /** Rules that are asked about the catalog, with their severity and options. */
  readonly run: readonly RuleToRun[];
  /** Every rule, the engine's own and those that are off too, by id. */
  readonly rules: ReadonlyMap<string, ConfiguredRule>;
  readonly ignored: readonly (Ignored & { readonly location?: Location })[];
  /** Per cent. */
  readonly minimum: Readonly<Partial<Record<CoverageMetric, number>>>;
  /** Where the minimum stands. */
  readonly minimumAt?: Location;
  /** Address of the hosted site; ends with a slash. */
  readonly docs?: string;
}

export interface ConfiguredRule extends Omit<RuleDescription, 'severity'> {
  readonly severity: Severity | 'off';
}
