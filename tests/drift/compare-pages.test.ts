import { expect, test } from 'vitest';
import { comparePages } from '../../src/lib/drift/compare-pages.ts';

test('the same pages have nothing to say', () => {
  expect(comparePages(new Map([['a.mdx', 'x']]), new Map([['a.mdx', 'x']]))).toEqual([]);
});

test('missing, stale and orphaned pages, sorted by path', () => {
  const expected = new Map([['b.mdx', 'one\ntwo\nTHREE\n'], ['c.mdx', 'c']]);
  const actual = new Map([['d.mdx', 'd'], ['b.mdx', 'one\ntwo\nthree\n']]);
  expect(comparePages(expected, actual)).toEqual([
    {
      rule: 'page-stale', severity: 'error', message: '`b.mdx` is stale: it differs from line 3 on.', location: { file: 'b.mdx', line: 3, column: 1 },
      detail: '@@ -1,3 +1,3 @@\n one\n two\n-three\n+THREE',
    },
    { rule: 'page-missing', severity: 'error', message: '`c.mdx` is missing.', location: { file: 'c.mdx', line: 1, column: 1 } },
    { rule: 'page-orphaned', severity: 'error', message: '`d.mdx` is orphaned: nothing in the schema makes it any more.', location: { file: 'd.mdx', line: 1, column: 1 } },
  ]);
});

test('a long difference is cut, and says by how much', () => {
  const numbers = (from: number) => Array.from({ length: 30 }, (_, at) => String(from + at)).join('\n');
  const [finding] = comparePages(new Map([['a', numbers(100)]]), new Map([['a', numbers(0)]]));
  const lines = finding?.detail?.split('\n') ?? [];
  expect(lines).toHaveLength(13);
  expect(lines[0]).toBe('@@ -1,30 +1,30 @@');
  expect(lines[12]).toMatch(/^… \d+ more lines$/);
});

test('two pages with nothing in common are not compared line by line', () => {
  const lines = (word: string) => Array.from({ length: 4000 }, (_, at) => `${word} ${at}`).join('\n');
  const [finding] = comparePages(new Map([['a', lines('new')]]), new Map([['a', lines('old')]]));
  expect(finding?.detail).toBe('Too much differs to be shown.');
});

test('a change of every page shows the first twenty differences', () => {
  const pages = (text: string) => new Map(Array.from({ length: 25 }, (_, at): [string, string] => [`page-${String(at).padStart(2, '0')}`, text]));
  const findings = comparePages(pages('new'), pages('old'));
  expect(findings).toHaveLength(25);
  expect(findings.filter((finding) => finding.detail !== undefined)).toHaveLength(20);
});

test('a line at the end that only one side has is found', () => {
  expect(comparePages(new Map([['a', 'x\ny\n']]), new Map([['a', 'x\n']]))).toMatchObject([{ message: '`a` is stale: it differs from line 2 on.' }]);
});

test('a long line is cut around what differs, on both sides alike', () => {
  const row = (word: string, type: string) => `| \`${word}\` | ${'what it is for, at length; '.repeat(12)}| ${type} | ${'and more about it; '.repeat(12)}|`;
  const [changed, moved] = [row('id', 'string'), row('ref', 'number')];
  const table = (...rows: readonly string[]) => `| name | what | type |\n${rows.join('\n')}\n`;
  const [finding] = comparePages(new Map([['a.mdx', table(row('id', 'ULID'), row('new', 'date'), moved)]]), new Map([['a.mdx', table(changed, moved)]]));
  const lines = finding?.detail?.split('\n') ?? [];
  const before = `…${row('id', 'string').slice(row('id', 'string').indexOf('| string') + 2 - 60).slice(0, 197)}…`;
  const after = `…${row('id', 'ULID').slice(row('id', 'ULID').indexOf('| ULID') + 2 - 60).slice(0, 197)}…`;
  expect(lines.slice(0, 4)).toEqual(['@@ -1,3 +1,4 @@', ' | name | what | type |', `-${before}`, `+${after}`]);
  expect(before).toContain('for, at length; | string | and more');
  // Nothing of the other side is like it: cut at its end.
  expect(lines[4]).toBe(`+${row('new', 'date').slice(0, 198)}…`);
  expect(lines.every((line) => line.length <= 201)).toBe(true);
});

test('a long line is not cut through a character', () => {
  const [finding] = comparePages(new Map([['a', `${'🦊'.repeat(150)}x`]]), new Map([['a', `${'🦊'.repeat(150)}y`]]));
  expect(finding?.detail?.isWellFormed()).toBe(true);
  expect(finding?.detail).toMatch(/^-….*y$/mu);
  expect(finding?.detail).toMatch(/^\+….*x$/mu);
});
