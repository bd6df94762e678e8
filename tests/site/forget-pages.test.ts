import type { ViteDevServer } from 'vite';
import { expect, it } from 'vitest';
import { forgetPages } from '../../src/site/dev/forget-pages.ts';

it('lets what Astro knows of the pages, and what was made of it, be run again, and then tells every side', () => {
  const done: string[] = [];
  const importer = { id: 'routes.js' };
  const server = {
    moduleGraph: {
      getModuleById: (id: string) => (id === '\0astro:data-layer-content' ? { id } : undefined),
      getModulesByFile: (file: string) => (file === '/root/.astro/content-modules.mjs' ? new Set([{ id: file }]) : undefined),
      invalidateModule(module: { readonly id: string }, invalid: Set<object>) {
        for (const each of [module, importer]) invalid.add(each);
        done.push(`compiled anew: ${module.id.replace('\0', '')}`);
      },
    },
    runner: { evaluatedModules: { getModuleById: (id: string) => ({ id }), invalidateModule: ({ id }: { readonly id: string }) => done.push(`run anew: ${id.replace('\0', '')}`) } },
    hot: { send: (event: string) => done.push(event) },
  };
  const client = { hot: { send: ({ type }: { readonly type: string }) => done.push(type) } };
  forgetPages({ config: { root: '/root' }, environments: { client, ssr: server } } as unknown as ViteDevServer);
  expect(done).toEqual([
    'compiled anew: astro:data-layer-content',
    'compiled anew: /root/.astro/content-modules.mjs',
    'run anew: astro:data-layer-content',
    'run anew: routes.js',
    'run anew: /root/.astro/content-modules.mjs',
    'astro:content-changed',
    'full-reload',
  ]);
});
