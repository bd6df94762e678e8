import { join } from 'node:path';
import { normalizePath, type ViteDevServer } from 'vite';
import { invalidateModules } from './invalidate-modules.ts';
import { LIST_OF_PAGES } from './notice-new-files.ts';

/**
 * Lets Astro read anew which pages there are. It knows from two modules, its content and its list of pages, and from the paths that it made of these when a page was asked for, and each can stay as it was:
 * the watcher misses that the list was replaced, or what was begun before a change is ready after it and is kept all the same. Then a new page is missing until the next edit.
 * Every page is told to load again besides, as after any change of content.
 */
export function forgetPages({ config, environments }: Pick<ViteDevServer, 'config' | 'environments'>): void {
  const list = normalizePath(join(config.root, LIST_OF_PAGES));
  for (const [name, environment] of Object.entries(environments)) {
    if (name === 'client') continue;
    const { moduleGraph } = environment;
    invalidateModules(environment, [moduleGraph.getModuleById(CONTENT) ?? [], ...(moduleGraph.getModulesByFile(list) ?? [])].flat(), Date.now());
    environment.hot.send('astro:content-changed', {});
  }
  environments.client.hot.send({ type: 'full-reload', path: '*' });
}

/** The module in which Astro has what it read of all pages. */
const CONTENT = '\0astro:data-layer-content';
