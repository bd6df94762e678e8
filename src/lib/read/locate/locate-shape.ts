import type { ts as TS } from 'ts-morph';
import { ts } from './ts.ts';
import type { Location } from '../../model/location.ts';
import { docCommentOf } from './doc-comment.ts';
import type { LocatedField } from './located.ts';
import type { ModuleScope } from './module-scope.ts';
import { bare, resolveName, returnsOf, wordOf, type FindScope } from './resolve-name.ts';

/** Where each field of a shape stands, and its doc comment: path → place. Follows constants, spreads, chains and the files of the schema. */
export function locateShape(expression: TS.Expression, scope: ModuleScope, find: FindScope): Map<string, LocatedField> {
  const walk: Walk = { find, fields: new Map(), inside: new Set(), steps: 0 };
  locate(expression, '', scope, walk);
  return walk.fields;
}

/** The same for properties that stand in an object literal of their own, as the parameters of a key do. */
export function locateProperties(expression: TS.Expression, scope: ModuleScope, find: FindScope): Map<string, LocatedField> {
  const walk: Walk = { find, fields: new Map(), inside: new Set(), steps: 0 };
  locateEntries(expression, '', scope, walk);
  return walk.fields;
}

interface Walk {
  readonly find: FindScope;
  fields: Map<string, LocatedField>;
  /** Expressions that are being walked: a shape may contain itself. */
  readonly inside: Set<TS.Node>;
  /** Shared constants inside shared constants can multiply; past a bound the nearest known place will do. */
  steps: number;
}

const MOST_STEPS = 100_000;

const REFERENCES: ReadonlySet<string> = new Set(['ref', 'refByType', 'refToOneOf', 'refToAny', 'objectKey']);
const OBJECTS: ReadonlySet<string> = new Set(['object', 'strictObject', 'looseObject', 'interface']);
const EXTENDING: ReadonlySet<string> = new Set(['extend', 'safeExtend', 'augment', 'merge']);
const RECORDS: ReadonlySet<string> = new Set(['record', 'partialRecord', 'looseRecord', 'map']);
const LISTS: ReadonlySet<string> = new Set(['array', 'set', 'tuple']);
/** Methods whose arguments hold no shape, and words of which only the first does. */
export const PLAIN_ARGUMENTS: ReadonlySet<string> = new Set([
  'meta', 'describe', 'refine', 'superRefine', 'check', 'catch', 'default', 'prefault', 'register', 'transform', 'overwrite', 'pick', 'omit', 'partial', 'required', 'brand',
  'enum', 'literal', 'sql', 'index', 'regex',
]);
const FIRST_ARGUMENT: ReadonlySet<string> = new Set(['jsonb', 'personal', 'secret', 'formerly', 'generated', 'optional', 'nullable', 'nullish', 'readonly']);

/** The first place found for a path counts, so what overrides is walked before what it overrides. */
function locate(expression: TS.Expression, path: string, scope: ModuleScope, walk: Walk): void {
  const node = bare(expression);
  if (walk.inside.has(node) || (walk.steps += 1) > MOST_STEPS) return;
  walk.inside.add(node);
  if (ts.isCallExpression(node)) locateCall(node, path, scope, walk);
  else if (ts.isIdentifier(node)) locateName(node.text, path, scope, walk);
  else if (ts.isPropertyAccessExpression(node)) locate(node.expression, path, scope, walk);
  else if (ts.isConditionalExpression(node)) {
    locate(node.whenTrue, path, scope, walk);
    locate(node.whenFalse, path, scope, walk);
  } else if (ts.isArrayLiteralExpression(node)) locateMembers(node.elements, path, scope, walk);
  else if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
    for (const result of returnsOf(node)) locate(result, path, scope, walk);
  }
  walk.inside.delete(node);
}

function locateCall(call: TS.CallExpression, path: string, scope: ModuleScope, walk: Walk): void {
  const word = wordOf(call, scope);
  const callee = bare(call.expression);
  const receiver = ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
  const [first] = call.arguments;
  if (REFERENCES.has(word)) {
    markReference(path, scope.at(call), walk);
    return;
  }
  if (OBJECTS.has(word) && first !== undefined) locateEntries(first, path, scope, walk);
  else if (EXTENDING.has(word)) {
    if (first !== undefined) locateEntries(first, path, scope, walk);
    if (receiver !== undefined) locate(receiver, path, scope, walk);
  } else if (word === 'or' && receiver !== undefined) locateMembers([receiver, ...call.arguments], path, scope, walk);
  else if (RECORDS.has(word)) {
    const values = call.arguments.at(-1);
    if (values !== undefined) locate(values, `${path}{}`, scope, walk);
  } else if (LISTS.has(word)) {
    const elements = first ?? receiver;
    if (elements !== undefined) locate(elements, `${path}[]`, scope, walk);
    const rest = call.arguments[1];
    if (rest !== undefined) locate(rest, `${path}[]`, scope, walk);
  } else {
    if (receiver !== undefined) locate(receiver, path, scope, walk);
    if (PLAIN_ARGUMENTS.has(word)) return;
    for (const argument of FIRST_ARGUMENT.has(word) ? call.arguments.slice(0, 1) : call.arguments) {
      // A function of the team's own may take a bare list of properties and make the shape of it.
      if (ts.isObjectLiteralExpression(bare(argument)) && ts.isIdentifier(callee)) locateEntries(argument, path, scope, walk);
      else locate(argument, path, scope, walk);
    }
    if (ts.isIdentifier(callee)) locateName(callee.text, path, scope, walk);
  }
}

function locateName(name: string, path: string, scope: ModuleScope, walk: Walk): void {
  const found = resolveName(name, scope, walk.find);
  const value = found?.binding.value;
  if (found === undefined || value === undefined) return;
  if (!ts.isFunctionDeclaration(value)) {
    locate(value, path, found.scope, walk);
    return;
  }
  if (walk.inside.has(value)) return;
  walk.inside.add(value);
  for (const result of returnsOf(value)) locate(result, path, found.scope, walk);
  walk.inside.delete(value);
}

/** Members of a union: none overrides another, so a field has the descriptions of all. */
function locateMembers(members: readonly TS.Expression[], path: string, scope: ModuleScope, walk: Walk): void {
  const outside = walk.fields;
  const together = new Map<string, { readonly first: LocatedField; readonly docs: Set<string> }>();
  for (const member of members) {
    walk.fields = new Map();
    locate(member, path, scope, walk);
    for (const [field, found] of walk.fields) {
      const { first, docs } = together.get(field) ?? { first: found, docs: new Set<string>() };
      if (found.doc !== '') docs.add(found.doc);
      together.set(field, { first: { ...found, ...first }, docs });
    }
  }
  walk.fields = outside;
  for (const [field, { first, docs }] of together) {
    const known = outside.get(field);
    outside.set(field, { ...first, ...known, doc: known?.doc || [...docs].join('\n\n') });
  }
}

/** Properties of an object literal, or of whatever stands for one: `base`, `base.shape`, `timestamps()`, another object's shape. */
function locateEntries(expression: TS.Expression, path: string, scope: ModuleScope, walk: Walk): void {
  const node = bare(expression);
  if (walk.inside.has(node) || (walk.steps += 1) > MOST_STEPS) return;
  walk.inside.add(node);
  if (ts.isObjectLiteralExpression(node)) {
    // A later property overrides an earlier one.
    for (const property of [...node.properties].reverse()) locateProperty(property, path, scope, walk);
  } else if (ts.isIdentifier(node)) {
    const found = resolveName(node.text, scope, walk.find);
    const value = found?.binding.value;
    if (found !== undefined && value !== undefined) for (const each of ts.isFunctionDeclaration(value) ? returnsOf(value) : [value]) locateEntries(each, path, found.scope, walk);
  } else if (ts.isPropertyAccessExpression(node)) locateEntries(node.expression, path, scope, walk);
  else if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
    for (const result of returnsOf(node)) locateEntries(result, path, scope, walk);
  } else if (ts.isCallExpression(node)) {
    const callee = bare(node.expression);
    if (ts.isIdentifier(callee) && !OBJECTS.has(wordOf(node, scope))) locateEntries(callee, path, scope, walk);
    walk.inside.delete(node);
    locate(node, path, scope, walk);
  }
  walk.inside.delete(node);
}

function locateProperty(property: TS.ObjectLiteralElementLike, path: string, scope: ModuleScope, walk: Walk): void {
  if (ts.isSpreadAssignment(property)) {
    locateEntries(property.expression, path, scope, walk);
    return;
  }
  const name = nameOf(property);
  if (name === undefined) return;
  const own = path === '' ? name : `${path}.${name}`;
  const value = ts.isPropertyAssignment(property) ? bare(property.initializer) : ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
  // A constant's own comment describes the field as long as the field has none.
  const doc = docCommentOf(property, scope.source) || (value !== undefined && ts.isIdentifier(value) ? (resolveName(value.text, scope, walk.find)?.binding.doc ?? '') : '');
  const known = walk.fields.get(own);
  if (known === undefined) walk.fields.set(own, { at: scope.at(property.name ?? property), doc });
  else if (known.doc === '' && doc !== '') walk.fields.set(own, { ...known, doc });
  if (value !== undefined) locate(value, own, scope, walk);
  else for (const result of returnsOf(property)) locate(result, own, scope, walk);
}

/** A list of pointers is one field: what points is `tagIds`, not `tagIds[]`. */
function markReference(path: string, at: Location, walk: Walk): void {
  const own = path.replace(/(\[\])+$/, '');
  const known = walk.fields.get(own);
  if (known?.reference === undefined) walk.fields.set(own, { at: known?.at ?? at, doc: known?.doc ?? '', reference: at });
}

/** The name of a property, where its text says it. */
export function nameOf(property: TS.ObjectLiteralElementLike): string | undefined {
  const name = property.name;
  if (name === undefined) return undefined;
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text;
  return ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression) ? name.expression.text : undefined;
}
