import { relative } from 'node:path';
import type { SiteOptions } from '../../src/site/options.ts';
import type { CommandContext, ExitCode } from '../command.ts';
import { buildSite } from '../build-site.ts';
import { configuredSite, siteOptionsOf } from '../site-options.ts';
import { prepareTarget } from '../site-target.ts';
import { writePages } from './generate.ts';

/** What `polyref build` does. */
export async function runBuild(context: CommandContext): Promise<ExitCode> {
  return (await buildAll(context)) === undefined ? 2 : 0;
}

/** Writes the pages, builds the site and says so. Undefined where one of them failed: the reason has been printed. */
export async function buildAll(context: CommandContext): Promise<SiteOptions | undefined> {
  const { project, options, terminal } = context;
  const { dist } = siteOptionsOf(project, options);
  const target = await prepareTarget(siteOptionsOf(project, options), project);
  const written = await writePages(context, true);
  if (written === undefined) return undefined;
  const site = configuredSite(target, written.docs, options);
  if (!(await buildSite(site, written.site, terminal))) return undefined;
  terminal.out(`Built ${relative(project.cwd, dist) || '.'}`);
  return { ...site, dist };
}
