import { FEW_INSTANCES, type Finding } from '../model/finding.ts';
import { joinLines, type Line, type Piece, type TerminalText } from '../model/terminal-text.ts';
import { briefLines, MOST_LINES, placeOf, type BriefOptions } from './brief.ts';
import { renderCodeFrame } from './code-frame.ts';
import { describeCounts, describeOutcome } from './describe-counts.ts';
import type { Reporter, ReportOptions } from './report.ts';
import { FINDINGS, type Vocabulary } from './vocabulary.ts';

/** For people at a terminal: with the lines of the schema that are meant, or, of more findings than one reads, on one screen. */
export const terminalReporter: Reporter = {
  name: 'terminal',
  purpose: 'for people: by file, with the lines that are meant; many findings as a summary',
  shape: 'lines',
  render: ({ findings, suppressed, vocabulary = FINDINGS, next = [], showRule }, options) => {
    const end = [describeOutcome(findings, suppressed, vocabulary), ...next];
    return joinLines([...linesOf(findings, options, vocabulary, { room: MOST_LINES - end.length, showRule }), ...end], options);
  },
};

/**
 * Findings for people at a terminal, in the order given, those of one file together, with their number in the last line; many as a summary.
 * Empty when there are none.
 */
export function renderTerminalReport(findings: readonly Finding[], options: Pick<ReportOptions, 'colour'> & Partial<ReportOptions>): TerminalText {
  return findings.length === 0 ? joinLines([]) : joinLines([...linesOf(findings, options, FINDINGS, { room: MOST_LINES - 1, showRule: undefined }), describeCounts(findings)], options);
}

function linesOf(findings: readonly Finding[], { colour, source, verbose = false }: Pick<ReportOptions, 'colour'> & Partial<ReportOptions>, vocabulary: Vocabulary, brief: BriefOptions): readonly Line[] {
  const frame = ({ location, instances }: Finding) => (source === undefined || instances !== undefined ? [] : renderCodeFrame(location, { source, colour }));
  const full = (finding: Finding) => renderFinding(finding, vocabulary.gravity(finding)[0], frame(finding), verbose);
  // Most of a long report is never read: its first findings are enough to know that it is too long.
  const probed = findings.slice(0, brief.room);
  if (!verbose && (findings.length > probed.length || wholeLines(probed, full, source).length > brief.room)) return briefLines(findings, full, vocabulary, brief);
  return wholeLines(findings, full, source);
}

function wholeLines(findings: readonly Finding[], full: (finding: Finding) => readonly Line[], source: unknown): readonly Line[] {
  // With lines of the source between them findings need air.
  const between = source === undefined ? [] : [''];
  const groups = Map.groupBy(findings, (finding) => finding.location?.file ?? '');
  return [...groups.values()].flatMap((group) => [...group.flatMap((finding, at) => [...(at === 0 ? [] : between), ...full(finding)]), '']);
}

const COLOURS: Readonly<Record<Finding['severity'], number>> = { error: 31, warning: 33, note: 36 };
const DIM = 2;
const GREEN = 32;

function renderFinding(finding: Finding, gravity: string, frame: readonly Piece[], verbose: boolean): readonly Line[] {
  const { rule, severity, message, hint = '', detail = '', instances = [] } = finding;
  const where = placeOf(finding);
  return [
    [...(where === '' ? [] : [where, '  ']), { text: gravity, colour: COLOURS[severity] }, '  ', { text: rule, colour: DIM }],
    ...[message, hint].filter((text) => text !== '').map((text) => `  ${text}`),
    ...(detail === '' ? [] : detail.split('\n').map(paintDifference)),
    ...frame.map((line) => ['  ', line]),
    ...(verbose ? instances.map((each) => `    ${placeOf(each)}  ${each.message}`) : instances.length <= FEW_INSTANCES ? instances.map((each) => `    ${placeOf(each)}`) : []),
  ];
}

function paintDifference(line: string): Line {
  const text = `  ${line}`.trimEnd();
  return line.startsWith('+') ? [{ text, colour: GREEN }] : line.startsWith('-') ? [{ text, colour: COLOURS.error }] : text;
}
