import type { AstroIntegration } from 'astro';
import { hasOwnIndex } from './out-folder-plugin.ts';
import type { SiteOptions } from './options.ts';

/**
 * The folder of the generated pages has an address too, `/reference/`, which people arrive at by shortening a longer one. Unless somebody wrote a page for the root, the
 * overview is that root, and nothing would be here. The dev server leads on to the root.
 */
export function overviewAddress({ base, pages }: Pick<SiteOptions, 'base' | 'pages'>): AstroIntegration {
  return {
    name: 'polyref-overview-address',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'dev' && !hasOwnIndex(pages)) updateConfig({ redirects: { '/reference': base } });
      },
    },
  };
}

/** Route of the built site's second overview, below the base. */
export const SECOND_ADDRESS = 'reference';

/**
 * The overview for its second address: a static host cannot lead on without a blank page in between, which would also lose the fragment. So the same page stands here and
 * says that it belongs to the root.
 * @param html the built overview; its links hold wherever it stands
 */
export function secondOverview(html: string): string {
  return html.includes('rel="canonical"') ? html : html.replace('</head>', '<link rel="canonical" href="../"></head>');
}
