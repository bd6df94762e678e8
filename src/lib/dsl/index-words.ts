import { word, type Word } from './word.ts';

/**
 * An index. For MongoDB give the keys with their order, for PostgreSQL a list of columns.
 * @example index({ tenantId: 1, createdAt: -1 }, { where: { level: 'error' } })
 * @example index(['tenant_id', expression('lower(email)')], { unique: true, method: 'btree' })
 * @example index(['title gin_trgm_ops'], { method: 'gin' })
 */
export function index(keys: IndexKeys, options: IndexOptions = {}): Word<'index'> {
  return word('index', keys, options);
}

/** An SQL expression in an index: `expression('lower(email)')`. */
export function expression(text: string): Word<'expression'> {
  return word('expression', text);
}

export interface IndexExpression {
  readonly expression: string;
}

export type IndexKeys = Readonly<Record<string, 1 | -1 | 'text' | 'hashed' | '2dsphere' | '2d'>> | readonly (string | IndexExpression | Word<'expression'>)[];

export interface IndexOptions {
  readonly name?: string;
  readonly unique?: boolean;
  /** PostgreSQL: `gin`, `gist`, `brin`, `hash`; `btree` unless told otherwise. */
  readonly method?: string;
  /** Partial index: SQL text, or MongoDB's filter expression. */
  readonly where?: string | Readonly<Record<string, unknown>>;
  /** PostgreSQL: columns carried along. */
  readonly include?: readonly string[];
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

export interface IndexSpec extends IndexOptions {
  readonly keys: IndexKeys;
}
