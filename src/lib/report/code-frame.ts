import { codeFrameColumns } from '@babel/code-frame';
import type { Location } from '../model/location.ts';
import { harmless } from '../model/harmless.ts';
import type { ReportOptions } from './report.ts';

/** The line of a location between its neighbours, with a mark below the column; empty where the file cannot be had or does not reach that far. */
export function renderCodeFrame(location: Location | undefined, { source, colour }: Pick<ReportOptions, 'source' | 'colour'>): string {
  const text = location === undefined ? undefined : source(location.file);
  if (location === undefined || text === undefined) return '';
  const lines = text.split(/\r\n|[\r\n]/);
  if (location.line > lines.length) return '';
  const safe = lines.map((line) => harmless(line).slice(0, WIDTH)).join('\n');
  return codeFrameColumns(safe, { start: { line: location.line, column: location.column } }, { linesAbove: 1, linesBelow: 1, forceColor: colour });
}

/** Columns of a line that are shown. */
const WIDTH = 160;
