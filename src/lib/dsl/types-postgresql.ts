import * as z from 'zod';
import type { ZodTypeAny } from 'zod/v3';
import { annotate } from './field-meta.ts';
import { word } from './word.ts';
import type { ZodLike } from './zod-like.ts';

/** Text of at most `length` characters. */
export function varchar(length: number): z.ZodString {
  return annotate(isLength(length) ? z.string().max(length) : z.string(), { type: word('varchar', length) });
}

/** Text padded with blanks to exactly `length` characters. */
export function char(length: number): z.ZodString {
  return annotate(isLength(length) ? z.string().length(length) : z.string(), { type: word('char', length) });
}

/** Text of any length. */
export function text(): z.ZodString {
  return annotate(z.string(), { type: 'text' });
}

/** Text that compares without regard to case (extension `citext`). */
export function citext(): z.ZodString {
  return annotate(z.string(), { type: 'citext' });
}

export function uuid(): z.ZodString {
  return annotate(z.string(), { type: 'uuid' });
}

/** 16-bit integer. */
export function smallint(): z.ZodNumber {
  return annotate(z.number(), { type: 'smallint' });
}

/** 32-bit integer. */
export function integer(): z.ZodNumber {
  return annotate(z.number(), { type: 'integer' });
}

/** 64-bit integer. */
export function bigint(): z.ZodNumber {
  return annotate(z.number(), { type: 'bigint' });
}

/** Exact decimal: `numeric(12, 2)` for money. */
export function numeric(precision?: number, scale?: number): z.ZodString {
  return annotate(z.string(), { type: word('numeric', precision, scale) });
}

/** 32-bit floating point. */
export function real(): z.ZodNumber {
  return annotate(z.number(), { type: 'real' });
}

/** 64-bit floating point. */
export function doublePrecision(): z.ZodNumber {
  return annotate(z.number(), { type: 'double precision' });
}

export function boolean(): z.ZodBoolean {
  return annotate(z.boolean(), { type: 'boolean' });
}

/** A day, without time. */
export function date(): z.ZodString {
  return annotate(z.string(), { type: 'date' });
}

/** A time of day. */
export function time(): z.ZodString {
  return annotate(z.string(), { type: 'time' });
}

/** A moment without time zone; prefer `timestamptz()`. */
export function timestamp(): z.ZodDate {
  return annotate(z.date(), { type: 'timestamp' });
}

/** A moment in time. */
export function timestamptz(): z.ZodDate {
  return annotate(z.date(), { type: 'timestamptz' });
}

export function interval(): z.ZodString {
  return annotate(z.string(), { type: 'interval' });
}

/** Bytes held in the row itself. */
export function bytea(): z.ZodString {
  return annotate(z.string(), { type: 'bytea' });
}

/**
 * JSON inside a column. Give the shape that is in it and its fields are documented like any other.
 * @example jsonb(z.object({ utm: z.string().optional() }))
 */
export function jsonb(shape?: ZodLike): z.ZodType {
  if (shape === undefined) return annotate(z.unknown(), { type: 'jsonb' });
  try {
    return annotate(shape as z.ZodType, { type: 'jsonb' });
  } catch {
    // A shape of Zod 3, or none at all: reading tells which.
    return annotate(z.unknown(), { type: 'jsonb', shape: shape as ZodTypeAny });
  }
}

/** A named enum type of the database. */
export function pgEnum<const Values extends readonly [string, ...string[]]>(name: string, values: Values): z.ZodType<Values[number]> {
  const texts = textsIn(values);
  return annotate((texts === undefined ? z.string() : z.enum(texts)) as z.ZodType<Values[number]>, { type: word('pgEnum', name, values) });
}

/** Any other SQL type, as it stands in DDL: `sqlType('tsvector')`. */
export function sqlType(type: string): z.ZodType {
  return annotate(z.unknown(), { type: word('sqlType', type) });
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
