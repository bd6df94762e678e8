import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { packageFolder, readNotice } from '../../src/site/notices.ts';

/** Where the bundle is, in `build/`, and what in it is imported as `mermaid`. */
export const MERMAID = 'vendor/mermaid/mermaid.js';

/**
 * Bundles Mermaid into the package, because as a dependency it is two fifths of an installation (192 of 480 MB, with 112 packages).
 * @param out absolute path of `build/`
 */
export async function bundleMermaid(out: string): Promise<void> {
  const folder = join(out, dirname(MERMAID));
  const bundle = await rolldown({ input: { mermaid: 'mermaid' }, cwd: import.meta.dirname, platform: 'browser', checks: { bundlerTimings: false } });
  const { output } = await bundle.write({ dir: folder, format: 'esm', minify: true, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' });
  await bundle.close();
  const folders = new Set(output.flatMap((each) => (each.type === 'chunk' ? each.moduleIds : [])).flatMap((id) => packageFolder(id) ?? []));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'notices.json'), `${JSON.stringify([...folders].sort().map(readNotice), undefined, 1)}\n`);
  const { name, version, license } = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('mermaid/package.json'), 'utf8')) as Readonly<Record<string, string>>;
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, license, type: 'module', private: true }, undefined, 2)}\n`);
}
