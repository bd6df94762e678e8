import type { CliCommand } from '../command.ts';
import { portFlag, siteFlags } from '../site-options.ts';

export const devCommand: CliCommand = {
  name: 'dev',
  summary: 'serve the site while you edit the schema',
  description: 'Generates, then serves the site to this machine alone. A saved definition makes its pages again and the open page updates itself;\na mistake is shown in the page and here, and goes when it is mended. Ctrl+C ends it.',
  options: [...siteFlags.filter((option) => !option.flags.startsWith('--dist')), portFlag],
  examples: [
    ['dev', 'http://127.0.0.1:4321/, or the next free port'],
    ['dev --schema ../shop/schema --port 8080', "another repository's schema"],
  ],
  run: async (context) => (await import('../run/dev.ts')).runDev(context),
};
