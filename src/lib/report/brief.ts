import { countByRule, type RuleCount } from '../model/count-by-rule.ts';
import { compareText } from '../model/compare-text.ts';
import { singleFindings, type Finding } from '../model/finding.ts';
import type { Line } from '../model/terminal-text.ts';
import { renderTable } from './render-table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Lines of a terminal that a reader still reads; a report that needs more becomes a brief one. */
export const MOST_LINES = 60;

/**
 * A report of many findings on one screen: the errors, a table of all rules, then the first warnings of each rule, the rarest rule first, because what is found everywhere is known.
 * @param full the lines of one finding, complete
 * @param room how many lines there may be
 */
export function briefLines(findings: readonly Finding[], full: (finding: Finding) => readonly Line[], { gravity }: Vocabulary, { room, showRule }: BriefOptions): readonly Line[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const counts = countByRule(findings);
  const table = countTable(counts, gravity);
  const warned = counts.filter(({ severity }) => severity === 'warning').sort((a, b) => singleFindings(a.findings).length - singleFindings(b.findings).length || compareText(a.rule, b.rule));
  const left = room - table.length - 1;
  const shownErrors = errorLines(errors, full, warned.length === 0 ? left : Math.min(left, MOST_OF_ERRORS));
  return [...shownErrors, ...table, '', ...warningLines(warned, left - shownErrors.length, gravity, showRule)];
}

export interface BriefOptions {
  readonly room: number;
  /** The command that prints every finding of a rule, where there is one. */
  readonly showRule: ((rule: string) => string) | undefined;
}

const MOST_OF_ERRORS = 26;
const MOST_ROWS = 14;
const ALL = '`--verbose` prints all';

/** Each error in full while there is room; of one that alone is too long its beginning. */
function errorLines(errors: readonly Finding[], full: (finding: Finding) => readonly Line[], room: number): readonly Line[] {
  const lines: Line[] = [];
  for (const [at, error] of errors.entries()) {
    const own = [...full(error), ''];
    const rest = errors.length - at;
    // The last line is for the number of the others.
    if (lines.length + own.length <= room - (rest > 1 ? 2 : 0)) lines.push(...own);
    else if (at === 0) return [...own.slice(0, room - 3), `  … ${own.length - room + 2} more lines${rest > 1 ? ` and ${others(rest - 1, 'error', 'errors')}` : ''}: ${ALL}.`, ''];
    else return [...lines, `And ${others(rest, 'error', 'errors')}: ${ALL}.`, ''];
  }
  return lines;
}

function countTable(counts: readonly RuleCount[], gravity: Vocabulary['gravity']): readonly Line[] {
  const shown = counts.length <= MOST_ROWS + 1 ? counts : counts.slice(0, MOST_ROWS);
  const left = counts.slice(shown.length);
  const rows = shown.map(({ findings, rule, count }) => [findings[0] === undefined ? '' : gravity(findings[0])[0], rule, String(count)]);
  const rest = left.length === 0 ? [] : [`  and ${left.length} more rules with ${others(left.reduce((sum, { count }) => sum + count, 0), 'finding', 'findings')}`];
  return [...renderTable(rows, { left: [0, 1] }).map((row) => `  ${row}`), ...rest];
}

/** As many of each rule as there is room for, and of every rule one before any has two. */
function warningLines(groups: readonly RuleCount[], room: number, gravity: Vocabulary['gravity'], showRule: BriefOptions['showRule']): readonly Line[] {
  const most = [3, 2, 1].find((each) => groups.reduce((sum, group) => sum + groupLines(group, each, gravity, showRule).length, 0) <= room) ?? 1;
  const lines: Line[] = [];
  for (const group of groups) {
    const own = groupLines(group, most, gravity, showRule);
    if (lines.length + own.length > room) break;
    lines.push(...own);
  }
  return lines;
}

function groupLines({ rule, count, findings }: RuleCount, most: number, gravity: Vocabulary['gravity'], showRule: BriefOptions['showRule']): readonly Line[] {
  const shown = findings.slice(0, most);
  const more = count - shown.length;
  const printsAll = showRule === undefined ? ALL : `\`${showRule(rule)}\` prints all`;
  return [
    `${findings[0] === undefined ? '' : gravity(findings[0])[0]}  ${rule}`,
    ...shown.map((finding) => `  ${placeOf(finding)}  ${finding.message}`),
    ...(more === 0 ? [] : [`  and ${more.toLocaleString('en-US')} more (${printsAll})`]),
    // Of a summary its message names the first and how many more.
    ...(more === 0 && shown.some(({ instances }) => instances !== undefined) ? [`  ${printsAll}`] : []),
    '',
  ];
}

/** Where somebody looks: what stands for many findings has no one place. */
export function placeOf({ location, address = '', instances }: Finding): string {
  return location === undefined || instances !== undefined ? address : `${location.file}:${location.line}:${location.column}`;
}

/** `3 more errors` */
function others(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-US')} more ${number === 1 ? one : many}`;
}
