import type { HastNode, HastPluginEntry } from 'satteri';

/** Longer ones may break. */
const LONGEST_WHOLE = 28;
const LONGEST_WHOLE_VALUE = 16;
const LONGEST_WHOLE_ID = 20;

/** Between what a comma or a colon ends and what comes next; a space breaks by itself. */
const PARTS_OF_VALUE = /(?<=[,:])(?![\s,:]|$)/;

/**
 * Inline code is mostly names, and names stay whole. Longer things may break where their parts end: a key template after a slash, an address after a dot, the id of a rule
 * after a hyphen; values and expressions, which are no names, at spaces and after commas and colons. Generated pages write some of it as `<code>` elements.
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
          return undefined;
        }
        if (inBlock) {
          inBlock = false;
          return undefined;
        }
        const { parts, isLoose } = partsOf(node.children.length === 1 && only?.type === 'text' ? only.value : '');
        if (parts.length > 1) return codeOf(parts, isLoose, node.properties);
        if (isLoose) ctx.setProperty(node, 'className', ['loose']);
        // Starlight would give it the same, after a look at its parents.
        ctx.setProperty(node, 'dir', 'auto');
        return undefined;
      },
    },
    mdxJsxFlowElement: written as never,
    mdxJsxTextElement: written as never,
  };
};

/** The same for a `<code>` that stands in the page as an element; one with attributes was written by hand, with a purpose. */
const written = {
  filter: ['code'],
  visit(node: WrittenElement, ctx: { parent(node: WrittenElement): { readonly name?: string | null } | undefined }) {
    const [only] = node.children;
    if (node.attributes.length > 0 || node.children.length !== 1 || only?.type !== 'text' || ctx.parent(node)?.name === 'pre') return undefined;
    const { parts, isLoose } = partsOf(only.value ?? '');
    return codeOf(parts, isLoose, {});
  },
};

interface WrittenElement {
  readonly attributes: readonly unknown[];
  readonly children: readonly { readonly type: string; readonly value?: string }[];
}

/** Where it may break; a single part stays whole. Loose is what wraps at its spaces. */
function partsOf(value: string): { readonly parts: readonly string[]; readonly isLoose: boolean } {
  const isLoose = /[\s"=]/.test(value);
  const isId = /^[a-z]+(?:-[a-z0-9]+)+$/.test(value);
  const ends = isLoose ? PARTS_OF_VALUE : isId ? /(?<=-)/ : value.includes('/') ? /(?<=\/)/ : /(?<=\.)/;
  const isLong = value.length > (isLoose ? LONGEST_WHOLE_VALUE : isId ? LONGEST_WHOLE_ID : LONGEST_WHOLE);
  return { parts: isLong ? value.split(ends) : [value], isLoose: isLoose && value.length > LONGEST_WHOLE_VALUE };
}

function codeOf(parts: readonly string[], isLoose: boolean, properties: Element['properties']): Element {
  const children = parts.flatMap((part, index) => [...(index === 0 ? [] : [{ type: 'element' as const, tagName: 'wbr', properties: {}, children: [] }]), { type: 'text' as const, value: part }]);
  return { type: 'element', tagName: 'code', properties: { ...properties, ...(isLoose ? { className: ['loose'] } : {}), dir: 'auto' }, children };
}

type Element = Extract<HastNode, { type: 'element' }>;
