import type { Finding } from '../model/finding.ts';

/** How a report calls what it tells. */
export interface Vocabulary {
  /** How grave a finding is: of one, of several. */
  readonly gravity: (finding: Finding) => readonly [one: string, many: string];
  /** What came out when nothing was found. */
  readonly nothing: string;
  /** What came out when there is something, and nothing of the gravest kind. */
  readonly nothingGrave: string;
  /** What does not count is this. */
  readonly excused: string;
  /** Whether the table of counts names what the findings are about. */
  readonly namesAddresses: boolean;
  /** Heads of the columns of the table of counts. */
  readonly columns: readonly [gravity: string, rule: string, findings: string];
}

/** Of rules and drift. */
export const FINDINGS: Vocabulary = {
  gravity: ({ severity }) => [severity, `${severity}s`],
  nothing: 'No findings',
  nothingGrave: 'No errors',
  excused: 'suppressed',
  namesAddresses: false,
  columns: ['severity', 'rule', 'findings'],
};
