import { codeFrameColumns } from '@babel/code-frame';
import type { Location } from '../model/location.ts';
import type { Piece } from '../model/terminal-text.ts';
import { visibleColumns } from '../model/visible-line.ts';
import type { ReportOptions } from './report.ts';

/** The line of a location between its neighbours, with a mark below the column; nothing where the file cannot be had or does not reach that far. */
export function renderCodeFrame(location: Location | undefined, { source, colour }: Pick<ReportOptions, 'source' | 'colour'>): readonly Piece[] {
  const text = location === undefined ? undefined : source(location.file);
  if (location === undefined || text === undefined) return [];
  // As TypeScript and the frame itself count lines.
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/);
  if (location.line > lines.length) return [];
  const safe = lines.map((line) => visibleColumns(line.slice(0, WIDTH))).join('\n');
  const frame = codeFrameColumns(safe, { start: { line: location.line, column: location.column } }, { linesAbove: 1, linesBelow: 1, forceColor: colour });
  return frame.split('\n').map((line) => ({ coloured: line.trimEnd() }));
}

/** Columns of a line that are shown. */
const WIDTH = 160;
