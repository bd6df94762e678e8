import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Gives the site the file that its page of exploration draws from. A build whose pages do not explore has none; the dev server has it always, since that page may still come.
 * @param isExplored there is such a page
 */
export function polyrefExplore({ isExplored }: { readonly isExplored: boolean }): AstroIntegration {
  return {
    name: 'polyref-explore',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command === 'build' && !isExplored) return;
        injectRoute({ pattern: `/${EXPLORE_DATA}`, entrypoint: fileURLToPath(new URL('./explore-data.ts', import.meta.url)), prerender: true });
      },
    },
  };
}

/** Path of the file, below the base. */
export const EXPLORE_DATA = 'explore.json';
