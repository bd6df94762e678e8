import { word, type Word, type WordOn } from './word.ts';

/**
 * An index. For MongoDB give the keys with their order, for PostgreSQL a list of columns.
 * @example index({ tenantId: 1, createdAt: -1 }, { where: { level: 'error' } })
 * @example index(['tenant_id', expression('lower(email)')], { unique: true, method: 'btree' })
 * @example index(['title gin_trgm_ops'], { method: 'gin' })
 */
export function index<const Key extends string = never>(keys: IndexKeys<Key>, options: IndexOptions<Key> = {}): IndexWord<Key> {
  return word('index', keys, options);
}

/** An SQL expression in an index: `expression('lower(email)')`. */
export function expression(text: string): Word<'expression'> {
  return word('expression', text);
}

export interface IndexExpression {
  readonly expression: string;
}

/** What `index(…)` makes. */
export type IndexWord<Key extends string = any> = WordOn<'index', Key>;

export type IndexKeys<Key extends string = string> = { readonly [Each in Key]?: KeyOrder } | readonly (Key | IndexExpression | Word<'expression'>)[];

type KeyOrder = 1 | -1 | 'text' | 'hashed' | '2dsphere' | '2d';

/** MongoDB takes the number of an entry in a path, wildcards, and `_id` whether the shape names it or not. */
export type DocumentKey<Path extends string> = Path | '_id' | `${string}$**` | `${string}.${number}` | `${string}.${number}.${string}`;

/** A column, alone or with its order or operator class: `'created_at desc'`. */
export type TableKey<Column extends string> = Column | `${Column} ${string}`;

export interface IndexOptions<Key extends string = string> {
  readonly name?: string;
  readonly unique?: boolean;
  /** PostgreSQL: `gin`, `gist`, `brin`, `hash`; `btree` unless told otherwise. */
  readonly method?: string;
  /** Partial index: SQL text, or MongoDB's filter expression. */
  readonly where?: string | Readonly<Record<string, unknown>>;
  /** PostgreSQL: columns carried along. */
  readonly include?: readonly Key[];
  /** MongoDB. */
  readonly sparse?: boolean;
  /** MongoDB: kept up to date but not used by queries. */
  readonly hidden?: boolean;
  /** PostgreSQL 15 and later, with `unique`: nulls are not distinct, so only one row can have them. */
  readonly nullsNotDistinct?: boolean;
  /**
   * MongoDB: makes it a TTL index, which pages show as the retention of the collection. `retention: expires(…)` does the same and creates the index itself.
   * `0`: each document expires at the date in the field.
   */
  readonly expireAfterSeconds?: number;
  /** `{ locale: 'en', strength: 2 }`, or a collation's name. */
  readonly collation?: string | Readonly<Record<string, unknown>>;
  /** Markdown. */
  readonly note?: string;
}

export interface IndexSpec<Key extends string = string> extends IndexOptions<Key> {
  readonly keys: IndexKeys<Key>;
}
