import { relative } from 'node:path';
import type { CommandContext, ExitCode } from '../command.ts';
import { buildSite } from '../build-site.ts';
import { siteOptionsOf } from '../site-options.ts';
import { prepareTarget } from '../site-target.ts';
import { runGenerate } from './generate.ts';

/** What `polyref build` does. */
export async function runBuild(context: CommandContext): Promise<ExitCode> {
  const site = siteOptionsOf(context.project, context.options);
  const target = await prepareTarget(site, context.project);
  const generated = await runGenerate(context);
  if (generated !== 0) return generated;
  if (!(await buildSite(target, context.terminal))) return 2;
  context.terminal.out(`Built ${relative(context.project.cwd, site.dist) || '.'}`);
  return 0;
}
