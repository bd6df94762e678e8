import type { CommandContext, ExitCode } from '../command.ts';
import { serveSite } from '../serve/serve-site.ts';
import { portOf, siteOptionsOf } from '../site-options.ts';
import { untilStopped } from '../until-stopped.ts';
import { runBuild } from './build.ts';

/** What `polyref start` does. */
export async function runStart(context: CommandContext): Promise<ExitCode> {
  const site = siteOptionsOf(context.project, context.options);
  const port = portOf(context.options);
  const built = await runBuild(context);
  if (built !== 0) return built;
  const stopped = untilStopped();
  const server = await serveSite({ folder: site.dist, base: site.base, port });
  context.terminal.out(`Serving ${server.url}`);
  await stopped;
  await server.close();
  return 0;
}
