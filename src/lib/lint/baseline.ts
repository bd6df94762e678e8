import { percentOf, type CoverageReport } from '../analysis/coverage.ts';
import type { Baseline, BaselineEntry } from '../model/baseline.ts';
import { compareText } from '../model/compare-text.ts';
import { COVERAGE_METRICS, type CoverageMetric } from '../model/coverage-metric.ts';
import type { Finding } from '../model/finding.ts';
import type { SuppressedFinding } from '../model/suppression.ts';
import type { Applied, SuppressionFault } from './apply-suppressions.ts';

/** Takes out what the baseline holds; what it holds and is no longer found is at fault. */
export function applyBaseline(findings: readonly Finding[], baseline: Baseline, { known, ran }: AskedRules): Applied {
  const left = new Map(baseline.entries.map((entry) => [keyOf(entry), entry.count]));
  const counted: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const key = keyOf(finding);
    const count = left.get(key) ?? 0;
    if (count === 0) counted.push(finding);
    else {
      left.set(key, count - 1);
      suppressed.push({ finding, excuse: { kind: 'baseline' } });
    }
  }
  const faults = baseline.entries.flatMap((entry): readonly SuppressionFault[] => {
    const gone = left.get(keyOf(entry)) ?? 0;
    const { rule, address, count, location } = entry;
    if (!known.includes(rule)) return [{ rule: 'stale-baseline', address, message: `The baseline holds \`${rule}\` at \`${address}\`, and there is no such rule.`, hint: UPDATE, location }];
    if (gone === 0 || !ran.has(rule)) return [];
    const message = gone === count ? `The baseline holds \`${rule}\` at \`${address}\`, which is not found any more.` : `The baseline holds \`${rule}\` at \`${address}\` ${count} times, of which ${count - gone} ${count - gone === 1 ? 'is' : 'are'} left.`;
    return [{ rule: 'stale-baseline', address, message, hint: UPDATE, location }];
  });
  return { counted, suppressed, faults };
}

/** Ids of rules. */
export interface AskedRules {
  /** All that there are. */
  readonly known: readonly string[];
  /** Those that were asked. */
  readonly ran: ReadonlySet<string>;
}

const UPDATE = 'Run `polyref lint --update-baseline`, and commit the file.';

/** The first baseline holds everything that is found; a later one only loses what is gone, and gains what is described. */
export function nextBaseline(findings: readonly Finding[], coverage: CoverageReport, before: Baseline | undefined): Pick<Baseline, 'coverage'> & { readonly entries: readonly Omit<BaselineEntry, 'location'>[] } {
  const found = new Map<string, Omit<BaselineEntry, 'location'>>();
  for (const { rule, address = '' } of findings) {
    const key = keyOf({ rule, address });
    found.set(key, { rule, address, count: (found.get(key)?.count ?? 0) + 1 });
  }
  const allowed = before === undefined ? undefined : new Map(before.entries.map((entry) => [keyOf(entry), entry.count]));
  const entries = [...found.entries()]
    .map(([key, entry]) => ({ ...entry, count: Math.min(entry.count, allowed === undefined ? entry.count : (allowed.get(key) ?? 0)) }))
    .filter((entry) => entry.count > 0)
    .sort((a, b) => compareText(a.rule, b.rule) || compareText(a.address, b.address));
  const reached = (metric: CoverageMetric) => Math.max(percentOf(coverage.total[metric]), before?.coverage[metric] ?? 0);
  return { entries, coverage: Object.fromEntries(COVERAGE_METRICS.map((metric) => [metric, reached(metric)])) };
}

function keyOf({ rule, address = '' }: Pick<Finding, 'rule' | 'address'>): string {
  return `${rule}\0${address}`;
}
