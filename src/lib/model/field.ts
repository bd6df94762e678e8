import type { Location } from './location.ts';

/** A document field, a column, or a placeholder of a key. */
export interface Field {
  /** Path in the entity: `activityId`, `meta.ownerId`, `items[].sku`, `labels{}.color` (a record's values), `labels{key}` (its keys). */
  readonly path: string;
  /** Last step of the path, without brackets: `sku`. */
  readonly name: string;
  /** 0 for a field of the entity itself. */
  readonly depth: number;
  /** As its store says it: `varchar(24)`, `ObjectId`, `string[]`, `object`. */
  readonly type: string;
  /** May hold null. */
  readonly nullable: boolean;
  /** May be absent altogether (documents only). */
  readonly optional: boolean;
  /** As text: `now()`, `"draft"`, `0`; `computed` or `generated uuid` when a function makes it. */
  readonly default?: string;
  /** SQL expression of a generated column. */
  readonly generated?: string;
  /** Allowed values of an enum or literal, as text, in their order. */
  readonly values?: readonly string[];
  /** `PK`, `FK`, `UK`, sorted in that order; FK marks every reference, enforced or not. */
  readonly keys: readonly KeyMark[];
  /** Only in some variants of a discriminated union. */
  readonly when?: FieldCondition;
  /** Its schema says `.meta({ deprecated: true })`. */
  readonly deprecated?: true;
  /** Markdown; empty when nobody described it. */
  readonly description: string;
  /** The path that it had before it was renamed. */
  readonly formerly?: string;
  readonly classification?: 'personal' | 'secret';
  /** JSON text of each example. */
  readonly examples?: readonly string[];
  readonly location: Location;
}

export type KeyMark = 'PK' | 'FK' | 'UK';

/** The variants of a union that a field belongs to. */
export interface FieldCondition {
  /** Path of the field that tells the variants apart. */
  readonly field: string;
  /** Its values in these variants, as text. */
  readonly values: readonly string[];
  /** No variant of these lacks the field. */
  readonly required: boolean;
}
