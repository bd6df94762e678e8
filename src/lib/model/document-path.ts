import { isObject } from './is-object.ts';

type Shape = Readonly<Record<string, unknown>>;

/**
 * What a shape says of a path as MongoDB writes it, which steps through lists without a word: `items.sku`, `items.0.sku`.
 * - `known`: it names the field.
 * - `open`: a value there may hold anything, or its fields have any names.
 * - `absent`: no document of that shape has it.
 * @param jsonSchema JSON Schema of one document
 */
export function findPath(jsonSchema: Shape, path: string): 'known' | 'open' | 'absent' {
  // Every document has it, whether the shape says so or not.
  if (path === '_id') return 'known';
  let shapes = formsOf(jsonSchema);
  for (const [depth, step] of path.split('.').entries()) {
    if (depth > 0 && shapes.some(isOpen)) return 'open';
    shapes = shapes.flatMap((shape) => inside(shape, step));
    if (shapes.length === 0) return 'absent';
  }
  return shapes.every(isOpen) ? 'open' : 'known';
}

function inside(shape: Shape, step: string): readonly Shape[] {
  const entries = itemsOf(shape);
  if (entries !== undefined) return /^\d+$/.test(step) ? entries : entries.flatMap((each) => (isOpen(each) ? [each] : inside(each, step)));
  const properties = shape['properties'];
  if (isObject(properties) && Object.hasOwn(properties, step)) return formsOf(properties[step]);
  // Names that fit a pattern: any may.
  if (isObject(shape['patternProperties'])) return [{}];
  const others = shape['additionalProperties'];
  return others === true ? [{}] : isObject(others) ? formsOf(others) : [];
}

/** The shapes that the entries of an array may have; undefined where it is not one. */
function itemsOf(shape: Shape): readonly Shape[] | undefined {
  if (shape['type'] !== 'array') return undefined;
  const first = Array.isArray(shape['prefixItems']) ? (shape['prefixItems'] as readonly unknown[]) : [];
  const further = shape['items'] === undefined && first.length === 0 ? [{}] : [shape['items']];
  return [...first, ...further].flatMap(formsOf);
}

/** The shape allows any value, or is defined elsewhere. */
function isOpen(shape: Shape): boolean {
  return typeof shape['$ref'] === 'string' || !SAYING.some((key) => Object.hasOwn(shape, key));
}

/** Each of the alternatives that a value may be. */
function formsOf(value: unknown): readonly Shape[] {
  if (!isObject(value)) return value === true ? [{}] : [];
  const forms = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (Array.isArray(value[key]) ? (value[key] as readonly unknown[]) : []));
  return forms.length === 0 ? [value] : forms.flatMap(formsOf);
}

/** Keywords that restrict a value. */
const SAYING = ['type', 'properties', 'enum', 'const', 'items', 'prefixItems', 'not'];
