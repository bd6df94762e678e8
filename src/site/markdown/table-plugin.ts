import type { HastPluginDefinition, HastPluginEntry } from 'satteri';

/**
 * Puts each table into a box of its own, which scrolls when the table is wider than the page, can be reached with the keyboard and is named after the
 * heading above it; makes the empty anchors of rows, `<a id="…"></a>`, links to themselves; and says of an indented cell how deep it is, so that a name that
 * takes two lines is indented on both.
 */
export const tablePlugin: HastPluginEntry = ({ source }) => {
  let heading = '';
  let ordinal = 0;
  const anchor = {
    filter: ['a'],
    visit(node: JsxAnchor, ctx: { setProperty(node: JsxAnchor, key: string, value: unknown): void }): void {
      const valueOf = (name: string): unknown => node.attributes.find((attribute) => attribute.name === name)?.value;
      const id = valueOf('id');
      if (typeof id !== 'string' || valueOf('href') !== undefined || node.children.length > 0) return;
      for (const [key, value] of Object.entries(rowLink(id))) ctx.setProperty(node, key, value);
    },
  };
  return {
    name: 'polyref-tables',
    element: [
      {
        filter: ['h2', 'h3', 'h4'],
        visit(node, ctx) {
          heading = ctx.textContent(node);
          ordinal = 0;
        },
      },
      {
        filter: ['table'],
        visit(node, ctx) {
          ordinal += 1;
          const label = `${heading || 'Table'}${ordinal > 1 ? `, table ${ordinal}` : ''}`;
          ctx.wrapNode(node, { type: 'element', tagName: 'div', properties: { className: ['pr-table'], role: 'region', tabIndex: 0, ariaLabel: label }, children: [] });
        },
      },
      {
        filter: ['a'],
        visit(node, ctx) {
          const id = node.properties?.['id'];
          if (typeof id !== 'string' || node.properties?.['href'] !== undefined || node.children.length > 0) return;
          for (const [key, value] of Object.entries(rowLink(id))) ctx.setProperty(node, key, value);
        },
      },
      // Most pages have none: a look at each of their cells would be in vain.
      ...(source.includes('&emsp;') ? [indentation] : []),
    ],
    mdxJsxFlowElement: anchor as never,
    mdxJsxTextElement: anchor as never,
  };
};

const indentation: Extract<HastPluginDefinition['element'], { readonly filter: string[] }> = {
  filter: ['td'],
  visit(node, ctx) {
    const [first] = node.children;
    const depth = first?.type === 'text' ? (/^\u2003*/.exec(first.value)?.[0].length ?? 0) : 0;
    if (depth > 0) ctx.setProperty(node, 'className', [`in${depth}`]);
  },
};

interface JsxAnchor {
  readonly attributes: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children: readonly unknown[];
}

function rowLink(id: string): Readonly<Record<string, string>> {
  return { class: 'pr-anchor', href: `#${encodeURIComponent(id)}`, 'aria-label': `Link to ${id}` };
}
