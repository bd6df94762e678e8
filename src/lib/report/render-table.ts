import { visibleLine } from '../model/visible-line.ts';

/** Columns as wide as they must be: those in `left` to the left, the others, which are numbers, to the right. */
export function renderTable(texts: readonly (readonly string[])[], { left }: { readonly left: readonly number[] }): readonly string[] {
  const rows = texts.map((row) => row.map(visibleLine));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => (left.includes(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd());
}
