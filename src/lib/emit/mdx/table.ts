/**
 * A Markdown table of finished MDX cells, unpadded so that a change of one cell is a change of one line.
 * Columns without a single value are left out. Bars are escaped here, and only here.
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const used = head.map((_, column) => column === 0 || rows.some((row) => (row[column] ?? '') !== ''));
  const line = (cells: readonly string[]) => `| ${cells.filter((_, column) => used[column]).map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A table that begins folded when it has more rows than one wants to scroll past; `summary` is plain words, because GitHub reads no Markdown there. */
export function foldedTable(summary: string, head: readonly string[], rows: readonly (readonly string[])[], most = ROWS_BEFORE_FOLDING): string {
  return rows.length > most ? fold(summary, table(head, rows)) : table(head, rows);
}

export function fold(summary: string, body: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

const ROWS_BEFORE_FOLDING = 40;

function cell(text: string): string {
  return /[|\r\n]/.test(text) ? text.replaceAll('|', '\\|').replace(/[\r\n]+/g, ' ') : text;
}
