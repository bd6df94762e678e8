import * as z from 'zod';
import { annotate } from './field-meta.ts';
import type { ZodLike } from './zod-like.ts';

/** Text of at most `length` characters. */
export function varchar(length: number): z.ZodString {
  return annotate(z.string().max(length), { type: `varchar(${length})` });
}

/** Text padded with blanks to exactly `length` characters. */
export function char(length: number): z.ZodString {
  return annotate(z.string().length(length), { type: `char(${length})` });
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
  const size = precision === undefined ? '' : scale === undefined ? `(${precision})` : `(${precision},${scale})`;
  return annotate(z.string(), { type: `numeric${size}` });
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
  if (shape !== undefined && !('_zod' in shape)) return annotate(z.unknown(), { type: 'jsonb', shape });
  return annotate((shape ?? z.unknown()) as z.ZodType, { type: 'jsonb' });
}

/** A named enum type of the database. */
export function pgEnum<const Values extends readonly [string, ...string[]]>(name: string, values: Values): z.ZodType<Values[number]> {
  return annotate(z.enum(values), { type: name });
}

/** Any other SQL type, as it stands in DDL: `sqlType('tsvector')`. */
export function sqlType(type: string): z.ZodType {
  return annotate(z.unknown(), { type });
}
