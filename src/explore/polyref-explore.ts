import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Gives the site the file that its page of exploration draws from. A build whose pages do not explore has none; the dev server has it always, since that page may still come. */
export function polyrefExplore({ docs }: { readonly docs: string }): AstroIntegration {
  return {
    name: 'polyref-explore',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command === 'build' && !existsSync(join(docs, 'reference/explore.mdx'))) return;
        injectRoute({ pattern: `/${EXPLORE_DATA}`, entrypoint: fileURLToPath(new URL('./explore-data.ts', import.meta.url)), prerender: true });
      },
    },
  };
}

/** Path of the file, below the base. */
export const EXPLORE_DATA = 'explore.json';
