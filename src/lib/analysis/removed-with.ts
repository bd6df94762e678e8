import type { Entity } from '../model/entity.ts';
import { retentionsOf } from '../model/retention.ts';
import type { CatalogIndex } from './catalog-index.ts';

/** Everything whose removal removes records of an entity, the nearest first: what they live as long as, what a foreign key cascades from, and so on. Without itself. */
export function removedWith(entity: Entity, index: CatalogIndex): readonly Entity[] {
  const all = new Set([entity]);
  // A set that grows is walked to its end.
  for (const each of all) {
    for (const address of parentsOf(each, index)) {
      const found = index.entities.get(address);
      if (found !== undefined) all.add(found);
    }
  }
  return [...all].slice(1);
}

function parentsOf(entity: Entity, index: CatalogIndex): readonly string[] {
  const parents = retentionsOf(entity).flatMap((retention) => (retention.kind === 'withParent' ? [retention.parent] : []));
  const cascades = index.referencesOut(entity).flatMap(({ enforcement, target }) => (enforcement.by === 'database' && enforcement.onDelete === 'cascade' && target.kind === 'field' ? [target.entity] : []));
  return [...parents, ...cascades];
}
