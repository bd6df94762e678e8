import type { CliCommand } from '../command.ts';
import { historyFlag } from '../history-flag.ts';
import { siteFlags } from '../site-options.ts';

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
  run: async (context) => (await import('../run/build.ts')).runBuild(context),
};
