import type { ts as TS } from 'ts-morph';
import { ts } from './ts.ts';
import type { Location } from '../../model/location.ts';
import { docCommentOf } from './doc-comment.ts';

/** What the text of one file says of its top level. Syntax only: nothing is looked up outside of it. */
export function readModuleScope(path: string, file: string, text: string): ModuleScope {
  const source = ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone }, false);
  const bindings = new Map<string, Binding>();
  const imports = new Map<string, ImportedName>();
  const exports = new Map<string, ExportedName>();
  const loose: TS.Expression[] = [];
  const at = (node: TS.Node): Location => {
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
    return { file, line: line + 1, column: character + 1 };
  };
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) readImport(statement, imports);
    else if (ts.isVariableStatement(statement)) {
      const doc = docCommentOf(statement, source);
      const exported = hasModifier(statement, ts.SyntaxKind.ExportKeyword);
      for (const declaration of statement.declarationList.declarations) {
        const own = docCommentOf(declaration, source) || doc;
        for (const { name, node, element } of namesIn(declaration.name)) {
          const binding: Binding =
            element === undefined ? { at: at(node), doc: own, value: declaration.initializer } : { at: at(node), doc: docCommentOf(element, source) || own, value: undefined };
          bindings.set(name, binding);
          if (exported) exports.set(name, { kind: 'local', name });
        }
      }
    } else if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) {
      bindings.set(statement.name.text, { at: at(statement.name), doc: docCommentOf(statement, source), value: statement });
    } else if (ts.isExportAssignment(statement)) {
      exports.set('default', { kind: 'expression', expression: statement.expression, at: at(statement.expression), doc: docCommentOf(statement, source) });
    } else if (ts.isExportDeclaration(statement)) readExport(statement, exports, at);
    else if (ts.isExpressionStatement(statement)) loose.push(statement.expression);
  }
  return { path, file, source, bindings, imports, exports, loose, at };
}

export interface ModuleScope {
  /** Absolute. */
  readonly path: string;
  readonly file: string;
  readonly source: TS.SourceFile;
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly imports: ReadonlyMap<string, ImportedName>;
  readonly exports: ReadonlyMap<string, ExportedName>;
  /** Expressions that stand alone at the top level. */
  readonly loose: readonly TS.Expression[];
  readonly at: (node: TS.Node) => Location;
}

export interface Binding {
  readonly at: Location;
  readonly doc: string;
  /** Absent for names taken out of an object or a list. */
  readonly value: TS.Expression | TS.FunctionDeclaration | undefined;
}

export interface ImportedName {
  readonly specifier: string;
  /** `*` for the whole module. */
  readonly name: string;
}

export type ExportedName =
  | { readonly kind: 'local'; readonly name: string }
  | { readonly kind: 'expression'; readonly expression: TS.Expression; readonly at: Location; readonly doc: string }
  /** Passed on from another file; under the name `*`, everything that it exports. */
  | { readonly kind: 'passed-on'; readonly specifier: string; readonly name: string; readonly at: Location };

function readImport(statement: TS.ImportDeclaration, imports: Map<string, ImportedName>): void {
  const clause = statement.importClause;
  if (clause === undefined || !ts.isStringLiteral(statement.moduleSpecifier)) return;
  const specifier = statement.moduleSpecifier.text;
  if (clause.name !== undefined) imports.set(clause.name.text, { specifier, name: 'default' });
  const named = clause.namedBindings;
  if (named === undefined) return;
  if (ts.isNamespaceImport(named)) imports.set(named.name.text, { specifier, name: '*' });
  else for (const element of named.elements) imports.set(element.name.text, { specifier, name: (element.propertyName ?? element.name).text });
}

function readExport(statement: TS.ExportDeclaration, exports: Map<string, ExportedName>, at: (node: TS.Node) => Location): void {
  const from = statement.moduleSpecifier !== undefined && ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : undefined;
  const clause = statement.exportClause;
  if (clause === undefined || ts.isNamespaceExport(clause)) {
    if (from !== undefined) exports.set(clause === undefined ? '*' : clause.name.text, { kind: 'passed-on', specifier: from, name: '*', at: at(statement) });
    return;
  }
  for (const element of clause.elements) {
    const name = (element.propertyName ?? element.name).text;
    exports.set(element.name.text, from === undefined ? { kind: 'local', name } : { kind: 'passed-on', specifier: from, name, at: at(element) });
  }
}

function namesIn(name: TS.BindingName, element?: TS.BindingElement): readonly { readonly name: string; readonly node: TS.Node; readonly element: TS.BindingElement | undefined }[] {
  if (ts.isIdentifier(name)) return [{ name: name.text, node: name, element }];
  return name.elements.flatMap((each) => (ts.isOmittedExpression(each) ? [] : namesIn(each.name, each)));
}

function hasModifier(statement: TS.VariableStatement, kind: TS.SyntaxKind): boolean {
  return statement.modifiers?.some((modifier) => modifier.kind === kind) === true;
}
