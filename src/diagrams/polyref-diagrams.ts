import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { AstroIntegration } from 'astro';
import { DIAGRAM_CSS, type Drawing } from '../lib/diagram/index.ts';
import { createDrawingCache } from './drawing-cache.ts';
import { createDrawingPool, type DrawingPool } from './drawing-pool.ts';
import { drawingVersion } from './drawing-version.ts';
import { fencePlugin } from './fence-plugin.ts';
import { FIGURE_CSS } from './figure-css.ts';
import type { HrefFor } from './resolve-links.ts';

/**
 * Draws the `mermaid` fences of Markdown and MDX pages: an `erDiagram` as a static SVG while the page is compiled, any other kind in the
 * browser. Brings its own styles and script; drawings are kept in Astro's cache folder, so that a rebuild draws only what changed.
 */
export function polyrefDiagrams(options: DiagramsOptions): AstroIntegration {
  let pool: DrawingPool | undefined;
  return {
    name: 'polyref-diagrams',
    hooks: {
      'astro:config:setup': ({ config, command, injectScript, updateConfig }) => {
        const { processor } = config.markdown;
        if (processor === undefined || !isSatteriProcessor(processor)) {
          throw new Error('Diagrams need `satteri()` of @astrojs/markdown-satteri as `markdown.processor`; another processor would leave the fences as code.');
        }
        const cache = createDrawingCache(join(fileURLToPath(config.cacheDir), 'diagrams'), drawingVersion());
        const draw = async (text: string, title: string | undefined): Promise<Drawing> => {
          const known = await cache.read(text, title);
          if (known !== undefined) return known;
          pool ??= createDrawingPool();
          const drawing = await pool.draw(text, title);
          await cache.write(text, title, drawing);
          return drawing;
        };
        processor.options.mdastPlugins.push(fencePlugin({ draw, hrefFor: options.hrefFor, failOnError: command === 'build', root: fileURLToPath(config.root) }));
        injectScript('page-ssr', `import '${STYLES}';`);
        injectScript('page', `import ${JSON.stringify(fileURLToPath(new URL('./client/diagrams.ts', import.meta.url)))};`);
        updateConfig({ vite: { plugins: [stylesPlugin], optimizeDeps: { include: ['mermaid'] } } });
      },
      'astro:build:done': async () => {
        await pool?.close();
        pool = undefined;
      },
      'astro:server:done': async () => {
        await pool?.close();
        pool = undefined;
      },
    },
  };
}

export interface DiagramsOptions {
  readonly hrefFor: HrefFor;
}

const STYLES = 'virtual:polyref/diagrams.css';

const stylesPlugin = {
  name: 'polyref-diagram-styles',
  resolveId: (id: string): string | undefined => (id === STYLES ? STYLES : undefined),
  load: (id: string): string | undefined => (id === STYLES ? `${DIAGRAM_CSS}\n${FIGURE_CSS}` : undefined),
};
