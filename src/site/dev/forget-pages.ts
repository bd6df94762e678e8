import type { ViteDevServer } from 'vite';
import { invalidateModules } from './invalidate-modules.ts';

/**
 * Lets Astro list the paths anew. It lists them when a page is asked for, and forgets the list when content changes; one that was begun before a change and is ready after it is
 * kept all the same, and then a new page is missing until the next edit. Every page is told to load again besides, as after any change of content.
 */
export function forgetPages({ environments }: Pick<ViteDevServer, 'environments'>): void {
  for (const [name, environment] of Object.entries(environments)) {
    if (name === 'client') continue;
    const module = environment.moduleGraph.getModuleById(CONTENT);
    if (module !== undefined) invalidateModules(environment, [module], Date.now());
    environment.hot.send('astro:content-changed', {});
  }
  environments.client.hot.send({ type: 'full-reload', path: '*' });
}

/** The module in which Astro has what it read of all pages. */
const CONTENT = '\0astro:data-layer-content';
