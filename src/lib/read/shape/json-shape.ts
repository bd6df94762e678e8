import type { ReadFieldMeta } from '../options/field-meta.ts';

/**
 * A shape in the words of JSON Schema (draft 2020-12, of what is stored, not of what is accepted), whichever Zod it came from, with what JSON Schema
 * cannot say under keys of our own. A shape that contains itself holds itself: there is no `$ref`. `publishSchema` makes plain JSON Schema of it.
 */
export interface JsonShape {
  readonly [keyword: string]: unknown;
  /** What the schema's author said with Polyref's words. */
  readonly [META]?: ReadFieldMeta;
  readonly [KIND]?: ShapeKind;
  /** A default that no constant can say: `now()`. */
  readonly [COMPUTED_DEFAULT]?: string;
  /** What this shape says more of: of an optional string, the string. */
  readonly [INNER]?: JsonShape;
  /** Shapes that hold no value of their own and may say something of it: the input of a pipe. */
  readonly [ASIDE]?: readonly JsonShape[];
  /** Property that tells the members of `oneOf` apart. */
  readonly [DISCRIMINATOR]?: string;
  /** Zod's name of a form or of a size that JSON Schema has no word for. */
  readonly [FORMAT]?: string;
}

/** Key of what Polyref's words say of a field, looked at. */
export const META = 'polyref:meta';
/** Key of what a value is, where JSON has no such type. */
export const KIND = 'polyref:kind';
export const COMPUTED_DEFAULT = 'polyref:default';
export const INNER = 'polyref:inner';
export const ASIDE = 'polyref:aside';
export const DISCRIMINATOR = 'polyref:discriminator';
export const FORMAT = 'polyref:format';

/** `unsupported:` is followed by Zod's own name of the type: `transform`. */
export type ShapeKind = 'date' | 'bigint' | 'binary' | 'undefined' | `unsupported:${string}`;

/** A schema in a place where JSON Schema also allows `true` and `false`. */
export function asShape(value: unknown): JsonShape | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonShape) : undefined;
}

/** Properties: name → schema. */
export function shapesIn(value: unknown): readonly (readonly [string, JsonShape])[] {
  const map = asShape(value);
  return map === undefined ? [] : Object.entries(map).map(([name, shape]) => [name, asShape(shape) ?? {}] as const);
}

/** `anyOf`, `allOf`, `prefixItems`. */
export function shapeList(value: unknown): readonly JsonShape[] {
  return Array.isArray(value) ? value.map((shape) => asShape(shape) ?? {}) : [];
}

/** `required` */
export function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
