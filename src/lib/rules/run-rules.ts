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
  /** Where a rule of a team is listed. */
  readonly location?: Location | undefined;
}

/** A rule that throws instead of reporting: a mistake of the rule, not of the schema. */
export class RuleFailure extends Error {
  /** Where it throws; where that is unknown, where it is listed. */
  readonly location: Location | undefined;

  constructor({ rule: { id }, location }: RuleToRun, cause: unknown) {
    super(`The rule \`${id}\` failed: ${thrown(cause)}`, { cause });
    this.name = 'RuleFailure';
    this.location = (cause instanceof Error ? (cause as { readonly location?: Location }).location : undefined) ?? location;
  }
}

/** What was thrown may be anything, and may itself throw when it is read. */
function thrown(cause: unknown): string {
  try {
    if (!(cause instanceof Error)) return String(cause);
    return cause.name === '' ? cause.message : `${cause.name}: ${cause.message}`;
  } catch {
    return 'it throws something that cannot be read';
  }
}

/** Nobody has checked the types of a rule that is plain JavaScript, and what it reports may be anything. */
function reportsOf(each: RuleToRun, analyses: Analyses): readonly RuleReport[] {
  try {
    const made: unknown = each.rule.check(contextFor(each, analyses));
    if (typeof made !== 'object' || made === null || !(Symbol.iterator in made)) throw new RuleFailure(each, '`check` is not a generator and does not return a list of reports');
    const reports: RuleReport[] = [];
    for (const report of made as Iterable<unknown>) {
      if (reports.length >= MOST_REPORTS) throw new RuleFailure(each, `it reports more than ${MOST_REPORTS.toLocaleString('en-US')} times`);
      reports.push(readReport(report, each));
    }
    return reports;
  } catch (cause) {
    throw cause instanceof RuleFailure ? cause : new RuleFailure(each, cause);
  }
}

/** A rule that does not come to an end would fill the memory. */
export const MOST_REPORTS = 100_000;

const SUBJECTS = ['entity', 'process', 'claim', 'store', 'domain', 'tombstone', 'system'] as const;

/** A copy of a report, each of its parts read once. */
function readReport(report: unknown, rule: RuleToRun): RuleReport {
  if (typeof report !== 'object' || report === null) throw new RuleFailure(rule, `it reports ${shown(report)}, and not an object with a message`);
  const { message, hint, location, field } = report as Readonly<Record<string, unknown>>;
  if (typeof message !== 'string' || message === '') throw new RuleFailure(rule, 'it reports something without a `message`');
  if (hint !== undefined && typeof hint !== 'string') throw new RuleFailure(rule, 'it reports a `hint` that is not text');
  if (field !== undefined && typeof field !== 'string') throw new RuleFailure(rule, 'it reports a `field` that is not text');
  const subject = SUBJECTS.find((each) => each in report);
  if (subject === undefined) throw new RuleFailure(rule, `it reports “${message}”, and does not say of what: ${SUBJECTS.map((each) => `\`${each}\``).join(', ')}`);
  const of: unknown = (report as Readonly<Record<string, unknown>>)[subject];
  if (subject === 'system' ? of !== true : typeof of !== 'string') throw new RuleFailure(rule, `it reports “${message}”, and its \`${subject}\` is ${subject === 'system' ? 'not true' : 'no text'}`);
  const place = location === undefined ? undefined : readLocation(location, rule);
  return { [subject]: of, ...(field === undefined ? {} : { field }), message, ...(hint === undefined ? {} : { hint }), ...(place === undefined ? {} : { location: place }) } as unknown as RuleReport;
}

function readLocation(location: unknown, rule: RuleToRun): Location {
  const { file, line, column } = (location ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof file === 'string' && Number.isSafeInteger(line) && Number.isSafeInteger(column)) return { file, line: line as number, column: column as number };
  throw new RuleFailure(rule, 'it reports a `location` that is not a file with a line and a column');
}

function shown(value: unknown): string {
  return typeof value === 'function' ? 'a function' : typeof value === 'string' ? JSON.stringify(value) : String(value);
}

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
