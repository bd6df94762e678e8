import { annotateGiven } from './field-meta.ts';
import { word } from './word.ts';
import type { ZodLike } from './zod-like.ts';

/**
 * Marks a field that holds personal data.
 * @example email: personal(varchar(254))
 */
export function personal<Schema extends ZodLike>(schema: Schema): Schema {
  return annotateGiven('personal', schema, { classification: 'personal' });
}

/**
 * Marks a field that holds a secret: a token, a password hash, a key.
 * @example passwordHash: secret(text())
 */
export function secret<Schema extends ZodLike>(schema: Schema): Schema {
  return annotateGiven('secret', schema, { classification: 'secret' });
}

/**
 * A field that was called something else before: comparing with an older schema then tells a rename from a removal. It can go once the rename is released.
 * @param name what it was called beside where it is now: `'owner'`; with a dot, its whole path: `'meta.owner'`
 * @example customerId: formerly(ref('postgresql.customers.ref_id'), 'client_id')
 */
export function formerly<Schema extends ZodLike>(schema: Schema, name: string): Schema {
  return annotateGiven('formerly', schema, { formerly: word('formerly', undefined, name) });
}

/**
 * A column that the database computes.
 * @example search: generated(sqlType('tsvector'), "to_tsvector('english', title)")
 */
export function generated<Schema extends ZodLike>(schema: Schema, expression: string): Schema {
  return annotateGiven('generated', schema, { generated: word('generated', undefined, expression) });
}

/** A default that the database computes: `uuid().default(sql('gen_random_uuid()'))`. */
// `any`, because a database expression can stand where a value of any type can.
export function sql(expression: string): any {
  return { $sql: expression };
}

/** The default of a creation date: the moment of insertion. */
export const now = sql('now()');
