import type { Catalog } from '../model/catalog.ts';
import type { Entity } from '../model/entity.ts';
import type { Field } from '../model/field.ts';
import { retentionsOf } from '../model/retention.ts';
import type { CatalogIndex } from './catalog-index.ts';

/** Every field from which a TTL counts, whether the retention or an index says so; each once. */
export function ttlFields(catalog: Catalog, index: CatalogIndex): readonly { readonly entity: Entity; readonly field: Field }[] {
  return catalog.entities.flatMap((entity) => {
    const declared = retentionsOf(entity).flatMap((retention) => (retention.kind === 'expires' ? (retention.field ?? []) : []));
    const written = entity.kind === 'objects' ? [] : entity.indexes.flatMap(({ keys, ttl }) => (ttl !== undefined && keys.length === 1 && keys[0]?.on !== '_id' ? (keys[0]?.on ?? []) : []));
    return [...new Set([...declared, ...written])].flatMap((path) => {
      const field = index.field(entity.address, path);
      return field === undefined ? [] : [{ entity, field }];
    });
  });
}

/** Can values of a type be dates? A list of dates counts from the earliest of them; `any` may be a date. */
export function mayBeDate(type: string): boolean {
  return type.split(' | ').some((each) => /^\(?(any|date|timestamptz|timestamp)(\(\d\))?\)?(\[\])?$/.test(each));
}
