import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The folder of this package. */
export const root = join(import.meta.dirname, '../..');

export interface BuildResult {
  readonly code: number | null;
  readonly output: string;
}

/** Builds the site in a process of its own, as a user does. `env` is what `readSiteOptions` reads. */
export function buildSite(env: Readonly<Record<string, string>>): Promise<BuildResult> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'run-build.ts')], {
      cwd: root,
      // Nothing else: a test run's own variables (`DEV`, `PROD`, `MODE`) would reach the pages as `import.meta.env`.
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
    });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', fail);
    child.on('close', (code) => done({ code, output }));
  });
}
