import type { ViteDevServer } from 'vite';
import { expect, it } from 'vitest';
import { forgetPages } from '../../src/site/dev/forget-pages.ts';

it('lets what Astro has read of the pages, and what was made of it, be run again, and then tells every side', () => {
  const done: string[] = [];
  const [content, importer] = [{ id: '\0astro:data-layer-content' }, { id: 'routes.js' }];
  const server = {
    moduleGraph: {
      getModuleById: (id: string) => (id === content.id ? content : undefined),
      invalidateModule(module: object, invalid: Set<object>) {
        for (const each of [module, importer]) invalid.add(each);
        done.push('compiled anew');
      },
    },
    runner: { evaluatedModules: { getModuleById: (id: string) => ({ id }), invalidateModule: ({ id }: { readonly id: string }) => done.push(`run anew: ${id.replace('\0', '')}`) } },
    hot: { send: (event: string) => done.push(event) },
  };
  const client = { hot: { send: ({ type }: { readonly type: string }) => done.push(type) } };
  forgetPages({ environments: { client, ssr: server } } as unknown as ViteDevServer);
  expect(done).toEqual(['compiled anew', 'run anew: astro:data-layer-content', 'run anew: routes.js', 'astro:content-changed', 'full-reload']);
});
