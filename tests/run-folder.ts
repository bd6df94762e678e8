import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildCommands } from '../scripts/package/build-package.ts';

/** A folder of this run of the tests, for what several of their files need and one of them makes. Inside of the package, so that Astro can build there. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parent = join(project.config.root, 'node_modules/.cache/polyref-tests');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'run-'));
  // The commands as they are installed, which start in half the time.
  const installed = join(folder, 'node_modules/polyref');
  for (const part of ['bin', 'package.json']) await cp(join(project.config.root, part), join(installed, part), { recursive: true });
  await buildCommands(join(installed, 'build'));
  project.provide('runFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Absolute path. */
    readonly runFolder: string;
  }
}
