import type { Catalog } from '../model/catalog.ts';
import type { ObjectFamily } from '../model/entity.ts';

/** The object families of each bucket, in the order of their addresses. */
export function familiesByBucket(catalog: Catalog): ReadonlyMap<string, readonly ObjectFamily[]> {
  return Map.groupBy(catalog.entities.filter((entity) => entity.kind === 'objects'), (family) => family.bucket);
}
