import { ASIDE, INNER, KIND, type JsonShape } from './json-shape.ts';
import type { Reader } from './read-shape.ts';

interface RecordParts {
  readonly key: unknown;
  readonly value: unknown;
  /** Every key that it can have, where its type names them. */
  readonly keys: readonly string[];
  readonly isPartial: boolean;
  /** Keys of another form may hold anything. */
  readonly isLoose: boolean;
}

/** A record: an object of properties where its keys are named, else one of any keys. */
export function recordOf({ key, value, keys, isPartial, isLoose }: RecordParts, read: Reader): JsonShape {
  if (keys.length > 0) {
    const properties = Object.fromEntries(keys.map((name) => [name, read(value)]));
    return { type: 'object', properties, ...(isPartial ? {} : { required: keys }), additionalProperties: isLoose ? {} : false };
  }
  const names = read(key);
  if (isLoose && typeof names['pattern'] === 'string') return { type: 'object', patternProperties: { [names['pattern']]: read(value) } };
  return { type: 'object', propertyNames: names, additionalProperties: read(value) };
}

/** What is one of these values, and nothing else. */
export function literalShape(given: readonly unknown[]): JsonShape {
  const values = given.filter((value) => value !== undefined);
  if (values.length === 0) return given.length > 0 ? { [KIND]: 'undefined' } : unsupported('never');
  const types = new Set(values.map((value) => (value === null ? 'null' : typeof value === 'bigint' ? 'number' : typeof value)));
  const type = types.size === 1 ? { type: [...types][0] } : {};
  return values.length === 1 ? { ...type, const: values[0] } : { ...type, enum: values };
}

/** @param inside shapes in it, which may hold references */
export function unsupported(type: string, inside: readonly JsonShape[] = []): JsonShape {
  return { [KIND]: `unsupported:${type}`, ...(inside.length > 0 ? { [ASIDE]: inside } : {}) };
}

/** What both Zods call by these names, and give these parts. */
interface CommonParts {
  readonly innerType?: unknown;
  readonly keyType?: unknown;
  readonly valueType?: unknown;
  readonly left?: unknown;
  readonly right?: unknown;
  readonly getter?: () => unknown;
}

/** Of a wrapper or a holder that both Zods define alike; `undefined` of any other. */
export function commonShape(type: string, def: object, read: Reader): JsonShape | undefined {
  const { innerType, keyType, valueType, left, right, getter }: CommonParts = def;
  switch (type) {
    case 'set':
      return { type: 'array', uniqueItems: true, items: read(valueType) };
    case 'map':
      return recordOf({ key: keyType, value: valueType, keys: [], isPartial: true, isLoose: false }, read);
    case 'intersection':
      return { allOf: [read(left), read(right)] };
    case 'nullable':
      return { anyOf: [read(innerType), { type: 'null' }] };
    case 'optional':
    case 'nonoptional':
    case 'catch':
      // What stands in for a wrong value is not what is stored when none is given.
      return { [INNER]: read(innerType) };
    case 'readonly':
      return { [INNER]: read(innerType), readOnly: true };
    case 'lazy':
      return { [INNER]: read(getter?.()) };
    default:
      return undefined;
  }
}

/** Of a type that takes no part in checks, by the name that both Zods have for it; any other cannot be stored. */
export function plainShape(type: string): JsonShape {
  switch (type) {
    case 'boolean':
    case 'null':
      return { type };
    case 'bigint':
      return { type: 'integer', [KIND]: 'bigint' };
    case 'date':
      return { type: 'string', format: 'date-time', [KIND]: 'date' };
    case 'undefined':
      return { [KIND]: 'undefined' };
    case 'any':
    case 'unknown':
      return {};
    case 'nan':
      return { type: 'number' };
    case 'success':
      return { type: 'boolean' };
    default:
      return unsupported(type);
  }
}
