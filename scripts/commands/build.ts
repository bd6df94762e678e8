import { relative } from 'node:path';
import type { CliCommand, CommandContext } from '../command.ts';
import { buildSite } from '../build-site.ts';
import { historyFlag } from '../review/read-history.ts';
import type { SiteOptions } from '../../src/site/options.ts';
import { configuredSite, siteFlags, siteOptionsOf } from '../site-options.ts';
import { prepareTarget } from '../site-target.ts';
import { writePages } from './generate.ts';

export const buildCommand: CliCommand = {
  name: 'build',
  summary: 'generate, then build the site to host',
  description: 'Writes the pages as `generate` does, then builds them, and the guides beside them, into a folder of static files. A link that leads nowhere fails the build.\nThe folder is replaced only when the new site is whole, and only if it is empty or Polyref built it.',
  options: [...siteFlags, historyFlag],
  examples: [
    ['build', 'into polyref-site/'],
    ['build --base /docs/ --site https://intranet.example.com', 'to be hosted under a folder'],
    ['build --schema ../shop/schema --dist /tmp/shop-docs', "another repository's site, elsewhere"],
  ],
  async run(context) {
    return (await buildAll(context)) === undefined ? 2 : 0;
  },
};

/** Writes the pages, builds the site and says so. Undefined where one of them failed: the reason has been printed. */
export async function buildAll(context: CommandContext): Promise<SiteOptions | undefined> {
  const { project, options, terminal } = context;
  const { dist } = siteOptionsOf(project, options);
  const target = await prepareTarget(siteOptionsOf(project, options), project);
  const docs = await writePages(context);
  if (docs === undefined) return undefined;
  const site = configuredSite(target, docs, options);
  if (!(await buildSite(site, terminal))) return undefined;
  terminal.out(`Built ${relative(project.cwd, dist) || '.'}`);
  return { ...site, dist };
}
