import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { madeFiles, type MadeFiles } from './made-files.ts';
import type { SiteOptions } from './options.ts';

/**
 * Gives the site what was made in memory for it: pages, as if they stood in the folder of pages, whether there is a file or not; and files as if they stood in `public`. A file of
 * somebody else in the place of such a file stops the build: the site would show only one of them.
 */
export function madePages(options: Pick<SiteOptions, 'out' | 'docs' | 'publicDir' | 'base'>): AstroIntegration {
  const { out, docs, publicDir, base } = options;
  const files = (): MadeFiles => madeFiles.get(docs) ?? NONE;
  return {
    name: 'polyref-made-pages',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        const taken = command === 'build' ? publicFiles(files(), options).filter((path) => existsSync(join(publicDir, path))) : [];
        if (taken.length > 0) throw new Error(`public/${taken[0]} is where the site has a file that it makes itself. Move yours elsewhere.`);
        updateConfig({ vite: { plugins: [pagesPlugin(options, files)] } });
      },
      'astro:server:setup': ({ server: { middlewares } }) => void middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        const text = path.startsWith(base) ? files().get(nameOf(join(publicDir, decode(path.slice(base.length))), out))?.() : undefined;
        if (text === undefined) return next();
        response.writeHead(200, { 'content-type': 'application/json' }).end(text);
      }),
      // Before the built pages are looked at: they link to these files.
      'astro:build:done': async ({ dir }) => {
        for (const path of publicFiles(files(), options)) {
          const target = join(fileURLToPath(dir), path);
          await mkdir(dirname(target), { recursive: true });
          await writeFile(target, files().get(nameOf(join(publicDir, path), out))?.() ?? '');
        }
      },
    },
  };
}

/** Whether the site has a page, made in memory or on the disk: its path below the folder of pages. */
export function hasPage({ out, docs }: Pick<SiteOptions, 'out' | 'docs'>, file: string): boolean {
  return madeFiles.get(docs)?.has(nameOf(join(docs, file), out)) === true || existsSync(join(docs, file));
}

const NONE: MadeFiles = new Map();

function pagesPlugin({ out }: Pick<SiteOptions, 'out'>, files: () => MadeFiles): Plugin {
  const textOf = (id: string): (() => string) | undefined => files().get(nameOf(id.split('?')[0] ?? '', out));
  return {
    name: 'polyref-made-pages',
    enforce: 'pre',
    resolveId: {
      filter: { id: /\.mdx(\?|$)/ },
      // Astro resolves what it asks for with this flag itself, and then asks again without.
      handler: (id) => (textOf(id) === undefined || id.includes('astroRenderContent') ? undefined : id),
    },
    load: {
      filter: { id: /\.mdx(\?|$)/ },
      handler: (id) => textOf(id)?.(),
    },
  };
}

/** Paths of what is published as it is, relative to the folder of public files. */
function publicFiles(files: MadeFiles, { out, publicDir }: Pick<SiteOptions, 'out' | 'publicDir'>): readonly string[] {
  const folder = `${nameOf(publicDir, out)}/`;
  return [...files.keys()].flatMap((path) => (path.startsWith(folder) ? [path.slice(folder.length)] : []));
}

function nameOf(file: string, out: string): string {
  return relative(out, file).replaceAll('\\', '/');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
