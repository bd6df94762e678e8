import { SEVERITIES, type Finding } from '../model/finding.ts';
import type { SuppressedFinding } from '../model/suppression.ts';

/** `2 errors, 1 warning`; empty without findings. */
export function describeCounts(findings: readonly Finding[]): string {
  return SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [plural(count, severity)];
  }).join(', ');
}

/** `2 errors, 1 warning (3 suppressed, 12 in the baseline)`, or `No findings` */
export function describeOutcome(findings: readonly Finding[], suppressed: readonly SuppressedFinding[]): string {
  const baseline = suppressed.filter(({ excuse }) => excuse.kind === 'baseline').length;
  const others = suppressed.length - baseline;
  const aside = [...(others > 0 ? [`${others} suppressed`] : []), ...(baseline > 0 ? [`${baseline} in the baseline`] : [])];
  return `${describeCounts(findings) || 'No findings'}${aside.length > 0 ? ` (${aside.join(', ')})` : ''}`;
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
