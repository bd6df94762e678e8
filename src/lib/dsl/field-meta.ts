import * as z from 'zod';
import type { ZodTypeAny } from 'zod/v3';
import type { Word } from './word.ts';

/**
 * What a field's schema says beyond Zod, kept in Zod's own metadata under the key `polyref`: it survives `.optional()`, `.nullable()`, `.default()`, arrays
 * and unions. It is what the words were given, untouched: reading looks into it.
 */
export interface FieldMeta {
  /** As the store says it: `varchar(24)`; or the word that makes it of its arguments. */
  readonly type?: string | Word<'varchar' | 'char' | 'numeric' | 'pgEnum' | 'sqlType'>;
  readonly reference?: Word;
  readonly classification?: 'personal' | 'secret';
  /** What the field was called before, as written. */
  readonly formerly?: string | Word<'formerly'>;
  /** SQL expression of a generated column. */
  readonly generated?: string | Word<'generated'>;
  /** What is inside, where a Zod 3 shape says it: Zod 4 can hold no schema of the other kind. */
  readonly shape?: ZodTypeAny;
  /** A word that was given something else than a schema of Zod 4. */
  readonly misuse?: Word;
}

/** Adds to a schema's metadata and keeps what it has. */
export function annotate<Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema {
  const before = z.globalRegistry.get(schema) as { polyref?: FieldMeta } | undefined;
  // As `.meta()` does it, which schemas of `zod/mini` do not have.
  const copy = z.core.clone(schema);
  z.globalRegistry.add(copy, { polyref: { ...before?.polyref, ...meta } });
  return copy;
}

/** The same for a schema that comes from outside. What is none is kept, for reading to report; until then it is a field of any type. */
export function annotateGiven<Schema extends z.ZodType>(kind: string, schema: Schema, meta: FieldMeta): Schema {
  try {
    return annotate(schema, meta);
  } catch {
    return annotate(z.unknown(), { ...meta, misuse: { kind, args: [schema] } }) as unknown as Schema;
  }
}

/** An option of what may be no object at all. */
export function optionOf(options: unknown, name: string): unknown {
  try {
    return (options as Readonly<Record<string, unknown>>)[name];
  } catch {
    return undefined;
  }
}
