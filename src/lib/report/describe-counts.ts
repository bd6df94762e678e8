import { SEVERITIES, type Finding } from '../model/finding.ts';
import type { SuppressedFinding } from '../model/suppression.ts';
import { FINDINGS, type Vocabulary } from './vocabulary.ts';

/** `2 errors, 1 warning`; empty without findings. */
export function describeCounts(findings: readonly Finding[], { gravity }: Vocabulary = FINDINGS): string {
  return SEVERITIES.flatMap((severity) => {
    const words = Map.groupBy(findings.filter((finding) => finding.severity === severity).map(gravity), ([one]) => one);
    return [...words.values()].map((same) => `${same.length.toLocaleString('en-US')} ${same[0]?.[same.length === 1 ? 0 : 1]}`);
  }).join(', ');
}

/** `2 errors, 1 warning (3 suppressed, 12 in the baseline)`, or `No findings` */
export function describeOutcome(findings: readonly Finding[], suppressed: readonly SuppressedFinding[], vocabulary: Vocabulary = FINDINGS): string {
  const baseline = suppressed.filter(({ excuse }) => excuse.kind === 'baseline').length;
  const others = suppressed.length - baseline;
  const aside = [...(others > 0 ? [`${others} ${vocabulary.excused}`] : []), ...(baseline > 0 ? [`${baseline} in the baseline`] : [])];
  return `${describeCounts(findings, vocabulary) || vocabulary.nothing}${aside.length > 0 ? ` (${aside.join(', ')})` : ''}`;
}
