import type { Finding } from '../model/finding.ts';

/**
 * Findings for people at a terminal, in the order given, those of one file together, with their number in the last line.
 * Empty when there are none. Text from a schema cannot send commands to the terminal.
 */
export function renderTerminalReport(findings: readonly Finding[], options: { readonly colour: boolean }): string {
  if (findings.length === 0) return '';
  const paint = options.colour ? (code: number, text: string) => `\u001b[${code}m${text}\u001b[0m` : (_: number, text: string) => text;
  const groups = Map.groupBy(findings, (finding) => finding.location?.file ?? '');
  const blocks = [...groups.values()].map((group) => group.map((finding) => renderFinding(finding, paint)).join('\n'));
  return `${blocks.join('\n\n')}\n\n${describeCounts(findings)}\n`;
}

/** `2 errors, 1 warning` */
export function describeCounts(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return counts.join(', ');
}

type Paint = (code: number, text: string) => string;

const COLOURS: Readonly<Record<Finding['severity'], number>> = { error: 31, warning: 33, note: 36 };
const DIM = 2;
const GREEN = 32;

function renderFinding(finding: Finding, paint: Paint): string {
  const { location } = finding;
  const where = location === undefined ? (finding.address ?? '') : `${location.file}:${location.line}:${location.column}`;
  const head = [...(where === '' ? [] : [harmless(where)]), paint(COLOURS[finding.severity], finding.severity), paint(DIM, harmless(finding.rule))].join('  ');
  return [head, ...indent(finding.message), ...indent(finding.hint ?? ''), ...indent(finding.detail ?? '').map((line) => paintDifference(line, paint))].join('\n');
}

function indent(text: string): readonly string[] {
  return text === '' ? [] : text.split(/\r\n|[\r\n]/).map((line) => `  ${harmless(line)}`.trimEnd());
}

function paintDifference(line: string, paint: Paint): string {
  return line.startsWith('  +') ? paint(GREEN, line) : line.startsWith('  -') ? paint(COLOURS.error, line) : line;
}

/** Without what moves the cursor, changes colours or turns the line around. */
function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) => (character === '\t' ? '  ' : '\ufffd'));
}
