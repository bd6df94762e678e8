import { writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix, relative } from 'node:path';
import { rolldown, type OutputChunk } from 'rolldown';
import { packageFolder, readNotice } from '../../src/site/notices.ts';
import { packageRoot } from '../project.ts';
import { MERMAID } from './bundle-mermaid.ts';

/** Where the bundle is, in `build/`. */
const FOLDER = 'run';

/** What Node runs: the command, what a team imports, and what runs in a thread. All else that a file names beside it is for the site. */
const ENTRIES: Readonly<Record<string, string>> = {
  'scripts/polyref.ts': 'command',
  'src/lib/dsl/index.ts': 'polyref',
  'src/lib/index.ts': 'generator',
  'src/lib/read/config-task.ts': 'config-task',
  'src/lib/read/draft-task.ts': 'draft-task',
  'src/lib/read/locate/locate-worker.ts': 'locate-worker',
  'src/lib/read/sandbox/sandbox-worker.ts': 'sandbox-worker',
  'src/lib/rules/own-rule-task.ts': 'own-rule-task',
  'src/lib/emit/custom-page-task.ts': 'custom-page-task',
  'src/diagrams/draw-worker.ts': 'draw-worker',
};

/** Packages that go into the bundle: Polyref reads with a Zod of its own, of which it needs a third, and each of their 300 files costs a command about a millisecond. */
const BUNDLED = /^zod(?:-own|-to-json-schema)(?:\/|$)/;

/**
 * Bundles what Node runs into few files: loading six hundred takes longer than what most commands do.
 * @param out absolute path of `build/`
 * @returns what these files name of the site, relative to the package: files, and folders with a slash at the end
 */
export async function bundleCommands(out: string): Promise<readonly string[]> {
  const named = new Set<string>();
  const bundle = await rolldown({
    input: Object.fromEntries(Object.entries(ENTRIES).map(([path, name]) => [name, join(packageRoot, path)])),
    cwd: packageRoot, platform: 'node', checks: { bundlerTimings: false },
    external: (id, importer) => {
      if (/^[./]/.test(id) || BUNDLED.test(id)) return false;
      return !(importer !== undefined && /[/\\]node_modules[/\\]zod-/.test(importer)) || builtinModules.includes(id) || id.startsWith('node:');
    },
    plugins: [{
      name: 'polyref-places',
      transform: (code, id) => (isOwn(id) ? keepPlaces(code, relative(packageRoot, id).replaceAll('\\', '/'), named) : null),
    }],
  });
  const { output } = await bundle.write({ dir: join(out, FOLDER), format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', paths: { mermaid: `../${MERMAID}` } });
  await bundle.close();
  const folders = new Set(output.filter((each): each is OutputChunk => each.type === 'chunk').flatMap(({ moduleIds }) => moduleIds).flatMap((id) => packageFolder(id) ?? []));
  const notices = [...folders].sort().map(readNotice).map(({ name, version, license, text }) => `${name} ${version}, ${license}\n\n${text ?? ''}\n`);
  writeFileSync(join(out, FOLDER, 'third-party-licenses.txt'), notices.join('\n'));
  return [...named].sort();
}

function isOwn(id: string): boolean {
  const path = relative(packageRoot, id);
  return /^(?:src|scripts)[/\\]/.test(path);
}

/**
 * A file of the bundle finds what stands beside its source: a file of the bundle itself when Node runs it, else where `build/` has it in the place of its source.
 * @param path of the source, relative to the package, with slashes
 * @param named gets what is not of the bundle
 */
export function keepPlaces(code: string, path: string, named: Set<string>): string {
  return code.replace(/\bnew URL\((['"])([^'"]+)\1, import\.meta\.url\)|\bimport\.meta\.(url|filename|dirname)\b(?!['"])/g, (whole, _quote: string | undefined, name: string | undefined, property: string | undefined) => {
    if (name === undefined) {
      if (property !== 'url') throw new Error(`${path} uses ${whole}, which is another one in the bundle: use import.meta.url.`);
      return `${urlOf(path)}.href`;
    }
    // As a URL, `.` and `..` are folders.
    const target = posix.join(posix.dirname(path), /(?:^|\/)\.{1,2}$/.test(name) ? `${name}/` : name);
    const entry = Object.hasOwn(ENTRIES, target) ? ENTRIES[target] : undefined;
    if (entry !== undefined) return `new URL('./${entry}.js', import.meta.url)`;
    if (!/^[./]+$/.test(name) || name === './') named.add(target);
    return urlOf(target);
  });
}

function urlOf(path: string): string {
  return `new URL('../${path.replace(/\.ts$/, '.js')}', import.meta.url)`;
}
