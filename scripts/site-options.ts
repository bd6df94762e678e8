import type { DocsSettings } from '../src/lib/index.ts';
import { readSiteOptions, withSettings, type SiteOptions } from '../src/site/options.ts';
import { UsageError, type CliOption } from './command.ts';
import { pathOption } from './path-option.ts';
import { packageRoot, type Project } from './project.ts';
import { resolve } from 'node:path';

/** Options of every command that makes a site. */
export const siteFlags: readonly CliOption[] = [
  { flags: '--base <path>', description: 'path that the site is hosted under, such as /docs/ (default: that of docs.url in the configuration, else /)' },
  { flags: '--site <url>', description: 'where the site will be, such as https://docs.example.com; for canonical links (default: that of docs.url in the configuration)' },
  { flags: '--dist <dir>', description: 'folder of the built site (default: polyref-site/ in the out folder)' },
];

export const portFlag: CliOption = { flags: '--port <number>', description: 'port to listen on; the next free one if it is taken', default: '4321' };

export function siteOptionsOf(project: Project, options: Readonly<Record<string, unknown>>): SiteOptions {
  const { base, site, dist } = options;
  if (typeof site === 'string' && !/^https?:\/\//.test(site)) throw new UsageError(`--site must be a URL that begins with https:// or http://, not \`${site}\`.`);
  if (typeof base === 'string' && !isPath(base)) throw new UsageError(`--base must be a path such as /docs/, not \`${base}\`.`);
  return readSiteOptions(
    {
      POLYREF_OUT: project.outDir,
      POLYREF_BASE: typeof base === 'string' ? base : '/',
      ...(typeof site === 'string' ? { POLYREF_SITE: site } : {}),
      ...(typeof dist === 'string' ? { POLYREF_DIST: resolve(project.cwd, pathOption('--dist', dist)) } : {}),
    },
    packageRoot,
  );
}

/** The same site with what the configuration says of it; flags win. */
export function configuredSite(site: SiteOptions, docs: DocsSettings, { base, site: address }: Readonly<Record<string, unknown>>): SiteOptions {
  return withSettings(site, docs, { base: typeof base === 'string', site: typeof address === 'string' });
}

/** Names between slashes: nothing that a browser would take for another host, a query or a folder above. */
function isPath(base: string): boolean {
  const names = base.replace(/^\/+|\/+$/g, '').split('/');
  return base === '' || /^\/+$/.test(base) || names.every((name) => /^[\w~!$&'()*+,;=@%.-]+$/.test(name) && !/^\.{1,2}$/.test(name));
}

export function portOf(options: Readonly<Record<string, unknown>>): number {
  const port = Number(options['port']);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new UsageError(`--port must be a whole number from 1 to 65535, not \`${String(options['port'])}\`.`);
  return port;
}
