import type { CliCommand } from '../command.ts';
import { historyFlag } from '../history-flag.ts';
import { portFlag, siteFlags } from '../site-options.ts';

export const startCommand: CliCommand = {
  name: 'start',
  summary: 'generate, build and serve the site on this machine',
  description: 'Does what `build` does, then serves the result to this machine alone and prints the address. Ctrl+C ends it.',
  options: [...siteFlags, portFlag, historyFlag],
  examples: [
    ['start', 'http://127.0.0.1:4321/, or the next free port'],
    ['start --port 8080 --base /docs/', 'as it will be when hosted under /docs/'],
  ],
  run: async (context) => (await import('../run/start.ts')).runStart(context),
};
