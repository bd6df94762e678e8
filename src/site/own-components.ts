import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { isWithin } from '../lib/disk/is-within.ts';
import { COMPONENT_ENDING, componentName } from '../lib/model/component-name.ts';
import type { SiteOptions } from './options.ts';

/**
 * Gives hand-written MDX pages the components of the team's folder: one that a page uses and does not import is taken from there. Pages that are generated get none; no text of a schema
 * reaches code of the team. Has to stand behind Starlight, whose MDX compiles the page first.
 */
export function ownComponents({ docs, pages, settings }: Pick<SiteOptions, 'docs' | 'pages' | 'settings'>): AstroIntegration {
  const { components } = settings;
  const generated = join(docs, 'reference');
  const plugin = (folder: string): Plugin => ({
    name: 'polyref-own-components',
    // Behind the plugin that compiles, which is a `pre` one too, and in front of the one that hands components to a page.
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      handler(code, id) {
        if (!isWithin(id, pages) || isWithin(id, generated)) return undefined;
        const used = missingComponents(code).filter((name) => componentFiles(folder).has(name));
        if (used.length === 0 || /^export const components\b/m.test(code)) return undefined;
        const imports = used.map((name) => `import ${name} from ${JSON.stringify(componentFiles(folder).get(name))};`);
        return { code: [code, ...imports, `export const components = { ${used.join(', ')} };`].join('\n'), map: null };
      },
    },
  });
  return {
    name: 'polyref-own-components',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        if (components !== undefined) updateConfig({ vite: { plugins: [plugin(components)] } });
      },
    },
  };
}

/** Names that a compiled page neither imports nor defines: it asks for them when it is shown. */
export function missingComponents(compiled: string): readonly string[] {
  return [...new Set([...compiled.matchAll(/_missingMdxReference\("([A-Z]\w*)"/g)].map(([, name = '']) => name))].sort();
}

/** Name → absolute path: `price-list.astro` and `PriceList.astro` are `PriceList`. A file that came while somebody writes, with a name that is none, is passed over until the configuration is read again. */
export function componentFiles(folder: string): ReadonlyMap<string, string> {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(COMPONENT_ENDING)).sort() : [];
  return new Map(files.flatMap((file) => {
    const name = componentName(file);
    return name === undefined ? [] : [[name, join(folder, file).replaceAll('\\', '/')] as const];
  }));
}
