import { createProcessor } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { drawChanges, reporters, review, reviewReport } from '../../src/lib/index.ts';
import { escapeMessage } from '../../src/lib/report/escape-markdown.ts';
import { codeSpan } from '../../src/lib/model/code-span.ts';
import { visibleLine } from '../../src/lib/model/visible-line.ts';
import { hostileCatalog } from '../emit/hostile-catalog.ts';
import { HOSTILE_TEXTS } from '../emit/hostile-texts.ts';
import { nodesOf, type MdxNode } from '../emit/parse-mdx.ts';
import { sampleCatalog } from '../emit/sample-catalog.ts';
import { sampleOptions } from './sample-report.ts';

const sample = sampleCatalog();
/** As GitHub reads a comment: Markdown with tables, HTML in it. */
const parse = (markdown: string) => createProcessor({ format: 'md', remarkPlugins: [remarkGfm] }).parse(markdown) as MdxNode;
const shown = (text: string) => visibleLine(text).replace(/\s+/gu, ' ');
/** The HTML of the report itself, a word of it to a node. */
const OWN_HTML = /^(?:<!-- polyref diff -->|<details(?: open)?>\n<summary>[\w ,:+−~]+<\/summary>|<\/details>|<br>|<\/?code>|<\/?sub>)$/;

test.each(HOSTILE_TEXTS.map((text) => [JSON.stringify(text), text] as const))('%s in every name is text in the comment on a pull request', (_, text) => {
  const hostile = hostileCatalog(sample, text);
  const reviewed = review({ base: sample, head: hostile });
  const markdown = reporters.find(({ name }) => name === 'markdown')!.render(reviewReport(reviewed, drawChanges(sample, hostile, reviewed.changes), text), sampleOptions);
  const nodes = nodesOf(parse(markdown));
  expect(nodes.filter(({ type, value = '' }) => type === 'html' && !OWN_HTML.test(value)).map(({ value }) => value)).toEqual([]);
  expect(nodes.filter(({ type }) => /^(?:link|image|heading|definition|footnote|thematicBreak|blockquote)/.test(type))).toEqual([]);
  expect(nodes.filter(({ type, value = '' }) => type === 'text' && /@\w|#\d|https?:\/\//.test(value)).map(({ value }) => value)).toEqual([]);
  expect(new Set(nodes.filter(({ type }) => type === 'tableRow').map(({ children }) => children?.length))).toEqual(new Set([3]));
  const code = new Set(nodes.filter(({ type }) => type === 'inlineCode').map(({ value }) => value));
  // Within a sentence a line break is a blank; in a place of its own it is shown.
  for (const { address } of hostile.entities) expect([shown(address), shown(address.replace(/\s*[\r\n]\s*/g, ' '))].some((text) => code.has(text)), address).toBe(true);
});

test.each(['a`b', '`', '``', 'a ` b `` c', '`a`', ' a ', 'a|b', 'a\\|b', '<b>', '@anyone', '{x}', '""'])('%j is named whole in a message, and again in the next words', (name) => {
  const [paragraph] = parse(escapeMessage(`${codeSpan(name)} became ${codeSpan(`${name}.${name}`)}: 1 \` 2`)).children!;
  expect(paragraph!.children!.map(({ type, value }) => [type, value])).toEqual([['inlineCode', name], ['text', ' became '], ['inlineCode', `${name}.${name}`], ['text', ': 1 ` 2']]);
});

test('a bar in a name does not end the cell of the table that counts', () => {
  const findings = ['mongodb.a|b', 'mongodb.a\\|`b', 'mongodb.plain'].map((address) => ({ rule: 'field-added', severity: 'note', address, message: 'It is new.' }) as const);
  const markdown = reporters.find(({ name }) => name === 'markdown')!.render({ command: 'diff', findings, suppressed: [], rules: [], vocabulary: { gravity: () => ['safe', 'safe'], nothing: '', nothingGrave: '', excused: '', namesAddresses: true, columns: ['level', 'change', 'of'] } }, sampleOptions);
  expect(markdown).toContain('| safe | `field-added` | <code>mongodb.a&#124;b</code>, <code>mongodb.a\\\\&#124;\\`b</code> and `mongodb.plain` |\n');
});
