import type { ts as TS } from 'ts-morph';
import { ts } from './ts.ts';
import type { Location } from '../../model/location.ts';
import { docCommentOf } from './doc-comment.ts';
import type { LocatedField, LocatedValue } from './located.ts';
import { locateProperties, locateShape, nameOf } from './locate-shape.ts';
import type { ModuleScope } from './module-scope.ts';
import { bare, resolveName, returnsOf, wordOf, type FindScope } from './resolve-name.ts';

/** The words that make a definition. */
export const DEFINITION_WORDS: ReadonlySet<string> = new Set(['collection', 'table', 'objects', 'eliminated', 'process', 'claim', 'domain', 'store', 'system']);

/** Where the options and fields of a definition stand, whether the call is written out or made by a function of the team's own. */
export function locateDefinition(expression: TS.Expression, scope: ModuleScope, find: FindScope, place: Place, around: Around = { nodes: new Set(), budget: { left: MOST_MEMBERS } }): LocatedValue {
  const walk: Walk = { find, options: new Map(), fields: new Map(), members: new Map(), inside: new Set(), around };
  locate(expression, scope, walk, place);
  const { options, fields, members } = walk;
  return { ...place, options, fields, members };
}

interface Walk {
  readonly find: FindScope;
  readonly options: Map<string, Location>;
  readonly fields: Map<string, LocatedField>;
  readonly members: Map<string, LocatedValue>;
  readonly inside: Set<TS.Node>;
  readonly around: Around;
}

/** Lists and objects that a member stands in. */
interface Around {
  /** One that holds itself is not entered again. */
  readonly nodes: ReadonlySet<TS.Node>;
  /** Lists within lists within lists may be few, and hold more members than there is time for: those past the bound have the place of what holds them. */
  readonly budget: { left: number };
}

const MOST_MEMBERS = 100_000;

type Place = Pick<LocatedValue, 'at' | 'doc' | 'passedOn'>;

function locate(expression: TS.Expression, scope: ModuleScope, walk: Walk, place: Place): void {
  const node = bare(expression);
  if (walk.inside.has(node) || walk.around.nodes.has(node) || (walk.around.budget.left -= 1) < 0) return;
  walk.inside.add(node);
  if (ts.isIdentifier(node)) {
    const found = resolveName(node.text, scope, walk.find);
    const value = found?.binding.value;
    if (found !== undefined && value !== undefined && !ts.isFunctionDeclaration(value)) locate(value, found.scope, walk, place);
  } else if (ts.isArrayLiteralExpression(node)) {
    node.elements.forEach((element, index) => walk.members.set(String(index), locateMember(element, element, node, scope, walk, place)));
  } else if (ts.isObjectLiteralExpression(node)) {
    locateOptions(node, scope, walk);
    for (const property of node.properties) {
      const name = nameOf(property);
      const value = ts.isPropertyAssignment(property) ? property.initializer : ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
      if (name !== undefined && value !== undefined) walk.members.set(name, locateMember(value, property, node, scope, walk, place));
    }
  } else if (ts.isCallExpression(node)) {
    for (const argument of node.arguments) {
      locateOptions(argument, scope, walk);
      // `months.map((month) => collection(…))`: all of them stand at the one place where they are made.
      for (const result of returnsOf(bare(argument))) locate(result, scope, walk, place);
    }
    const callee = bare(node.expression);
    // A function of the team's own: what its caller does not say stands in it.
    if (ts.isIdentifier(callee) && !DEFINITION_WORDS.has(wordOf(node, scope))) locateResult(callee.text, scope, walk, place);
  }
}

function locateMember(value: TS.Expression, node: TS.Node, holder: TS.Node, scope: ModuleScope, walk: Walk, place: Place): LocatedValue {
  const target = bare(value);
  const found = ts.isIdentifier(target) ? resolveName(target.text, scope, walk.find) : undefined;
  const doc = docCommentOf(node, scope.source) || found?.binding.doc || place.doc;
  return locateDefinition(value, scope, walk.find, { at: found?.binding.at ?? scope.at(node), doc, passedOn: false }, { ...walk.around, nodes: new Set([...walk.around.nodes, holder]) });
}

function locateResult(name: string, scope: ModuleScope, walk: Walk, place: Place): void {
  const found = resolveName(name, scope, walk.find);
  const value = found?.binding.value;
  if (found === undefined || value === undefined) return;
  for (const result of returnsOf(ts.isFunctionDeclaration(value) ? value : bare(value))) {
    const call = bare(result);
    if (ts.isCallExpression(call)) locate(call, found.scope, walk, place);
    else if (ts.isObjectLiteralExpression(call)) locateOptions(call, found.scope, walk);
  }
}

/** The first place found for an option counts. */
function locateOptions(expression: TS.Expression, scope: ModuleScope, walk: Walk): void {
  const node = bare(expression);
  if (ts.isIdentifier(node)) {
    const found = resolveName(node.text, scope, walk.find);
    const value = found?.binding.value;
    if (found === undefined || value === undefined || ts.isFunctionDeclaration(value) || walk.inside.has(value)) return;
    walk.inside.add(value);
    locateOptions(value, found.scope, walk);
    return;
  }
  if (ts.isCallExpression(node)) {
    for (const argument of node.arguments) if (ts.isObjectLiteralExpression(bare(argument))) locateOptions(argument, scope, walk);
    const callee = bare(node.expression);
    const found = ts.isIdentifier(callee) ? resolveName(callee.text, scope, walk.find) : undefined;
    const value = found?.binding.value;
    if (found === undefined || value === undefined || walk.inside.has(value)) return;
    walk.inside.add(value);
    for (const result of returnsOf(ts.isFunctionDeclaration(value) ? value : bare(value))) locateOptions(result, found.scope, walk);
    return;
  }
  if (!ts.isObjectLiteralExpression(node)) return;
  for (const property of [...node.properties].reverse()) {
    if (ts.isSpreadAssignment(property)) {
      locateOptions(property.expression, scope, walk);
      continue;
    }
    const name = nameOf(property);
    if (name === undefined) continue;
    const value = ts.isPropertyAssignment(property) ? bare(property.initializer) : ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
    keep(walk.options, name, scope.at(property.name ?? property));
    if (value !== undefined) locateOption(name, value, scope, walk);
  }
}

function locateOption(name: string, value: TS.Expression, scope: ModuleScope, walk: Walk): void {
  if (name === 'document' || name === 'columns') {
    for (const [path, field] of locateShape(value, scope, walk.find)) keep(walk.fields, path, field);
    return;
  }
  if (name === 'parameters') {
    for (const [path, field] of locateProperties(value, scope, walk.find)) keep(walk.fields, path, field);
    return;
  }
  if (ts.isArrayLiteralExpression(value)) {
    // How many there are in a list that is spread is not known here, and so not which one comes after it.
    const spread = value.elements.findIndex(ts.isSpreadElement);
    value.elements.slice(0, spread < 0 ? undefined : spread).forEach((element, index) => keep(walk.options, `${name}.${index}`, scope.at(element)));
  } else if (ts.isObjectLiteralExpression(value)) {
    for (const property of value.properties) {
      const key = nameOf(property);
      if (key !== undefined) keep(walk.options, `${name}.${key}`, scope.at(property.name ?? property));
    }
  }
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (!map.has(key)) map.set(key, value);
}
