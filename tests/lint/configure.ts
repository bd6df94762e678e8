import { engineRules } from '../../src/lib/lint/engine-rules.ts';
import { resolveConfig } from '../../src/lib/lint/resolve-config.ts';
import type { LintSettings } from '../../src/lib/lint/settings.ts';
import type { Finding } from '../../src/lib/model/finding.ts';
import { readConfig, type PlaceOf } from '../../src/lib/read/config/read-config.ts';
import type { Rule } from '../../src/lib/rules/rule.ts';

/** A configuration as it was exported, read and resolved as a run does it. */
export function configure(value: unknown, builtIn: readonly Rule[], placeOf: PlaceOf = () => undefined): { readonly settings: LintSettings; readonly findings: readonly Finding[] } {
  const { config, findings } = readConfig(value, placeOf, [...builtIn, ...engineRules], import.meta.dirname);
  return { settings: resolveConfig(config, placeOf, builtIn), findings };
}
