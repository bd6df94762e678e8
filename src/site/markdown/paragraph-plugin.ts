import type { HastPluginEntry, HastVisitorContext } from 'satteri';

/**
 * MDX makes no paragraph of a line that holds elements alone, such as a description that is one piece of code. What stands in the line anywhere else gets its paragraph here,
 * so that it keeps its distance from what follows.
 */
export const paragraphPlugin: HastPluginEntry = () => ({
  name: 'polyref-paragraphs',
  mdxJsxFlowElement: {
    filter: ['code', 'em', 'strong', 'del'],
    visit(node: never, ctx: HastVisitorContext) {
      const parent = ctx.parent(node) as { readonly type: string; readonly tagName?: string } | undefined;
      if (parent?.type === 'root' || parent?.tagName === 'blockquote') ctx.wrapNode(node, { type: 'element', tagName: 'p', properties: {}, children: [] });
    },
  } as never,
});
