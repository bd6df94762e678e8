import type { FlatShape } from './flatten-shape.ts';
import { asShape, KIND, shapeList, shapesIn, type JsonShape } from './json-shape.ts';
import type { ScalarKind } from './type-words.ts';

/** What one variant of a shape is: a scalar, or something that holds others. */
export function kindOf(shape: JsonShape): VariantKind {
  const own = shape[KIND];
  if (own?.startsWith('unsupported:') === true) return 'unsupported';
  if (own === 'date' || own === 'bigint' || own === 'binary') return own;
  if (Array.isArray(shape['enum']) || 'const' in shape) return 'enum';
  switch (shape['type']) {
    case 'object':
      return shapesIn(shape['properties']).length > 0 || recordValues(shape).length === 0 ? 'object' : 'record';
    case 'array':
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
      return shape['type'];
    default:
      return 'any';
  }
}

export type VariantKind = ScalarKind | 'array' | 'record' | 'enum' | 'unsupported';

export function elementsOf(shape: JsonShape): readonly JsonShape[] {
  if (shape['type'] !== 'array') return [];
  const rest = asShape(shape['items']);
  return [...shapeList(shape['prefixItems']), ...(rest === undefined ? [] : [rest])];
}

/** Values of a record; an object that also takes other keys has them besides its properties. */
export function recordValues(shape: JsonShape): readonly JsonShape[] {
  if (shape['type'] !== 'object') return [];
  const others = asShape(shape['additionalProperties']);
  const isRecord = shapesIn(shape['properties']).length === 0;
  const values = others === undefined || (!isRecord && Object.keys(others).length === 0) ? [] : [others];
  return [...values, ...shapesIn(shape['patternProperties']).map(([, value]) => value)];
}

/** Keys of a record. */
export function recordKeys(shape: JsonShape): readonly JsonShape[] {
  const names = shape['type'] === 'object' ? asShape(shape['propertyNames']) : undefined;
  return names === undefined ? [] : [names];
}

/** The only values that there are, as text; none where any variant has others. */
export function valuesOf({ variants, recursive }: FlatShape): readonly string[] {
  if (recursive.length > 0 || variants.some(({ shape }) => kindOf(shape) !== 'enum')) return [];
  return [...new Set(variants.flatMap(({ shape }) => enumValues(shape)).map(String))];
}

export function enumValues(shape: JsonShape): readonly unknown[] {
  return Array.isArray(shape['enum']) ? shape['enum'] : [shape['const']];
}

export function scalarKindOf(value: unknown): ScalarKind {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'bigint':
      return 'bigint';
    case 'number':
      return !Number.isInteger(value) ? 'number' : Math.abs(value) < 2 ** 31 ? 'integer' : 'bigint';
    case 'boolean':
      return 'boolean';
    default:
      return 'any';
  }
}
