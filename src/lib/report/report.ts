import type { Finding, Severity } from '../model/finding.ts';
import type { SuppressedFinding } from '../model/suppression.ts';
import type { TerminalText } from '../model/terminal-text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What every report format is made of. */
export interface Report {
  /** The command that found it: `lint`. */
  readonly command: string;
  /** What counts, in the order in which readers mend it. */
  readonly findings: readonly Finding[];
  /** What does not count, in the same order. */
  readonly suppressed: readonly SuppressedFinding[];
  /** What can be told of the rules: those without findings too, where they are known. */
  readonly rules: readonly RuleHelp[];
  /** Where what is found are no errors, warnings and notes. */
  readonly vocabulary?: Vocabulary;
  /** Finished blocks of Markdown that follow what was found, where the format can show them. */
  readonly appendix?: readonly string[];
  /** Findings that readers of the Markdown must not have to unfold. */
  readonly unfolded?: Severity;
  /** What to do next, for readers at a terminal: a line each. */
  readonly next?: readonly string[];
  /** The command that prints every finding of a rule, where there is one. */
  readonly showRule?: (rule: string) => string;
}

/** What a report tells of a rule beside its findings. */
export interface RuleHelp {
  readonly id: string;
  /** Unless a finding says otherwise. */
  readonly severity: Severity;
  /** One sentence that says what must hold. */
  readonly statement: string;
  /** Markdown. */
  readonly why?: string;
  /** Markdown. */
  readonly mend?: string;
  /** Address of its page. */
  readonly url?: string;
}

export interface Reporter {
  /** As `--format` names it. */
  readonly name: string;
  /** For help: what it is for. */
  readonly purpose: string;
  /** A whole document, or lines that other lines may follow. */
  readonly shape: 'document' | 'lines';
  /** Ends with a line end, unless it is empty. */
  readonly render: (report: Report, options: ReportOptions) => TerminalText;
}

export interface ReportOptions {
  readonly colour: boolean;
  /** Every finding in full, however many there are. */
  readonly verbose?: boolean;
  /** The text of a file that locations name, for code frames; `undefined` where it cannot be had. */
  readonly source: (file: string) => string | undefined;
  /** What stands before the file of a location, seen from the root of the repository: `services/shop/`, or nothing. Formats for other programs name files from there. */
  readonly base: string;
}
