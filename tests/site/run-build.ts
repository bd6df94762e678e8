import { buildSite } from '../../scripts/build-site.ts';
import { takeTerminal } from '../../scripts/terminal.ts';
import { packageRoot } from '../../scripts/project.ts';
import { readSiteOptions } from '../../src/site/options.ts';

/** Builds the site that the environment describes, without generating its pages first. */
const isBuilt = await buildSite(readSiteOptions(process.env, packageRoot), takeTerminal());
process.exit(isBuilt ? 0 : 1);
