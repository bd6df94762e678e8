import type { Entity, Index } from '../model/entity.ts';
import { indexedPath } from '../model/indexed-path.ts';

/** A way to find records by fields: the primary key, a unique constraint, an index. */
export interface LookUp {
  readonly kind: 'primary key' | 'unique constraint' | 'index';
  /** Paths of fields, leading first; an expression stands as it was written. */
  readonly fields: readonly string[];
  readonly unique: boolean;
  /** Of an index. */
  readonly index?: Index;
  readonly name?: string;
}

/** Every way to look records up, without the TTL indexes that retentions make. */
export function lookUpsOf(entity: Entity): readonly LookUp[] {
  if (entity.kind === 'objects') return [];
  const paths = entity.fields.map((field) => field.path);
  const indexes = writtenIndexes(entity).map((index): LookUp => {
    const fields = index.keys.map((key) => (key.expression === true ? key.on : indexedPath(key.on, paths)));
    return { kind: 'index', fields, unique: index.unique, index, ...(index.name !== undefined ? { name: index.name } : {}) };
  });
  if (entity.kind === 'collection') return [{ kind: 'primary key', fields: ['_id'], unique: true }, ...indexes];
  const primary: readonly LookUp[] = entity.primaryKey.length === 0 ? [] : [{ kind: 'primary key', fields: entity.primaryKey, unique: true }];
  const uniques = entity.uniques.map(({ columns, name }): LookUp => ({ kind: 'unique constraint', fields: columns, unique: true, ...(name !== undefined ? { name } : {}) }));
  return [...primary, ...uniques, ...indexes];
}

/** Do queries use it? MongoDB updates a hidden index, but queries do not use it. */
export function servesQueries({ index }: LookUp): boolean {
  return index?.hidden !== true;
}

/** Does the definition list the indexes? `indexes: []` says that there are none. */
export function listsIndexes(entity: Entity): boolean {
  return entity.kind !== 'objects' && entity.indexesOmitted === undefined;
}

/** The indexes under `indexes`, without those that retentions create. */
export function writtenIndexes(entity: Entity): readonly Index[] {
  if (entity.kind === 'objects') return [];
  return entity.indexes.filter((index) => index.fromRetention === undefined);
}

/** `(tenant_id, slug)` */
export function describeLookUp({ fields }: LookUp): string {
  return `(${fields.map((field) => `\`${field}\``).join(', ')})`;
}
