import * as z from 'zod';
import { annotate } from './field-meta.ts';

/** MongoDB's 12-byte ObjectId, written as 24 hexadecimal digits. */
export function objectId(): z.ZodString {
  return annotate(z.string().length(24), { type: 'ObjectId' });
}

/** 32-bit integer. */
export function int32(): z.ZodNumber {
  return annotate(z.number(), { type: 'int' });
}

/** 64-bit integer. */
export function long(): z.ZodNumber {
  return annotate(z.number(), { type: 'long' });
}

/** 64-bit floating point; use `decimal128()` for money. */
export function double(): z.ZodNumber {
  return annotate(z.number(), { type: 'double' });
}

/** Exact decimal of 34 digits. */
export function decimal128(): z.ZodString {
  return annotate(z.string(), { type: 'decimal' });
}

/** Bytes held in the document itself. */
export function binary(): z.ZodString {
  return annotate(z.string(), { type: 'binData' });
}
