import * as z from 'zod';
import { annotate } from './field-meta.ts';

/** A ULID: 26 characters of Crockford's base 32, sortable by time. Called `ulid` in every store, whatever holds it there (in PostgreSQL `varchar(26)`). */
export function ulid(): z.ZodString {
  return annotate(z.string().length(26), { type: 'ulid' });
}
