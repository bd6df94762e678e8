import type { RunnableDevEnvironment, ViteDevServer } from 'vite';

/**
 * Lets Astro make anew its list of the paths that there are. It makes the list when a page is asked for, and forgets it when content changes; a list that was begun before a change and is ready after it is
 * kept all the same, and then a new page is missing until the next edit. Astro asks every page to load again besides, as after any change of content.
 */
export function forgetPages({ environments }: Pick<ViteDevServer, 'environments'>): void {
  for (const [name, environment] of Object.entries(environments)) {
    if (name === 'client') continue;
    const module = environment.moduleGraph.getModuleById(CONTENT);
    if (module !== undefined) environment.moduleGraph.invalidateModule(module, undefined, Date.now(), true);
    if ('runner' in environment) {
      const { evaluatedModules } = (environment as RunnableDevEnvironment).runner;
      const evaluated = evaluatedModules.getModuleById(CONTENT);
      if (evaluated !== undefined) evaluatedModules.invalidateModule(evaluated);
    }
    environment.hot.send('astro:content-changed', {});
  }
  environments['client']?.hot.send({ type: 'full-reload', path: '*' });
}

/** The module in which Astro has what it read of all pages. */
const CONTENT = '\0astro:data-layer-content';
