import { lintCatalog, type LintOutcome } from '../lint/lint-catalog.ts';
import type { Baseline } from '../model/baseline.ts';
import type { ConfiguredRule, LintSettings } from '../lint/settings.ts';
import type { Catalog } from '../model/catalog.ts';
import type { CoverageMetric } from '../model/coverage-metric.ts';
import type { Finding } from '../model/finding.ts';
import { ended } from '../model/ended.ts';
import { didYouMean } from '../model/suggest.ts';
import { RuleFailure } from '../rules/run-rules.ts';
import { withSystem, type ReadSystem, type SystemInputs } from './read-system.ts';

/** Reads a system and asks every rule about it. Without `today` no suppression is past its day, and the same files give the same result. */
export function lint(inputs: LintInputs): Promise<LintResult> {
  return withSystem(inputs, (read) => (read.kind === 'unreadable' ? read : lintSystem(read, inputs)));
}

/** As `lint`, for a system that was already read. */
export function lintSystem(read: Extract<ReadSystem, { readonly kind: 'read' }>, inputs: Pick<LintInputs, 'today' | 'only' | 'minimum'> = {}): LintResult {
  const { catalog, strays, settings, baseline } = read;
  const { today, only, minimum = {} } = inputs;
  const unknown = (only ?? []).filter((id) => !settings.rules.has(id));
  if (unknown.length > 0) return { kind: 'unreadable', findings: unknown.map((id) => unknownRule(id, settings)) };
  try {
    const outcome = lintCatalog(catalog, withMinimum(settings, minimum), { baseline, today, only, strays });
    const rules = [...settings.rules.values()];
    return { kind: 'linted', catalog, rules, ...(settings.docs === undefined ? {} : { docs: settings.docs }), ...(baseline === undefined ? {} : { baseline }), ...outcome };
  } catch (error) {
    if (error instanceof RuleFailure) return { kind: 'unreadable', findings: [failedRule(error)] };
    throw error;
  }
}

export interface LintInputs extends SystemInputs {
  /** `2027-03-01` */
  readonly today?: string | undefined;
  /** Ids of the only rules to ask. */
  readonly only?: readonly string[] | undefined;
  /** Per cent that must be covered, before what the configuration says. */
  readonly minimum?: Readonly<Partial<Record<CoverageMetric, number>>> | undefined;
}

export type LintResult =
  | ({ readonly kind: 'linted'; readonly catalog: Catalog; /** Every rule, those that are off too. */ readonly rules: readonly ConfiguredRule[]; readonly docs?: string; readonly baseline?: Baseline } & LintOutcome)
  | { readonly kind: 'unreadable'; readonly findings: readonly Finding[] };

/** What is asked for on the command line stands nowhere in the configuration. */
function withMinimum({ minimumAt, ...settings }: LintSettings, minimum: NonNullable<LintInputs['minimum']>): LintSettings {
  const asked = Object.keys(minimum).length > 0;
  return { ...settings, minimum: { ...settings.minimum, ...minimum }, ...(asked || minimumAt === undefined ? {} : { minimumAt }) };
}

export function unknownRule(id: string, { rules }: Pick<LintSettings, 'rules'>): Finding {
  return { rule: 'unknown-rule', severity: 'error', message: `There is no rule \`${id}\`.`, hint: didYouMean(id, rules.keys()) || '`polyref explain` lists them.' };
}

function failedRule({ message, location }: RuleFailure): Finding {
  return {
    rule: 'rule-failed', severity: 'error', message: ended(message), hint: 'A rule reports what does not hold, and never throws. Fix it, or set it to \'off\' in the configuration.', ...(location === undefined ? {} : { location }),
  };
}
