import { resolve } from 'node:path';
import type { DocsSettings } from '../lib/model/docs-settings.ts';

/** What the site is built from and for; all paths are absolute. */
export interface SiteOptions {
  /** The folder of this package: Astro's root. */
  readonly root: string;
  /** The folder that holds the pages and `public`. */
  readonly out: string;
  /** `<out>/src/content/docs` */
  readonly docs: string;
  readonly publicDir: string;
  /** Where the built site goes. It is built elsewhere first. */
  readonly dist: string;
  /** Path under which the site is served: begins and ends with a slash. */
  readonly base: string;
  /** `https://docs.example.org`, when it is known. */
  readonly site?: string;
  /** The folder of hand-written pages: `docs`, unless the configuration says otherwise. */
  readonly pages: string;
  /** What the configuration says of the site. */
  readonly settings: DocsSettings;
}

/**
 * The options of a site together with what the configuration says of it.
 * @param flags what was asked for on the command line, which wins
 */
export function withSettings(options: SiteOptions, settings: DocsSettings, flags: { readonly base: boolean; readonly site: boolean }): SiteOptions {
  const { origin, pathname } = settings.url === undefined ? {} : new URL(settings.url);
  const site = flags.site ? options.site : origin;
  const base = flags.base ? options.base : (pathname ?? settings.base ?? options.base);
  const { site: _, ...rest } = options;
  return { ...rest, base, pages: settings.pages ?? options.docs, settings, ...(site === undefined ? {} : { site }) };
}

/**
 * Reads `POLYREF_OUT` (default: the root), `POLYREF_DIST` (default: `dist` in this package, else `polyref-site` in `<out>`), `POLYREF_BASE` (default: `/`) and `POLYREF_SITE`.
 * @param root absolute path of this package
 */
export function readSiteOptions(env: Readonly<Record<string, string | undefined>>, root: string): SiteOptions {
  const out = resolve(root, env['POLYREF_OUT'] || '.');
  const site = env['POLYREF_SITE'];
  const docs = resolve(out, 'src/content/docs');
  return {
    root,
    out,
    docs,
    pages: docs,
    settings: {},
    publicDir: resolve(out, 'public'),
    dist: resolve(out, env['POLYREF_DIST'] || (out === root ? 'dist' : 'polyref-site')),
    base: normaliseBase(env['POLYREF_BASE'] ?? '/'),
    ...(site ? { site } : {}),
  };
}

function normaliseBase(base: string): string {
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}
