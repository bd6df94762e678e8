import { structuredPatch } from 'diff';
import { compareText } from '../model/compare-text.ts';
import type { Finding } from '../model/finding.ts';
import type { PageSet } from '../model/page-set.ts';

/**
 * What differs between the pages that the schema makes and those on the disk, by path: a finding for each that is missing, stale or orphaned.
 * A stale page comes with the first lines of its difference.
 */
export function comparePages(expected: PageSet, actual: PageSet): readonly Finding[] {
  const paths = [...new Set([...expected.keys(), ...actual.keys()])].sort(compareText);
  let shown = 0;
  return paths.flatMap((path): Finding[] => {
    const made = expected.get(path);
    const found = actual.get(path);
    if (made === found) return [];
    const location = { file: path, line: 1, column: 1 };
    if (made === undefined) return [{ rule: 'page-orphaned', severity: 'error', message: `\`${path}\` is orphaned: nothing in the schema makes it any more.`, location }];
    if (found === undefined) return [{ rule: 'page-missing', severity: 'error', message: `\`${path}\` is missing.`, location }];
    shown += 1;
    return [staleFinding(path, found, made, shown <= MOST_DIFFERENCES)];
  });
}

function staleFinding(path: string, found: string, made: string, withDifference: boolean): Finding {
  const line = firstDifferentLine(found, made);
  const finding: Finding = { rule: 'page-stale', severity: 'error', message: `\`${path}\` is stale: it differs from line ${line} on.`, location: { file: path, line, column: 1 } };
  return withDifference ? { ...finding, detail: differenceOf(found, made) } : finding;
}

/** Counts from 1. */
function firstDifferentLine(a: string, b: string): number {
  const [linesA, linesB] = [a.split('\n'), b.split('\n')];
  const at = linesA.findIndex((line, index) => line !== linesB[index]);
  return (at === -1 ? linesA.length : at) + 1;
}

/** Unified: `-` is on the disk, `+` is what the schema makes. */
function differenceOf(found: string, made: string): string {
  const patch = structuredPatch('', '', found, made, '', '', { context: 2, maxEditLength: 1500 });
  if (patch === undefined) return 'Too much differs to be shown.';
  const lines = patch.hunks.flatMap((hunk) => [`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`, ...clipLines(hunk.lines)]);
  const more = lines.length - MOST_LINES;
  return (more > 1 ? [...lines.slice(0, MOST_LINES), `… ${more} more lines`] : lines).join('\n');
}

/**
 * Cuts long lines around what differs: each is compared with that line of the other side, in the same change, which it shares most with.
 * Only what is shown is worth the comparing.
 */
function clipLines(lines: readonly string[]): readonly string[] {
  const shown = lines.slice(0, MOST_LINES);
  return lines.map((line, index) => {
    if (line.length <= MOST_COLUMNS || index >= MOST_LINES) return clipAt(line, 0);
    const others = blockAround(shown, index).filter((other) => other[0] !== line[0]);
    return clipAt(line, Math.max(0, ...others.map((other) => sharedLength(line, other))));
  });
}

/** The lines next to this one that were removed or added. */
function blockAround(lines: readonly string[], index: number): readonly string[] {
  if (lines[index]?.[0] === ' ') return [];
  const start = lines.findLastIndex((line, at) => at < index && line[0] === ' ') + 1;
  const end = lines.findIndex((line, at) => at > index && line[0] === ' ');
  return lines.slice(start, end === -1 ? undefined : end);
}

/** How far two lines of a difference are the same; their signs do not count. */
function sharedLength(one: string, other: string): number {
  let at = 1;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** The line's sign and what stands around a column. */
function clipAt(line: string, column: number): string {
  if (line.length <= MOST_COLUMNS) return line;
  const from = column < MOST_COLUMNS - 60 ? 1 : column - 60;
  const end = from + MOST_COLUMNS - (from === 1 ? 2 : 3);
  const text = line.slice(from, end).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
  return `${line[0]}${from === 1 ? '' : '…'}${text}${end < line.length ? '…' : ''}`;
}

const MOST_COLUMNS = 200;
const MOST_LINES = 12;
/** A change of the emitter makes every page stale; the first few tell why. */
const MOST_DIFFERENCES = 20;
