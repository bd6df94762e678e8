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
  const lines = patch.hunks.flatMap((hunk) => [`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`, ...hunk.lines]).map(clip);
  const more = lines.length - MOST_LINES;
  return (more > 1 ? [...lines.slice(0, MOST_LINES), `… ${more} more lines`] : lines).join('\n');
}

function clip(line: string): string {
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

const MOST_LINES = 12;
/** A change of the emitter makes every page stale; the first few tell why. */
const MOST_DIFFERENCES = 20;
