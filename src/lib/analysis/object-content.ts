import type { Entity, ObjectFamily } from '../model/entity.ts';
import type { CatalogIndex } from './catalog-index.ts';

/** The object families that hold an entity's content: those that its key fields point at, each once, in the order of its references. */
export function contentOf(index: CatalogIndex, entity: Entity): readonly ObjectFamily[] {
  const addresses = index.referencesOut(entity).flatMap((reference) => (reference.target.kind === 'objects' ? [reference.target.entity] : []));
  return [...new Set(addresses)].flatMap((address) => {
    const family = index.entities.get(address);
    return family?.kind === 'objects' ? [family] : [];
  });
}
