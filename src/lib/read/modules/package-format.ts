import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'rolldown/utils';
import { readModuleText } from './read-module-text.ts';

/**
 * Who can run a file of an installed package. Node runs modules that say what they are. CommonJS is Node's too, but only a bundler finds all of its names.
 * What is neither was written for bundlers: modules in a package that does not call them so, TypeScript, JSON without an attribute.
 * @param path absolute path of the file
 */
export function packageFormat(path: string): PackageFormat {
  const known = formats.get(path);
  if (known !== undefined) return known;
  const format = formatOf(path);
  formats.set(path, format);
  return format;
}

export type PackageFormat = 'node' | 'common-js' | 'bundled';

/** Installed files do not change while a program runs. */
const formats = new Map<string, PackageFormat>();

function formatOf(path: string): PackageFormat {
  const extension = /\.[^./\\]+$/.exec(path)?.[0];
  if (extension === '.cjs') return 'common-js';
  if (extension === '.mjs' || extension === '.node' || extension === '.wasm') return 'node';
  if (extension !== '.js') return 'bundled';
  if (isTypeModule(dirname(path))) return 'node';
  const read = readModuleText(path);
  if ('problem' in read) return 'node';
  return parseSync(path, read.text).module.hasModuleSyntax ? 'bundled' : 'common-js';
}

function isTypeModule(folder: string): boolean {
  return nearestManifest(folder)?.type === 'module';
}

/** What the package that holds a folder is called; undefined where it has no name. */
export function nameOfPackage(folder: string): unknown {
  return nearestManifest(folder)?.name;
}

interface Manifest {
  readonly type?: unknown;
  readonly name?: unknown;
}

function nearestManifest(folder: string): Manifest | undefined {
  const path = join(folder, 'package.json');
  if (existsSync(path)) return readManifest(path);
  return dirname(folder) === folder ? undefined : nearestManifest(dirname(folder));
}

function readManifest(path: string): Manifest | undefined {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as Manifest | null) ?? undefined;
  } catch {
    // Whoever runs the package will say so.
    return undefined;
  }
}
