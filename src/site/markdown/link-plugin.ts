import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HastPluginEntry } from 'satteri';
import { rewriteLink, type LinkContext } from '../rewrite-link.ts';

/**
 * Turns links between files, which work on GitHub and in an editor, into links between routes; in Markdown and in raw `<a href>` alike.
 * @param docs absolute path of the folder of pages; files elsewhere are left alone
 */
export function linkPlugin(docs: string, options: Omit<LinkContext, 'file'>): HastPluginEntry {
  return ({ fileURL }) => {
    if (fileURL === undefined) return undefined;
    const file = relative(docs, fileURLToPath(fileURL)).replaceAll('\\', '/');
    if (file.startsWith('../')) return undefined;
    const rewrite = (href: string): string | undefined => rewriteLink(href, { ...options, file });
    const jsx = {
      filter: ['a'],
      visit: (node: JsxLink, ctx: { setProperty(node: JsxLink, key: string, value: unknown): void }) => {
        const href = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'href')?.value;
        const route = typeof href === 'string' ? rewrite(href) : undefined;
        if (route !== undefined) ctx.setProperty(node, 'href', route);
      },
    };
    return {
      name: 'polyref-links',
      element: {
        filter: ['a'],
        visit: (node, ctx) => {
          const href = node.properties?.['href'];
          const route = typeof href === 'string' ? rewrite(href) : undefined;
          if (route !== undefined) ctx.setProperty(node, 'href', route);
        },
      },
      mdxJsxFlowElement: jsx as never,
      mdxJsxTextElement: jsx as never,
    };
  };
}

interface JsxLink {
  readonly attributes: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
}
