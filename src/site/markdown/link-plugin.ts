import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HastPluginEntry } from 'satteri';
import { isWithin } from '../../lib/disk/is-within.ts';
import type { SiteOptions } from '../options.ts';
import { hasOwnIndex } from '../out-folder-plugin.ts';
import { rewriteLink } from '../rewrite-link.ts';

/**
 * Turns links between files, which work on GitHub and in an editor, into links between routes; in Markdown and in raw `<a href>` alike.
 * @param site files outside of its folders of pages are left alone
 */
export function linkPlugin({ out, docs, pages, base }: Pick<SiteOptions, 'out' | 'docs' | 'pages' | 'base'>): HastPluginEntry {
  const named = (path: string): string => relative(out, path).replaceAll('\\', '/');
  const options = { base, hasOwnIndex: hasOwnIndex(pages), ...(pages === docs ? {} : { pages: `${named(pages)}/` }) };
  return ({ fileURL }) => {
    if (fileURL === undefined) return undefined;
    const path = fileURLToPath(fileURL);
    if (![docs, pages].some((folder) => isWithin(path, folder))) return undefined;
    const file = named(path);
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
