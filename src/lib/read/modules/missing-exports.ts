import { parseSync } from 'rolldown/utils';
import type { BuildFailure, Position } from './built-module.ts';
import type { OutputChunk } from 'rolldown';
import { positionAt } from './position-at.ts';
import type { Bundled } from './run-rolldown.ts';

/**
 * Which imports name something that the other file does not export. The bundler only says which names were asked of a file; who asked, and where, stands in
 * the import statements.
 * @param links importing file → files that it imports
 */
export function missingExports({ shimmed, unparsable, chunks }: Bundled, links: ReadonlyMap<string, ReadonlySet<string>>, texts: ReadonlyMap<string, string>): readonly { readonly path: string; readonly failure: BuildFailure }[] {
  const wanted = new Map<string, Set<string>>();
  for (const { exporter, name } of shimmed) if (!unparsable.has(exporter)) wanted.set(exporter, (wanted.get(exporter) ?? new Set()).add(name));
  return [...wanted].flatMap(([exporter, names]) => {
    const exported = (chunks.find((chunk) => chunk.facadeModuleId === exporter)?.exports ?? []).filter((name) => !names.has(name) && !name.endsWith('_exports'));
    const importers = [...links].filter(([, imported]) => imported.has(exporter)).map(([path]) => path);
    return importers.flatMap((path) =>
      namedImports(path, texts.get(path) ?? '')
        .filter(({ name }) => names.has(name))
        .map(({ name, specifier, at }) => ({ path, failure: { kind: 'missing-export' as const, specifier, name, isOwn: !isInstalled(exporter), exported, at } })),
    );
  });
}

/**
 * The same for names that are imported from modules of an earlier build, which the bundler does not look into.
 * @param settled URL → what that module exports
 */
export function missingFromSettled(chunks: readonly OutputChunk[], settled: ReadonlyMap<string, readonly string[]>, texts: ReadonlyMap<string, string>): readonly { readonly path: string; readonly failure: BuildFailure }[] {
  return chunks.flatMap((chunk) => {
    const path = chunk.facadeModuleId ?? '';
    const text = texts.get(path);
    if (text === undefined || !chunk.imports.some((each) => settled.has(each))) return [];
    // Types are gone from the code that was made; only there is it certain that a name is a value.
    const missing = namedImports('made.js', chunk.code).filter(({ name, specifier }) => settled.get(specifier)?.includes(name) === false);
    const written = namedImports(path, text);
    return missing.flatMap(({ name, specifier }) => {
      const found = written.find((each) => each.name === name);
      return found === undefined ? [] : [{ path, failure: { kind: 'missing-export' as const, specifier: found.specifier, name, isOwn: !isInstalled(specifier), exported: settled.get(specifier) ?? [], at: found.at } }];
    });
  });
}

/** @param path a path or a URL */
export function isInstalled(path: string): boolean {
  return /[/\\]node_modules[/\\]/.test(path);
}

export interface NamedImport {
  readonly name: string;
  readonly specifier: string;
  readonly at: Position;
}

/** What the import statements of a file name, and where. */
export function namedImports(path: string, text: string): readonly NamedImport[] {
  const { module } = parseSync(path, text);
  const imports = module.staticImports.flatMap(({ moduleRequest, entries }) => entries.map(({ importName }) => ({ importName, specifier: moduleRequest.value })));
  const passedOn = module.staticExports.flatMap(({ entries }) => entries.flatMap(({ importName, moduleRequest }) => (moduleRequest === null ? [] : [{ importName, specifier: moduleRequest.value }])));
  return [...imports, ...passedOn].flatMap(({ importName, specifier }) => {
    const name = importName.kind === 'Default' ? 'default' : importName.name;
    return name === null || name === undefined ? [] : [{ name, specifier, at: positionAt(text, importName.start ?? 0) }];
  });
}
