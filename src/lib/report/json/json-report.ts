import type { Finding } from '../../model/finding.ts';
import type { SuppressedFinding } from '../../model/suppression.ts';

/** The report for programs, as `--format json` writes it. Files are relative to the folder that holds the schema folder. */
export interface JsonReport {
  /** Grows when a reader of an older report could misread this one. */
  readonly reportVersion: 1;
  /** The command that made it: `lint`. */
  readonly command: string;
  readonly counts: Counts;
  /** What counts, sorted by place. */
  readonly findings: readonly Finding[];
  /** What does not count, with the reason. */
  readonly suppressed: readonly SuppressedFinding[];
}

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  readonly suppressed: number;
}
