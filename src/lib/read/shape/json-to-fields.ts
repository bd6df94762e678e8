import type { FieldDraft } from '../../model/draft.ts';
import type { OptionProblem } from '../options/problems.ts';
import { flattenShapes, type FlatShape, type Open } from './flatten-shape.ts';
import { KIND, META, shapesIn, type JsonShape } from './json-shape.ts';
import { arrayWord, scalarWord, type Vocabulary } from './type-words.ts';
import { elementsOf, enumValues, kindOf, recordValues, scalarKindOf, valuesOf } from './variant-kind.ts';

/** Fields of a record, flat, in the order of the shape; each nested one follows its parent. */
export function jsonToFields(root: JsonShape, vocabulary: Vocabulary): { readonly fields: readonly ShapeField[]; readonly problems: readonly ShapeProblem[] } {
  const walk: Walk = { steps: 0, root, fields: [], problems: [] };
  const flat = flattenShapes([root], root, undefined);
  const open = enter(flat, '', undefined);
  reportWords(flat, '', walk);
  const wrong = flat.variants.find((variant) => kindOf(variant) !== 'object');
  if (wrong !== undefined || flat.variants.length === 0) {
    walk.problems.push({ path: '', kind: 'not-an-object', type: wrong === undefined ? 'nothing' : typeWord({ ...flat, variants: [wrong] }, '', 'json', walk, undefined) });
  } else {
    walkObjects(flat.variants, '', 0, vocabulary, walk, open);
  }
  return { fields: walk.fields, problems: walk.problems };
}

/** A field without what only the source file knows. */
export type ShapeField = Omit<FieldDraft, 'location' | 'referenceLocation' | 'description'> & { readonly description?: string };

export interface ShapeProblem {
  /** Of the field; empty for the shape itself. */
  readonly path: string;
  readonly kind: 'not-an-object' | 'unsupported' | 'several-references' | 'word' | 'too-large';
  /** Zod's name of the type. */
  readonly type: string;
  /** What is wrong with a word that was said of it. */
  readonly problem?: OptionProblem;
}

/** A page that shows more is of no use. */
export const MOST_FIELDS = 20_000;
/** Shapes that refer to each other can be walked in more ways than there is time for. */
const MOST_STEPS = 500_000;

interface Walk {
  steps: number;
  readonly root: JsonShape;
  readonly fields: ShapeField[];
  readonly problems: ShapeProblem[];
}

/** A union of objects has the fields of all; those that not every variant requires are optional. */
function walkObjects(variants: readonly JsonShape[], prefix: string, depth: number, vocabulary: Vocabulary, walk: Walk, open: Open | undefined): void {
  const properties = new Map<string, { readonly shapes: JsonShape[]; required: number }>();
  for (const variant of variants) {
    const required = new Set(Array.isArray(variant['required']) ? (variant['required'] as readonly string[]) : []);
    for (const [name, shape] of shapesIn(variant['properties'])) {
      const known = properties.get(name) ?? { shapes: [], required: 0 };
      known.shapes.push(shape);
      if (required.has(name)) known.required += 1;
      properties.set(name, known);
    }
  }
  for (const [name, { shapes, required }] of properties) {
    walkField({ shapes, name, path: prefix === '' ? name : `${prefix}.${name}`, depth, optional: required < variants.length }, vocabulary, walk, open);
  }
}

interface Place {
  readonly shapes: readonly JsonShape[];
  readonly name: string;
  readonly path: string;
  readonly depth: number;
  readonly optional: boolean;
}

/** Reported once, at the shape. */
function isTooLarge(walk: Walk): boolean {
  walk.steps += 1;
  if (walk.fields.length < MOST_FIELDS && walk.steps < MOST_STEPS) return false;
  if (walk.problems.at(-1)?.kind !== 'too-large') walk.problems.push({ path: '', kind: 'too-large', type: '' });
  return true;
}

function walkField({ shapes, name, path, depth, optional }: Place, vocabulary: Vocabulary, walk: Walk, open: Open | undefined): void {
  if (isTooLarge(walk)) return;
  const flat = flattenShapes(shapes, walk.root, open);
  const inside = enter(flat, path, open);
  // What is said of a list's elements is said of the field: a list of scalars has no field of its own for them.
  const { element, suffix } = innermost(flat, path, walk, inside);
  reportWords(flat, path, walk);
  if (element !== undefined) reportWords(element, path, walk);
  const references = [...flat.references, ...(element === undefined ? [] : element.references)];
  if (references.length > 1) walk.problems.push({ path, kind: 'several-references', type: '' });
  const reference = references[0];
  const isColumn = vocabulary === 'postgresql';
  const type = reference !== undefined && isPlainPointer(element ?? flat) && reference.kind !== 'objects' ? suffix : typeWord(flat, path, vocabulary, walk, inside);
  const formerly = flat.meta.formerly ?? element?.meta.formerly;
  const classification = flat.meta.classification ?? element?.meta.classification;
  const values = valuesOf(element ?? flat);
  const absent = optional || flat.absent;
  walk.fields.push({
    path,
    name,
    depth,
    ...(type !== '' ? { type } : {}),
    // A column cannot be absent: what Zod calls optional is NULL there.
    nullable: flat.nullable || (isColumn && absent),
    optional: absent && !isColumn,
    ...(flat.default !== undefined ? { default: flat.default } : {}),
    ...(flat.meta.generated !== undefined ? { generated: flat.meta.generated } : {}),
    ...(values.length > 0 ? { values } : {}),
    ...(formerly !== undefined ? { formerly: besides(path, formerly) } : {}),
    ...(classification !== undefined ? { classification } : {}),
    ...(flat.examples !== undefined ? { examples: flat.examples.map((example) => JSON.stringify(example)) } : {}),
    ...(reference !== undefined ? { reference } : {}),
    ...(flat.description !== undefined ? { description: flat.description } : {}),
  });
  walkInside(flat, path, depth + 1, isColumn ? 'json' : vocabulary, walk, inside);
}

/** A name is that of a field beside this one; with a dot in it, it is a whole path. */
function besides(path: string, name: string): string {
  return name.includes('.') ? name : `${path.slice(0, path.lastIndexOf('.') + 1)}${name}`;
}

/** The fields of a value: of an object itself, of the objects in a list (`path[]`), of a record's values (`path{}`). */
function walkInside(flat: FlatShape, path: string, depth: number, vocabulary: Vocabulary, walk: Walk, open: Open | undefined): void {
  walkObjects(flat.variants.filter((variant) => kindOf(variant) === 'object'), path, depth, vocabulary, walk, open);
  const elements = flat.variants.flatMap(elementsOf);
  if (elements.length > 0) {
    const within = flattenShapes(elements, walk.root, open);
    reportWords(within, path, walk);
    walkInside(within, `${path}[]`, depth, vocabulary, walk, enter(within, `${path}[]`, open));
  }
  const values = flat.variants.flatMap(recordValues);
  if (values.length === 0) return;
  const within = flattenShapes(values, walk.root, open);
  reportWords(within, `${path}{}`, walk);
  if (within.references.length > 0) {
    // A pointer among a record's values needs a field to stand on.
    walkField({ shapes: values, name: path.slice(path.lastIndexOf('.') + 1).replace(/[[\]{}]+$/, ''), path: `${path}{}`, depth, optional: true }, vocabulary, walk, open);
    return;
  }
  walkInside(within, `${path}{}`, depth, vocabulary, walk, enter(within, `${path}{}`, open));
}

/** Each once, wherever it is met again. */
function reportWords({ problems }: FlatShape, path: string, walk: Walk): void {
  for (const problem of problems) {
    const isKnown = walk.problems.some((each) => each.path === path && each.problem?.subject === problem.subject && each.problem.predicate === problem.predicate);
    if (!isKnown) walk.problems.push({ path, kind: 'word', type: '', problem });
  }
}

function enter(flat: FlatShape, path: string, outer: Open | undefined): Open | undefined {
  return flat.entered.reduce<Open | undefined>((open, shape) => ({ shape, path, outer: open }), outer);
}

/** The scalar at the bottom of a list, or list of lists, and the brackets on the way. */
function innermost(flat: FlatShape, path: string, walk: Walk, open: Open | undefined): { readonly element?: FlatShape; readonly suffix: string } {
  let suffix = '';
  let element: FlatShape | undefined;
  for (let at: FlatShape = flat; at.variants.length > 0 && at.variants.every((variant) => kindOf(variant) === 'array'); ) {
    suffix += '[]';
    const next = flattenShapes(at.variants.flatMap(elementsOf), walk.root, open);
    open = enter(next, `${path}${suffix}`, open);
    element = next;
    at = next;
  }
  return { ...(element !== undefined ? { element } : {}), suffix };
}

/** Nothing is known of its type but that it points: the target says the rest. */
function isPlainPointer(flat: FlatShape): boolean {
  return flat.meta.type === undefined && flat.variants.every((variant) => variant['type'] === 'string' && Object.keys(variant).every((key) => PLAIN.has(key)));
}

const PLAIN: ReadonlySet<string> = new Set(['type', META, 'description', 'examples', 'default', 'title', 'id', 'deprecated', 'readOnly']);

function typeWord(flat: FlatShape, path: string, vocabulary: Vocabulary, walk: Walk, open: Open | undefined): string {
  if (flat.meta.type !== undefined) return flat.meta.type;
  if (isTooLarge(walk)) return scalarWord('any', undefined, vocabulary);
  const words = new Set<string>();
  for (const variant of flat.variants) for (const word of variantWords(variant, path, vocabulary, walk, open)) words.add(word);
  for (const target of flat.recursive) words.add(`recursive: → ${target === '' ? 'the whole record' : target}`);
  if (words.size === 0) return scalarWord(flat.nullable ? 'null' : 'any', undefined, vocabulary);
  // A column has one type; only JSON holds a choice of an object and something else.
  return vocabulary === 'postgresql' && words.has('jsonb') ? 'jsonb' : [...words].join(' | ');
}

function variantWords(variant: JsonShape, path: string, vocabulary: Vocabulary, walk: Walk, open: Open | undefined): readonly string[] {
  const kind = kindOf(variant);
  switch (kind) {
    case 'array': {
      const elements = flattenShapes(elementsOf(variant), walk.root, open);
      const word = typeWord(elements, `${path}[]`, vocabulary, walk, enter(elements, `${path}[]`, open));
      // Elements of a column's list are of one type; any other list is JSON.
      return [vocabulary === 'postgresql' && /^jsonb$|^recursive|\|/.test(word) ? 'jsonb' : arrayWord(word)];
    }
    case 'record': {
      if (vocabulary === 'postgresql') return ['jsonb'];
      const values = flattenShapes(recordValues(variant), walk.root, open);
      return [`record of ${typeWord(values, `${path}{}`, vocabulary, walk, enter(values, `${path}{}`, open))}`];
    }
    case 'enum':
      return [...new Set(enumValues(variant).map((value) => scalarWord(scalarKindOf(value), undefined, vocabulary)))];
    case 'unsupported': {
      const type = (variant[KIND] as string).slice('unsupported:'.length);
      if (!walk.problems.some((problem) => problem.path === path && problem.type === type)) walk.problems.push({ path, kind: 'unsupported', type });
      return [scalarWord('any', undefined, vocabulary)];
    }
    default:
      return [scalarWord(kind, variant['format'], vocabulary)];
  }
}
