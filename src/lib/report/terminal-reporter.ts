import type { Finding } from '../model/finding.ts';
import { joinLines, type Line, type Piece, type TerminalText } from '../model/terminal-text.ts';
import { renderCodeFrame } from './code-frame.ts';
import { describeCounts, describeOutcome } from './describe-counts.ts';
import type { Reporter, ReportOptions } from './report.ts';
import { FINDINGS, type Vocabulary } from './vocabulary.ts';

/** For people at a terminal, with the lines of the schema that are meant. */
export const terminalReporter: Reporter = {
  name: 'terminal',
  purpose: 'for people: by file, with the lines that are meant',
  shape: 'lines',
  render: ({ findings, suppressed, vocabulary = FINDINGS }, options) => joinLines([...linesOf(findings, options, vocabulary), describeOutcome(findings, suppressed, vocabulary)], options),
};

/**
 * Findings for people at a terminal, in the order given, those of one file together, with their number in the last line.
 * Empty when there are none.
 */
export function renderTerminalReport(findings: readonly Finding[], options: Pick<ReportOptions, 'colour'> & Partial<ReportOptions>): TerminalText {
  return findings.length === 0 ? joinLines([]) : joinLines([...linesOf(findings, options, FINDINGS), describeCounts(findings)], options);
}

function linesOf(findings: readonly Finding[], { colour, source }: Pick<ReportOptions, 'colour'> & Partial<ReportOptions>, { gravity }: Vocabulary): readonly Line[] {
  const frame = (finding: Finding) => (source === undefined ? [] : renderCodeFrame(finding.location, { source, colour }));
  // With lines of the source between them findings need air.
  const between = source === undefined ? [] : [''];
  const groups = Map.groupBy(findings, (finding) => finding.location?.file ?? '');
  return [...groups.values()].flatMap((group) => [...group.flatMap((finding, at) => [...(at === 0 ? [] : between), ...renderFinding(finding, gravity(finding)[0], frame(finding))]), '']);
}

const COLOURS: Readonly<Record<Finding['severity'], number>> = { error: 31, warning: 33, note: 36 };
const DIM = 2;
const GREEN = 32;

function renderFinding({ rule, severity, message, hint = '', detail = '', location, address = '' }: Finding, gravity: string, frame: readonly Piece[]): readonly Line[] {
  const where = location === undefined ? address : `${location.file}:${location.line}:${location.column}`;
  return [
    [...(where === '' ? [] : [where, '  ']), { text: gravity, colour: COLOURS[severity] }, '  ', { text: rule, colour: DIM }],
    ...[message, hint].filter((text) => text !== '').map((text) => `  ${text}`),
    ...(detail === '' ? [] : detail.split('\n').map(paintDifference)),
    ...frame.map((line) => ['  ', line]),
  ];
}

function paintDifference(line: string): Line {
  const text = `  ${line}`.trimEnd();
  return line.startsWith('+') ? [{ text, colour: GREEN }] : line.startsWith('-') ? [{ text, colour: COLOURS.error }] : text;
}
