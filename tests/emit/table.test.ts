import { expect, test } from 'vitest';
import { table } from '../../src/lib/emit/mdx/table.ts';

const lastRow = (cell: string, rows: number) => table(['A'], Array.from({ length: rows }, () => [cell])).split('\n').at(-1);
const CELL = '[`a.b`](./b.mdx) is `c`: add `versioning: true` to `d`.';

test('a cell of a small table stays as it is', () => expect(lastRow(CELL, 40)).toBe(`| ${CELL} |`));

test('in a large table only inline code with a colon becomes an element, and what is between two spans stays text', () => {
  expect(lastRow(CELL, 41)).toBe('| [`a.b`](./b.mdx) is `c`&#58; add <code>versioning&#58; true</code> to `d`. |');
});
