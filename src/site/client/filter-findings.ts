/** Choices above a table of findings: one for each column that has more than one value. A choice hides the rows that do not fit. */
class PolyrefFindings extends HTMLElement {
  connectedCallback(): void {
    const table = this.querySelector('table');
    if (table === null || this.querySelector('.pr-choices') !== null) return;
    const rows = [...(table.tBodies[0]?.rows ?? [])];
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((head) => head.textContent.trim());
    const choices = heads.flatMap((head, column) => (FILTERED.has(head) ? choiceFor(head, column, rows) : []));
    if (choices.length === 0) return;
    const bar = document.createElement('form');
    bar.className = 'pr-choices not-content';
    const output = document.createElement('output');
    output.setAttribute('aria-live', 'polite');
    bar.append(...choices.map(({ label }) => label), output);
    const show = (): void => {
      let shown = 0;
      for (const row of rows) {
        row.hidden = choices.some(({ select, column }) => select.value !== ANY && valueOf(row, column) !== select.value);
        if (!row.hidden) shown += 1;
      }
      output.textContent = shown === rows.length ? `All ${rows.length}` : `${shown} of ${rows.length}`;
    };
    bar.addEventListener('submit', (event) => event.preventDefault());
    bar.addEventListener('change', show);
    show();
    this.prepend(bar);
  }
}

interface Choice {
  readonly label: HTMLLabelElement;
  readonly select: HTMLSelectElement;
  readonly column: number;
}

const ANY = '';
const FILTERED = new Set(['Severity', 'Rule', 'Store', 'Owner']);

function choiceFor(name: string, column: number, rows: readonly HTMLTableRowElement[]): readonly Choice[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(valueOf(row, column), (counts.get(valueOf(row, column)) ?? 0) + 1);
  if (counts.size < 2) return [];
  const select = document.createElement('select');
  select.append(new Option('any', ANY));
  for (const [value, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) if (value !== '') select.append(new Option(`${value} (${count})`, value));
  const label = document.createElement('label');
  label.append(name, select);
  return [{ label, select, column }];
}

function valueOf(row: HTMLTableRowElement, column: number): string {
  return row.cells[column]?.textContent.trim() ?? '';
}

if (!customElements.get('polyref-findings')) customElements.define('polyref-findings', PolyrefFindings);
