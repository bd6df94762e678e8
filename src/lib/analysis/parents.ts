import type { Entity } from '../model/entity.ts';
import { retentionsOf } from '../model/retention.ts';
import type { CatalogIndex } from './catalog-index.ts';

/** Addresses of what takes the records of an entity along when it goes: what they live as long as, and what a foreign key cascades from. */
export function parentsOf(entity: Entity, index: CatalogIndex): readonly string[] {
  const parents = retentionsOf(entity).flatMap((retention) => (retention.kind === 'withParent' ? [retention.parent] : []));
  const cascades = index.referencesOut(entity).flatMap(({ enforcement, target }) => (enforcement.by === 'database' && enforcement.onDelete === 'cascade' && target.kind === 'field' ? [target.entity] : []));
  return [...parents, ...cascades];
}
