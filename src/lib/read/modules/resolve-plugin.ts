import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, extname, join, resolve as resolvePath, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin, PluginContext } from 'rolldown';
import { assetText } from './asset.ts';
import type { ImportFailure, PackageImport } from './built-module.ts';
import { lowerSyntax } from './lower-syntax.ts';
import { isInstalled } from './missing-exports.ts';
import { POLYREF_MODULES } from './own-modules.ts';
import { nameOfPackage, packageFormat, type PackageFormat } from './package-format.ts';
import { isRaw, rawId } from './raw-file.ts';
import { readModuleText } from './read-module-text.ts';
import { createTsconfigPaths, type TsconfigPaths } from './tsconfig-paths.ts';

/** What the plugin needs to know, and where it writes what it finds. */
export interface Resolving {
  /** Absolute path of the folder that holds the files, as it was called, and as the system calls it. */
  readonly folder: string;
  readonly realFolder: string;
  /** Absolute path → text; texts that are read on the way are added. */
  readonly texts: Map<string, string>;
  /** URL of a module that an earlier build made and that need not run again. */
  readonly settled: (path: string) => string | undefined;
  /** Files whose text cannot be parsed: they are replaced by a module that throws. */
  readonly unparsable: ReadonlySet<string>;
  /** Importing file and what is wrong with one of its imports. */
  readonly fail: (importer: string, failure: ImportFailure) => void;
  /** The same of an import that may never run, or whose failure the file may catch. */
  readonly failLater: (importer: string, failure: ImportFailure) => void;
  /** Importing file and a file that it reaches. */
  readonly link: (importer: string, imported: string) => void;
  /** Importing file and an installed package that it imports. */
  readonly usePackage: (importer: string, used: PackageImport) => void;
}

/**
 * Decides what is bundled: files of the team, and packages that were written for bundlers. Other packages, Node's own modules and Polyref stay imports, and Node
 * runs them as they are.
 */
export function resolvePlugin({ folder, realFolder, texts, settled, unparsable, fail, failLater, link, usePackage }: Resolving): Plugin {
  const asCalled = (path: string) => (path.startsWith(realFolder + sep) ? folder + path.slice(realFolder.length) : path);
  const resolved = new Map<string, Promise<string | undefined>>();
  const tsconfigPaths = createTsconfigPaths();
  const resolve = (context: PluginContext, specifier: string, importer: string, kind: ResolveKind): Promise<string | undefined> => {
    const key = `${kind} ${specifier}\0${dirname(importer)}`;
    const known = resolved.get(key) ?? find(context, specifier, importer, kind);
    resolved.set(key, known);
    return known;
  };
  const find = async (context: PluginContext, specifier: string, importer: string, kind: ResolveKind): Promise<string | undefined> => {
    const found = await context.resolve(specifier, importer, { skipSelf: true, kind });
    if (found?.external) return '';
    const path = found?.id ?? (isRelative(specifier) ? undefined : await tsconfigPaths.find(specifier, importer));
    return path === undefined ? undefined : asCalled(path);
  };
  const entries = new Set<string>();
  const readRaw = (path: string, specifier: string, importer: string, failed: Resolving['failLater']) => {
    const id = rawId(path);
    const before = settled(id);
    if (before !== undefined) {
      link(importer, id);
      return { id: before, external: true };
    }
    const read = readModuleText(path);
    if ('problem' in read) {
      failed(importer, { kind: 'unreadable-import', specifier, problem: read.problem });
      return { id: specifier, external: true };
    }
    texts.set(id, read.text);
    link(importer, id);
    return { id };
  };
  return {
    name: 'polyref:resolve',
    async resolveId(specifier, importer, { kind }) {
      if (importer === undefined) {
        entries.add(specifier);
        return { id: specifier };
      }
      if (importer.startsWith(COMMON_JS_ID)) return { id: specifier, external: true };
      if (specifier.startsWith('\0') || importer.startsWith('\0')) return null;
      if (isBuiltin(specifier) || POLYREF_MODULES.get(specifier) !== undefined) return { id: specifier, external: true };
      const wanted = specifier.replace(/\?raw$/, '');
      const isText = wanted !== specifier;
      if (!isText && ASSET.test(specifier)) return { id: `${ASSET_ID}${assetText(specifier)}` };
      const failed = kind === 'dynamic-import' || kind === 'require-call' ? failLater : fail;
      if (specifier.startsWith('polyref/')) {
        failed(importer, whyNotOfPolyref(specifier));
        return { id: specifier, external: true };
      }
      const path = await resolve(this, wanted, importer, kind === 'new-url' ? 'import-statement' : kind);
      if (path === '') return { id: specifier, external: true };
      if (path === undefined) {
        // A schema folder without packages of its own still has the Zod that it is written with.
        if (!isZod(specifier)) failed(importer, { ...(await whyUnresolved(wanted, importer, tsconfigPaths)), specifier });
        return { id: specifier, external: true };
      }
      if (isText) return readRaw(path, specifier, importer, failed);
      const format = path.startsWith(folder + sep) ? 'bundled' : formatOf(path);
      if (!path.startsWith(folder + sep) && isInstalled(path)) usePackage(importer, { specifier, path });
      if (format !== 'bundled') {
        if (isZod(specifier)) return { id: specifier, external: true };
        if (kind === 'require-call') return { id: path, external: true };
        return format === 'common-js' && kind !== 'dynamic-import' ? { id: `${COMMON_JS_ID}${path}` } : { id: pathToFileURL(path).href, external: true };
      }
      if (!isModule(path) && (path.startsWith(folder + sep) || !isInstalled(path))) {
        failed(importer, { kind: 'no-module', specifier });
        return { id: specifier, external: true };
      }
      link(importer, path);
      const before = settled(path);
      if (before !== undefined) return { id: before, external: true };
      if (!texts.has(path)) {
        const read = readModuleText(path);
        if ('problem' in read) {
          failed(importer, { kind: 'unreadable-import', specifier, problem: read.problem });
          return { id: specifier, external: true };
        }
        texts.set(path, read.text);
      }
      if (!entries.has(path)) {
        // Every file keeps all of its exports: a later build may import another of them.
        entries.add(path);
        this.emitFile({ type: 'chunk', id: path, preserveSignature: 'strict' });
      }
      return { id: path };
    },
    load(id) {
      if (isRaw(id)) return { code: `export default ${JSON.stringify(texts.get(id) ?? '')};`, moduleType: 'js' };
      if (id.startsWith(ASSET_ID)) return { code: `export default ${JSON.stringify(id.slice(ASSET_ID.length))};`, moduleType: 'js' };
      // Node runs it, and the bundler reads its names from what it gives.
      if (id.startsWith(COMMON_JS_ID)) return { code: `module.exports = require(${JSON.stringify(id.slice(COMMON_JS_ID.length))});`, moduleType: 'js' };
      const text = texts.get(id);
      if (text === undefined) return null;
      if (unparsable.has(id)) return { code: "throw new Error('This file cannot be parsed.');\nexport {};", moduleType: 'js' };
      return { code: text };
    },
    async transform(_code, id) {
      const text = unparsable.has(id) || isRaw(id) ? undefined : texts.get(id);
      const lowered = text === undefined ? undefined : await lowerSyntax(id, text);
      return lowered === undefined ? null : { ...lowered, moduleType: 'js' };
    },
  };
}

type ResolveKind = NonNullable<NonNullable<Parameters<PluginContext['resolve']>[2]>['kind']>;

/** What a page or a component imports to be shown, and a schema never is: style sheets, pictures, fonts, and whatever Vite makes of a file for its query, except its text. */
const ASSET = /\.(?:css|scss|sass|less|styl|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|eot|mp[34]|webm|wav|pdf)$|\?(?:url|inline|worker)\b/;
/** Begins the id of a module that stands for an asset; what it exports follows. */
export const ASSET_ID = '\0polyref:asset:';

/** Begins the id of a module that stands for a CommonJS one of a package, whose path follows. */
const COMMON_JS_ID = '\0polyref:common-js:';

const POLYREF = fileURLToPath(new URL('../..', import.meta.url));

/** Languages that the bundler reads; a name without an ending is that of a script. Of `.txt` it takes the text. */
function isModule(path: string): boolean {
  return /^(?:|\.(?:[cm]?[jt]s|[jt]sx|json|txt))$/.test(extname(path));
}

const BUILTIN = new Set(builtinModules);

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || BUILTIN.has(specifier);
}

function whyNotOfPolyref(specifier: string): ImportFailure {
  if (POLYREF_MODULES.has(specifier)) return { kind: 'foreign-subpath', specifier };
  return { kind: 'unknown-subpath', specifier, known: [...POLYREF_MODULES].flatMap(([name, url]) => (url === undefined ? [] : [name])) };
}

/** The bundler does not tell a file that is missing from one that it would not open, such as a device. */
async function whyUnresolved(specifier: string, importer: string, tsconfigPaths: TsconfigPaths): Promise<ImportFailure> {
  if (!isRelative(specifier)) return { kind: 'unresolved', specifier, place: placeOfPackage(specifier, dirname(importer)), patterns: await tsconfigPaths.patterns(importer) };
  const path = resolvePath(dirname(importer), specifier);
  const read = existsSync(path) ? readModuleText(path) : undefined;
  return read !== undefined && 'problem' in read ? { kind: 'unreadable-import', specifier, problem: read.problem } : { kind: 'unresolved', specifier, place: 'nowhere', patterns: [] };
}

/** Whether the package that a specifier names is the one that holds the folder, or is installed in a folder above, whatever it has. */
function placeOfPackage(specifier: string, folder: string): Extract<ImportFailure, { readonly kind: 'unresolved' }>['place'] {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  if (nameOfPackage(folder) === name) return 'own';
  return isInstalledAbove(name, folder) ? 'installed' : 'nowhere';
}

function isInstalledAbove(name: string, folder: string): boolean {
  return existsSync(join(folder, 'node_modules', name)) || (dirname(folder) !== folder && isInstalledAbove(name, dirname(folder)));
}

/** The package of which a schema and Polyref must have the same copy: that of the schema, or Polyref's own where there is none. */
function isZod(specifier: string): boolean {
  return /^zod(?:\/|$)/.test(specifier);
}

function isRelative(specifier: string): boolean {
  return /^\.{1,2}(?:\/|$)/.test(specifier) || specifier.startsWith('/');
}

/** Polyref itself is never bundled. */
function formatOf(path: string): PackageFormat {
  if (path.startsWith(POLYREF)) return 'node';
  return isInstalled(path) ? packageFormat(path) : 'bundled';
}
