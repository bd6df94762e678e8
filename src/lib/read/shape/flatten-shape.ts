import type { ReferenceSpec } from '../../model/reference-spec.ts';
import type { ReadFieldMeta } from '../options/field-meta.ts';
import type { OptionProblem } from '../options/problems.ts';
import { intersectShapes, mergeAside } from './intersect-shapes.ts';
import { ASIDE, COMPUTED_DEFAULT, DISCRIMINATOR, FORMAT, INNER, KIND, META, namesIn, shapeList, shapesIn, type JsonShape } from './json-shape.ts';
import { unsupported } from './shape-parts.ts';
import { kindOf, valuesOf } from './variant-kind.ts';

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

/** A shape, and the variants of unions around it that it comes from, outermost first. */
export interface Alternative {
  readonly shape: JsonShape;
  readonly when: readonly When[];
}

/** One of the forms that a value may have: a scalar, an object, a record, an array or anything at all. */
export interface Variant extends Alternative {
  /** As the author says it: `varchar(24)`. */
  readonly type?: string;
  /** A value of it is a reference. */
  readonly isReference: boolean;
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
  readonly when: readonly When[];
}

/**
 * Takes one or several alternative shapes apart.
 * @param path of the value, for the paths of discriminators in it
 */
export function flattenShapes(alternatives: readonly Alternative[], path: string, open: Open | undefined): FlatShape {
  const { default: text, deprecated, description, ...whole } = flattenAll(alternatives, path, open);
  const each = alternatives.length < 2 ? [{ default: text, deprecated, description }] : alternatives.map((alternative) => flattenAll([alternative], path, open));
  // What one object says of its property is not true of the others that have one of that name.
  const shared = each.every((other) => other.default === text) ? text : undefined;
  const descriptions = [...new Set(each.flatMap((other) => other.description ?? []))];
  return {
    ...whole,
    deprecated: each.every((other) => other.deprecated),
    ...(shared !== undefined ? { default: shared } : {}),
    ...(descriptions.length > 0 ? { description: descriptions.join('\n\n') } : {}),
  };
}

function flattenAll(alternatives: readonly Alternative[], path: string, open: Open | undefined): FlatShape {
  const state: State = { variants: [], nullable: false, meta: {}, problems: [], references: [], hidesReference: false, deprecated: false, recursive: [], entered: [], options: [] };
  for (const { shape, when } of alternatives) flattenInto(state, shape, { path, open, when, isReference: false, isOption: false, isDescribed: false });
  const { options, ...flat } = state;
  const possible = flat.variants.filter(({ shape }) => shape[KIND] !== 'unsupported:never');
  const description = flat.description ?? [...new Set(options)].join('\n\n');
  return { ...flat, ...(possible.length > 0 ? { variants: possible } : {}), ...(description !== '' ? { description } : {}) };
}

type State = { -readonly [Key in keyof FlatShape]: FlatShape[Key] extends readonly (infer Item)[] ? Item[] : FlatShape[Key] } & {
  /** Descriptions of the members of unions. */
  readonly options: string[];
};

/** What the shapes around say of one. */
interface Around {
  readonly path: string;
  readonly open: Open | undefined;
  readonly when: readonly When[];
  readonly type?: string;
  readonly isReference: boolean;
  /** One of several in a union: what is said of it alone is not said of the whole. */
  readonly isOption: boolean;
  /** Of one of several: something around it has described it. */
  readonly isDescribed: boolean;
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
  const isDescribed = outside.isOption && (outside.isDescribed || typeof shape['description'] === 'string');
  const around: Around = { ...outside, ...(type !== undefined ? { type } : {}), isReference: outside.isReference || shape[META]?.reference !== undefined, isDescribed };
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
    const isOption = around.isOption || options.filter(({ type }) => type !== 'null').length > 1;
    for (const option of options) {
      const own = field === undefined ? [] : whenOf(option, field, around);
      flattenInto(state, option, { ...around, when: [...around.when, ...own], isOption });
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

function variantOf(shape: JsonShape, { type, when, isReference }: Pick<Around, 'type' | 'when' | 'isReference'>): Variant {
  const isPointer = isReference && type === undefined && shape['type'] === 'string' && !CONSTRAINTS.some((key) => key in shape);
  return { shape, ...(type !== undefined ? { type } : {}), when, isReference, isPointer };
}

const CONSTRAINTS = [KIND, 'enum', 'const', 'pattern', 'format', 'minLength', 'maxLength', 'contentEncoding', 'allOf', 'anyOf'];

/** The input of a pipe may be a reference, or say of what type and of whose concern a value is; its output says the rest. */
function withAside(state: State, shape: JsonShape, aside: readonly JsonShape[], around: Around): void {
  const said = flattenShapes(aside.map(alone), around.path, around.open);
  if (shape[FORMAT] === 'template') {
    if (said.references.length > 0) state.hidesReference = true;
    return takeApart(state, shape, around);
  }
  state.hidesReference ||= said.hidesReference;
  state.references.push(...said.references.map(({ spec }) => ({ spec, when: around.when })));
  const from = state.variants.length;
  takeApart(state, shape, { ...around, isReference: around.isReference || said.references.length > 0 });
  const { type: _type, problems: _problems, ...meta } = said.meta;
  state.meta = { ...meta, ...state.meta };
  state.problems.push(...said.problems);
  if (said.description !== undefined) state.description ??= said.description;
  state.variants.splice(from, Infinity, ...state.variants.slice(from).map((variant) => mergeAside(variant, said.variants)));
}

/** Of an object that is one of several: the values by which its discriminator tells it apart. None where that may be null or absent, too. */
function whenOf(option: JsonShape, discriminator: string, { path, open }: Around): readonly When[] {
  const objects = flattenShapes([alone(option)], path, open).variants;
  const tags = objects.flatMap(({ shape }) => (namesIn(shape['required']).includes(discriminator) ? shapesIn(shape['properties']).filter(([name]) => name === discriminator) : []));
  const tag = flattenShapes(tags.map(([, shape]) => alone(shape)), '', open);
  const values = valuesOf(tag);
  return values.length === 0 || tag.nullable || tags.length < objects.length ? [] : [{ field: path === '' ? discriminator : `${path}.${discriminator}`, values }];
}

/** Not of a union. */
export function alone(shape: JsonShape): Alternative {
  return { shape, when: [] };
}

/** The outermost word on a matter counts: `.describe()` after `.optional()` over the one before. */
function annotate(state: State, shape: JsonShape, { when, isOption, isDescribed }: Around): void {
  const { problems = [], type: _type, reference, ...meta } = shape[META] ?? {};
  state.meta = { ...meta, ...state.meta };
  state.problems.push(...problems);
  if (reference !== undefined) state.references.push({ spec: reference, when });
  if (typeof shape['description'] === 'string') {
    if (!isOption) state.description ??= shape['description'];
    else if (!isDescribed) state.options.push(shape['description']);
  }
  if (shape['deprecated'] === true && !isOption) state.deprecated = true;
  const text = shape[COMPUTED_DEFAULT] ?? ('default' in shape ? JSON.stringify(shape['default']) : undefined);
  if (text !== undefined) state.default ??= text;
  if (Array.isArray(shape['examples'])) state.examples ??= shape['examples'] as unknown[];
}

/** What is all of its members at once. */
function intersectInto(state: State, members: readonly JsonShape[], { path, open, when, type, isReference }: Around): void {
  const flats = members.map((member) => flattenShapes([alone(member)], path, open));
  for (const flat of flats) {
    state.recursive.push(...flat.recursive.filter((each) => !state.recursive.includes(each)));
    state.meta = { ...flat.meta, ...state.meta };
    state.problems.push(...flat.problems);
    state.references.push(...flat.references.map((found) => ({ ...found, when: [...when, ...found.when] })));
    state.hidesReference ||= flat.hidesReference;
    state.deprecated ||= flat.deprecated;
    if (flat.description !== undefined) state.description ??= flat.description;
    if (flat.default !== undefined) state.default ??= flat.default;
    if (flat.examples !== undefined) state.examples ??= flat.examples;
  }
  if (flats.every(({ nullable, variants }) => nullable || variants.some(({ shape }) => kindOf(shape) === 'any'))) state.nullable = true;
  const isNull = flats.some(({ nullable, variants, recursive }) => nullable && variants.length === 0 && recursive.length === 0);
  // What has to be null as well is nothing else.
  const combined = isNull ? [] : intersectShapes(flats.map(({ variants }) => variants));
  if (combined.length === 0 && !state.nullable && flats.every(({ recursive }) => recursive.length === 0)) state.variants.push(variantOf(unsupported('never'), { when: [], isReference: false }));
  for (const variant of combined) {
    const own = variant.type ?? type;
    state.variants.push(variantOf(variant.shape, { when: [...when, ...variant.when], isReference: isReference || variant.isReference, ...(own !== undefined ? { type: own } : {}) }));
  }
}

function pathOf(shape: JsonShape, open: Open | undefined): string | undefined {
  for (let at = open; at !== undefined; at = at.outer) if (at.shape === shape) return at.path;
  return undefined;
}
