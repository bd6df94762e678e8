import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { registerHooks, type ResolveFnOutput } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
// Packages that a schema imports may be TypeScript, Polyref itself first of all.
import './strip-package-types.js';
import { STAMP, type StampedFiles } from './stamp-files.ts';
import { stripTypes, type Position } from './strip-types.ts';

/**
 * Teaches Node, from now until `close`, to run these files from the texts that were read, each under its stamped URL.
 * Several may be open at once: a file finds its imports among those that were read together with it.
 */
export function openModules(files: StampedFiles): OpenModules {
  install();
  const origins = new Map<string, (line: number, column: number) => Position | undefined>();
  const paths = new Map([...files.urls].map(([path, url]) => [url, path]));
  const set: FileSet = { files, paths, origins, resolved: new Map(), batches: new Map(), loads: 0 };
  open.add(set);
  return {
    originOf: (url, line, column) => origins.get(url)?.(line, column) ?? { line, column },
    batch(urls) {
      const batch = `${BATCH}${createHash('sha256').update(urls.join('\n')).digest('base64url')}`;
      set.batches.set(batch, urls.map((url, index) => `export * as f${index} from ${JSON.stringify(url)};`).join('\n'));
      return batch;
    },
    loads: () => set.loads,
    close: () => void open.delete(set),
  };
}

export interface OpenModules {
  /** Where a place of the JavaScript that ran stands in the file as written. */
  readonly originOf: (url: string, line: number, column: number) => Position;
  /** URL of a module that imports all of these, and exports the nth as `f<n>`. */
  readonly batch: (urls: readonly string[]) => string;
  /** How many files Node has asked for so far. */
  readonly loads: () => number;
  readonly close: () => void;
}

/** An import that leads nowhere. */
export class UnresolvedImport extends Error {
  /** As written: `./missing.ts`. */
  readonly specifier: string;
  /** Absolute path of the file that imports it. */
  readonly importer: string;

  constructor(specifier: string, importer: string) {
    super(`Cannot find ${specifier}`);
    this.specifier = specifier;
    this.importer = importer;
  }
}

/** A file whose types cannot be taken off, because it does not parse. */
export class UnparsableFile extends Error {
  /** Absolute path. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

interface FileSet {
  readonly files: StampedFiles;
  /** URL → absolute path. */
  readonly paths: ReadonlyMap<string, string>;
  readonly origins: Map<string, (line: number, column: number) => Position | undefined>;
  /** Specifier and folder → what a package's name means there. */
  readonly resolved: Map<string, ResolveFnOutput>;
  /** URL → source of a module that only imports others. */
  readonly batches: Map<string, string>;
  loads: number;
}

const BATCH = 'polyref-batch:';
const open = new Set<FileSet>();
let installed = false;

function install(): void {
  if (installed) return;
  installed = true;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const parent = context.parentURL;
      // Node itself would ask the disk again, and lose the stamp to a symbolic link.
      if (isStamped(specifier) || specifier.startsWith(BATCH)) return { url: specifier, format: formatOf(specifier), shortCircuit: true };
      if (parent === undefined || !isStamped(parent)) return nextResolve(specifier, context);
      const set = [...open].find((each) => each.paths.has(parent));
      const importer = fileURLToPath(new URL(parent));
      if (set !== undefined && /^\.{1,2}\//.test(specifier)) {
        const found = set.files.find(resolve(dirname(importer), specifier));
        const url = found === undefined ? undefined : set.files.urls.get(found);
        if (url !== undefined) return { url, format: formatOf(url), importAttributes: context.importAttributes, shortCircuit: true };
      }
      const place = `${specifier} ${dirname(importer)}`;
      const before = set?.resolved.get(place);
      if (before !== undefined) return before;
      const result = resolvePackage(specifier, importer, (parentURL) => nextResolve(specifier, { ...context, parentURL }));
      set?.resolved.set(place, { ...result, shortCircuit: true });
      return result;
    },
    load(url, context, nextLoad) {
      if (isStamped(url)) return loadStamped(url);
      if (url.startsWith(BATCH)) return { format: 'module', source: [...open].map((set) => set.batches.get(url)).find((source) => source !== undefined) ?? '', shortCircuit: true };
      return nextLoad(url, context);
    },
  });
}

/** A schema folder without packages of its own still has the words it is written with. */
function resolvePackage(specifier: string, importer: string, from: (parentURL: string) => ResolveFnOutput): ResolveFnOutput {
  try {
    return from(pathToFileURL(importer).href);
  } catch (error) {
    if (/^(?:polyref|zod)(?:\/|$)/.test(specifier)) return from(import.meta.url);
    throw isNotFound(error) ? new UnresolvedImport(specifier, importer) : error;
  }
}

function formatOf(url: string): 'module' | 'json' {
  return isStamped(url) && withoutStamp(url).endsWith('.json') ? 'json' : 'module';
}

function loadStamped(url: string): { format: 'module' | 'json'; source: string; shortCircuit: true } {
  const set = [...open].find((each) => each.paths.has(url));
  if (set !== undefined) set.loads += 1;
  const path = set?.paths.get(url) ?? fileURLToPath(new URL(withoutStamp(url)));
  const text = set?.files.texts.get(path) ?? readFileSync(path, 'utf8');
  if (!/\.[mc]?ts$/.test(path)) return { format: formatOf(url), source: text, shortCircuit: true };
  try {
    const { code, originOf } = stripTypes(text);
    if (originOf !== undefined) set?.origins.set(url, originOf);
    return { format: 'module', source: code, shortCircuit: true };
  } catch (error) {
    throw new UnparsableFile(path, error instanceof Error ? error.message : String(error));
  }
}

function isStamped(url: string): boolean {
  return url.startsWith('file:') && url.includes(`?${STAMP}=`);
}

function withoutStamp(url: string): string {
  return url.slice(0, url.lastIndexOf(`?${STAMP}=`));
}

function isNotFound(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || code === 'ERR_UNSUPPORTED_DIR_IMPORT' || code === 'ERR_PACKAGE_PATH_NOT_EXPORTED';
}
