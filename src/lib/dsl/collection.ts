import type { EntityOptions } from './entity-options.ts';
import type { IndexSpec } from './index-words.ts';
import type { Word } from './word.ts';
import type { ZodLike } from './zod-like.ts';

/**
 * A MongoDB collection. The doc comment above it is its description (Markdown); so is that of every field.
 *
 * @example
 * ```ts
 * /** What happened, for operators. *\/
 * export const eventLogs = collection('event_logs', {
 *   document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id'), createdAt: z.date() }),
 *   tenancy: perTenant('tenantId'),
 *   retention: expires('90 days', { after: 'createdAt' }),
 * });
 * ```
 */
export function collection(name: string, options: CollectionOptions): CollectionDefinition {
  return { kind: 'polyref.collection', name, options };
}

export interface CollectionOptions extends EntityOptions {
  /** The shape of one document: a Zod object (4, or 3). */
  readonly document: ZodLike;
  /** Without the TTL index that `retention` creates. `[]` says that there are none; without this option, which indexes exist is not known. */
  readonly indexes?: readonly (IndexSpec | Word<'index'>)[];
  /** Does MongoDB itself refuse documents that do not fit? Off unless told otherwise. */
  readonly validator?: boolean;
  readonly capped?: { readonly maxBytes: number; readonly maxDocuments?: number };
  readonly timeSeries?: { readonly timeField: string; readonly metaField?: string; readonly granularity?: 'seconds' | 'minutes' | 'hours' };
  /** Stored in the order of `_id`. */
  readonly clustered?: boolean;
}

export interface CollectionDefinition {
  readonly kind: 'polyref.collection';
  readonly name: string;
  readonly options: CollectionOptions;
}
