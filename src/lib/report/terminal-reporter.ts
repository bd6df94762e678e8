import type { Finding } from '../model/finding.ts';
import { renderCodeFrame } from './code-frame.ts';
import { describeCounts, describeOutcome } from './describe-counts.ts';
import { harmless } from '../model/harmless.ts';
import type { Reporter, ReportOptions } from './report.ts';
import { FINDINGS, type Vocabulary } from './vocabulary.ts';

/** For people at a terminal, with the lines of the schema that are meant. */
export const terminalReporter: Reporter = {
  name: 'terminal',
  purpose: 'for people: by file, with the lines that are meant',
  shape: 'lines',
  render: ({ findings, suppressed, vocabulary = FINDINGS }, options) => `${renderBlocks(findings, options, vocabulary)}${describeOutcome(findings, suppressed, vocabulary)}\n`,
};

/**
 * Findings for people at a terminal, in the order given, those of one file together, with their number in the last line.
 * Empty when there are none. Text from a schema cannot send commands to the terminal.
 */
export function renderTerminalReport(findings: readonly Finding[], options: Pick<ReportOptions, 'colour'> & Partial<ReportOptions>): string {
  return findings.length === 0 ? '' : `${renderBlocks(findings, options, FINDINGS)}${describeCounts(findings)}\n`;
}

function renderBlocks(findings: readonly Finding[], { colour, source }: Pick<ReportOptions, 'colour'> & Partial<ReportOptions>, { gravity }: Vocabulary): string {
  const paint: Paint = colour ? (code, text) => `\u001b[${code}m${text}\u001b[0m` : (_, text) => text;
  const frame = (finding: Finding) => (source === undefined ? '' : renderCodeFrame(finding.location, { source, colour }));
  // With lines of the source between them findings need air.
  const between = source === undefined ? '\n' : '\n\n';
  const groups = Map.groupBy(findings, (finding) => finding.location?.file ?? '');
  return [...groups.values()].map((group) => `${group.map((finding) => renderFinding(finding, gravity(finding)[0], frame(finding), paint)).join(between)}\n\n`).join('');
}

type Paint = (code: number, text: string) => string;

const COLOURS: Readonly<Record<Finding['severity'], number>> = { error: 31, warning: 33, note: 36 };
const DIM = 2;
const GREEN = 32;

function renderFinding(finding: Finding, gravity: string, frame: string, paint: Paint): string {
  const { location } = finding;
  const where = location === undefined ? (finding.address ?? '') : `${location.file}:${location.line}:${location.column}`;
  const head = [...(where === '' ? [] : [harmless(where)]), paint(COLOURS[finding.severity], gravity), paint(DIM, harmless(finding.rule))].join('  ');
  const detail = indent(finding.detail ?? '').map((line) => paintDifference(line, paint));
  return [head, ...indent(finding.message), ...indent(finding.hint ?? ''), ...detail, ...(frame === '' ? [] : frame.split('\n').map((line) => `  ${line}`.trimEnd()))].join('\n');
}

function indent(text: string): readonly string[] {
  return text === '' ? [] : text.split(/\r\n|[\r\n]/).map((line) => `  ${harmless(line)}`.trimEnd());
}

function paintDifference(line: string, paint: Paint): string {
  return line.startsWith('  +') ? paint(GREEN, line) : line.startsWith('  -') ? paint(COLOURS.error, line) : line;
}
