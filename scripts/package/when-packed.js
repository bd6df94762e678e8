// `prepare`, in plain JavaScript as it also runs after each `npm ci`: an installation from Git is packed by npm, which runs this script alone and says so in a variable.
// `npm pack` runs `prepack`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const { npm_package_resolved: resolved, npm_command: command } = process.env;
if (resolved !== undefined && command !== 'pack' && command !== 'publish') {
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL('../build-package.ts', import.meta.url))], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
