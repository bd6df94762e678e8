import { dirname, resolve } from 'node:path';
import type { ts as TS } from 'ts-morph';
import { ts } from './ts.ts';
import type { LocatedCall, LocatedFile, LocatedValue } from './located.ts';
import { DEFINITION_WORDS, locateDefinition } from './locate-definition.ts';
import { nameOf } from './locate-shape.ts';
import { readModuleScope, type ExportedName, type ModuleScope } from './module-scope.ts';
import { bare, resolveName, wordOf, type FindScope } from './resolve-name.ts';
import { strayComments } from './stray-comments.ts';

export interface SourceText {
  /** Absolute. */
  readonly path: string;
  /** As locations say it. */
  readonly file: string;
  readonly text: string;
}

/**
 * Reads places and doc comments out of files.
 * @param wanted paths of the files to report on; the others are only looked into where these import them
 */
export function locateFiles(sources: readonly SourceText[], wanted: readonly string[]): ReadonlyMap<string, LocatedFile> {
  const texts = new Map(sources.map((source) => [source.path, source]));
  const imported = new Map<string, ModuleScope>();
  const scopeOf = ({ path, file, text }: SourceText) => readModuleScope(path, file, text);
  const find: FindScope = (specifier, from) => {
    if (!/^\.{1,2}\//.test(specifier)) return undefined;
    const base = resolve(dirname(from.path), specifier);
    const source = [base, base.replace(/\.(m?)js$/, '.$1ts'), `${base}.ts`, `${base}.mts`, `${base}/index.ts`].map((path) => texts.get(path)).find((found) => found !== undefined);
    if (source === undefined) return undefined;
    const scope = imported.get(source.path) ?? scopeOf(source);
    imported.set(source.path, scope);
    return scope;
  };
  return new Map(
    wanted.flatMap((path) => {
      const source = texts.get(path);
      return source === undefined ? [] : [[path, locateSafely(source, () => locateFile(imported.get(path) ?? scopeOf(source), find))] as const];
    }),
  );
}

/** A text may be nested more deeply than a parser can follow. */
function locateSafely({ file }: SourceText, locate: () => LocatedFile): LocatedFile {
  try {
    return locate();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { syntaxErrors: [{ message: 'The file is nested too deeply to be read.', at: { file, line: 1, column: 1 } }], exports: new Map(), calls: [], strays: [] };
  }
}

function locateFile(scope: ModuleScope, find: FindScope): LocatedFile {
  const exports = new Map<string, LocatedValue>();
  for (const [name, exported] of exportsOf(scope, find)) exports.set(name, locateExport(exported, scope, find));
  return { syntaxErrors: syntaxErrorsOf(scope), exports, calls: [...callsOf(scope)], strays: strayComments(scope) };
}

/** Own exports, and those of files that are passed on as a whole. */
function exportsOf(scope: ModuleScope, find: FindScope): ReadonlyMap<string, ExportedName> {
  const all = new Map<string, ExportedName>();
  for (const [name, exported] of scope.exports) {
    if (name !== '*' || exported.kind !== 'passed-on') all.set(name, exported);
    else for (const inner of find(exported.specifier, scope)?.exports.keys() ?? []) if (inner !== 'default' && inner !== '*') all.set(inner, { ...exported, name: inner });
  }
  return new Map([...all, ...scope.exports]);
}

function locateExport(exported: ExportedName, scope: ModuleScope, find: FindScope, hops = 0): LocatedValue {
  const none = { options: new Map(), fields: new Map(), members: new Map() };
  if (exported.kind === 'passed-on') {
    const from = find(exported.specifier, scope);
    const origin = from?.exports.get(exported.name);
    // Files may pass a name on to each other in a circle.
    if (from === undefined || origin === undefined || hops > 10) return { at: exported.at, doc: '', passedOn: true, ...none };
    return { ...locateExport(origin, from, find, hops + 1), passedOn: true };
  }
  if (exported.kind === 'expression') {
    const expression = bare(exported.expression);
    const named = ts.isIdentifier(expression) ? scope.bindings.get(expression.text) : undefined;
    return locateDefinition(expression, scope, find, { at: named?.at ?? exported.at, doc: exported.doc || (named?.doc ?? ''), passedOn: false });
  }
  const found = resolveName(exported.name, scope, find);
  if (found === undefined) return { at: { file: scope.file, line: 1, column: 1 }, doc: '', passedOn: !scope.bindings.has(exported.name), ...none };
  const { at, doc, value } = found.binding;
  const place = { at, doc, passedOn: found.scope !== scope };
  return value === undefined || ts.isFunctionDeclaration(value) ? { ...place, ...none } : locateDefinition(value, found.scope, find, place);
}

function* callsOf(scope: ModuleScope): Iterable<LocatedCall> {
  for (const [binding, { at, value }] of scope.bindings) {
    const call = value === undefined || ts.isFunctionDeclaration(value) ? undefined : definitionIn(value, scope);
    if (call !== undefined) yield { ...call, binding, at };
  }
  for (const expression of scope.loose) {
    const call = definitionIn(expression, scope);
    if (call !== undefined) yield { ...call, at: scope.at(expression) };
  }
  for (const exported of scope.exports.values()) {
    const call = exported.kind === 'expression' ? definitionIn(exported.expression, scope) : undefined;
    if (call !== undefined && exported.kind === 'expression') yield { ...call, binding: 'default', at: exported.at };
  }
}

function definitionIn(expression: TS.Expression, scope: ModuleScope): Pick<LocatedCall, 'word' | 'name' | 'schema'> | undefined {
  const call = bare(expression);
  if (!ts.isCallExpression(call)) return undefined;
  const word = wordOf(call, scope);
  if (!DEFINITION_WORDS.has(word) || !isPolyrefs(call, scope)) return undefined;
  const [name, options] = call.arguments;
  const schema = options === undefined ? undefined : textOption(bare(options), 'schema');
  return { word, name: name !== undefined && ts.isStringLiteralLike(bare(name)) ? (bare(name) as TS.StringLiteralLike).text : undefined, ...(schema !== undefined ? { schema } : {}) };
}

/** Imported, and not by chance of the same name: from the package, or from Polyref's own sources. */
function isPolyrefs(call: TS.CallExpression, scope: ModuleScope): boolean {
  const callee = bare(call.expression);
  const root = ts.isPropertyAccessExpression(callee) ? bare(callee.expression) : callee;
  const specifier = ts.isIdentifier(root) ? scope.imports.get(root.text)?.specifier : undefined;
  return specifier !== undefined && (specifier === 'polyref' || /\/dsl\/index\.ts$/.test(specifier));
}

function textOption(options: TS.Expression, name: string): string | undefined {
  if (!ts.isObjectLiteralExpression(options)) return undefined;
  const property = options.properties.find((each) => nameOf(each) === name);
  return property !== undefined && ts.isPropertyAssignment(property) && ts.isStringLiteralLike(property.initializer) ? property.initializer.text : undefined;
}

function syntaxErrorsOf(scope: ModuleScope): LocatedFile['syntaxErrors'] {
  // The parser keeps what it stumbled over on the file; only the whole checker offers it under a public name.
  const { parseDiagnostics = [] } = scope.source as unknown as { readonly parseDiagnostics?: readonly TS.DiagnosticWithLocation[] };
  return parseDiagnostics.map(({ start, messageText }) => {
    const { line, character } = scope.source.getLineAndCharacterOfPosition(start);
    return { message: ts.flattenDiagnosticMessageText(messageText, ' '), at: { file: scope.file, line: line + 1, column: character + 1 } };
  });
}
