/**
 * A Markdown table of finished MDX cells, unpadded so that a change of one cell is a change of one line.
 * Columns without a single value are left out. No finished cell has a bar in it: `escape.ts` writes each as a reference.
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return wholeTable(...onlyUsed(head, rows));
}

/** The same with every column: of a table that an author wrote nothing is left out. */
export function wholeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = rows.length > ROWS_BEFORE_FOLDING ? cellOfLargeTable : cellOfTable;
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
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

function onlyUsed(head: readonly string[], rows: readonly (readonly string[])[]): [head: readonly string[], rows: readonly (readonly string[])[]] {
  const used = head.map((_, column) => column === 0 || rows.some((row) => (row[column] ?? '') !== ''));
  const keep = (cells: readonly string[]) => cells.filter((_, column) => used[column]);
  return [keep(head), rows.map(keep)];
}

function cellOfTable(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

/**
 * The same without a colon. Sätteri looks from each colon of a table, wherever it stands, to the end of the table for a directive: a thousand rows took seconds. Inline code that
 * has one becomes an element, because between backticks no reference is read; all other places read them.
 */
function cellOfLargeTable(text: string): string {
  const line = cellOfTable(text);
  if (!line.includes(':')) return line;
  return line.replace(/`([^`]*)`/g, (span, code: string) => (code.includes(':') ? `<code>${code}</code>` : span)).replaceAll(':', '&#58;');
}
