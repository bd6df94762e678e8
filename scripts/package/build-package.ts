import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { packageRoot } from '../project.ts';
import { buildTypes } from './build-types.ts';
import { bundleCommands } from './bundle-commands.ts';
import { bundleMermaid, MERMAID } from './bundle-mermaid.ts';
import { namesNeighbours, toJavaScript } from './to-javascript.ts';

/**
 * Makes `build/`, which is what an installed package runs: the commands in a bundle, and what Astro makes a site of in plain JavaScript, file by file in the same
 * places, so that what is found beside a file still is.
 */
export async function buildPackage(out: string = join(packageRoot, 'build')): Promise<readonly string[]> {
  rmSync(out, { recursive: true, force: true });
  const files = siteFiles(await buildCommands(out));
  const isSource = new Set(files);
  for (const path of files) {
    const target = join(out, path.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    if (/\.(?:ts|js|astro)$/.test(path)) writeFileSync(target, toJavaScript(path, readFileSync(join(packageRoot, path), 'utf8'), { isSource: (other) => isSource.has(other), vendored: { mermaid: MERMAID } }));
    else cpSync(join(packageRoot, path), target);
  }
  await bundleMermaid(out);
  await buildTypes(join(out, 'types'));
  cpSync(join(packageRoot, 'public/favicon.svg'), join(out, 'public/favicon.svg'));
  return files;
}

/**
 * The part of `build/` that commands need which make no site.
 * @returns what they name of the rest
 */
export async function buildCommands(out: string): Promise<readonly string[]> {
  const named = await bundleCommands(out);
  const { name, version, type, dependencies } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  // The commands take their version from the package.json nearest to them, and Astro learns from it which packages have to be compiled with the site.
  writeFileSync(join(out, 'package.json'), `${JSON.stringify({ name, version, type, private: true, dependencies }, undefined, 2)}\n`);
  return named;
}

/**
 * What Astro is handed: components, styles, what runs in a browser, and whatever these import.
 * @param named by the commands: files, and folders with a slash at the end
 */
function siteFiles(named: readonly string[]): readonly string[] {
  const all = new Set(listFiles('src').filter((path) => !path.startsWith('src/content/') && !path.endsWith('.d.ts')));
  const inFolders = named.filter((name) => name.endsWith('/')).flatMap((folder) => [...all].filter((path) => posix.dirname(path) === folder.slice(0, -1)));
  const reached = new Set([...named.filter((name) => all.has(name)), ...inFolders, ...[...all].filter((path) => !path.endsWith('.ts')), 'src/content.config.ts']);
  for (const path of reached) {
    if (/\.(?:ts|astro)$/.test(path)) for (const other of namesNeighbours(path, readFileSync(join(packageRoot, path), 'utf8'))) if (all.has(other)) reached.add(other);
  }
  return [...reached].sort();
}

/** Below a folder of the package, relative to the package, with slashes. */
function listFiles(folder: string): readonly string[] {
  return readdirSync(join(packageRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(folder, entry.parentPath.slice(join(packageRoot, folder).length).replaceAll('\\', '/'), entry.name))
    .sort();
}
