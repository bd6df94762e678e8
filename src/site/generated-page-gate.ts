import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import type { Intrusion } from '../lib/gate/gate-page.ts';
import { PAGE_FEATURES } from '../lib/gate/page-features.ts';
import { createPageGate } from '../lib/gate/page-gate.ts';
import type { SiteOptions } from './options.ts';

/**
 * Lets no generated page be compiled that holds more than text and Polyref's own elements: MDX runs while it is built, and a file on the disk may have been edited after it was
 * generated. All pages are read before anything is compiled, and each again in the moment in which it is. Pages written by hand are the team's own code, and are not read.
 */
export function generatedPageGate({ docs, out }: SiteOptions): AstroIntegration {
  const gate = createPageGate();
  const folder = join(docs, 'reference');
  // Vite names modules by their real paths.
  const folders = [...new Set([folder, existsSync(folder) ? realpathSync(folder) : folder])].map((path) => `${path.replaceAll('\\', '/')}/`);
  const nameOf = (file: string): string => relative(out, file).replaceAll('\\', '/');
  const plugin: Plugin = {
    name: 'polyref-generated-page-gate',
    enforce: 'pre',
    transform: {
      // Before the plugin that compiles, which is a `pre` one too.
      order: 'pre',
      filter: { id: /\.mdx$/ },
      handler(code, id) {
        if (!folders.some((own) => id.replaceAll('\\', '/').startsWith(own))) return;
        const [first] = gate(code);
        if (first !== undefined) this.error({ message: describe(nameOf(id), first), id, loc: { file: id, line: first.line, column: first.column } });
      },
    },
  };
  return {
    name: 'polyref-generated-page-gate',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const problems = listPages(folder).flatMap(({ file, isLink }) => (isLink ? [`${nameOf(file)} is a symbolic link. Put the page itself in its place.`] : gate(readFileSync(file, 'utf8')).map((intrusion) => describe(nameOf(file), intrusion))));
        if (problems.length > 0) throw new Error([...problems.slice(0, MOST_SHOWN), ...(problems.length > MOST_SHOWN ? [`… and ${problems.length - MOST_SHOWN} more.`] : [])].join('\n'));
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:config:done': ({ config }) => {
        const { processor } = config.markdown;
        const features = processor !== undefined && isSatteriProcessor(processor) ? processor.options.features : undefined;
        // What an integration switches on is read by the gate only once it is listed there.
        if (!isDeepStrictEqual(features, PAGE_FEATURES)) throw new Error(`Pages would be compiled with other settings than they are checked with: ${JSON.stringify(features)}.`);
      },
    },
  };
}

const MOST_SHOWN = 10;

function listPages(folder: string): readonly { readonly file: string; readonly isLink: boolean }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isSymbolicLink() || (entry.isFile() && /\.mdx?$/.test(entry.name)))
    .map((entry) => ({ file: join(entry.parentPath, entry.name), isLink: entry.isSymbolicLink() }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

function describe(file: string, { what, source, line, column }: Intrusion): string {
  const shown = source.length > 120 ? `${source.slice(0, 120)}…` : source;
  return `${file}:${line}:${column} has ${what}: ${shown}\n  A generated page holds text alone, because the site runs what it compiles. Generate the pages again.`;
}
