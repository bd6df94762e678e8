import type { Process } from '../../model/catalog.ts';
import type { Entity } from '../../model/entity.ts';
import type { Reference } from '../../model/reference.ts';
import { retentionsOf } from '../../model/retention.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import { buildLifetimes } from '../lifetime.ts';
import { deletesRecords } from './erasers.ts';

/** How the records of an entity go. */
export type Removal =
  | { readonly kind: 'deleted'; readonly by: readonly Process[] }
  | {
      readonly kind: 'goesWith';
      /** Address of what is removed before or with it. */
      readonly parent: string;
      /** `database`: a foreign key cascades; `application`: the pointer says that the application deletes it; `retention`: it lives as long as the parent. */
      readonly through: 'database' | 'application' | 'retention';
    }
  /** By itself, so many seconds after it was written at most. */
  | { readonly kind: 'expires'; readonly within: number };

/** How each entity goes when these processes run; one that is absent does not. An entity that is deleted by name is not said to go with another. */
export function removalsBy(processes: readonly Process[], entities: readonly Entity[], index: CatalogIndex): ReadonlyMap<string, Removal> {
  const removals = new Map<string, Removal>();
  const lifetimeOf = buildLifetimes(index.catalog);
  for (const { address } of entities) {
    const by = processes.filter((process) => deletesRecords(process, address));
    if (by.length > 0) removals.set(address, { kind: 'deleted', by });
  }
  for (const entity of rounds(entities, removals)) {
    const found = goesWith(entity, removals, index);
    if (found !== undefined) removals.set(entity.address, found);
  }
  for (const { address } of entities) {
    const lifetime = lifetimeOf(address);
    if (!removals.has(address) && lifetime.kind === 'known' && lifetime.max !== Infinity) removals.set(address, { kind: 'expires', within: lifetime.max });
  }
  return removals;
}

/** What is not removed yet, again and again, until a round has found nothing more. */
function* rounds(entities: readonly Entity[], removals: ReadonlyMap<string, Removal>): Iterable<Entity> {
  for (let before = -1; before !== removals.size; ) {
    before = removals.size;
    for (const entity of entities) if (!removals.has(entity.address)) yield entity;
  }
}

function goesWith(entity: Entity, removals: ReadonlyMap<string, Removal>, index: CatalogIndex): Removal | undefined {
  for (const reference of index.referencesOut(entity)) {
    const { target, enforcement } = reference;
    if (target.kind !== 'field' || target.entity === entity.address || !removals.has(target.entity) || !reachesAll(reference, entity)) continue;
    if (enforcement.by === 'database' && enforcement.onDelete === 'cascade') return { kind: 'goesWith', parent: target.entity, through: 'database' };
    if (enforcement.by === 'application' && enforcement.whenTargetGoes?.action === 'delete') return { kind: 'goesWith', parent: target.entity, through: 'application' };
  }
  const parent = retentionsOf(entity).find((retention) => retention.kind === 'withParent' && removals.has(retention.parent));
  return parent?.kind === 'withParent' ? { kind: 'goesWith', parent: parent.parent, through: 'retention' } : undefined;
}

/** Whether each record of a tenant has the pointer: a record without one goes with nothing. What names the tenant, each of them has. */
export function reachesAll({ from, cardinality }: Reference, { tenancy }: Entity): boolean {
  return cardinality.to === 'exactly one' || (tenancy !== undefined && 'field' in tenancy && tenancy.field === from.field);
}
