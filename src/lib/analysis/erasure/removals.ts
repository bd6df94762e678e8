import type { Process } from '../../model/catalog.ts';
import type { Entity } from '../../model/entity.ts';
import type { Reference } from '../../model/reference.ts';
import { retentionsOf } from '../../model/retention.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import { deletesRecords } from './erasers.ts';

/** How processes remove the records of an entity. */
export type Removal =
  | { readonly kind: 'deleted'; readonly by: readonly Process[] }
  /** Together with the record of a parent, by its address. */
  | { readonly kind: 'withParent'; readonly parent: string; readonly through: RemovalPath };

/** `database`: a foreign key cascades; `application`: the reference says that the application deletes the record; `retention`: the record lives as long as the parent's. */
export type RemovalPath = 'database' | 'application' | 'retention';

/** What these processes remove, by address. An entity that a process deletes by name counts as deleted, even if it would be removed with a parent, too. */
export function removalsBy(processes: readonly Process[], entities: readonly Entity[], index: CatalogIndex): ReadonlyMap<string, Removal> {
  const removals = new Map<string, Removal>();
  for (const { address } of entities) {
    const by = processes.filter((process) => deletesRecords(process, address));
    if (by.length > 0) removals.set(address, { kind: 'deleted', by });
  }
  // Rounds, until one finds nothing: a parent may be found to be removed after its child was looked at.
  for (let before = -1; before !== removals.size; ) {
    before = removals.size;
    for (const entity of entities) {
      const found = removals.has(entity.address) ? undefined : withParent(entity, removals, index);
      if (found !== undefined) removals.set(entity.address, found);
    }
  }
  return removals;
}

function withParent(entity: Entity, removals: ReadonlyMap<string, Removal>, index: CatalogIndex): Removal | undefined {
  for (const reference of index.referencesOut(entity)) {
    const { target } = reference;
    const through = pathOf(reference);
    if (through === undefined || target.kind !== 'field' || !removals.has(target.entity) || !isInEachRecord(reference, entity)) continue;
    return { kind: 'withParent', parent: target.entity, through };
  }
  for (const retention of retentionsOf(entity)) if (retention.kind === 'withParent' && removals.has(retention.parent)) return { kind: 'withParent', parent: retention.parent, through: 'retention' };
  return undefined;
}

function pathOf({ enforcement }: Reference): RemovalPath | undefined {
  if (enforcement.by === 'database') return enforcement.onDelete === 'cascade' ? 'database' : undefined;
  return enforcement.whenTargetGoes?.action === 'delete' ? 'application' : undefined;
}

/** A record without the reference is not removed through it. The field that names the tenant is in each record of a tenant, even where it may be null. */
function isInEachRecord({ from, cardinality }: Reference, { tenancy }: Entity): boolean {
  return cardinality.to === 'exactly one' || (tenancy !== undefined && 'field' in tenancy && tenancy.field === from.field);
}

/** The process at the beginning of the chain: the first of those that delete an entity's record, or the record with which it is removed. */
export function deleterOf(address: string, removals: ReadonlyMap<string, Removal>): Process | undefined {
  const removal = removals.get(address);
  return removal?.kind === 'withParent' ? deleterOf(removal.parent, removals) : removal?.by[0];
}
