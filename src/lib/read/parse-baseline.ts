import * as z from 'zod-own';
import type { Baseline, BaselineEntry } from '../model/baseline.ts';
import { COVERAGE_METRICS } from '../model/coverage-metric.ts';
import type { Finding } from '../model/finding.ts';

/**
 * Reads the text of `polyref.baseline.json`; a finding when it is none.
 * @param file as messages and locations call it
 */
export function parseBaseline(text: string, file: string): { readonly kind: 'read'; readonly baseline: Baseline } | { readonly kind: 'unreadable'; readonly finding: Finding } {
  const location = { file, line: 1, column: 1 };
  const unreadable = (why: string) => ({
    kind: 'unreadable' as const,
    finding: { rule: 'bad-baseline', severity: 'error' as const, message: `\`${file}\` is not a valid baseline: ${why}.`, hint: 'Restore it from the last commit, or delete it and run `polyref lint --update-baseline`.', location },
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable('it is not JSON');
  }
  const result = BASELINE.safeParse(value);
  if (!result.success) return unreadable(result.error.issues[0]?.message ?? 'it has another form');
  const { findings, coverage } = result.data;
  const lineOf = findLines(text.split('\n'));
  const entries = findings.map(({ rule, address, count }): BaselineEntry => ({ rule, address, count, location: { file, line: lineOf(rule, address), column: 1 } }));
  return { kind: 'read', baseline: { entries, coverage, location } };
}

const VERSION = { error: () => 'it has no `baselineVersion` 1' };
const FINDINGS = { error: () => '`findings` is not a list of rules with addresses' };
const COVERAGE = { error: () => '`coverage` holds no percentages' };

const entry = z.object({ rule: z.string(FINDINGS), address: z.string(FINDINGS), count: z.int(FINDINGS).positive(FINDINGS).default(1) }, FINDINGS);
const percentages = Object.fromEntries(COVERAGE_METRICS.map((metric) => [metric, z.number(COVERAGE).exactOptional()])) as Readonly<Record<(typeof COVERAGE_METRICS)[number], z.ZodExactOptional<z.ZodNumber>>>;
const BASELINE = z.object({ baselineVersion: z.literal(1, VERSION), findings: z.array(entry, FINDINGS), coverage: z.strictObject(percentages, COVERAGE).default({}) }, VERSION);

/** Entries stand in the order of the file as a rule, one a line: the search goes on where the last one was found. */
function findLines(lines: readonly string[]): (rule: string, address: string) => number {
  let next = 0;
  return (rule, address) => {
    const [quotedRule, quotedAddress] = [JSON.stringify(rule), JSON.stringify(address)];
    const holds = (line: string) => line.includes(quotedRule) && line.includes(quotedAddress);
    const ahead = lines.slice(next, next + 50).findIndex(holds);
    const found = ahead === -1 ? lines.findIndex(holds) : next + ahead;
    if (found !== -1) next = found + 1;
    return Math.max(found + 1, 1);
  };
}
