import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { AstroIntegration } from 'astro';
import { DIAGRAM_CSS, type Drawing } from '../lib/diagram/index.ts';
import { isBroughtAlong } from './brought-along.ts';
import { catalogLinks } from './catalog-links.ts';
import type { Drawer } from './create-drawer.ts';
import { fencePlugin } from './fence-plugin.ts';
import { FIGURE_CSS } from './figure-css.ts';
import { findFences } from './find-fences.ts';
import { serveSlimCatalog, slimCatalogText } from './slim-catalog-file.ts';
import { slimCatalogName } from './slim-catalog-name.ts';

/**
 * Draws the `mermaid` fences of Markdown and MDX pages: an `erDiagram` as a static SVG while the page is compiled, any other kind in the
 * browser. Brings its own styles and script.
 */
export function polyrefDiagrams(options: DiagramsOptions): AstroIntegration {
  const { drawer } = options;
  return {
    name: 'polyref-diagrams',
    hooks: {
      'astro:config:setup': ({ config, command, injectScript, updateConfig }) => {
        const { processor } = config.markdown;
        if (processor === undefined || !isSatteriProcessor(processor)) {
          throw new Error('Diagrams need `satteri()` of @astrojs/markdown-satteri as `markdown.processor`; another processor would leave the fences as code.');
        }
        const begun = new Map<string, Promise<Drawing>>();
        const draw = (text: string, title: string | undefined): Promise<Drawing> => begun.get(keyOf(text, title)) ?? drawer.draw(text, title);
        const fences = command === 'build' ? findFences(options.pages) : undefined;
        for (const { text, title } of fences?.drawn ?? []) {
          const drawing = begun.get(keyOf(text, title)) ?? drawer.draw(text, title);
          // Its page says what is wrong with it, and where.
          drawing.catch(() => undefined);
          begun.set(keyOf(text, title), drawing);
        }
        processor.options.mdastPlugins.push(fencePlugin({ draw, hrefFor: catalogLinks(options.catalog, options.base), failOnError: command === 'build', root: options.root }));
        injectScript('page-ssr', `import ${JSON.stringify(STYLES)};`);
        injectScript('page', `import ${JSON.stringify(fileURLToPath(new URL('./client/diagrams.ts', import.meta.url)))};`);
        updateConfig({ vite: { plugins: [stylesPlugin, mermaidPlugin(fences?.needsMermaid ?? true)], worker: { format: 'es' }, optimizeDeps: { include: [...(isBroughtAlong('mermaid') ? [] : ['mermaid']), 'elkjs/lib/elk-api.js'] } } });
      },
      'astro:server:setup': ({ server }) => serveSlimCatalog(server, options),
      'astro:build:done': async ({ dir }) => {
        await drawer.close();
        const slim = slimCatalogText(options.catalog);
        if (slim !== undefined) await writeFile(join(fileURLToPath(dir), slimCatalogName), slim);
      },
      'astro:server:done': () => drawer.close(),
    },
  };
}

export interface DiagramsOptions {
  /** Absolute path of the folder that messages name files relative to. */
  readonly root: string;
  /** Absolute paths of the folders of pages. */
  readonly pages: readonly string[];
  /** Absolute path of `catalog.json`; there need not be one. */
  readonly catalog: string;
  /** Path under which the site is served: begins and ends with a slash. */
  readonly base: string;
  readonly drawer: Drawer;
}

function keyOf(text: string, title: string | undefined): string {
  return JSON.stringify([title ?? null, text]);
}

/** Made here and not on disk; yet a path, because the dev server's pages ask for a style sheet by the path of its module. */
const STYLES = fileURLToPath(new URL('./polyref-diagrams.css', import.meta.url)).replaceAll('\\', '/');

const stylesPlugin = {
  name: 'polyref-diagram-styles',
  enforce: 'pre' as const,
  resolveId: (id: string): string | undefined => (/\/polyref-diagrams\.css(\?|$)/.test(id) ? STYLES : undefined),
  load: (id: string): string | undefined => (id === STYLES ? `${DIAGRAM_CSS}\n${FIGURE_CSS}` : undefined),
};

/** Mermaid is several megabytes: a site without a diagram that needs it does not carry it. */
function mermaidPlugin(needed: boolean) {
  const id = 'virtual:polyref/draw-mermaid';
  return {
    name: 'polyref-mermaid',
    resolveId: (asked: string): string | undefined => (asked !== id ? undefined : needed ? fileURLToPath(new URL('./client/draw-mermaid.ts', import.meta.url)) : `\0${id}`),
    load: (asked: string): string | undefined => (asked === `\0${id}` ? 'export function drawMermaid() {}' : undefined),
  };
}
