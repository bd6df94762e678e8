import * as z from 'zod';
import type { ZodTypeAny } from 'zod/v3';
import type { ReferenceSpec } from '../model/reference-spec.ts';

/**
 * What a field's schema says beyond Zod, kept in Zod's own metadata under the key `polyref`:
 * it survives `.optional()`, `.nullable()`, `.default()`, arrays and unions.
 */
export interface FieldMeta {
  /** As the store says it: `varchar(24)`. */
  readonly type?: string;
  readonly reference?: ReferenceSpec;
  readonly classification?: 'personal' | 'secret';
  /** What the field was called before, as written. */
  readonly formerly?: string;
  /** SQL expression of a generated column. */
  readonly generated?: string;
  /** What is inside, where a Zod 3 shape says it: Zod 4 can hold no schema of the other kind. */
  readonly shape?: ZodTypeAny;
}

/** Adds to a schema's metadata and keeps what it has. */
export function annotate<Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema {
  const before = schema.meta() as { polyref?: FieldMeta } | undefined;
  return schema.meta({ polyref: { ...before?.polyref, ...meta } });
}
