import type { ReferenceSpec } from '../../model/reference-spec.ts';
import type { ReadFieldMeta } from '../options/field-meta.ts';
import type { OptionProblem } from '../options/problems.ts';
import { intersectShapes, mergeAside } from './intersect-shapes.ts';
import { ASIDE, COMPUTED_DEFAULT, DISCRIMINATOR, FORMAT, INNER, KIND, META, shapeList, shapesIn, type JsonShape } from './json-shape.ts';
import { unsupported } from './shape-parts.ts';
import { enumValues, kindOf } from './variant-kind.ts';

/** Shapes that are being walked, innermost first: meeting one again means that the shape contains itself. */
export interface Open {
  readonly shape: JsonShape;
  readonly path: string;
  readonly outer: Open | undefined;
}

/** The variant of a discriminated union that something belongs to: another field has one of these values. */
export interface When {
  /** Path of the discriminator. */
  readonly field: string;
  readonly values: readonly string[];
}

/** One of the forms that a value may have: a scalar, an object, a record, an array or anything at all. */
export interface Variant {
  readonly shape: JsonShape;
  /** As the author says it: `varchar(24)`. */
  readonly type?: string;
  readonly when?: When;
  /** Nothing is known of its type but that it points: the target says the rest. */
  readonly isPointer: boolean;
}

/** What a value may be, with wrappers, unions, intersections and null taken apart. */
export interface FlatShape {
  /** Several: a union. */
  readonly variants: readonly Variant[];
  readonly nullable: boolean;
  readonly meta: ReadFieldMeta;
  /** What is wrong with the words that were said of it. */
  readonly problems: readonly OptionProblem[];
  readonly references: readonly FoundReference[];
  /** A reference is a part of a text: no field holds it. */
  readonly hidesReference: boolean;
  readonly description?: string;
  readonly deprecated: boolean;
  /** As text. */
  readonly default?: string;
  readonly examples?: readonly unknown[];
  /** Paths of the shapes that this one contains again. */
  readonly recursive: readonly string[];
  /** What to add to `Open` before going into it. */
  readonly entered: readonly JsonShape[];
}

export interface FoundReference {
  readonly spec: ReferenceSpec;
  readonly when?: When;
}

/** A shape, and the variant of the union around it that it comes from. */
export interface Alternative {
  readonly shape: JsonShape;
  readonly when?: When;
}

/**
 * Takes one or several alternative shapes apart.
 * @param path of the value, for the paths of discriminators in it
 */
export function flattenShapes(alternatives: readonly Alternative[], path: string, open: Open | undefined): FlatShape {
  const state: State = { variants: [], nullable: false, meta: {}, problems: [], references: [], hidesReference: false, deprecated: false, recursive: [], entered: [] };
  for (const { shape, when } of alternatives) flattenInto(state, shape, { path, open, pointer: false, isOption: false, ...(when !== undefined ? { when } : {}) });
  const possible = state.variants.filter(({ shape }) => shape[KIND] !== 'unsupported:never');
  return possible.length > 0 ? { ...state, variants: possible } : state;
}

type State = { -readonly [Key in keyof FlatShape]: FlatShape[Key] extends readonly (infer Item)[] ? Item[] : FlatShape[Key] };

/** What the shapes around say of one. */
interface Around {
  readonly path: string;
  readonly open: Open | undefined;
  readonly when?: When;
  readonly type?: string;
  readonly pointer: boolean;
  /** One of several in a union: what is said of it alone is not said of the whole. */
  readonly isOption: boolean;
}

function flattenInto(state: State, shape: JsonShape, outside: Around): void {
  const known = pathOf(shape, outside.open);
  if (known !== undefined) {
    if (!state.recursive.includes(known)) state.recursive.push(known);
    return;
  }
  if (state.entered.includes(shape)) return;
  state.entered.push(shape);
  annotate(state, shape, outside);
  const type = outside.type ?? shape[META]?.type;
  const around: Around = { ...outside, ...(type !== undefined ? { type } : {}), pointer: outside.pointer || shape[META]?.reference !== undefined };
  const aside = shape[ASIDE];
  if (aside === undefined) takeApart(state, shape, around);
  else withAside(state, shape, aside, around);
}

function takeApart(state: State, shape: JsonShape, around: Around): void {
  const inner = shape[INNER];
  if (inner !== undefined) return flattenInto(state, inner, around);
  if (shape[KIND] === 'undefined') return;
  const hasType = shape['type'] !== undefined;
  const options = hasType ? [] : shapeList(shape['anyOf'] ?? shape['oneOf']);
  if (options.length > 0) {
    const field = shape[DISCRIMINATOR];
    for (const option of options) {
      const when = field === undefined ? around.when : (whenOf(option, field, around) ?? around.when);
      flattenInto(state, option, { ...around, ...(when !== undefined ? { when } : {}), isOption: around.isOption || options.filter(({ type }) => type !== 'null').length > 1 });
    }
    return;
  }
  if (!hasType && Array.isArray(shape['allOf'])) return intersectInto(state, shapeList(shape['allOf']), around);
  if (shape['type'] === 'null') {
    state.nullable = true;
    return;
  }
  const values = Array.isArray(shape['enum']) ? shape['enum'].filter((value) => value !== null) : undefined;
  if (values !== undefined && values.length < (shape['enum'] as readonly unknown[]).length) state.nullable = true;
  if (values?.length === 0) return;
  state.variants.push(variantOf(values === undefined ? shape : { ...shape, enum: values }, around));
}

function variantOf(shape: JsonShape, { type, when, pointer }: Around): Variant {
  const isPointer = pointer && type === undefined && shape['type'] === 'string' && !CONSTRAINTS.some((key) => key in shape);
  return { shape, ...(type !== undefined ? { type } : {}), ...(when !== undefined ? { when } : {}), isPointer };
}

const CONSTRAINTS = [KIND, 'enum', 'const', 'pattern', 'format', 'minLength', 'maxLength', 'contentEncoding', 'allOf', 'anyOf'];

/** The input of a pipe may be a reference, or say of what type and of whose concern a value is; its output says the rest. */
function withAside(state: State, shape: JsonShape, aside: readonly JsonShape[], around: Around): void {
  const said = flattenShapes(aside.map((each) => ({ shape: each })), around.path, around.open);
  if (shape[FORMAT] === 'template') {
    if (said.references.length > 0) state.hidesReference = true;
    return takeApart(state, shape, around);
  }
  state.hidesReference ||= said.hidesReference;
  state.references.push(...said.references.map(({ spec }) => ({ spec, ...(around.when !== undefined ? { when: around.when } : {}) })));
  const from = state.variants.length;
  takeApart(state, shape, { ...around, pointer: around.pointer || said.references.length > 0 });
  const { type: _type, problems: _problems, ...meta } = said.meta;
  state.meta = { ...meta, ...state.meta };
  state.problems.push(...said.problems);
  if (said.description !== undefined) state.description ??= said.description;
  state.variants.splice(from, Infinity, ...state.variants.slice(from).map((variant) => mergeAside(variant, said.variants)));
}

/** Of an object that is one of several: the values by which its discriminator tells it apart. */
function whenOf(option: JsonShape, discriminator: string, { path, open }: Around): When | undefined {
  const objects = flattenShapes([{ shape: option }], path, open).variants;
  const tags = objects.flatMap(({ shape }) => shapesIn(shape['properties']).filter(([name]) => name === discriminator));
  const values = flattenShapes(tags.map(([, shape]) => ({ shape })), '', open).variants.flatMap(({ shape }) => (kindOf(shape) === 'enum' ? enumValues(shape) : []));
  return values.length === 0 ? undefined : { field: path === '' ? discriminator : `${path}.${discriminator}`, values: [...new Set(values.map(String))] };
}

/** The outermost word on a matter counts: `.describe()` after `.optional()` over the one before. */
function annotate(state: State, shape: JsonShape, { when, isOption }: Around): void {
  const { problems = [], type: _type, reference, ...meta } = shape[META] ?? {};
  state.meta = { ...meta, ...state.meta };
  state.problems.push(...problems);
  if (reference !== undefined) state.references.push({ spec: reference, ...(when !== undefined ? { when } : {}) });
  if (typeof shape['description'] === 'string') state.description ??= shape['description'];
  if (shape['deprecated'] === true && !isOption) state.deprecated = true;
  const text = shape[COMPUTED_DEFAULT] ?? ('default' in shape ? JSON.stringify(shape['default']) : undefined);
  if (text !== undefined) state.default ??= text;
  if (Array.isArray(shape['examples'])) state.examples ??= shape['examples'] as unknown[];
}

/** What is all of its members at once. */
function intersectInto(state: State, members: readonly JsonShape[], { path, open, when, type, pointer }: Around): void {
  const flats = members.map((member) => flattenShapes([{ shape: member }], path, open));
  for (const flat of flats) {
    state.recursive.push(...flat.recursive.filter((each) => !state.recursive.includes(each)));
    state.meta = { ...flat.meta, ...state.meta };
    state.problems.push(...flat.problems);
    state.references.push(...flat.references.map((found) => ({ ...found, ...(when !== undefined ? { when } : {}) })));
    state.hidesReference ||= flat.hidesReference;
    if (flat.description !== undefined) state.description ??= flat.description;
    if (flat.default !== undefined) state.default ??= flat.default;
  }
  if (flats.every(({ nullable, variants }) => nullable || variants.some(({ shape }) => kindOf(shape) === 'any'))) state.nullable = true;
  const isNull = flats.some(({ nullable, variants, recursive }) => nullable && variants.length === 0 && recursive.length === 0);
  const isPointing = pointer || flats.some(({ references }) => references.length > 0);
  // What has to be null as well is nothing else.
  const combined = isNull ? [] : intersectShapes(flats.map(({ variants }) => variants));
  if (combined.length === 0 && !state.nullable && flats.every(({ recursive }) => recursive.length === 0)) state.variants.push(variantOf(unsupported('never'), { path, open, pointer: false, isOption: false }));
  for (const variant of combined) {
    const own = variant.type ?? type;
    state.variants.push(variantOf(variant.shape, { path, open, pointer: isPointing, isOption: false, ...(own !== undefined ? { type: own } : {}), ...(variant.when ?? when ? { when: (variant.when ?? when) as When } : {}) }));
  }
}

function pathOf(shape: JsonShape, open: Open | undefined): string | undefined {
  for (let at = open; at !== undefined; at = at.outer) if (at.shape === shape) return at.path;
  return undefined;
}
