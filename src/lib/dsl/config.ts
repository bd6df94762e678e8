import type { CoverageMetric } from '../model/coverage-metric.ts';
import type { Severity } from '../model/finding.ts';
import type { OptionValue, Rule } from '../rules/rule.ts';
import type { DocsOptions } from './docs.ts';

/**
 * The configuration of the rules and of the site: the default export of `polyref.config.ts`, beside the schema folder. Everything in it is optional, and so is the file.
 *
 * @example
 * ```ts
 * import { defineConfig } from 'polyref';
 *
 * export default defineConfig({
 *   rules: { 'missing-owner': 'error', 'missing-description': 'off' },
 *   ignore: [{ addresses: 'mongodb.legacy_*', reason: 'Goes with the old shop, in March.' }],
 *   coverage: { min: { fields: 80 } },
 *   docs: { url: 'https://docs.example.com/', repository: 'https://github.com/acme/shop' },
 * });
 * ```
 */
export function defineConfig(config: Config): ConfigDefinition {
  return { kind: 'polyref.config', config };
}

/** What `defineConfig(…)` takes. */
export interface Config {
  /**
   * Rule id → severity, or severity and options; `'off'`: the rule is not asked. What is not named keeps its own severity,
   * unless `'*'` says otherwise: `{ '*': 'off', 'dangling-reference': 'error' }` asks one rule alone.
   */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** What is left out of the rules, each with its reason. For a single finding write `suppress` in the definition. */
  readonly ignore?: readonly Ignored[];
  /** Rules of your own, made with `defineRule`. */
  readonly own?: readonly Rule[];
  /** How much must be described. */
  readonly coverage?: CoverageLimits;
  /** How the site looks and where it is hosted. */
  readonly docs?: DocsOptions;
}

export type RuleSetting = Severity | 'off' | readonly [severity: Severity | 'off', options: Readonly<Record<string, OptionValue>>];

export interface Ignored {
  /** Address of a store, an entity or a field; `*` stands for any characters: `mongodb.legacy_*`. */
  readonly addresses: string;
  /** Only these rules; absent: all. */
  readonly rules?: readonly string[];
  /** Why. */
  readonly reason: string;
}

export interface CoverageLimits {
  /** Per cent of everything, or of each thing by name: `{ fields: 80, owners: 100 }`. */
  readonly min?: number | Readonly<Partial<Record<CoverageMetric, number>>>;
}

/** What `defineConfig` makes. */
export interface ConfigDefinition {
  readonly kind: 'polyref.config';
  readonly config: Config;
}
