import type { EntityOptions } from './entity-options.ts';
import type { DocumentKey, IndexSpec, IndexWord } from './index-words.ts';
import type { PathOf } from './path-of.ts';
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
export function collection<Document extends ZodLike>(name: string, options: CollectionOptions<Document, NoInfer<PathOf<Document>>>): CollectionDefinition {
  return { kind: 'polyref.collection', name, options: options as CollectionOptions };
}

export interface CollectionOptions<Document = ZodLike, Path extends string = string> extends EntityOptions<Path> {
  /** The shape of one document: a Zod object (4, or 3). */
  readonly document: Document;
  /** Without the TTL index that `retention` creates. `[]` says that there are none; without this option, which indexes exist is not known. */
  readonly indexes?: readonly (IndexSpec<DocumentKey<Path>> | IndexWord<DocumentKey<Path>>)[];
  /** Does MongoDB itself refuse documents that do not fit? Off unless told otherwise. */
  readonly validator?: boolean;
  /** A capped collection: the oldest documents go when it is full. `{ maxBytes: 1_048_576, maxDocuments: 1_000 }` */
  readonly capped?: CappedSpec;
  /** A time series collection: `{ timeField: 'at', metaField: 'sensorId', granularity: 'minutes' }`. */
  readonly timeSeries?: TimeSeriesSpec<Path>;
  /** Stored in the order of `_id`. */
  readonly clustered?: boolean;
}

export interface CappedSpec {
  /** Size at which the oldest documents go, in bytes. */
  readonly maxBytes: number;
  /** Number of documents at which the oldest go. */
  readonly maxDocuments?: number;
}

export interface TimeSeriesSpec<Path extends string = string> {
  /** The field that holds the moment of measuring. */
  readonly timeField: Path;
  /** The field that says what was measured: documents with the same value are stored together. */
  readonly metaField?: Path;
  /** How far two measurements are apart, about. */
  readonly granularity?: 'seconds' | 'minutes' | 'hours';
}

/** What `collection` makes. */
export interface CollectionDefinition {
  readonly kind: 'polyref.collection';
  readonly name: string;
  readonly options: CollectionOptions;
}
