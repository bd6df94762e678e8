import type { OnDelete } from '../model/reference.ts';
import type { EntityOptions } from './entity-options.ts';
import type { IndexSpec, IndexWord, TableKey } from './index-words.ts';
import type { ColumnOf, PathOf } from './path-of.ts';
import { word, type Word, type WordOn } from './word.ts';
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
export function table<Columns extends ZodLike>(name: string, options: TableOptions<Columns, NoInfer<PathOf<Columns>>, NoInfer<ColumnOf<Columns>>>): TableDefinition {
  return { kind: 'polyref.table', name, options: options as TableOptions };
}

/** A unique constraint with a name: `unique(['tenant_id', 'slug'], { name: 'posts_slug_key' })`. A bare list of columns does too. */
export function unique<const Column extends string = never>(columns: readonly Column[], options: { readonly name?: string; /** `UNIQUE NULLS NOT DISTINCT`, PostgreSQL 15 and later: only one row can have nulls in these columns. */ readonly nullsNotDistinct?: boolean } = {}): WordOn<'unique', Column> {
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
export function foreignKey<const Column extends string = never>(columns: readonly Column[], target: string, targetColumns: readonly string[], options: { readonly onDelete?: OnDelete; readonly note?: string } = {}): WordOn<'foreignKey', Column> {
  return word('foreignKey', columns, target, targetColumns, options);
}

/** `partitionBy('range', ['created_at'], { note: 'One partition a month.' })` */
export function partitionBy<const Column extends string = never>(strategy: 'range' | 'list' | 'hash', columns: readonly Column[], options: { readonly note?: string } = {}): WordOn<'partitionBy', Column> {
  return word('partitionBy', strategy, columns, options);
}

export interface UniqueSpec<Column extends string = string> {
  readonly columns: readonly Column[];
  readonly name?: string;
  readonly nullsNotDistinct?: boolean;
}

export interface CheckSpec {
  readonly name: string;
  readonly expression: string;
}

export interface ForeignKeySpec<Column extends string = string> {
  readonly columns: readonly Column[];
  readonly target: string;
  readonly targetColumns: readonly string[];
  readonly onDelete?: OnDelete;
  readonly note?: string;
}

export interface PartitionSpec<Column extends string = string> {
  readonly strategy: 'range' | 'list' | 'hash';
  readonly columns: readonly Column[];
  readonly note?: string;
}

export interface TableOptions<Columns = ZodLike, Path extends string = string, Column extends string = string> extends EntityOptions<Path> {
  /** A Zod object (4, or 3), one property a column. */
  readonly columns: Columns;
  /** PostgreSQL schema; `public` unless told otherwise. */
  readonly schema?: string;
  readonly primaryKey?: readonly Column[];
  readonly unique?: readonly (readonly Column[] | UniqueSpec<Column> | WordOn<'unique', Column>)[];
  readonly checks?: readonly (CheckSpec | Word<'check'>)[];
  readonly foreignKeys?: readonly (ForeignKeySpec<Column> | WordOn<'foreignKey', Column>)[];
  /** Without those of the keys. `[]` says that there are none; without this option, which indexes exist is not known. */
  readonly indexes?: readonly (readonly TableKey<Column>[] | IndexSpec<TableKey<Column>> | IndexWord<TableKey<Column>>)[];
  readonly partitionBy?: PartitionSpec<Column> | WordOn<'partitionBy', Column>;
}

export interface TableDefinition {
  readonly kind: 'polyref.table';
  readonly name: string;
  readonly options: TableOptions;
}
