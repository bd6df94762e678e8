import type { ts as TS } from 'ts-morph';
import { ts } from './ts.ts';
import type { Binding, ModuleScope } from './module-scope.ts';

/** Finds the scope of a file that another imports by a relative path. */
export type FindScope = (specifier: string, from: ModuleScope) => ModuleScope | undefined;

/** What a name of a file's top level stands for, there or in the file that it comes from. */
export function resolveName(name: string, scope: ModuleScope, find: FindScope): { readonly binding: Binding; readonly scope: ModuleScope } | undefined {
  // Files may pass a name on to each other in a circle.
  for (let hops = 0, at = scope, wanted = name; hops < 10; hops += 1) {
    const binding = at.bindings.get(wanted);
    if (binding !== undefined) return { binding, scope: at };
    const imported = at.imports.get(wanted);
    const next = imported === undefined || imported.name === '*' ? undefined : find(imported.specifier, at);
    if (imported === undefined || next === undefined) return undefined;
    const exported = next.exports.get(imported.name);
    if (exported?.kind === 'expression') return { binding: { at: exported.at, doc: exported.doc, value: exported.expression }, scope: next };
    if (exported === undefined && !next.bindings.has(imported.name)) return undefined;
    [at, wanted] = [next, exported?.name ?? imported.name];
    if (exported?.kind === 'passed-on') {
      const further = find(exported.specifier, at);
      if (further === undefined) return undefined;
      at = further;
    }
  }
  return undefined;
}

/** The word that a call is made with, as Polyref or Zod know it: `ref` for `ref(…)`, `p.ref(…)` and, after `import { ref as r }`, `r(…)`. */
export function wordOf(call: TS.CallExpression, scope: ModuleScope): string {
  const callee = bare(call.expression);
  if (ts.isIdentifier(callee)) return scope.imports.get(callee.text)?.name ?? callee.text;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
}

/** An expression without brackets and types around it. */
export function bare(expression: TS.Expression): TS.Expression {
  let at = expression;
  while (ts.isParenthesizedExpression(at) || ts.isAsExpression(at) || ts.isSatisfiesExpression(at) || ts.isNonNullExpression(at) || ts.isAwaitExpression(at)) at = at.expression;
  return at;
}

/** What a function gives back, as far as its text says: its expression, or those of its `return`s. */
export function returnsOf(node: TS.Node): readonly TS.Expression[] {
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return [node.body];
  const body = ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node) || ts.isGetAccessorDeclaration(node) || ts.isMethodDeclaration(node) ? node.body : undefined;
  if (body === undefined || !ts.isBlock(body)) return [];
  const found: TS.Expression[] = [];
  const visit = (at: TS.Node): void => {
    if (ts.isFunctionLike(at)) return;
    if (ts.isReturnStatement(at) && at.expression !== undefined) found.push(at.expression);
    ts.forEachChild(at, visit);
  };
  ts.forEachChild(body, visit);
  return found;
}
