import { describe, expect, test } from 'vitest';
import { renderMarkdown, renderMarkdownInline } from '../../src/lib/emit/mdx/markdown.ts';
import { splitLead } from '../../src/lib/emit/mdx/lead.ts';

const link = (code: string) => (code === 'skills' ? '[`skills`](./skills.mdx)' : undefined);

describe('Markdown of an author, as blocks', () => {
  test.each([
    ['a sentence stays as it is', 'One piece of work, as `status` says.\nIt ends.', 'One piece of work, as `status` says.\nIt ends.'],
    ['a name in code becomes a link', 'See `skills`; *not* `others`.', 'See [`skills`](./skills.mdx); *not* `others`.'],
    ['a name in the label of a link stays code', '[the `skills`](https://example.com)', '[the `skills`](https://example.com)'],
    ['a heading becomes a bold line', '# Fields\n\ntext', '**Fields**\n\ntext'],
    ['lists keep their nesting and boxes', '1. one\n   - two\n2. [x] three', '1. one\n\n   - two\n2. [x] three'],
    ['a table stays one', 'a | b\n--|--\n`x\\|y` | z', '| a | b |\n| --- | --- |\n| <code>x&#124;y</code> | z |'],
    ['a fence stays one, longer when it must be', '~~~js\n```\n{x}\n~~~', '````js\n```\n{x}\n````'],
    ['a diagram stays one', '```mermaid\nerDiagram\n```', '```mermaid\nerDiagram\n```'],
    ['a rule is no frontmatter', 'x\n\n---\n\ny', 'x\n\n***\n\ny'],
    ['HTML is text', 'a <b>c</b>\n\n<script>x</script>', 'a &lt;b&gt;c&lt;/b&gt;\n\n&lt;script&gt;x&lt;/script&gt;'],
    ['expressions are text', '{process.exit()}', '&#123;process.exit()&#125;'],
    ['an import is text', 'import x from "y"', '&#105;mport x from "y"'],
    ['an image becomes a link', '![a picture](https://example.com/a.png)', '[a picture](https://example.com/a.png)'],
    ['a link that runs something is its label', '[click](javascript:alert(1)) [too](DATA:text/html,x) [three](//example.com)', 'click too three'],
    ['links to the web, to mail, to a file and to an anchor stay', '[a](https://e.example/x_y) [b](mailto:a@e.example) [c](../d.md) [e](#f)', '[a](https://e.example/x_y) [b](mailto:a&#64;e.example) [c](../d.md) [e](#f)'],
    ['names with underscores are not escaped', 'a_b: _c_ <', 'a_b: *c* &lt;'],
    ['what looks like a directive is text', ':::note\n10:30 s3:Get:', '&#58;&#58;&#58;note\n10&#58;30 s3&#58;Get:'],
    ['emphasis within a word, or beside or inside of another, becomes an element', 'a*b*c **x *y* z** _p_*q*', 'a<em>b</em>c <strong>x *y* z</strong> <em>p</em><em>q</em>'],
    ['code with anything but a name in it becomes an element', '`{a}` `\\` `x.ts:12` `count(*)` `items[].sku`', '<code>&#123;a&#125;</code> <code>&#92;</code> `x.ts:12` <code>count(&#42;)</code> `items[].sku`'],
    ['a hard break becomes an element', 'a\\\nb', 'a<br/>b'],
  ])('%s', (_, markdown, mdx) => {
    expect(renderMarkdown(markdown, link)).toBe(mdx);
  });
});

describe('Markdown of an author, on one line', () => {
  test.each([
    ['lines are joined', 'One.\nTwo.', 'One. Two.'],
    ['paragraphs stand below each other', 'One.\n\nTwo.', 'One.<br/>Two.'],
    ['a list becomes lines', '- one\n- two', '• one<br/>• two'],
    ['a fence becomes code', '```\na\n\nb\n```', '`a`<br/>`b`'],
    ['a heading becomes bold', '## Why\nBecause.', '**Why**<br/>Because.'],
  ])('%s', (_, markdown, mdx) => {
    expect(renderMarkdownInline(markdown, link)).toBe(mdx);
  });
});

test.each([
  ['One.\n\nTwo.\n\nThree.', 'One.', 'Two.\n\nThree.'],
  ['`code` first.\n\nTwo.', '`code` first.', 'Two.'],
  ['**Bold** first.', '**Bold** first.', ''],
  ['- a\n\n- b', '', '- a\n\n- b'],
  ['```\na\n\nb\n```', '', '```\na\n\nb\n```'],
  ['', '', ''],
])('the lead of %j', (markdown, lead, rest) => {
  expect(splitLead(markdown)).toEqual({ lead, rest });
});
