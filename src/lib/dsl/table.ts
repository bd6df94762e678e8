import type { OnDelete } from '../model/reference.ts';
import type { EntityOptions } from './entity-options.ts';
import type { IndexSpec } from './index-words.ts';
import { word, type Word } from './word.ts';
import type { ZodLike } from './zod-like.ts';

/**
 * A PostgreSQL table. The doc comment above it is its description (Markdown); so is that of every column.
 *
 * @example
 * ```ts
 * /** One piece of work that an agent does for a tenant. *\/
 * export const activities = table('activities', {
 *   columns: z.object({ id: bigint(), ref_id: ulid(), created_at: timestamptz().default(now) }),
 *   primaryKey: ['id'],
 *   unique: [['ref_id']],
 * });
 * ```
 */
export function table(name: string, options: TableOptions): TableDefinition {
  return { kind: 'polyref.table', name, options };
}

/** A unique constraint with a name: `unique(['tenant_id', 'slug'], { name: 'posts_slug_key' })`. A bare list of columns does too. */
export function unique(columns: readonly string[], options: { readonly name?: string; /** `UNIQUE NULLS NOT DISTINCT`, PostgreSQL 15 and later: only one row can have nulls in these columns. */ readonly nullsNotDistinct?: boolean } = {}): Word<'unique'> {
  return word('unique', columns, options);
}

/** A check constraint: `check('positive_total', 'total >= 0')`. */
export function check(name: string, expression: string): Word<'check'> {
  return word('check', name, expression);
}

/**
 * A foreign key of several columns; for one column write `ref('…', { enforcedBy: 'database' })` in its place.
 * @param target entity address: `'postgresql.activity_runs'`
 * @param targetColumns pairwise with `columns`
 */
export function foreignKey(columns: readonly string[], target: string, targetColumns: readonly string[], options: { readonly onDelete?: OnDelete; readonly note?: string } = {}): Word<'foreignKey'> {
  return word('foreignKey', columns, target, targetColumns, options);
}

/** `partitionBy('range', ['created_at'], { note: 'One partition a month.' })` */
export function partitionBy(strategy: 'range' | 'list' | 'hash', columns: readonly string[], options: { readonly note?: string } = {}): Word<'partitionBy'> {
  return word('partitionBy', strategy, columns, options);
}

export interface UniqueSpec {
  readonly columns: readonly string[];
  readonly name?: string;
  readonly nullsNotDistinct?: boolean;
}

export interface CheckSpec {
  readonly name: string;
  readonly expression: string;
}

export interface ForeignKeySpec {
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
  readonly onDelete?: OnDelete;
  readonly note?: string;
}

export interface PartitionSpec {
  readonly strategy: 'range' | 'list' | 'hash';
  readonly columns: readonly string[];
  readonly note?: string;
}

export interface TableOptions extends EntityOptions {
  /** A Zod object (4, or 3), one property a column. */
  readonly columns: ZodLike;
  /** PostgreSQL schema; `public` unless told otherwise. */
  readonly schema?: string;
  readonly primaryKey?: readonly string[];
  readonly unique?: readonly (readonly string[] | UniqueSpec | Word<'unique'>)[];
  readonly checks?: readonly (CheckSpec | Word<'check'>)[];
  readonly foreignKeys?: readonly (ForeignKeySpec | Word<'foreignKey'>)[];
  /** Without those of the keys. `[]` says that there are none; without this option, which indexes exist is not known. */
  readonly indexes?: readonly (readonly string[] | IndexSpec | Word<'index'>)[];
  readonly partitionBy?: PartitionSpec | Word<'partitionBy'>;
}

export interface TableDefinition {
  readonly kind: 'polyref.table';
  readonly name: string;
  readonly options: TableOptions;
}
