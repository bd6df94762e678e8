import type { Finding } from '../model/finding.ts';
import type { SuppressedFinding } from '../model/suppression.ts';
import { wrap } from './prose.ts';

/** What rules found and what of it is excused. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** Findings with what to do, then those that are excused with the reason; each with its rule, or with its place. */
export function explainFindings({ findings, suppressed }: Found, by: 'rule' | 'place'): readonly string[] {
  const title = (finding: Finding, word: string) => `  ${word}  ${by === 'rule' ? finding.rule : placeOf(finding)}`;
  const body = ({ message, hint }: Finding) => [...wrap(message, '    '), ...(hint === undefined ? [] : wrap(hint, '    '))];
  return [
    ...findings.flatMap((finding) => [title(finding, finding.severity), ...body(finding)]),
    ...suppressed.flatMap(({ finding, excuse }) => [title(finding, 'suppressed'), ...wrap(finding.message, '    '), ...wrap(excuse.kind === 'baseline' ? 'In the baseline.' : `Reason: ${excuse.reason}${excuse.kind === 'definition' && excuse.until !== undefined ? ` Until ${excuse.until}.` : ''}`, '    ')]),
  ];
}

function placeOf({ location, address = '' }: Finding): string {
  return location === undefined ? address : `${location.file}:${location.line}:${location.column}`;
}
