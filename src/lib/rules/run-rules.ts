import { analysesOf, type Analyses } from '../analysis/analyses.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import { describeSubject, locateSubject } from './subject.ts';
import type { OptionValue, Rule, RuleReport } from './rule.ts';

/** Asks every rule about a catalog. Findings stand in the order of the rules. Throws `RuleFailure` when a rule throws. */
export function runRules(catalog: Catalog, rules: readonly RuleToRun[], analyses: Analyses = analysesOf(catalog)): readonly Finding[] {
  return rules.flatMap((each) => reportsOf(each, analyses).map((report) => findingOf(report, each, analyses)));
}

export interface RuleToRun {
  readonly rule: Rule;
  /** Default: the rule's own. */
  readonly severity?: Severity;
  /** What differs from the defaults. */
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** A rule that throws instead of reporting: a mistake of the rule, not of the schema. */
export class RuleFailure extends Error {
  readonly rule: string;

  constructor(rule: string, cause: unknown) {
    super(`The rule \`${rule}\` failed: ${cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)}`, { cause });
    this.name = 'RuleFailure';
    this.rule = rule;
  }
}

/** Nobody has checked the types of a rule that is plain JavaScript. */
function reportsOf(each: RuleToRun, analyses: Analyses): readonly RuleReport[] {
  let reports: readonly unknown[];
  try {
    const made: unknown = each.rule.check(contextFor(each, analyses));
    if (typeof made !== 'object' || made === null || !(Symbol.iterator in made)) throw new RuleFailure(each.rule.id, '`check` is no generator, and returns no list of reports');
    reports = [...(made as Iterable<unknown>)];
  } catch (cause) {
    throw cause instanceof RuleFailure ? cause : new RuleFailure(each.rule.id, cause);
  }
  const fault = reports.map(faultOf).find((found) => found !== undefined);
  if (fault !== undefined) throw new RuleFailure(each.rule.id, fault);
  return reports as readonly RuleReport[];
}

function faultOf(report: unknown): string | undefined {
  if (typeof report !== 'object' || report === null) return `it reports ${JSON.stringify(report) ?? String(report)}, and not an object with a message`;
  if (!('message' in report) || typeof report.message !== 'string' || report.message === '') return 'it reports something without a `message`';
  if ('hint' in report && report.hint !== undefined && typeof report.hint !== 'string') return 'it reports a `hint` that is no text';
  return SUBJECTS.some((subject) => subject in report) ? undefined : `it reports “${report.message}”, and does not say of what: ${SUBJECTS.map((subject) => `\`${subject}\``).join(', ')}`;
}

const SUBJECTS = ['entity', 'process', 'claim', 'store', 'domain', 'tombstone', 'system'] as const;

function contextFor({ rule, options }: RuleToRun, analyses: Analyses) {
  const defaults = Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default]));
  // With the analyses as its prototype a context costs none of them until the rule asks.
  return Object.assign(Object.create(analyses) as Analyses, { options: { ...defaults, ...options } });
}

function findingOf({ message, hint, location, ...subject }: RuleReport, { rule, severity = rule.severity }: RuleToRun, { index }: Analyses): Finding {
  const place: Location | undefined = location ?? locateSubject(subject, index);
  return {
    rule: rule.id,
    severity,
    ...describeSubject(subject),
    message,
    ...(hint !== undefined ? { hint } : {}),
    ...(place !== undefined ? { location: place } : {}),
  };
}
