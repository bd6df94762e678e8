import { dirname, resolve } from 'node:path';
import type { Build, ImportFailure, Position } from './modules/built-module.ts';
import { dynamicImportIn } from './modules/dynamic-import-in.ts';
import type { Thrown } from './sandbox/protocol.ts';

/**
 * Which import, made while a file ran, Node could not follow: what it throws then has no place in any file.
 * @param start absolute path of the file that was to be loaded
 */
export function findLaterImport(start: string, { code, message }: Thrown, build: Build): LaterImport | undefined {
  if (code === undefined || !CODES.has(code)) return undefined;
  const from = /(?: imported from |\nRequire stack:\n- )([^\n]+)/.exec(message)?.[1];
  for (const path of build.reachedFrom(start)) {
    if (from !== undefined && from !== path) continue;
    const failure = build.laterFailures.get(path)?.find(({ specifier }) => namesOf(specifier, path).some((name) => message.includes(name)));
    if (failure !== undefined) return { path, failure };
  }
  // The specifier was made by the code.
  const text = from === undefined ? undefined : build.texts.get(from);
  return from === undefined || text === undefined ? undefined : { path: from, at: dynamicImportIn(from, text) };
}

/** `path` is that of the importing file; either why the import fails is known, or where it may stand. */
export type LaterImport = { readonly path: string; readonly failure: ImportFailure } | { readonly path: string; readonly at: Position };

const CODES = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED', 'ERR_PACKAGE_IMPORT_NOT_DEFINED', 'ERR_UNSUPPORTED_DIR_IMPORT', 'ERR_UNKNOWN_FILE_EXTENSION']);

/** What Node may call the module that a specifier names. */
function namesOf(specifier: string, importer: string): readonly string[] {
  if (/^\.{0,2}\//.test(specifier)) return [resolve(dirname(importer), specifier), `'${specifier}'`];
  const [, name = specifier, subpath] = /^((?:@[^/]+\/)?[^/]+)(\/.+)?$/.exec(specifier) ?? [];
  return [`'${specifier}'`, `package '${name}'`, ...(subpath === undefined ? [] : [`'.${subpath}'`])];
}
