import type { FieldDraft } from '../../model/draft.ts';
import type { FieldCondition } from '../../model/field.ts';
import { nameAt } from '../../model/last-step.ts';
import type { OptionProblem } from '../options/problems.ts';
import { alone, flattenShapes, type Alternative, type FlatShape, type Open, type Variant } from './flatten-shape.ts';
import { namesIn, shapesIn, type JsonShape } from './json-shape.ts';
import { mergeReferences } from './merge-references.ts';
import { ROOT_TYPE, typeOfShape, type TypeWalk } from './type-of-shape.ts';
import type { Vocabulary } from './type-words.ts';
import { elementsOf, kindOf, recordKeys, recordValues, valuesOf } from './variant-kind.ts';

/** Fields of a record, flat, in the order of the shape; each nested one follows its parent. */
export function jsonToFields(root: JsonShape, vocabulary: Vocabulary): { readonly fields: readonly ShapeField[]; readonly problems: readonly ShapeProblem[] } {
  const walk: Walk = { steps: 0, fields: [], problems: [], vocabulary, isTooLarge: () => isTooLarge(walk), report: (path, type) => reportOnce(walk, { path, kind: 'unsupported', type }) };
  const flat = flattenShapes([alone(root)], '', undefined);
  const open = enter(flat, '', undefined);
  reportWords(flat, '', walk);
  const wrong = flat.variants.find(({ shape }) => kindOf(shape) !== 'object');
  if (wrong !== undefined || flat.variants.length === 0) {
    walk.problems.push({ path: '', kind: 'not-an-object', type: wrong === undefined ? 'nothing' : String(typeOfShape({ ...flat, variants: [{ ...wrong, isPointer: false }] }, ROOT_TYPE, { ...walk, vocabulary: 'json' }, undefined)) });
  } else {
    walkObjects(flat.variants, '', 0, vocabulary, walk, open);
    const others = flattenShapes(partsIn(flat.variants, recordValues), '{}', open);
    if (pointersIn(others, '{}', open).length > 0) walk.problems.push({ path: '', kind: 'nameless-reference', type: '' });
  }
  return { fields: walk.fields, problems: walk.problems };
}

/** A field without what only the source file knows. */
export type ShapeField = Omit<FieldDraft, 'location' | 'referenceLocation' | 'description'> & { readonly description?: string };

export interface ShapeProblem {
  /** Of the field; empty for the shape itself. */
  readonly path: string;
  readonly kind: 'not-an-object' | 'unsupported' | 'several-references' | 'different-options' | 'nameless-reference' | 'hidden-reference' | 'word' | 'too-large';
  /** Zod's name of the type. */
  readonly type: string;
  /** What is wrong with a word that was said of it. */
  readonly problem?: OptionProblem;
}

/** A page that shows more is of no use. */
export const MOST_FIELDS = 20_000;
/** Shapes that refer to each other can be walked in more ways than there is time for. */
const MOST_STEPS = 500_000;

interface Walk extends TypeWalk {
  steps: number;
  readonly fields: ShapeField[];
  readonly problems: ShapeProblem[];
}

interface Property {
  readonly alternatives: Alternative[];
  /** Of how many variants it is required. */
  required: number;
}

/** A union of objects has the fields of all; those that not every variant requires are optional. */
function walkObjects(variants: readonly Variant[], prefix: string, depth: number, vocabulary: Vocabulary, walk: Walk, open: Open | undefined): void {
  const properties = new Map<string, Property>();
  for (const { shape: variant, when } of variants) {
    const required = new Set(namesIn(variant['required']));
    for (const [name, shape] of shapesIn(variant['properties'])) {
      const known = properties.get(name) ?? { alternatives: [], required: 0 };
      known.alternatives.push({ shape, when });
      if (required.has(name)) known.required += 1;
      properties.set(name, known);
    }
  }
  for (const [name, property] of properties) {
    const when = conditionOf(name, property, prefix, variants);
    const optional = property.required < variants.length;
    walkField({ alternatives: property.alternatives, name, path: inside(prefix, name), depth, optional, ...(when !== undefined ? { when } : {}) }, vocabulary, walk, open);
  }
}

function inside(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

/** The variants that have a property, where not all do and one field tells those that have it from those that lack it. */
function conditionOf(name: string, { alternatives, required }: Property, prefix: string, variants: readonly Variant[]): FieldCondition | undefined {
  const lacking = variants.filter(({ shape }) => !namesOf(shape).has(name));
  for (const { field } of lacking.length === 0 ? [] : (alternatives[0]?.when ?? [])) {
    const each = alternatives.map(({ when }) => valuesUnder(when, field));
    const values = [...new Set(each.flat())];
    const isApart = ({ shape, when }: Variant) => {
      const others = valuesUnder(when, field);
      return others.length > 0 ? !others.some((value) => values.includes(value)) : shape['additionalProperties'] === false && ![...namesOf(shape)].some((other) => inside(prefix, other) === field);
    };
    if (each.every((some) => some.length > 0) && lacking.every(isApart)) return { field, values, required: required === alternatives.length };
  }
  return undefined;
}

function namesOf(shape: JsonShape): ReadonlySet<string> {
  return new Set(shapesIn(shape['properties']).map(([name]) => name));
}

/** The values of a discriminator in a variant. */
function valuesUnder(when: Alternative['when'], field: string): readonly string[] {
  return when.find((each) => each.field === field)?.values ?? [];
}

interface Place {
  readonly alternatives: readonly Alternative[];
  readonly name: string;
  readonly path: string;
  readonly depth: number;
  readonly optional: boolean;
  readonly when?: FieldCondition;
}

function isTooLarge(walk: Walk): boolean {
  walk.steps += 1;
  if (walk.fields.length < MOST_FIELDS && walk.steps < MOST_STEPS) return false;
  // Reported once, at the shape.
  if (walk.problems.at(-1)?.kind !== 'too-large') walk.problems.push({ path: '', kind: 'too-large', type: '' });
  return true;
}

function walkField({ alternatives, name, path, depth, optional, when }: Place, vocabulary: Vocabulary, walk: Walk, open: Open | undefined): void {
  if (isTooLarge(walk)) return;
  const flat = flattenShapes(alternatives, path, open);
  const within = enter(flat, path, open);
  // What is said of a list's elements is said of the field: a list of scalars has no field of its own for them.
  const element = innermost(flat, path, within);
  reportWords(flat, path, walk);
  if (element !== undefined) reportWords(element, path, walk);
  const { reference, problem } = mergeReferences(flat, element, path);
  if (problem !== undefined) reportOnce(walk, { path, kind: problem, type: '' });
  const isColumn = vocabulary === 'postgresql';
  const isKey = reference === undefined || reference.kind === 'objects';
  const type = typeOfShape(flat, { path, ...(isKey ? {} : { pointer: path }) }, { ...walk, vocabulary }, within);
  const formerly = flat.meta.formerly ?? element?.meta.formerly;
  const classification = flat.meta.classification ?? element?.meta.classification;
  const values = valuesOf(element ?? flat);
  walk.fields.push({
    path,
    name,
    depth,
    type,
    // A column cannot be absent: what Zod calls optional is NULL there.
    nullable: flat.nullable || (isColumn && optional),
    optional: optional && !isColumn,
    ...(flat.default !== undefined ? { default: flat.default } : {}),
    ...(flat.meta.generated !== undefined ? { generated: flat.meta.generated } : {}),
    ...(values.length > 0 ? { values } : {}),
    ...(when !== undefined ? { when } : {}),
    ...(flat.deprecated ? { deprecated: true as const } : {}),
    ...(formerly !== undefined ? { formerly: besides(path, formerly) } : {}),
    ...(classification !== undefined ? { classification } : {}),
    ...(flat.examples !== undefined ? { examples: flat.examples.map((example) => JSON.stringify(example)) } : {}),
    ...(reference !== undefined ? { reference } : {}),
    ...(flat.description !== undefined ? { description: flat.description } : {}),
  });
  walkInside(flat, { path, depth: depth + 1, isOfList: true }, isColumn ? 'json' : vocabulary, walk, within);
}

/** A name is that of a field beside this one; with a dot in it, it is a whole path. */
function besides(path: string, name: string): string {
  return name.includes('.') ? name : `${path.slice(0, path.lastIndexOf('.') + 1)}${name}`;
}

interface Around {
  readonly path: string;
  readonly depth: number;
  /** What is said of elements is said of the list, which has a field of its own. */
  readonly isOfList: boolean;
}

/** The fields of a value: of an object itself, of the objects in a list (`path[]`), of a record's keys (`path{key}`) and values (`path{}`). */
function walkInside(flat: FlatShape, { path, depth, isOfList }: Around, vocabulary: Vocabulary, walk: Walk, open: Open | undefined): void {
  walkObjects(flat.variants.filter(({ shape }) => kindOf(shape) === 'object'), path, depth, vocabulary, walk, open);
  const isList = isOfList && flat.variants.every(({ shape }) => kindOf(shape) === 'array');
  walkParts({ alternatives: partsIn(flat.variants, elementsOf), path: `${path}[]`, depth, isOfList: isList }, vocabulary, walk, open);
  const keys = partsIn(flat.variants, recordKeys);
  if (flattenShapes(keys, `${path}{key}`, open).references.length > 0) walkParts({ alternatives: keys, path: `${path}{key}`, depth, isOfList: false }, vocabulary, walk, open);
  walkParts({ alternatives: partsIn(flat.variants, recordValues), path: `${path}{}`, depth, isOfList: false }, vocabulary, walk, open);
}

interface Parts extends Around {
  readonly alternatives: readonly Alternative[];
}

function walkParts({ alternatives, path, depth, isOfList }: Parts, vocabulary: Vocabulary, walk: Walk, open: Open | undefined): void {
  if (alternatives.length === 0) return;
  const flat = flattenShapes(alternatives, path, open);
  if (!isOfList && pointersIn(flat, path, open).length > 0) {
    // A reference among them needs a field to stand on.
    walkField({ alternatives, name: nameAt(path), path, depth, optional: true }, vocabulary, walk, open);
    return;
  }
  reportWords(flat, isOfList ? path.slice(0, -'[]'.length) : path, walk);
  walkInside(flat, { path, depth, isOfList }, vocabulary, walk, enter(flat, path, open));
}

function partsIn(variants: readonly Variant[], partsOf: (shape: JsonShape) => readonly JsonShape[]): readonly Alternative[] {
  return variants.flatMap(({ shape, when }) => partsOf(shape).map((part) => ({ shape: part, when })));
}

/** References of a value, or of the elements of a list. */
function pointersIn(flat: FlatShape, path: string, open: Open | undefined): FlatShape['references'] {
  return flat.references.length > 0 ? flat.references : (innermost(flat, path, enter(flat, path, open))?.references ?? []);
}

/** Each once, wherever it is met again. */
function reportWords({ problems, hidesReference }: FlatShape, path: string, walk: Walk): void {
  for (const problem of problems) reportOnce(walk, { path, kind: 'word', type: '', problem });
  if (hidesReference) reportOnce(walk, { path, kind: 'hidden-reference', type: '' });
}

function reportOnce({ problems }: Walk, found: ShapeProblem): void {
  const isSame = (each: ShapeProblem) => each.path === found.path && each.kind === found.kind && each.type === found.type && each.problem?.subject === found.problem?.subject && each.problem?.predicate === found.problem?.predicate;
  if (!problems.some(isSame)) problems.push(found);
}

function enter(flat: FlatShape, path: string, outer: Open | undefined): Open | undefined {
  return flat.entered.reduce<Open | undefined>((open, shape) => ({ shape, path, outer: open }), outer);
}

/** What is at the bottom of a list, or list of lists; `undefined` of anything else. */
function innermost(flat: FlatShape, path: string, open: Open | undefined): FlatShape | undefined {
  let element: FlatShape | undefined;
  let at = path;
  for (let outer: FlatShape = flat; outer.variants.length > 0 && outer.variants.every(({ shape }) => kindOf(shape) === 'array'); ) {
    at += '[]';
    element = flattenShapes(partsIn(outer.variants, elementsOf), at, open);
    open = enter(element, at, open);
    outer = element;
  }
  return element;
}
