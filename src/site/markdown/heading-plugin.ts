import type { HastPluginDefinition } from 'satteri';

/** Each heading links to itself. The sign is the style sheet's: a drawing of it beside each heading would be a fifth of a page. */
export const headingPlugin: HastPluginDefinition = {
  name: 'polyref-headings',
  element: {
    filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
    visit(node, ctx) {
      const id = node.properties?.['id'];
      if (typeof id !== 'string' || id === '') return;
      return {
        type: 'element',
        tagName: 'div',
        properties: { className: ['sl-heading-wrapper', `level-${node.tagName}`] },
        children: [node, { type: 'element', tagName: 'a', properties: { className: ['sl-anchor-link'], href: `#${id}`, ariaLabel: `Link to “${ctx.textContent(node)}”` }, children: [] }],
      };
    },
  },
};
