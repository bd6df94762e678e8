import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { joinLines } from '../src/lib/index.ts';
import { shortHash } from '../src/lib/model/short-hash.ts';
import type { SiteOptions } from '../src/site/options.ts';
import type { Terminal } from './terminal.ts';

/** Builds the site from the pages on disk. False where that failed: the reason has been printed. */
export async function buildSite(options: SiteOptions, terminal: Terminal): Promise<boolean> {
  terminal.progress('Building the site …');
  try {
    await prepareForAstro(options);
    // Astro takes a second to load; commands that need no site do not wait for it.
    const [{ build }, { createAstroConfig }] = await Promise.all([import('astro'), import('../src/site/astro-config.ts')]);
    await build({ ...createAstroConfig(options), configFile: false, logLevel: 'warn' });
    return true;
  } catch (error) {
    terminal.progress('');
    terminal.errText(joinLines(failureLines(error instanceof Error ? error.message : String(error))));
    return false;
  } finally {
    terminal.progress('');
  }
}

/** A message of Astro may have several lines, with text of a page in them: those after the first stand behind a bar. */
function failureLines(message: string): readonly string[] {
  const [first = '', ...rest] = message.split(/\r\n|[\r\n]/);
  return [`The site could not be built: ${first}`, ...rest.map((line) => `  │ ${line}`.trimEnd())];
}

/**
 * Gives Astro a current folder of its own. It puts code that is to run during the build there, unless the site is built below it, and that code finds its
 * packages only below this package; two sites that are built at once must not share it.
 */
export async function prepareForAstro({ root, dist }: SiteOptions): Promise<void> {
  const folder = join(root, 'node_modules/.cache/polyref/build', shortHash(dist));
  await mkdir(folder, { recursive: true });
  process.chdir(folder);
  // Vite reads these from the environment as if they were its own: somebody's `BASE_URL` would become the base of every link.
  for (const name of ['BASE_URL', 'SITE', 'ASSETS_PREFIX', 'MODE', 'DEV', 'PROD', 'SSR']) delete process.env[name];
  // Documentation of a company's data is nobody else's to count.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
}
