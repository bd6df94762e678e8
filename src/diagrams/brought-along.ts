import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Whether an installed Polyref brings a package along, bundled, in place of depending on it. */
export function isBroughtAlong(name: string): boolean {
  return existsSync(vendored(name));
}

/** The version of a package that Polyref uses, wherever it is. */
export function versionOf(name: string): string {
  const manifest: unknown = JSON.parse(readFileSync(isBroughtAlong(name) ? vendored(name) : createRequire(import.meta.url).resolve(`${name}/package.json`), 'utf8'));
  return String(typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '');
}

function vendored(name: string): URL {
  return new URL(`../../vendor/${name}/package.json`, import.meta.url);
}
