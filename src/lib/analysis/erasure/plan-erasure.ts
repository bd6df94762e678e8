import type { Process } from '../../model/catalog.ts';
import type { Entity } from '../../model/entity.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import type { LifetimeOf } from '../lifetimes.ts';
import { findConflicts, type ErasureConflict } from './conflicts.ts';
import { deletesRecords, tenantErasers } from './erasers.ts';
import { removalsBy, type Removal } from './removals.ts';
import { whatStays, type Stay } from './stays.ts';
import { stepsOf, type ErasureStep } from './steps.ts';

/** What happens to each entity with data of a tenant when the tenant is erased, as far as the definitions say. */
export interface ErasurePlan {
  /** The processes that erase tenants. Empty: none is declared, and the steps are what a process would have to do. */
  readonly erasers: readonly Process[];
  /** Ordered by dependency: objects, then records before the records that they depend on, then the tenants. */
  readonly steps: readonly ErasureStep[];
  /** What must be kept, in the order of addresses. An entity may be in `steps`, too, if some of its records are deleted. */
  readonly staying: readonly Staying[];
  /** What no process deletes and what expires, with the seconds after which it does. */
  readonly expiring: readonly { readonly entity: string; readonly after: number }[];
  /** Entities that are neither deleted nor kept nor expire. */
  readonly gaps: readonly ErasureGap[];
  readonly conflicts: readonly ErasureConflict[];
  /** Entities that are shared between tenants. */
  readonly shared: readonly { readonly entity: string; readonly reason: string }[];
  /** Addresses of the entities that declare no tenancy. */
  readonly undeclared: readonly string[];
}

export interface Staying {
  readonly entity: string;
  readonly because: readonly Stay[];
  /** A process, a lifecycle rule or a TTL is declared that deletes it eventually. */
  readonly ends: boolean;
}

export interface ErasureGap {
  readonly entity: string;
  /** The entity together with which it would be deleted, and some of whose records stay. */
  readonly waitsFor?: string;
}

export function planErasure(index: CatalogIndex, lifetimeOf: LifetimeOf): ErasurePlan {
  const { entities, processes } = index.catalog;
  const touched = entities.filter(({ tenancy }) => tenancy !== undefined && tenancy.kind !== 'shared');
  const erasers = tenantErasers(index);
  const stays = whatStays(touched, erasers, index);
  const removals = removalsBy(erasers, touched, index);
  const isDeleted = ({ address }: Entity) => (erasers.length > 0 ? removals.get(address)?.kind === 'deleted' : !isKept(stays.get(address) ?? []));
  const endOf = (address: string) => {
    const lifetime = lifetimeOf(address);
    return lifetime.kind === 'known' ? lifetime : undefined;
  };
  const expiring = erasers.length === 0 ? [] : touched.flatMap(({ address }) => {
    const after = removals.has(address) ? undefined : endOf(address)?.max;
    return after === undefined || after === Infinity ? [] : [{ entity: address, after }];
  });
  const expires = new Set(expiring.map(({ entity }) => entity));
  return {
    erasers,
    steps: stepsOf(touched.filter(isDeleted), { removals, stays, index }),
    staying: [...stays].map(([entity, because]) => ({ entity, because, ends: endOf(entity)?.ends === true || processes.some((process) => deletesRecords(process, entity)) })),
    expiring,
    gaps: erasers.length === 0 ? [] : touched.filter(({ address }) => !expires.has(address)).flatMap(({ address }) => gapOf(address, removals, stays)),
    conflicts: findConflicts(erasers, removals, stays),
    shared: entities.flatMap(({ address, tenancy }) => (tenancy?.kind === 'shared' ? [{ entity: address, reason: tenancy.reason }] : [])),
    undeclared: entities.flatMap(({ address, tenancy }) => (tenancy === undefined ? [address] : [])),
  };
}

/** Whether no record of it can be deleted on the day of the erasure. A process that retains it is not asked: there is none. */
function isKept(because: readonly Stay[]): boolean {
  return because.some((stay) => !('some' in stay) || !stay.some);
}

function gapOf(address: string, removals: ReadonlyMap<string, Removal>, stays: ReadonlyMap<string, readonly Stay[]>): readonly ErasureGap[] {
  if (isKept(stays.get(address) ?? [])) return [];
  const removal = removals.get(address);
  if (removal === undefined) return [{ entity: address }];
  if (removal.kind === 'deleted') return [];
  // It is deleted only where all records above it are.
  for (let above: Removal | undefined = removal; above?.kind === 'withParent'; above = removals.get(above.parent)) {
    if (stays.has(above.parent)) return [{ entity: address, waitsFor: above.parent }];
  }
  return [];
}
