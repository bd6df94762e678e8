import { existsSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { ts as TS } from 'ts-morph';
import { isInstalled } from './missing-exports.ts';

/**
 * Finds by TypeScript itself what the bundler does not find by a tsconfig.json: in a folder above, `#` and `?` begin a fragment and a query for it, and `*`, `[`
 * and `{` a pattern. Slow to load, and asked only where an import would fail. Remembers what it reads: make one for each build.
 */
export function createTsconfigPaths(): TsconfigPaths {
  const projects = new Map<string, Promise<TS.ParsedCommandLine>>();
  const optionsFor = async (importer: string): Promise<TS.CompilerOptions | undefined> => {
    const path = isInstalled(importer) ? undefined : nearestTsconfig(dirname(importer));
    if (path === undefined) return undefined;
    const project = await read(path, false);
    return ((await referenceWith(importer.split(sep).join('/'), project)) ?? project).options;
  };
  return {
    async find(specifier, importer) {
      if (!isMisread(importer)) return undefined;
      const options = await optionsFor(importer);
      if (options?.paths === undefined && options?.baseUrl === undefined) return undefined;
      const { ts } = await import('../locate/ts.ts');
      const bundler = { ...options, allowJs: true, resolveJsonModule: true, preserveSymlinks: false, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
      const found = ts.resolveModuleName(specifier, importer, bundler, ts.sys).resolvedModule;
      return found === undefined || found.extension === ts.Extension.Dts ? undefined : resolve(found.resolvedFileName);
    },
    patterns: async (importer) => Object.keys((await optionsFor(importer))?.paths ?? {}).sort(),
  };

  function read(path: string, withFiles: boolean): Promise<TS.ParsedCommandLine> {
    const key = `${path} ${withFiles}`;
    const project = projects.get(key) ?? parse(path, withFiles);
    projects.set(key, project);
    return project;
  }

  /** The project, among those that one refers to, that a file belongs to. @param importer absolute path, with slashes */
  async function referenceWith(importer: string, project: TS.ParsedCommandLine, seen: ReadonlySet<string> = new Set()): Promise<TS.ParsedCommandLine | undefined> {
    for (const { path } of project.projectReferences ?? []) {
      const file = path.endsWith('.json') ? path : join(path, 'tsconfig.json');
      if (seen.has(file) || !existsSync(file)) continue;
      const referred = await read(file, true);
      if (referred.fileNames.includes(importer)) return referred;
      const further = await referenceWith(importer, referred, new Set([...seen, file]));
      if (further !== undefined) return further;
    }
    return undefined;
  }
}

export interface TsconfigPaths {
  /** Absolute path of the file that `paths` or `baseUrl` lead an import to. @param importer absolute path */
  readonly find: (specifier: string, importer: string) => Promise<string | undefined>;
  /** The `paths` that hold for a file, such as `@lib/*`, sorted. @param importer absolute path */
  readonly patterns: (importer: string) => Promise<readonly string[]>;
}

export function nearestTsconfig(folder: string): string | undefined {
  const path = join(folder, 'tsconfig.json');
  return existsSync(path) ? path : dirname(folder) === folder ? undefined : nearestTsconfig(dirname(folder));
}

function isMisread(path: string): boolean {
  return /[#?*[\]{}]/.test(path);
}

/** @param withFiles says which files belong to it too, for which the folders below it are read */
async function parse(path: string, withFiles: boolean): Promise<TS.ParsedCommandLine> {
  const { ts } = await import('../locate/ts.ts');
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as { readonly config?: unknown };
  return ts.parseJsonConfigFileContent(config ?? {}, withFiles ? ts.sys : { ...ts.sys, readDirectory: () => [] }, dirname(path), undefined, path);
}
