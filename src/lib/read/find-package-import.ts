import { fileURLToPath } from 'node:url';
import type { Build } from './modules/built-module.ts';
import { isInstalled } from './modules/missing-exports.ts';
import type { Thrown } from './sandbox/protocol.ts';

/**
 * Which import of which file leads to the package in which something failed: of what is thrown there, no place lies in a file of the team.
 * @param start absolute path of the file that was to be loaded
 */
export function findPackageImport(start: string, { message, stack }: Thrown, build: Build): { readonly path: string; readonly specifier: string } | undefined {
  const own = [...build.reachedFrom(start)].filter((path) => path === start || !isInstalled(path));
  // The innermost comes first; where the team does not import it, another of its callers may be what the team imports.
  for (const folder of `${stack}\n${message}`.matchAll(FOLDER)) {
    const failed = asPath(folder[0]);
    for (const path of own) {
      const used = build.packages.get(path)?.find((each) => [...each.path.matchAll(FOLDER)].at(-1)?.[0].endsWith(failed));
      if (used !== undefined) return { path, specifier: used.specifier };
    }
  }
  return undefined;
}

/** The path or URL of a package's folder, from the last blank or bracket on. */
const FOLDER = /[^\s()'"]*[/\\]node_modules[/\\](?:@[^/\\\s]+[/\\])?[^/\\\s:'"]+/g;

function asPath(text: string): string {
  try {
    return text.startsWith('file:') ? fileURLToPath(text) : text;
  } catch {
    return text;
  }
}
