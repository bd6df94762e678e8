import { mdxToJs, type MdxToJsResult } from 'satteri';
import { expect, test } from 'vitest';
import { codePlugin } from '../../src/site/markdown/code-plugin.ts';
import { paragraphPlugin } from '../../src/site/markdown/paragraph-plugin.ts';

/** What the site makes of a page, as JSX. */
function jsxOf(mdx: string): string {
  const { code } = mdxToJs(mdx, { hastPlugins: [paragraphPlugin, codePlugin], jsx: true, elementAttributeNameCase: 'html' }) as MdxToJsResult;
  return (/return (.*);\n/.exec(code)?.[1] ?? '').replaceAll('_components.', '').replace(/\{"((?:[^"\\]|\\.)*)"\}/g, (_, text: string) => text.replaceAll('\\n', ''));
}

test.each([
  ['breaks where its parts end, as code between backticks does', 'x <code>&#123;tenantId&#125;/strategies/&#123;strategyId&#125;.md</code>', '<p>x <code dir="auto">{tenantId}/<wbr />strategies/<wbr />{strategyId}.md</code></p>'],
  ['is the same between backticks', 'x `tenantId/strategies/strategyId/x.md`', '<p>x <code dir="auto">tenantId/<wbr />strategies/<wbr />strategyId/<wbr />x.md</code></p>'],
  ['stays whole where it is short', 'x <code>&#123;a&#125;</code>', '<p>x <code dir="auto">{a}</code></p>'],
  ['wraps at its spaces where it is an expression', 'x <code>published_at IS &lt; now()</code>', '<p>x <code class="loose" dir="auto">published_at IS < now()</code></p>'],
  ['is a paragraph where it stands alone', '<code>&#123;a&#125;</code>\n\nb', '<><p><code dir="auto">{a}</code></p><p>b</p></>'],
  ['is a paragraph of a quotation where it stands alone in one', '> <code>&#123;a&#125;</code>', '<blockquote><p><code dir="auto">{a}</code></p></blockquote>'],
  ['is none in a list', '- <code>&#123;a&#125;</code>', '<ul><li><code dir="auto">{a}</code></li></ul>'],
  ['stays as it was written by hand, with a class of its own', 'x <code class="own">tenantId/strategies/strategyId/x.md</code>', '<p>x <code class="own">tenantId/strategies/strategyId/x.md</code></p>'],
])('code as an element %s', (_, mdx, jsx) => {
  expect(jsxOf(mdx)).toBe(jsx);
});
