import type { Field } from './field.ts';
import type { Location } from './location.ts';
import type { Retention } from './retention.ts';
import type { StorageClass } from './stores/storage-classes.ts';
import type { Suppression } from './suppression.ts';
import type { Tenancy } from './tenancy.ts';

/** A MongoDB collection, a PostgreSQL table or an S3 object family. */
export type Entity = Collection | Table | ObjectFamily;

interface EntityBase {
  /** `mongodb.activity_outputs`; a table outside `public` is `postgresql.billing.invoices`. */
  readonly address: string;
  /** Store id. */
  readonly store: string;
  /** The address without its store: `activity_outputs`, `billing.invoices`. */
  readonly name: string;
  /** First sentence of `description`, as plain text. */
  readonly summary: string;
  /** Markdown, from the doc comment. */
  readonly description: string;
  readonly owner?: string;
  /** Name of the domain. */
  readonly domain?: string;
  readonly tags: readonly string[];
  readonly status: Status;
  /** The address that it had before it was renamed or moved. */
  readonly formerly?: string;
  /** Flat, in the order of definition; a nested field follows its parent. */
  readonly fields: readonly Field[];
  /** Absent: nothing was declared. */
  readonly tenancy?: Tenancy;
  /** Absent: nothing was declared. */
  readonly retention?: Retention;
  /** Further ones, where the definition declares several. */
  readonly alsoRetention?: readonly Retention[];
  /** Ids of references that start here, sorted. */
  readonly referencesOut: readonly string[];
  /** Ids of references that may point here, sorted. */
  readonly referencesIn: readonly string[];
  /** Why it references nothing, where that is on purpose. */
  readonly referencesNothing?: string;
  /** Findings about it that are known and tolerated; absent: none. */
  readonly suppressions?: readonly Suppression[];
  /** JSON Schema (draft 2020-12) of one record; object families have that of their key parameters. */
  readonly jsonSchema: Readonly<Record<string, unknown>>;
  readonly location: Location;
}

export interface Collection extends EntityBase {
  readonly kind: 'collection';
  readonly indexes: readonly Index[];
  /** The definition has no `indexes`: which there are is not known. `indexes: []` says that there are none. */
  readonly indexesOmitted?: true;
  /** Does MongoDB itself refuse documents that do not fit? */
  readonly validator: boolean;
  readonly capped?: { readonly maxBytes: number; readonly maxDocuments?: number };
  readonly timeSeries?: { readonly timeField: string; readonly metaField?: string; readonly granularity?: string };
  readonly clustered: boolean;
}

export interface Table extends EntityBase {
  readonly kind: 'table';
  /** PostgreSQL schema; `public` unless told otherwise. */
  readonly schema: string;
  readonly primaryKey: readonly string[];
  readonly uniques: readonly UniqueConstraint[];
  readonly checks: readonly { readonly name: string; readonly expression: string }[];
  readonly indexes: readonly Index[];
  /** As of a collection. */
  readonly indexesOmitted?: true;
  readonly partitionedBy?: { readonly strategy: 'range' | 'list' | 'hash'; readonly columns: readonly string[]; readonly note?: string };
}

export interface ObjectFamily extends EntityBase {
  readonly kind: 'objects';
  readonly bucket: string;
  readonly key: KeyTemplate;
  /** Placeholders that the family declares itself, in the order of its key. */
  readonly parameters: readonly string[];
  readonly contentType?: string;
  readonly versioning: boolean;
  readonly lifecycle: readonly LifecycleRule[];
  readonly objectLock?: { readonly mode: 'governance' | 'compliance'; readonly for: string; /** The keys that it was meant for. S3 knows no such lock, and a rule says so. */ readonly prefix?: string };
}

/** `{tenantId}/strategies/{strategyId}/v{version}.md` and its parts. */
export interface KeyTemplate {
  readonly template: string;
  readonly parts: readonly KeyPart[];
}

export type KeyPart = { readonly kind: 'literal'; readonly text: string } | { readonly kind: 'placeholder'; readonly name: string };

export interface LifecycleRule {
  readonly prefix?: string;
  readonly tag?: { readonly key: string; readonly value: string };
  /** Durations as written: `30 days`. */
  readonly expireAfter?: string;
  readonly transitions?: readonly StorageTransition[];
  readonly expireOldVersionsAfter?: string;
  readonly oldVersionTransitions?: readonly StorageTransition[];
  readonly abortUploadsAfter?: string;
  readonly note?: string;
}

/** A move to another storage class. */
export interface StorageTransition {
  readonly to: StorageClass;
  /** Duration as written, counted from the object's creation, or from when the version became an old one. */
  readonly after: string;
}

/** A unique constraint of a table. */
export interface UniqueConstraint {
  readonly columns: readonly string[];
  readonly name?: string;
  /** `NULLS NOT DISTINCT`: rows with nulls in the same columns are duplicates. */
  readonly nullsNotDistinct?: boolean;
}

/** An index of a collection or a table. A TTL index, derived from the retention or written by hand, has `ttl`. */
export interface Index {
  readonly name?: string;
  readonly keys: readonly { readonly on: string; readonly order?: string; readonly expression?: boolean }[];
  readonly unique: boolean;
  /** `btree`, `gin`, `text`, … when it is not the store's usual one. */
  readonly method?: string;
  /** Partial index: its condition, as text. */
  readonly where?: string;
  readonly include?: readonly string[];
  readonly sparse?: boolean;
  readonly hidden?: boolean;
  readonly collation?: string;
  /** Duration as written: `90 days`. */
  readonly ttl?: string;
  /** `NULLS NOT DISTINCT` of a unique index in PostgreSQL. */
  readonly nullsNotDistinct?: boolean;
  /** A declared retention creates it; it is not under `indexes`. */
  readonly fromRetention?: true;
  readonly note?: string;
  /** Where it is defined; absent if a retention creates it. */
  readonly location?: Location;
}

export type Status =
  | { readonly kind: 'stable' }
  | { readonly kind: 'experimental'; readonly note?: string }
  | { readonly kind: 'deprecated'; readonly reason: string; readonly since?: string; /** Address. */ readonly useInstead?: string };
