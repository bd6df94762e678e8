import { relative } from 'node:path';
import type { CliCommand } from '../command.ts';
import { buildSite } from '../build-site.ts';
import { historyFlag } from '../review/read-history.ts';
import { siteFlags, siteOptionsOf } from '../site-options.ts';
import { prepareTarget } from '../site-target.ts';
import { generateFor } from './generate.ts';

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
    const site = siteOptionsOf(context.project, context.options);
    const target = await prepareTarget(site, context.project);
    const { code, site: made } = await generateFor(context, true);
    if (code !== 0) return code;
    if (!(await buildSite(target, made, context.terminal))) return 2;
    context.terminal.out(`Built ${relative(context.project.cwd, site.dist) || '.'}`);
    return 0;
  },
};
