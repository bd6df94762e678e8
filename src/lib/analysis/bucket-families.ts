import type { Catalog } from '../model/catalog.ts';
import type { ObjectFamily } from '../model/entity.ts';

/** The object families of each bucket, in the order of their addresses. */
export function familiesByBucket(catalog: Catalog): ReadonlyMap<string, readonly ObjectFamily[]> {
  return Map.groupBy(catalog.entities.filter((entity) => entity.kind === 'objects'), (family) => family.bucket);
}

/** Every two families that share a bucket. */
export function* pairsInBuckets(catalog: Catalog): Iterable<readonly [ObjectFamily, ObjectFamily]> {
  for (const families of familiesByBucket(catalog).values()) {
    for (const [at, first] of families.entries()) for (const second of families.slice(at + 1)) yield [first, second];
  }
}
