import type { JsonShape } from './json-shape.ts';
import { measureShape, NotASchema } from './measure-shape.ts';
import { readProperties, readShape } from './read-shape.ts';
import { zodVersion } from '../../dsl/zod-version.ts';

/** A part of a shape that cannot be read. */
export interface ShapeFailure {
  /** Name of the property; empty for the whole. */
  readonly path: string;
  readonly error: unknown;
}

export interface ConvertedShape {
  readonly shape: JsonShape | undefined;
  readonly failures: readonly ShapeFailure[];
}

/** The shape of a Zod schema. Where the whole cannot be read, what can be is used, and the rest is told. */
export function convertShape(schema: unknown): ConvertedShape {
  return withFailures(() => readShape(schema), schema, () => propertiesOf(schema));
}

/** The same of several schemas as the properties of one object. */
export function convertProperties(properties: Readonly<Record<string, unknown>>): ConvertedShape {
  return withFailures(() => readProperties(properties), properties, () => properties);
}

function withFailures(convert: () => JsonShape | undefined, whole: unknown, properties: () => Readonly<Record<string, unknown>>): ConvertedShape {
  try {
    for (const each of whole === undefined ? [] : isSchemas(whole) ? Object.values(whole) : [whole]) measureShape(each);
    return { shape: convert(), failures: [] };
  } catch (error) {
    // Whatever is too deep for the stack is so in each of its parts, and is found slowly.
    const parts = error instanceof RangeError ? {} : attempt(properties);
    const failures = Object.entries(parts).flatMap(([path, schema]): readonly ShapeFailure[] => failureOf(path, schema));
    const names = new Set(failures.map(({ path }) => path));
    if (names.size === 0) return { shape: undefined, failures: [{ path: '', error }] };
    const fine = Object.fromEntries(Object.entries(parts).filter(([path]) => !names.has(path)));
    return { shape: attempt<JsonShape | undefined>(() => readProperties(fine)), failures };
  }
}

function isSchemas(whole: unknown): whole is Readonly<Record<string, unknown>> {
  return typeof whole === 'object' && whole !== null && Object.getPrototypeOf(whole) === Object.prototype && !('_zod' in whole) && !('_def' in whole);
}

function failureOf(path: string, schema: unknown): readonly ShapeFailure[] {
  try {
    if (zodVersion(schema) === undefined) throw new NotASchema(path, schema);
    measureShape(schema);
    readProperties({ [path]: schema });
    return [];
  } catch (error) {
    return [{ path, error }];
  }
}

/** Of a Zod object; of anything else, none. */
function propertiesOf(schema: unknown): Readonly<Record<string, unknown>> {
  const { _zod: four, _def: three } = schema as { readonly _zod?: { readonly def: { readonly shape?: unknown } }; readonly _def?: { readonly shape?: () => unknown } };
  const properties = four?.def.shape ?? (typeof three?.shape === 'function' ? three.shape() : {});
  return { ...(properties as Readonly<Record<string, unknown>>) };
}

function attempt<Value>(make: () => Value): Value | Record<string, never> {
  try {
    return make();
  } catch {
    return {};
  }
}
