import * as z from 'zod/v4';
import type { NumberField, TextField } from './field-schema.ts';
import { fieldOf } from './field-meta.ts';

/** MongoDB's 12-byte ObjectId, written as 24 hexadecimal digits. */
export function objectId(): TextField {
  return fieldOf(z.string().length(24), { type: 'ObjectId' });
}

/** 32-bit integer. */
export function int32(): NumberField {
  return fieldOf(z.number(), { type: 'int' });
}

/** 64-bit integer. */
export function long(): NumberField {
  return fieldOf(z.number(), { type: 'long' });
}

/** 64-bit floating point; use `decimal128()` for money. */
export function double(): NumberField {
  return fieldOf(z.number(), { type: 'double' });
}

/** Exact decimal of 34 digits. */
export function decimal128(): TextField {
  return fieldOf(z.string(), { type: 'decimal' });
}

/** Bytes held in the document itself. */
export function binary(): TextField {
  return fieldOf(z.string(), { type: 'binData' });
}
