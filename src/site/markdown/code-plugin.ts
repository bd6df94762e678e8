import type { HastPluginDefinition } from 'satteri';

/** Longer ones may break. */
const LONGEST_WHOLE = 28;
const LONGEST_WHOLE_VALUE = 16;

/**
 * Inline code is mostly names, and names stay whole. Longer things may break where their parts end: a key template after a slash, an address after a dot;
 * values and expressions, which are no names, wherever they have to.
 */
export const codePlugin: HastPluginDefinition = {
  name: 'polyref-code',
  element: {
    filter: ['code'],
    visit(node, ctx) {
      const [only] = node.children;
      if (node.children.length !== 1 || only?.type !== 'text') return;
      const parent = ctx.parent(node);
      if (parent?.type === 'element' && parent.tagName === 'pre') return;
      const { value } = only;
      if (/[\s"=]/.test(value) && value.length > LONGEST_WHOLE_VALUE) return { ...node, properties: { ...node.properties, className: ['loose'] } };
      if (value.length <= LONGEST_WHOLE || !/[./]/.test(value)) return;
      const parts = value.split(value.includes('/') ? /(?<=\/)/ : /(?<=\.)/);
      const children = parts.flatMap((part, index) => [...(index === 0 ? [] : [{ type: 'element' as const, tagName: 'wbr', properties: {}, children: [] }]), { type: 'text' as const, value: part }]);
      return { ...node, children };
    },
  },
};
