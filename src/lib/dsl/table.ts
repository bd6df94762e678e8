import type { OnDelete } from '../model/reference.ts';
import type { EntityOptions } from './entity-options.ts';
import type { IndexSpec, IndexWord, TableKey } from './index-words.ts';
import type { ColumnOf, PathOf } from './path-of.ts';
import { word, wordOn, type Word, type WordOn } from './word.ts';
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

/**
 * A unique constraint with options; without any, a bare list of columns does too.
 * @example unique(['tenant_id', 'slug'], { name: 'posts_slug_key' })
 */
export function unique<const Named extends Column = never, Column extends string = Named>(columns: readonly (Named | NoInfer<Column>)[], options: UniqueOptions = {}): WordOn<'unique', Column> {
  return wordOn('unique', columns, options);
}

/**
 * A check constraint: its name, and its SQL expression as it stands in DDL.
 * @example check('positive_total', 'total >= 0')
 */
export function check(name: string, expression: string): Word<'check'> {
  return word('check', name, expression);
}

/**
 * A foreign key of several columns; for one column write `ref('…', { enforcedBy: 'database' })` in its place.
 * @param target entity address: `'postgresql.activity_runs'`
 * @param targetColumns pairwise with `columns`
 * @example foreignKey(['tenant_id', 'run_id'], 'postgresql.activity_runs', ['tenant_id', 'id'], { onDelete: 'cascade' })
 */
export function foreignKey<const Named extends Column = never, Column extends string = Named>(columns: readonly (Named | NoInfer<Column>)[], target: string, targetColumns: readonly string[], options: ForeignKeyOptions = {}): WordOn<'foreignKey', Column> {
  return wordOn('foreignKey', columns, target, targetColumns, options);
}

/**
 * Declarative partitioning of the table, by the values of these columns.
 * @example partitionBy('range', ['created_at'], { note: 'One partition a month.' })
 */
export function partitionBy<const Named extends Column = never, Column extends string = Named>(strategy: 'range' | 'list' | 'hash', columns: readonly (Named | NoInfer<Column>)[], options: PartitionOptions = {}): WordOn<'partitionBy', Column> {
  return wordOn('partitionBy', strategy, columns, options);
}

interface UniqueOptions {
  /** Name of the constraint. */
  readonly name?: string;
  /** `UNIQUE NULLS NOT DISTINCT`, PostgreSQL 15 and later: only one row can have nulls in these columns. */
  readonly nullsNotDistinct?: boolean;
}

interface ForeignKeyOptions {
  /** What the database does when the row that is referenced goes. */
  readonly onDelete?: OnDelete;
  /** Markdown. */
  readonly note?: string;
}

interface PartitionOptions {
  /** How many partitions there are, and who creates them. Markdown. */
  readonly note?: string;
}

/** What `unique(…)` says, as an object. */
export interface UniqueSpec<Column extends string = string> extends UniqueOptions {
  /** Columns that are unique together, in their order: `['tenant_id', 'slug']`. */
  readonly columns: readonly Column[];
}

/** What `check(…)` says, as an object. */
export interface CheckSpec {
  /** Name of the constraint. */
  readonly name: string;
  /** SQL, as it stands in DDL: `total >= 0`. */
  readonly expression: string;
}

/** What `foreignKey(…)` says, as an object. */
export interface ForeignKeySpec<Column extends string = string> extends ForeignKeyOptions {
  /** Columns of this table. */
  readonly columns: readonly Column[];
  /** Entity address: `'postgresql.activity_runs'`. */
  readonly target: string;
  /** Columns of the target, pairwise with `columns`. */
  readonly targetColumns: readonly string[];
}

/** What `partitionBy(…)` says, as an object. */
export interface PartitionSpec<Column extends string = string> extends PartitionOptions {
  /** As PostgreSQL calls it: `PARTITION BY RANGE`, `LIST` or `HASH`. */
  readonly strategy: 'range' | 'list' | 'hash';
  /** Columns of the partition key. */
  readonly columns: readonly Column[];
}

export interface TableOptions<Columns = ZodLike, Path extends string = string, Column extends string = string> extends EntityOptions<Path> {
  /** A Zod object (4, or 3), one property a column. */
  readonly columns: Columns;
  /** PostgreSQL schema; `public` unless told otherwise. */
  readonly schema?: string;
  /** Columns of the primary key, in their order: `['id']`. */
  readonly primaryKey?: readonly Column[];
  /** Unique constraints, each a list of columns or `unique(…)`: `[['ref_id'], unique(['tenant_id', 'slug'], { name: 'posts_slug_key' })]`. */
  readonly unique?: readonly (readonly Column[] | UniqueSpec<Column> | WordOn<'unique', Column>)[];
  /** Check constraints: `[check('positive_total', 'total >= 0')]`. */
  readonly checks?: readonly (CheckSpec | Word<'check'>)[];
  /** Foreign keys of several columns: `[foreignKey(['tenant_id', 'run_id'], 'postgresql.activity_runs', ['tenant_id', 'id'])]`. For one column write `ref('…', { enforcedBy: 'database' })` in its place. */
  readonly foreignKeys?: readonly (ForeignKeySpec<Column> | WordOn<'foreignKey', Column>)[];
  /** Each a list of columns or `index(…)`: `[['tenant_id', 'created_at desc'], index(['title gin_trgm_ops'], { method: 'gin' })]`. Without those of the keys. `[]` says that there are none; without this option, which indexes exist is not known. */
  readonly indexes?: readonly (readonly TableKey<Column>[] | IndexSpec<TableKey<Column>> | IndexWord<TableKey<Column>>)[];
  /** How the table is partitioned: `partitionBy('range', ['created_at'])`. */
  readonly partitionBy?: PartitionSpec<Column> | WordOn<'partitionBy', Column>;
}

/** What `table` makes. */
export interface TableDefinition {
  readonly kind: 'polyref.table';
  readonly name: string;
  readonly options: TableOptions;
}
