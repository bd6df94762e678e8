import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../../scripts/build-site.ts';
import { packageRoot } from '../../scripts/project.ts';
import { takeTerminal } from '../../scripts/terminal.ts';
import { makePages, renderPlan } from '../../src/lib/index.ts';
import { readSiteOptions } from '../../src/site/options.ts';

/** Builds the site that the environment describes, without writing its pages first: what is made with the site follows from the schema, where there is one. */
const options = readSiteOptions(process.env, packageRoot);
const schemaDir = join(options.out, 'schema');
const made = existsSync(schemaDir) ? await makePages({ schemaDir }) : undefined;
const isBuilt = await buildSite(options, made?.kind === 'made' ? renderPlan(made.site) : new Map(), takeTerminal());
process.exit(isBuilt ? 0 : 1);
