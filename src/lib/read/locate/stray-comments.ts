import type { ts as TS } from 'ts-morph';
import { ts } from './ts.ts';
import type { StrayComment } from '../../model/stray-comment.ts';
import { commentToMarkdown, docCommentRangeOf, isDocComment } from './doc-comment.ts';
import { PLAIN_ARGUMENTS } from './locate-shape.ts';
import type { ModuleScope } from './module-scope.ts';
import { bare, wordOf } from './resolve-name.ts';

/**
 * Doc comments within definitions and shapes that no definition and no field takes: above an option, within a reference, at the end of a line, above another doc comment. What stands
 * outside of them, or within a function, may be there for whoever edits the file, and is not reported.
 */
export function strayComments(scope: ModuleScope): readonly StrayComment[] {
  const { text } = scope.source;
  if (!text.includes('/**')) return [];
  const found: Found = { all: new Map(), taken: new Set() };
  for (const statement of scope.source.statements) {
    const values = valuesOf(statement);
    if (!values.some((value) => isOfSchema(value, scope))) continue;
    for (const value of values) if (isOfSchema(value, scope)) collect(value, scope, found);
    if (statement !== scope.source.statements[0]) collectAbove(statement, scope, found);
  }
  return [...found.all.values()]
    .filter(({ pos }) => !found.taken.has(pos))
    .sort((a, b) => a.pos - b.pos)
    .flatMap(({ pos, end }) => {
      const says = commentToMarkdown(text.slice(pos, end));
      const { line, character } = scope.source.getLineAndCharacterOfPosition(pos);
      return says === '' ? [] : [{ says, at: { file: scope.file, line: line + 1, column: character + 1 }, statement: linesOfStatement(pos, scope) }];
    });
}

/** Of the statement that a comment is in or above. */
function linesOfStatement(pos: number, { source }: ModuleScope): StrayComment['statement'] {
  const statement = source.statements.find((each) => pos < each.end);
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  return { first: lineOf(statement?.getStart(source) ?? pos), last: lineOf(statement?.end ?? pos) };
}

interface Found {
  /** Position → comment. */
  readonly all: Map<number, TS.CommentRange>;
  readonly taken: Set<number>;
}

function valuesOf(statement: TS.Statement): readonly TS.Expression[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ initializer }) => initializer ?? []);
  return ts.isExportAssignment(statement) ? [statement.expression] : [];
}

/** A call of a word of Polyref or of Zod. */
function isOfSchema(value: TS.Expression, scope: ModuleScope): boolean {
  const specifier = specifierOf(value, scope);
  return specifier !== undefined && (isPolyref(specifier) || /^zod(?:\/|$)/.test(specifier));
}

/** What the word at the root of a call chain is imported from. */
function specifierOf(value: TS.Expression, scope: ModuleScope): string | undefined {
  let node = bare(value);
  if (!ts.isCallExpression(node)) return undefined;
  while (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) node = bare(node.expression);
  return ts.isIdentifier(node) ? scope.imports.get(node.text)?.specifier : undefined;
}

function isPolyref(specifier: string): boolean {
  return specifier === 'polyref' || /\/dsl\/index\.ts$/.test(specifier);
}

function collect(root: TS.Expression, scope: ModuleScope, found: Found): void {
  const open: { readonly node: TS.Node; readonly holdsFields: boolean }[] = [{ node: root, holdsFields: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, holdsFields } = next;
    // Text in a function does not belong to the schema.
    if (ts.isFunctionLike(node)) continue;
    if (node !== root) note(node.pos, scope, found);
    note(node.end, scope, found);
    if (ts.isObjectLiteralExpression(node)) {
      note(node.properties.end, scope, found);
      if (holdsFields) for (const property of node.properties) take(property, scope, found);
    } else if (ts.isArrayLiteralExpression(node)) note(node.elements.end, scope, found);
    else if (ts.isCallExpression(node)) note(node.arguments.end, scope, found);
    const takesFields = ts.isCallExpression(node) && !isPolyref(specifierOf(node, scope) ?? '') && !PLAIN_ARGUMENTS.has(wordOf(node, scope));
    const isParameters = ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'parameters';
    ts.forEachChild(node, (child) => {
      const isFields = ts.isObjectLiteralExpression(bareNode(child)) && (takesFields || isParameters);
      open.push({ node: child, holdsFields: isFields || (holdsFields && (ts.isSpreadAssignment(child) || ts.isObjectLiteralExpression(child))) });
    });
  }
}

/** A constant behind `as const` or in parentheses is the constant. */
function bareNode(node: TS.Node): TS.Node {
  return ts.isExpression(node) ? bare(node) : node;
}

/** Of several comments above a definition only the last one is its documentation. */
function collectAbove(statement: TS.Statement, scope: ModuleScope, found: Found): void {
  note(statement.pos, scope, found);
  take(statement, scope, found);
}

function take(node: TS.Node, { source }: ModuleScope, { taken }: Found): void {
  const range = docCommentRangeOf(node, source);
  if (range !== undefined) taken.add(range.pos);
}

function note(position: number, { source: { text } }: ModuleScope, { all }: Found): void {
  for (const range of [...(ts.getTrailingCommentRanges(text, position) ?? []), ...(ts.getLeadingCommentRanges(text, position) ?? [])]) if (isDocComment(text, range)) all.set(range.pos, range);
}
