import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, resolve as resolvePath, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin, PluginContext } from 'rolldown';
import type { BuildFailure } from './built-module.ts';
import { OWN_MODULES } from './own-modules.ts';
import { readModuleText } from './read-module-text.ts';

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
  readonly fail: (importer: string, failure: BuildFailure) => void;
  /** Importing file and a file that it reaches. */
  readonly link: (importer: string, imported: string) => void;
}

/**
 * Decides what is bundled: files of the team, and packages whose code is TypeScript. Packages in JavaScript, Node's own modules and Polyref stay imports,
 * which Node resolves when the code runs.
 */
export function resolvePlugin({ folder, realFolder, texts, settled, unparsable, fail, link }: Resolving): Plugin {
  const asCalled = (path: string) => (path.startsWith(realFolder + sep) ? folder + path.slice(realFolder.length) : path);
  const resolved = new Map<string, Promise<string | undefined>>();
  const resolve = (context: PluginContext, specifier: string, importer: string, kind: ResolveKind): Promise<string | undefined> => {
    const key = `${kind} ${specifier}\0${dirname(importer)}`;
    const known = resolved.get(key) ?? context.resolve(specifier, importer, { skipSelf: true, kind }).then((found) => (found === null ? undefined : found.external ? '' : asCalled(found.id)));
    resolved.set(key, known);
    return known;
  };
  const entries = new Set<string>();
  return {
    name: 'polyref:resolve',
    async resolveId(specifier, importer, { kind }) {
      if (importer === undefined) {
        entries.add(specifier);
        return { id: specifier };
      }
      if (specifier.startsWith('\0') || importer.startsWith('\0')) return null;
      if (isBuiltin(specifier) || OWN_MODULES.has(specifier)) return { id: specifier, external: true };
      const isLazy = kind === 'dynamic-import' || kind === 'require-call';
      const path = await resolve(this, specifier, importer, kind === 'new-url' ? 'import-statement' : kind);
      if (path === '') return { id: specifier, external: true };
      if (path === undefined) {
        // A schema folder without packages of its own still has the words it is written with.
        if (!isLazy && !/^(?:polyref|zod)(?:\/|$)/.test(specifier)) fail(importer, whyUnresolved(specifier, importer));
        return { id: specifier, external: true };
      }
      if (!path.startsWith(folder + sep) && !isTeamsOwn(path)) return { id: isRelative(specifier) ? pathToFileURL(path).href : specifier, external: true };
      link(importer, path);
      const before = settled(path);
      if (before !== undefined) return { id: before, external: true };
      if (!texts.has(path)) {
        const read = readModuleText(path);
        if ('problem' in read) {
          fail(importer, { kind: 'unreadable-import', specifier, problem: read.problem });
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
      const text = texts.get(id);
      if (text === undefined) return null;
      if (unparsable.has(id)) return { code: "throw new Error('This file cannot be parsed.');\nexport {};", moduleType: 'js' };
      return { code: text };
    },
  };
}

type ResolveKind = NonNullable<NonNullable<Parameters<PluginContext['resolve']>[2]>['kind']>;

const POLYREF = fileURLToPath(new URL('../..', import.meta.url));
const BUILTIN = new Set(builtinModules);

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || BUILTIN.has(specifier);
}

/** The bundler does not tell a file that is missing from one that it would not open, such as a device. */
function whyUnresolved(specifier: string, importer: string): BuildFailure {
  const path = isRelative(specifier) ? resolvePath(dirname(importer), specifier) : undefined;
  const read = path !== undefined && existsSync(path) ? readModuleText(path) : undefined;
  return read !== undefined && 'problem' in read ? { kind: 'unreadable-import', specifier, problem: read.problem } : { kind: 'unresolved', specifier };
}

function isRelative(specifier: string): boolean {
  return /^\.{1,2}(?:\/|$)/.test(specifier) || specifier.startsWith('/');
}

/** Neither Polyref itself, nor a package that Node can run as it is. */
function isTeamsOwn(path: string): boolean {
  if (path.startsWith(POLYREF)) return false;
  return !path.includes(`${sep}node_modules${sep}`) || /\.(?:[mc]?ts|tsx)$/.test(path);
}
