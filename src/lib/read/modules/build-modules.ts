import { realpathSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OutputChunk } from 'rolldown';
import { MARK, type Build, type BuildFailure, type BuiltModule, type ImportFailure, type PackageImport, type Position } from './built-module.ts';
import { withNamesChecked } from './check-common-js.ts';
import { findChain } from './find-chain.ts';
import { findTsconfigError } from './find-tsconfig-error.ts';
import { missingExports, missingFromSettled, namedImports } from './missing-exports.ts';
import { fileBehind, isRaw } from './raw-file.ts';
import { readModuleText } from './read-module-text.ts';
import { ASSET_ID } from './resolve-plugin.ts';
import { runRolldown } from './run-rolldown.ts';
import { withOwnRequire } from './with-own-require.ts';

/**
 * Makes modules of files again and again: each build bundles only files that changed since the last one, that import one that changed, or that failed.
 * @param folder absolute path of the folder whose files are built even below a `node_modules`
 */
export function createModuleBuilder(folder: string): ModuleBuilder {
  const loaderId = (loaders += 1);
  const realFolder = realPath(folder);
  // Begins the URL of a module that no file stands for, such as the bundler's own helpers. It can ask for packages as the files do.
  const virtual = pathToFileURL(join(folder, 'polyref-virtual')).href;
  const known = new Map<string, KnownFile>();
  let builds = 0;
  return {
    async build(paths) {
      const texts = new Map<string, string>();
      const changed = new Set<string>();
      const unreadable = new Map<string, string>();
      for (const path of new Set([...known.keys(), ...paths])) {
        const file = fileBehind(path);
        if (file === undefined) continue;
        const read = readModuleText(file);
        if ('problem' in read) {
          changed.add(path);
          if (paths.includes(path)) unreadable.set(path, read.problem);
          continue;
        }
        texts.set(path, read.text);
        const before = known.get(path);
        if (before === undefined || before.text !== read.text || before.failures.length + before.laterFailures.length > 0) changed.add(path);
      }
      const stale = withImporters(changed, known);
      builds += 1;
      const isFirst = known.size === 0;
      for (const path of stale) known.delete(path);
      const inputs = [...stale].filter((path) => texts.has(path) && !isRaw(path) && (paths.includes(path) || !isFirst));
      const files = inputs.length === 0 ? [] : await bundle(inputs, texts);
      for (const file of files) {
        // What was made once more only for others (a module of no file, or CommonJS) stays under its URL: importers of an earlier build keep the one that they have.
        const beside = known.get(file.path);
        if (beside !== undefined) known.set(beside.module.url, { ...beside, isVirtual: true });
        known.set(file.isVirtual ? file.module.url : file.path, file);
      }
      keepReached(known, paths);
      return describeBuild(known, new Set(files.map((file) => file.path)), unreadable);
    },
  };

  async function bundle(inputs: readonly string[], texts: Map<string, string>): Promise<readonly KnownFile[]> {
    const failures = new Map<string, BuildFailure[]>();
    const laterFailures = new Map<string, ImportFailure[]>();
    const links = new Map<string, Set<string>>();
    const packages = new Map<string, PackageImport[]>();
    const fail = (path: string, failure: BuildFailure) => failures.set(path, [...(failures.get(path) ?? []), failure]);
    const bundled = await runRolldown(inputs, {
      folder,
      realFolder,
      texts,
      settled: (path) => {
        const file = known.get(path);
        return file === undefined || file.isCommonJs ? undefined : file.module.url;
      },
      fail: (importer, failure) => {
        if (!(failures.get(importer) ?? []).some((each) => JSON.stringify(each) === JSON.stringify(failure))) fail(importer, failure);
      },
      failLater: (importer, failure) => laterFailures.set(importer, [...(laterFailures.get(importer) ?? []), failure]),
      link: (importer, imported) => links.set(importer, (links.get(importer) ?? new Set()).add(imported)),
      usePackage: (importer, used) => packages.set(importer, [...(packages.get(importer) ?? []), used]),
    });
    for (const [path, { message, at }] of bundled.unparsable) failures.set(path, [{ kind: 'syntax', message, at }]);
    if (bundled.problem !== undefined) for (const path of inputs) fail(path, findTsconfigError(bundled.problem, path) ?? { kind: 'other', message: bundled.problem });
    const settled = new Map([...known.values()].map((file) => [file.module.url, file.exported]));
    for (const { path, failure } of [...missingExports(bundled, links, texts), ...missingFromSettled(bundled.chunks, settled, texts)]) fail(path, failure);
    const shimmed = new Set(bundled.shimmed.map(({ exporter, name }) => `${exporter}\0${name}`));
    const urls = new Map(bundled.chunks.map((chunk) => [chunk.fileName, urlOf(chunk)]));
    const made = bundled.chunks.map((chunk): KnownFile => {
      const path = chunk.facadeModuleId ?? chunk.fileName;
      return {
        path,
        text: texts.get(path) ?? '',
        module: { url: urlOf(chunk), code: withNamesChecked(withOwnRequire(chunk.code), namesImported(path, texts, chunk.code)), imports: importsOf(chunk, urls) },
        // Turned into text only for the file in which something fails.
        map: () => chunk.map?.toString(),
        links: [...(links.get(path) ?? [])],
        packages: packages.get(path) ?? [],
        exported: chunk.exports.filter((name) => !shimmed.has(`${path}\0${name}`)),
        isVirtual: !texts.has(path),
        isCommonJs: chunk.code.includes('__commonJSMin('),
        failures: failures.get(path) ?? [],
        laterFailures: laterFailures.get(path) ?? [],
      };
    });
    const missing = inputs.filter((path) => !made.some((file) => file.path === path));
    return [...made, ...missing.map((path): KnownFile => ({ path, text: texts.get(path) ?? '', module: { url: urlAt(path), code: '', imports: {} }, map: () => undefined, links: [...(links.get(path) ?? [])], packages: [], exported: [], isVirtual: false, isCommonJs: false, failures: failures.get(path) ?? [{ kind: 'other', message: 'the bundler made nothing of it' }], laterFailures: [] }))];
  }

  function urlOf(chunk: OutputChunk): string {
    const path = chunk.facadeModuleId;
    return path === null || path.startsWith('\0') ? `${virtual}-${loaderId}-${builds}/${encodeURIComponent(chunk.fileName).replaceAll('%2F', '--')}` : urlAt(path);
  }

  function urlAt(path: string): string {
    // A stack frame puts the URL in brackets: those of a path would end it.
    return `${pathToFileURL(path).href.replaceAll('(', '%28').replaceAll(')', '%29')}?${MARK}=${loaderId}-${builds}`;
  }
}

export interface ModuleBuilder {
  /** @param paths absolute paths of the files that must run */
  readonly build: (paths: readonly string[]) => Promise<Build>;
}

interface KnownFile {
  /** Absolute; of a file that is read as text, its id; of a module that no file stands for, its name. */
  readonly path: string;
  readonly text: string;
  readonly module: BuiltModule;
  readonly map: () => string | undefined;
  /** Absolute paths of the files that it imports. */
  readonly links: readonly string[];
  readonly packages: readonly PackageImport[];
  readonly exported: readonly string[];
  readonly isVirtual: boolean;
  readonly isCommonJs: boolean;
  readonly failures: readonly BuildFailure[];
  readonly laterFailures: readonly ImportFailure[];
}

let loaders = 0;

/** The files and all that import one of them, over however many steps. */
function withImporters(files: ReadonlySet<string>, known: ReadonlyMap<string, KnownFile>): ReadonlySet<string> {
  const importers = new Map<string, string[]>();
  for (const { path, links } of known.values()) for (const link of links) importers.set(link, [...(importers.get(link) ?? []), path]);
  const found = new Set(files);
  for (const path of found) for (const importer of importers.get(path) ?? []) found.add(importer);
  return found;
}

/** Forgets what nothing imports any longer; virtual modules are imported by URL. */
function keepReached(known: Map<string, KnownFile>, paths: readonly string[]): void {
  const reached = new Set(paths);
  for (const path of reached) for (const link of known.get(path)?.links ?? []) reached.add(link);
  for (const [path, file] of known) if (!file.isVirtual && !reached.has(path)) known.delete(path);
  const used = new Set([...known.values()].flatMap((file) => (file.isVirtual ? [] : Object.values(file.module.imports))));
  for (const url of used) for (const further of Object.values(known.get(url)?.module.imports ?? {})) used.add(further);
  for (const [url, file] of known) if (file.isVirtual && !used.has(url)) known.delete(url);
}

/** None where no CommonJS module is among what is imported: most files need not be parsed for it. */
function namesImported(path: string, texts: ReadonlyMap<string, string>, code: string): ReadonlySet<string> {
  const text = /\brequire_[\w$]+\(\)/.test(code) ? texts.get(path) : undefined;
  return new Set(text === undefined ? [] : namedImports(path, text).map(({ name }) => name));
}

function importsOf(chunk: OutputChunk, urls: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const from = posix.dirname(chunk.fileName);
  return Object.fromEntries(
    [...chunk.imports, ...chunk.dynamicImports].flatMap((fileName) => {
      const url = urls.get(fileName);
      if (url === undefined) return [];
      const way = posix.relative(from, fileName);
      return [[way.startsWith('.') ? way : `./${way}`, url]];
    }),
  );
}

function describeBuild(known: ReadonlyMap<string, KnownFile>, fresh: ReadonlySet<string>, unreadable: ReadonlyMap<string, string>): Build {
  const files = [...known.values()];
  const ofTeam = files.filter((file) => !file.isVirtual && !isRaw(file.path));
  const byUrl = new Map(files.map((file) => [file.module.url, file]));
  const maps = new Map<string, SourceMap>();
  const failures = new Map<string, BuildFailure>();
  for (const { path, failures: [first] } of ofTeam) if (first !== undefined) failures.set(path, first);
  for (const [path, problem] of unreadable) failures.set(path, { kind: 'other', message: `it ${problem}` });
  return {
    fresh: files.filter((file) => fresh.has(file.path)).map((file) => file.module),
    modules: new Map(files.map((file) => [file.module.url, file.module])),
    texts: new Map(ofTeam.map((file) => [file.path, file.text])),
    rawFiles: files.flatMap(({ path }) => (isRaw(path) ? [fileBehind(path) ?? ''] : [])),
    hasAssets: files.some(({ path }) => path.startsWith(ASSET_ID)),
    urls: new Map(ofTeam.map((file) => [file.path, file.module.url])),
    failures,
    laterFailures: new Map(ofTeam.map((file) => [file.path, file.laterFailures])),
    originOf(url, line, column) {
      const map = maps.get(url) ?? sourceMapOf(byUrl.get(url));
      if (map === undefined) return { line, column };
      maps.set(url, map);
      return originIn(map, line, column);
    },
    reachedFrom(path) {
      const reached = new Set([path]);
      for (const each of reached) for (const link of known.get(each)?.links ?? []) reached.add(link);
      return reached;
    },
    packages: new Map(ofTeam.map((file) => [file.path, file.packages])),
    chainTo: (path, from) => findChain(path, from, (each) => known.get(each)?.links ?? []),
  };
}

function sourceMapOf(file: KnownFile | undefined): SourceMap | undefined {
  const text = file?.map();
  return text === undefined ? undefined : new SourceMap(JSON.parse(text) as ConstructorParameters<typeof SourceMap>[0]);
}

function originIn(map: SourceMap, line: number, column: number): Position {
  const entry = map.findEntry(line - 1, column - 1);
  return 'originalLine' in entry ? { line: entry.originalLine + 1, column: entry.originalColumn + 1 } : { line, column };
}

/** A folder that is not there has no other name. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
