import type { CommandContext, ExitCode } from '../command.ts';
import { serveSite } from '../serve/serve-site.ts';
import { portOf } from '../site-options.ts';
import { untilStopped } from '../until-stopped.ts';
import { buildAll } from './build.ts';

/** What `polyref start` does. */
export async function runStart(context: CommandContext): Promise<ExitCode> {
  const port = portOf(context.options);
  const site = await buildAll(context);
  if (site === undefined) return 2;
  const stopped = untilStopped();
  const server = await serveSite({ folder: site.dist, base: site.base, port });
  context.terminal.out(`Serving ${server.url}`);
  await stopped;
  await server.close();
  return 0;
}
