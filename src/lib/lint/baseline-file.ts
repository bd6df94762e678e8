import { COVERAGE_METRICS } from '../model/coverage-metric.ts';
import type { Finding } from '../model/finding.ts';
import { isObject } from '../model/is-object.ts';
import { stableJson } from '../model/stable-json.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';

/** The text of `polyref.baseline.json`: one line a finding, so that what is gone is one line less. */
export function renderBaseline({ entries, coverage }: { readonly entries: readonly Omit<BaselineEntry, 'location'>[]; readonly coverage: Baseline['coverage'] }): string {
  return stableJson({ baselineVersion: 1, coverage, findings: entries.map(({ rule, address, count }) => ({ rule, address, ...(count === 1 ? {} : { count }) })) });
}

/**
 * Reads that text; a finding when it is none.
 * @param file as messages and locations call it
 */
export function parseBaseline(text: string, file: string): { readonly kind: 'read'; readonly baseline: Baseline } | { readonly kind: 'unreadable'; readonly finding: Finding } {
  const location = { file, line: 1, column: 1 };
  const unreadable = (why: string) => ({
    kind: 'unreadable' as const,
    finding: { rule: 'bad-baseline', severity: 'error' as const, message: `\`${file}\` is no baseline: ${why}.`, hint: 'Take it from the last commit, or delete it and write it anew with `polyref lint --update-baseline`.', location },
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable('it is not JSON');
  }
  if (!isObject(value) || value['baselineVersion'] !== 1) return unreadable('it has no `baselineVersion` 1');
  const { findings, coverage = {} } = value;
  if (!Array.isArray(findings) || !findings.every(isEntry)) return unreadable('`findings` is not a list of rules with addresses');
  if (!isObject(coverage) || !Object.entries(coverage).every(([name, percent]) => COVERAGE_METRICS.some((metric) => metric === name) && typeof percent === 'number')) return unreadable('`coverage` holds no percentages');
  const lines = text.split('\n');
  const entries = findings.map(({ rule, address, count = 1 }): BaselineEntry => {
    const line = lines.findIndex((each) => each.includes(JSON.stringify(rule)) && each.includes(JSON.stringify(address))) + 1;
    return { rule, address, count, location: { file, line: Math.max(line, 1), column: 1 } };
  });
  return { kind: 'read', baseline: { entries, coverage: coverage as Baseline['coverage'], location } };
}

function isEntry(value: unknown): value is { readonly rule: string; readonly address: string; readonly count?: number } {
  return isObject(value) && typeof value['rule'] === 'string' && typeof value['address'] === 'string' && (value['count'] === undefined || (Number.isInteger(value['count']) && Number(value['count']) > 0));
}
