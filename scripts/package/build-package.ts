import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { packageRoot } from '../project.ts';
import { buildTypes } from './build-types.ts';
import { bundleMermaid, MERMAID } from './bundle-mermaid.ts';
import { namesNeighbours, toJavaScript } from './to-javascript.ts';

/** Makes `build/`, which is what an installed package runs: the sources in plain JavaScript, file by file in the same places, so that what is found beside a file still is. */
export async function buildPackage(out: string = join(packageRoot, 'build')): Promise<readonly string[]> {
  rmSync(out, { recursive: true, force: true });
  const files = [...listFiles('src').filter((path) => !path.startsWith('src/content/')), 'src/content.config.ts', ...commandFiles()];
  const isSource = new Set(files);
  for (const path of isSource) {
    if (path.endsWith('.d.ts')) continue;
    const target = join(out, path.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    if (/\.(?:ts|js|astro)$/.test(path)) writeFileSync(target, toJavaScript(path, readFileSync(join(packageRoot, path), 'utf8'), { isSource: (other) => isSource.has(other), vendored: { mermaid: MERMAID } }));
    else cpSync(join(packageRoot, path), target);
  }
  await bundleMermaid(out);
  await buildTypes(join(out, 'types'));
  cpSync(join(packageRoot, 'public/favicon.svg'), join(out, 'public/favicon.svg'));
  const { name, version, type, dependencies } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  // The commands take their version from the package.json nearest to them, and Astro learns from it which packages have to be compiled with the site.
  writeFileSync(join(out, 'package.json'), `${JSON.stringify({ name, version, type, private: true, dependencies }, undefined, 2)}\n`);
  return [...isSource].sort();
}

/** Below a folder of the package, relative to the package, with slashes. */
function listFiles(folder: string): readonly string[] {
  return readdirSync(join(packageRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(folder, entry.parentPath.slice(join(packageRoot, folder).length).replaceAll('\\', '/'), entry.name))
    .sort();
}

/** Of `scripts/`, what the commands reach: the rest is for work on Polyref itself. */
function commandFiles(): readonly string[] {
  const all = new Set(listFiles('scripts'));
  const reached = new Set(['scripts/polyref.ts']);
  for (const path of reached) {
    for (const other of namesNeighbours(path, readFileSync(join(packageRoot, path), 'utf8'))) if (all.has(other)) reached.add(other);
  }
  return [...reached];
}
