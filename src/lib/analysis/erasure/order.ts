import { compareText } from '../../model/compare-text.ts';
import type { Entity } from '../../model/entity.ts';
import type { Reference } from '../../model/reference.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import { possibleTargets } from '../possible-targets.ts';

/**
 * Objects first, while the records that hold their keys still exist; then records before the records that they depend on; tenants last.
 * Of a cycle, the first one of the lowest rank comes first.
 */
export function inOrder(entities: readonly Entity[], index: CatalogIndex): readonly Entity[] {
  const waitsFor = new Map(entities.map(({ address }) => [address, new Set<string>()]));
  for (const entity of entities) for (const address of dependenciesOf(entity, index)) waitsFor.get(address)?.add(entity.address);
  const rank = (entity: Entity) => (entity.kind === 'objects' ? 0 : entity.tenancy?.kind === 'tenant' ? 2 : 1);
  const left = [...entities].sort((a, b) => rank(a) - rank(b) || compareText(a.address, b.address));
  const done: Entity[] = [];
  while (left.length > 0) {
    const lowest = rank(left[0]!);
    const free = left.findIndex((entity) => rank(entity) === lowest && waitsFor.get(entity.address)?.size === 0);
    const [next] = left.splice(Math.max(free, 0), 1);
    done.push(next!);
    for (const address of dependenciesOf(next!, index)) waitsFor.get(address)?.delete(next!.address);
  }
  return done;
}

/** Addresses of the entities whose records must not be deleted before those of this one, in the order of its references. */
export function dependenciesOf(entity: Entity, index: CatalogIndex): readonly string[] {
  const targets = index.referencesOut(entity).filter(isDependency).flatMap(({ target }) => possibleTargets(target, index.catalog).map((each) => each.entity));
  return [...new Set(targets)].filter((address) => address !== entity.address);
}

/** Whether a record would be left with a reference to nothing, or a foreign key would refuse. */
function isDependency({ target, cardinality, enforcement, mirrorOf }: Reference): boolean {
  if (enforcement.by === 'database' && (enforcement.onDelete === 'restrict' || enforcement.onDelete === 'no action')) return true;
  return target.kind !== 'objects' && mirrorOf === undefined && cardinality.to !== 'at most one';
}
