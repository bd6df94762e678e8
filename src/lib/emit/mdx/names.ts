import type { CatalogIndex } from '../../analysis/catalog-index.ts';

/** What a name in text means: an entity (or tombstone), or a field of one. */
export interface Named {
  readonly entity: string;
  readonly field?: string;
}

/**
 * Everything that text may call by name: addresses (`mongodb.skills`, `mongodb.skills._id`), and names without their store
 * (`skills`, `activities.ref_id`) where only one entity of the system can be meant.
 */
export function buildNames(index: CatalogIndex): ReadonlyMap<string, Named> {
  const gone = [...index.tombstones.values()].filter(({ address }) => !index.entities.has(address));
  const entities = [...index.entities.values(), ...gone];
  const bearers = new Map<string, number>();
  for (const { name } of entities) bearers.set(name, (bearers.get(name) ?? 0) + 1);

  const names = new Map<string, Named>();
  for (const entity of entities) {
    const spellings = bearers.get(entity.name) === 1 ? [entity.address, entity.name] : [entity.address];
    for (const spelling of spellings) {
      names.set(spelling, { entity: entity.address });
      for (const field of 'fields' in entity ? entity.fields : []) names.set(`${spelling}.${field.path}`, { entity: entity.address, field: field.path });
    }
  }
  return names;
}
