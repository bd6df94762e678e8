import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { buildSite } from './build-site.ts';

/**
 * Folder of the built site of the shipped schema. Whichever test file asks first builds it; the others wait for that, since a build takes both cores.
 * Throws what the build printed when it failed.
 */
export async function sharedSite(): Promise<string> {
  const [dist, result] = [join(inject('runFolder'), 'site'), join(inject('runFolder'), 'site.json')];
  const isFirst = await mkdir(`${dist}.lock`).then(() => true, () => false);
  if (isFirst) {
    const built = await buildSite({ POLYREF_DIST: dist });
    await writeFile(`${result}.draft`, JSON.stringify(built));
    await rename(`${result}.draft`, result);
  }
  const { code, output } = await whenWritten(result);
  if (code !== 0) throw new Error(output);
  return dist;
}

async function whenWritten(file: string): Promise<{ readonly code: number | null; readonly output: string }> {
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return JSON.parse(text) as { code: number | null; output: string };
    await new Promise((done) => setTimeout(done, 200));
  }
}
