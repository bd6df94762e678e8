import type { HastPluginEntry } from 'satteri';

/** Longer ones may break. */
const LONGEST_WHOLE = 28;
const LONGEST_WHOLE_VALUE = 16;
const LONGEST_WHOLE_ID = 20;

/** Between what a comma or a colon ends and what comes next; a space breaks by itself. */
const PARTS_OF_VALUE = /(?<=[,:])(?![\s,:]|$)/;

/**
 * Inline code is mostly names, and names stay whole. Longer things may break where their parts end: a key template after a slash, an address after a dot, the id of a rule
 * after a hyphen; values and expressions, which are no names, at spaces and after commas and colons.
 */
export const codePlugin: HastPluginEntry = () => {
  // Whether the next code is a block: a look at each one's parents would take longer than all else that is done to a page.
  let inBlock = false;
  return {
    name: 'polyref-code',
    element: {
      filter: ['pre', 'code'],
      visit(node, ctx) {
        const [only] = node.children;
        if (node.tagName === 'pre') {
          inBlock = only?.type === 'element' && only.tagName === 'code';
          return;
        }
        if (inBlock) {
          inBlock = false;
          return;
        }
        const value = node.children.length === 1 && only?.type === 'text' ? only.value : '';
        const isLoose = /[\s"=]/.test(value);
        const isId = /^[a-z]+(?:-[a-z0-9]+)+$/.test(value);
        const ends = isLoose ? PARTS_OF_VALUE : isId ? /(?<=-)/ : value.includes('/') ? /(?<=\/)/ : /(?<=\.)/;
        const parts = value.length > (isLoose ? LONGEST_WHOLE_VALUE : isId ? LONGEST_WHOLE_ID : LONGEST_WHOLE) ? value.split(ends) : [];
        if (parts.length < 2) {
          if (isLoose && value.length > LONGEST_WHOLE_VALUE) ctx.setProperty(node, 'className', ['loose']);
          // Starlight would give it the same, after a look at its parents.
          ctx.setProperty(node, 'dir', 'auto');
          return;
        }
        const children = parts.flatMap((part, index) => [...(index === 0 ? [] : [{ type: 'element' as const, tagName: 'wbr', properties: {}, children: [] }]), { type: 'text' as const, value: part }]);
        return { ...node, properties: { ...node.properties, ...(isLoose ? { className: ['loose'] } : {}), dir: 'auto' }, children };
      },
    },
  };
};
