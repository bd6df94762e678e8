import { word, wordOn, type Word, type WordOn } from './word.ts';

/**
 * An index. For MongoDB give the keys with their order, for PostgreSQL a list of columns.
 * @example index({ tenantId: 1, createdAt: -1 }, { where: { level: 'error' } })
 * @example index(['tenant_id', expression('lower(email)')], { unique: true, method: 'btree' })
 * @example index(['title gin_trgm_ops'], { method: 'gin' })
 */
// Two parameters for what is named, as a list has names of properties too (`length`); they make text of all that `InOrder` is given.
export function index<const Listed extends NoInfer<Key> = never, const InOrder extends NoInfer<Key> = never, Key extends string = Listed | (string extends InOrder ? never : InOrder)>(
  keys: KeyList<Listed | NoInfer<Key>> | KeyOrders<InOrder | NoInfer<Key>>,
  options: IndexOptions<Listed | NoInfer<Key>> = {},
): IndexWord<Key> {
  return wordOn('index', keys, options);
}

/**
 * An SQL expression in an index.
 * @example index(['tenant_id', expression('lower(email)')], { unique: true })
 */
export function expression(text: string): Word<'expression'> {
  return word('expression', text);
}

/** What `expression(…)` says, as an object. */
export interface IndexExpression {
  /** SQL, as it stands in DDL: `lower(email)`. */
  readonly expression: string;
}

/** What `index(…)` makes. */
export type IndexWord<Key extends string = any> = WordOn<'index', Key>;

export type IndexKeys<Key extends string = string> = KeyList<Key> | KeyOrders<Key>;

type KeyList<Key extends string> = readonly (Key | IndexExpression | Word<'expression'>)[];
type KeyOrders<Key extends string> = { readonly [Each in Key]?: KeyOrder };
type KeyOrder = 1 | -1 | 'text' | 'hashed' | '2dsphere' | '2d';

/** MongoDB takes the number of an entry in a path, wildcards, and `_id` whether the shape names it or not. */
export type DocumentKey<Path extends string> = [Path] extends [never] ? never : PathInIndex<Path>;

type PathInIndex<Path extends string> = Path | '_id' | `${string}$**` | `${string}.${number}` | `${string}.${number}.${string}`;

/** A column, alone or with its order or operator class: `'created_at desc'`. */
export type TableKey<Column extends string> = Column | `${Column} ${string}`;

/** What can be said of an index besides its keys. */
export interface IndexOptions<Key extends string = string> {
  /** Name of the index. */
  readonly name?: string;
  /** Refuses a second record with the same keys. */
  readonly unique?: boolean;
  /** PostgreSQL: `gin`, `gist`, `brin`, `hash`; `btree` unless told otherwise. */
  readonly method?: string;
  /** Partial index: SQL text, or MongoDB's filter expression. */
  readonly where?: string | Readonly<Record<string, unknown>>;
  /** PostgreSQL: columns that the index holds besides its keys, `INCLUDE`: `['name']`. */
  readonly include?: readonly Key[];
  /** MongoDB: leaves out documents that have none of the keys. */
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

/** What `index(…)` says, as an object. */
export interface IndexSpec<Key extends string = string> extends IndexOptions<Key> {
  /** With their order, `{ tenantId: 1, createdAt: -1 }`, or a list: `['tenant_id', 'created_at desc']`. */
  readonly keys: IndexKeys<Key>;
}
