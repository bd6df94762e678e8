import type { Ignored } from '../dsl/config.ts';
import type { CoverageMetric } from '../model/coverage-metric.ts';
import type { Severity } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import type { OptionValue, Rule } from '../rules/rule.ts';
import type { RuleToRun } from '../rules/run-rules.ts';
import { engineRules } from './engine-rules.ts';
import type { ConfiguredRule, LintSettings } from './settings.ts';

/** What a configuration decides, as reading leaves it: every rule that it names is there, every option has the type of its rule. */
export interface CheckedConfig {
  /** Rule id, or `*` for every rule that is not named, → what is set. */
  readonly rules?: Readonly<Record<string, { readonly severity: Severity | 'off'; readonly options: Readonly<Record<string, OptionValue>> }>>;
  readonly ignore?: readonly (Ignored & { readonly location?: Location })[];
  readonly own?: readonly (Rule & { readonly location?: Location })[];
  /** Per cent. */
  readonly minimum?: Readonly<Partial<Record<CoverageMetric, number>>>;
  readonly docs?: { readonly url?: string };
}

/**
 * What a configuration means.
 * @param placeOf where a part stands: `coverage`
 * @param builtIn the rules that Polyref brings
 */
export function resolveConfig(config: CheckedConfig, placeOf: (part: string) => Location | undefined, builtIn: readonly Rule[]): LintSettings {
  const { rules: set = {}, ignore = [], own = [], minimum = {}, docs } = config;
  const asked = [...builtIn, ...own];
  const settingOf = (id: string) => (Object.hasOwn(set, id) ? set[id] : undefined);
  const rules = new Map([...asked, ...engineRules].map(({ id, ...rule }): [string, ConfiguredRule] => [id, { ...rule, id, severity: (settingOf(id) ?? settingOf('*'))?.severity ?? rule.severity }]));
  const places = new Map(own.map(({ id, location }) => [id, location]));
  const run = asked.flatMap((rule): readonly RuleToRun[] => {
    const severity = rules.get(rule.id)?.severity ?? rule.severity;
    return severity === 'off' ? [] : [{ rule, severity, options: settingOf(rule.id)?.options ?? {}, location: places.get(rule.id) }];
  });
  const minimumAt = placeOf('coverage');
  return { run, rules, ignored: ignore, minimum, ...(minimumAt === undefined ? {} : { minimumAt }), ...(docs?.url === undefined ? {} : { docs: docs.url }) };
}
