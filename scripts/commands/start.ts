import type { CliCommand } from '../command.ts';
import { serveSite } from '../serve/serve-site.ts';
import { historyFlag } from '../review/read-history.ts';
import { portFlag, portOf, siteFlags } from '../site-options.ts';
import { untilStopped } from '../until-stopped.ts';
import { buildAll } from './build.ts';

export const startCommand: CliCommand = {
  name: 'start',
  summary: 'generate, build and serve the site on this machine',
  description: 'Does what `build` does, then serves the result to this machine alone and prints the address. Ctrl+C ends it.',
  options: [...siteFlags, portFlag, historyFlag],
  examples: [
    ['start', 'http://127.0.0.1:4321/, or the next free port'],
    ['start --port 8080 --base /docs/', 'as it will be when hosted under /docs/'],
  ],
  async run(context) {
    const port = portOf(context.options);
    const site = await buildAll(context);
    if (site === undefined) return 2;
    const stopped = untilStopped();
    const server = await serveSite({ folder: site.dist, base: site.base, port });
    context.terminal.out(`Serving ${server.url}`);
    await stopped;
    await server.close();
    return 0;
  },
};
