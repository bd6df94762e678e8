import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DiskError } from '../src/lib/disk/disk-error.ts';
import { replaceFolder } from '../src/lib/disk/replace-folder.ts';
import { withScratchFolder } from '../src/lib/disk/scratch-folder.ts';
import { joinLines, type PageSet } from '../src/lib/index.ts';
import { shortHash } from '../src/lib/model/short-hash.ts';
import { madeFiles } from '../src/site/made-files.ts';
import type { SiteOptions } from '../src/site/options.ts';
import { printRefusal } from './print.ts';
import { SITE_MARK } from './site-target.ts';
import type { Terminal } from './terminal.ts';

/**
 * Builds the site from the pages on disk and those that were made for it, in a folder of its own that takes the place of `dist` when all of it is there and every
 * link holds. False where that failed: the reason has been printed, and `dist` is as it was.
 * @param made what the site shows, whatever stands on the disk
 */
export async function buildSite(options: SiteOptions, made: PageSet, terminal: Terminal): Promise<boolean> {
  terminal.progress('Building the site …');
  madeFiles.set(options.docs, new Map([...made].map(([path, text]) => [path, () => text])));
  try {
    await replaceFolder(options.dist, SITE_MARK, (folder) => runAstro(options, folder));
    return true;
  } catch (error) {
    terminal.progress('');
    if (error instanceof DiskError) printRefusal(error, terminal);
    else printSiteFailure(error, 'built', terminal);
    return false;
  } finally {
    madeFiles.delete(options.docs);
    terminal.progress('');
  }
}

/** Says what Astro has against the site. A message of it may have several lines, with text of a page in them: those after the first stand behind a bar. */
export function printSiteFailure(error: unknown, what: 'built' | 'served', terminal: Terminal): void {
  const [first = '', ...rest] = describeFailure(error).split(/\r\n|[\r\n]/);
  terminal.errText(joinLines([`The site could not be ${what}: ${first}`, ...rest.map((line) => `  │ ${line}`.trimEnd())]));
}

/**
 * Astro empties the folder that it builds into, so that is always one of ours. What it needs while it works goes to another one,
 * for this build alone.
 */
async function runAstro(options: SiteOptions, outDir: string): Promise<void> {
  const cache = cacheFolder(options);
  await mkdir(cache, { recursive: true });
  await withScratchFolder(cache, async (work) => {
    const cwd = process.cwd();
    enter(work);
    try {
      // Astro takes a second to load; commands that need no site do not wait for it.
      const [{ build }, { createAstroConfig }] = await Promise.all([import('astro'), import('../src/site/astro-config.ts')]);
      await build({ ...createAstroConfig(options, undefined, { work, outDir }), configFile: false, logLevel: 'warn' });
    } finally {
      process.chdir(cwd);
    }
  });
}

/** Bundlers report a full disk as a fault of their own, with a page of stack. */
function describeFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /\bENOSPC\b|No space left on device/i.test(message) ? 'the disk is full. What was there is unchanged.' : message;
}

/** Makes the current folder one where Astro can serve pages while they are edited. */
export async function prepareForAstro(options: SiteOptions): Promise<void> {
  const folder = join(cacheFolder(options), shortHash(options.out));
  await mkdir(folder, { recursive: true });
  enter(folder);
}

function cacheFolder({ root }: SiteOptions): string {
  return join(root, 'node_modules/.cache/polyref/build');
}

/**
 * Gives Astro a current folder of its own. It puts code that is to run during the build there, unless the site is built below it,
 * and that code finds its packages only below this package; two sites that are built at once must not share it.
 */
function enter(folder: string): void {
  process.chdir(folder);
  // Vite reads these from the environment as if they were its own: somebody's `BASE_URL` would become the base of every link.
  for (const name of ['BASE_URL', 'SITE', 'ASSETS_PREFIX', 'MODE', 'DEV', 'PROD', 'SSR']) delete process.env[name];
  // Documentation of a company's data is nobody else's to count, and the dev server has no reason to ask a registry for news of Astro.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
}
