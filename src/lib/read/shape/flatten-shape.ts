import type { ReferenceSpec } from '../../model/reference-spec.ts';
import type { ReadFieldMeta } from '../options/field-meta.ts';
import type { OptionProblem } from '../options/problems.ts';
import { asShape, COMPUTED_DEFAULT, KIND, META, shapeList, shapesIn, type JsonShape } from './json-shape.ts';

/** Shapes that are being walked, innermost first: meeting one again means that the shape contains itself. */
export interface Open {
  readonly shape: JsonShape;
  readonly path: string;
  readonly outer: Open | undefined;
}

/** What a value may be, with unions, intersections, `$ref` and null taken apart. */
export interface FlatShape {
  /** Each is a scalar, an object, a record, an array or anything at all; several: a union. */
  readonly variants: readonly JsonShape[];
  readonly nullable: boolean;
  /** May be absent by its own type (`z.undefined()` in a union). */
  readonly absent: boolean;
  readonly meta: ReadFieldMeta;
  /** What is wrong with the words that were said of it. */
  readonly problems: readonly OptionProblem[];
  /** More than one only by mistake. */
  readonly references: readonly ReferenceSpec[];
  readonly description?: string;
  /** As text. */
  readonly default?: string;
  readonly examples?: readonly unknown[];
  /** Paths of the shapes that this one contains again. */
  readonly recursive: readonly string[];
  /** What to add to `Open` before going into it. */
  readonly entered: readonly JsonShape[];
}

/** Takes one or several alternative shapes apart. */
export function flattenShapes(shapes: readonly JsonShape[], root: JsonShape, open: Open | undefined): FlatShape {
  const state: State = { variants: [], nullable: false, absent: false, meta: {}, problems: [], references: [], recursive: [], entered: [] };
  for (const shape of shapes) flattenInto(state, shape, root, open);
  return state;
}

interface State {
  readonly variants: JsonShape[];
  nullable: boolean;
  absent: boolean;
  meta: ReadFieldMeta;
  readonly problems: OptionProblem[];
  readonly references: ReferenceSpec[];
  description?: string;
  default?: string;
  examples?: readonly unknown[];
  readonly recursive: string[];
  readonly entered: JsonShape[];
}

function flattenInto(state: State, shape: JsonShape, root: JsonShape, open: Open | undefined): void {
  const known = pathOf(shape, open);
  if (known !== undefined) {
    if (!state.recursive.includes(known)) state.recursive.push(known);
    return;
  }
  if (state.entered.includes(shape)) return;
  state.entered.push(shape);
  annotate(state, shape);
  if (shape[KIND] === 'undefined' || isNothing(shape)) {
    state.absent = true;
    return;
  }
  if (typeof shape['$ref'] === 'string') {
    const target = resolvePointer(root, shape['$ref']);
    if (target !== undefined) flattenInto(state, target, root, open);
    return;
  }
  const alternatives = shapeList(shape['anyOf'] ?? shape['oneOf']);
  if (alternatives.length > 0) {
    for (const alternative of alternatives) flattenInto(state, alternative, root, open);
    return;
  }
  if (Array.isArray(shape['allOf'])) {
    state.variants.push(...intersect(state, shapeList(shape['allOf']), root, open));
    return;
  }
  if (shape['type'] === 'null' || shape['const'] === null) {
    state.nullable = true;
    return;
  }
  const types = Array.isArray(shape['type']) ? (shape['type'] as readonly string[]) : undefined;
  if (Array.isArray(shape['enum'])) {
    const values = shape['enum'].filter((value) => value !== null);
    if (values.length < shape['enum'].length || types?.includes('null') === true) state.nullable = true;
    if (values.length > 0) state.variants.push({ ...shape, enum: values });
    return;
  }
  if (types === undefined) state.variants.push(shape);
  for (const type of types ?? []) {
    if (type === 'null') state.nullable = true;
    else state.variants.push({ ...shape, type });
  }
}

/** The outermost word on a matter counts: `.describe()` after `.optional()` over the one before. */
function annotate(state: State, shape: JsonShape): void {
  const { problems = [], ...meta } = shape[META] ?? {};
  state.meta = { ...meta, ...state.meta };
  state.problems.push(...problems);
  if (meta.reference !== undefined && !state.references.some((known) => JSON.stringify(known) === JSON.stringify(meta.reference))) state.references.push(meta.reference);
  if (typeof shape['description'] === 'string') state.description ??= shape['description'];
  const text = defaultText(shape);
  if (text !== undefined) state.default ??= text;
  if (Array.isArray(shape['examples'])) state.examples ??= shape['examples'];
}

function defaultText(shape: JsonShape): string | undefined {
  const computed = shape[COMPUTED_DEFAULT];
  if (computed !== undefined) return computed;
  if (!('default' in shape)) return undefined;
  const sql = asShape(shape['default'])?.['$sql'];
  return typeof sql === 'string' ? sql : JSON.stringify(shape['default']);
}

/** Every combination of the members' variants, as one object each. */
function intersect(state: State, members: readonly JsonShape[], root: JsonShape, open: Open | undefined): readonly JsonShape[] {
  const most = 64;
  let combined: readonly JsonShape[] = [{}];
  for (const member of members) {
    const flat = flattenShapes([member], root, open);
    state.recursive.push(...flat.recursive.filter((path) => !state.recursive.includes(path)));
    state.meta = { ...flat.meta, ...state.meta };
    state.problems.push(...flat.problems);
    state.references.push(...flat.references.filter((reference) => !state.references.includes(reference)));
    if (flat.variants.length === 0) continue;
    combined = combined.flatMap((left) => flat.variants.map((right) => merge(left, right))).slice(0, most);
  }
  return combined.filter((shape) => Object.keys(shape).length > 0);
}

function merge(left: JsonShape, right: JsonShape): JsonShape {
  if (left['properties'] === undefined || right['properties'] === undefined) return { ...left, ...right };
  const properties: Record<string, JsonShape> = Object.fromEntries(shapesIn(left['properties']));
  for (const [name, shape] of shapesIn(right['properties'])) {
    const known = properties[name];
    properties[name] = known === undefined ? shape : { allOf: [known, shape] };
  }
  const required = [...new Set([...names(left['required']), ...names(right['required'])])];
  return { ...left, ...right, properties, required };
}

function names(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function pathOf(shape: JsonShape, open: Open | undefined): string | undefined {
  for (let at = open; at !== undefined; at = at.outer) if (at.shape === shape) return at.path;
  return undefined;
}

/** What `#/$defs/x` means in a schema. */
export function resolvePointer(root: JsonShape, pointer: string): JsonShape | undefined {
  const steps = pointer.split('/').slice(1);
  let at: JsonShape | undefined = root;
  for (let index = 0; index < steps.length && at !== undefined; ) {
    // The converter for Zod 3 leaves slashes in names unescaped, so a name may take several steps.
    const here: Readonly<Record<string, unknown>> = at;
    const plain = (until: number) => steps.slice(index, until).join('/');
    const until = steps.findIndex((_, end) => end >= index && (Object.hasOwn(here, plain(end + 1)) || Object.hasOwn(here, unescaped(plain(end + 1)))));
    if (until === -1) return undefined;
    const name = plain(until + 1);
    at = (Object.hasOwn(here, name) ? here[name] : here[unescaped(name)]) as JsonShape | undefined;
    index = until + 1;
  }
  return at;
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function isNothing(shape: JsonShape): boolean {
  const not = asShape(shape['not']);
  return shape[KIND] === undefined && not !== undefined && Object.keys(not).length === 0;
}
