import { analysesOf, type Analyses } from '../analysis/analyses.ts';
import type { Catalog } from '../model/catalog.ts';
import { deepFreeze } from '../model/deep-freeze.ts';
import type { OptionValue, Rule } from './rule.ts';
import { MOST_REPORTS } from './run-rules.ts';

/**
 * Runs one rule of a team. Called in the thread where its configuration was loaded, because a rule is code: what it reports crosses back as plain data.
 * @returns undefined where `check` returns nothing that can be gone through
 */
export default function runOwnRule({ url, index, catalog, options }: OwnRuleInput, { exportsOf, tick }: OwnRuleContext): readonly unknown[] | undefined {
  // All rules are given the same catalog: none may change what the next one sees.
  if (catalog !== undefined) analyses = analysesOf(deepFreeze(catalog));
  const exported = exportsOf(url)?.['default'] as OwnRules & { readonly config?: OwnRules };
  const own = (exported.config ?? exported).own;
  // With the analyses as its prototype a context costs none of them until the rule asks.
  const made: unknown = own?.[index]?.check(Object.assign(Object.create(analyses ?? null) as Analyses, { options }));
  if (typeof made !== 'object' || made === null || !(Symbol.iterator in made)) return undefined;
  const reports: unknown[] = [];
  for (const report of made as Iterable<unknown>) {
    tick();
    reports.push(plainReport(report));
    // One more than may be, so that whoever counts them says so.
    if (reports.length > MOST_REPORTS) break;
  }
  return reports;
}

export interface OwnRuleInput {
  /** Of the configuration. */
  readonly url: string;
  /** Of the rule in its list. */
  readonly index: number;
  /** Absent: that of the last call. */
  readonly catalog?: Catalog;
  readonly options: Readonly<Record<string, OptionValue>>;
}

interface OwnRules {
  readonly own?: readonly Rule[];
}

interface OwnRuleContext {
  readonly exportsOf: (url: string) => Readonly<Record<string, unknown>> | undefined;
  readonly tick: () => void;
}

let analyses: Analyses | undefined;

/** The parts that a report may have; whoever gets it checks them. */
const PARTS = ['message', 'hint', 'location', 'entity', 'field', 'process', 'claim', 'store', 'domain', 'tombstone', 'system'] as const;

function plainReport(report: unknown): unknown {
  if (typeof report !== 'object' || report === null) return typeof report === 'function' || typeof report === 'symbol' ? String(report) : report;
  const parts = report as Readonly<Record<string, unknown>>;
  return Object.fromEntries(PARTS.filter((part) => part in report).map((part) => [part, part === 'location' ? plainLocation(parts[part]) : plainValue(parts[part])]));
}

function plainValue(value: unknown): unknown {
  return typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol' ? null : value;
}

function plainLocation(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const { file, line, column } = value as Readonly<Record<string, unknown>>;
  return typeof file === 'string' && typeof line === 'number' && typeof column === 'number' ? { file, line, column } : undefined;
}
