import { compareText } from './compare-text.ts';
import { SEVERITIES, type Finding, type Severity } from './finding.ts';

/** How many findings each rule has, at each severity that it has them: the worst first, then the most frequent, then by id. */
export function countByRule(findings: readonly Finding[]): readonly RuleCount[] {
  return SEVERITIES.flatMap((severity) => {
    const groups = Map.groupBy(findings.filter((finding) => finding.severity === severity), ({ rule }) => rule);
    return [...groups].map(([rule, those]) => ({ severity, rule, count: those.length, findings: those })).sort((a, b) => b.count - a.count || compareText(a.rule, b.rule));
  });
}

export interface RuleCount {
  readonly severity: Severity;
  readonly rule: string;
  readonly count: number;
  /** In the order given. */
  readonly findings: readonly Finding[];
}
