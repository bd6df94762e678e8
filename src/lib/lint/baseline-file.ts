import type { Baseline, BaselineEntry } from '../model/baseline.ts';
import { stableJson } from '../model/stable-json.ts';

/** The text of `polyref.baseline.json`: one line a finding, so that what is gone is one line less. */
export function renderBaseline({ entries, coverage }: { readonly entries: readonly Omit<BaselineEntry, 'location'>[]; readonly coverage: Baseline['coverage'] }): string {
  return stableJson({ baselineVersion: 1, coverage, findings: entries.map(({ rule, address, count }) => ({ rule, address, ...(count === 1 ? {} : { count }) })) });
}
