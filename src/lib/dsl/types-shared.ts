import * as z from 'zod';
import { annotate } from './field-meta.ts';

/** A ULID: 26 characters of Crockford's base 32, sortable by time. In PostgreSQL the column is `varchar(26)`. */
export function ulid(): z.ZodString {
  return annotate(z.string().length(26), { type: 'ulid' });
}
