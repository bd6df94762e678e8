import type { Catalog } from '../model/catalog.ts';
import type { ObjectFamily } from '../model/entity.ts';

/** The object families of each bucket, in the order of their addresses. */
export function familiesByBucket(catalog: Catalog): ReadonlyMap<string, readonly ObjectFamily[]> {
  return Map.groupBy(catalog.entities.filter((entity) => entity.kind === 'objects'), (family) => family.bucket);
}

/** Which keys of a family begin with a prefix; one that goes on where the literal text of the template ends selects some of them. */
export function keysUnder({ key: { parts: [first] } }: ObjectFamily, prefix = ''): 'all' | 'some' | 'none' {
  const begin = first?.kind === 'literal' ? first.text : '';
  if (begin.startsWith(prefix)) return 'all';
  // Where a value comes first, no text that is written into a rule is the beginning of more than one tenant's keys.
  return begin !== '' && prefix.startsWith(begin) ? 'some' : 'none';
}
