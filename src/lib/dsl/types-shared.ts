import * as z from 'zod/v4';
import type { TextField } from './field-schema.ts';
import { fieldOf } from './field-meta.ts';

/** A ULID: 26 characters of Crockford's base 32, sortable by time. Called `ulid` in every store, whatever holds it there (in PostgreSQL `varchar(26)`). */
export function ulid(): TextField {
  return fieldOf(z.string().length(26), { type: 'ulid' });
}
