import * as z from 'zod/v4';
import type { DateField, FieldSchema, NumberField, TextField } from './field-schema.ts';
import { annotateGiven, fieldOf } from './field-meta.ts';
import type { Settled } from './settled.ts';
import { word } from './word.ts';
import type { ZodLike } from './zod-like.ts';

/**
 * Text of at most `length` characters.
 * @example slug: varchar(60)
 */
export function varchar(length: number): TextField {
  return fieldOf(isLength(length) ? z.string().max(length) : z.string(), { type: word('varchar', length) });
}

/**
 * Text padded with blanks to exactly `length` characters.
 * @example country: char(2)
 */
export function char(length: number): TextField {
  return fieldOf(isLength(length) ? z.string().length(length) : z.string(), { type: word('char', length) });
}

/** Text of any length. */
export function text(): TextField {
  return fieldOf(z.string(), { type: 'text' });
}

/** Text that compares without regard to case (extension `citext`). */
export function citext(): TextField {
  return fieldOf(z.string(), { type: 'citext' });
}

/** A UUID: 16 bytes. Its default is often `sql('gen_random_uuid()')`. */
export function uuid(): TextField {
  return fieldOf(z.string(), { type: 'uuid' });
}

/** 16-bit integer. */
export function smallint(): NumberField {
  return fieldOf(z.number(), { type: 'smallint' });
}

/** 32-bit integer. */
export function integer(): NumberField {
  return fieldOf(z.number(), { type: 'integer' });
}

/** 64-bit integer. */
export function bigint(): NumberField {
  return fieldOf(z.number(), { type: 'bigint' });
}

/** Exact decimal: `numeric(12, 2)` for money. */
export function numeric(precision?: number, scale?: number): TextField {
  return fieldOf(z.string(), { type: word('numeric', precision, scale) });
}

/** 32-bit floating point. */
export function real(): NumberField {
  return fieldOf(z.number(), { type: 'real' });
}

/** 64-bit floating point. */
export function doublePrecision(): NumberField {
  return fieldOf(z.number(), { type: 'double precision' });
}

/** True or false. */
export function boolean(): FieldSchema<boolean> {
  return fieldOf(z.boolean(), { type: 'boolean' });
}

/** A day, without time. */
export function date(): TextField {
  return fieldOf(z.string(), { type: 'date' });
}

/** A time of day. */
export function time(): TextField {
  return fieldOf(z.string(), { type: 'time' });
}

/** A moment without time zone; prefer `timestamptz()`. */
export function timestamp(): DateField {
  return fieldOf(z.date(), { type: 'timestamp' });
}

/** A moment in time. */
export function timestamptz(): DateField {
  return fieldOf(z.date(), { type: 'timestamptz' });
}

/** A length of time: `'1 day 02:00:00'`. */
export function interval(): TextField {
  return fieldOf(z.string(), { type: 'interval' });
}

/** Bytes held in the row itself. */
export function bytea(): TextField {
  return fieldOf(z.string(), { type: 'bytea' });
}

/**
 * JSON inside a column. Give the shape that is in it and its fields are documented like any other.
 * @example jsonb(z.object({ utm: z.string().optional() }))
 */
export function jsonb<Shape extends ZodLike = FieldSchema<unknown>>(shape?: Shape): Settled<Shape> {
  const meta = { type: 'jsonb' };
  return (shape === undefined ? fieldOf(z.unknown(), meta) : annotateGiven('jsonb', shape, meta)) as Settled<Shape>;
}

/**
 * A named enum type of the database.
 * @example plan: pgEnum('plan', ['free', 'paid'])
 */
export function pgEnum<const Values extends readonly [string, ...string[]]>(name: string, values: Values): FieldSchema<Values[number]> {
  const texts = textsIn(values);
  return fieldOf(texts === undefined ? z.string() : z.enum(texts), { type: word('pgEnum', name, values) });
}

/** Any other SQL type, as it stands in DDL: `sqlType('tsvector')`. */
export function sqlType(type: string): FieldSchema<unknown> {
  return fieldOf(z.unknown(), { type: word('sqlType', type) });
}

function isLength(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** A copy of a list of texts; `undefined` of anything else. */
function textsIn(value: unknown): readonly string[] | undefined {
  try {
    if (!Array.isArray(value) || value.length === 0 || !(value.length <= MOST_VALUES)) return undefined;
    const texts = Array.from({ length: value.length }, (_, index): unknown => value[index]);
    return texts.every((text) => typeof text === 'string') ? texts : undefined;
  } catch {
    return undefined;
  }
}

const MOST_VALUES = 10_000;
