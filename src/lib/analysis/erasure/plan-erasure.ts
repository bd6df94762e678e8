import type { Process } from '../../model/catalog.ts';
import type { Entity } from '../../model/entity.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import { buildLifetimes } from '../lifetime.ts';
import { findConflicts, type ErasureConflict } from './conflicts.ts';
import { deletesRecords, tenantErasers } from './erasers.ts';
import { removalsBy, type Removal } from './removals.ts';
import { whatStays, type Stay } from './stays.ts';
import { stepsOf, type ErasureStep } from './steps.ts';

/** What becomes of each entity that holds data of a tenant when the tenant is erased, by what the definitions say. */
export interface ErasurePlan {
  /** The processes that erase a tenant; none: nobody says who does, and the steps are what somebody would have to do. */
  readonly erasers: readonly Process[];
  /** In this order nothing points at what is gone already, but for pointers in a circle. */
  readonly steps: readonly ErasureStep[];
  /** What stays although it is the tenant's, in the order of addresses; an entity may be in `steps` too, and then goes when it may. */
  readonly staying: readonly Staying[];
  /** What no process deletes and what goes by itself, so many seconds after it was written at most. */
  readonly expiring: readonly { readonly entity: string; readonly within: number }[];
  /** Entities of a tenant that no process deletes, that go with nothing, that do not expire and that nothing says to leave. */
  readonly gaps: readonly ErasureGap[];
  /** Definitions that cannot both be meant. */
  readonly conflicts: readonly ErasureConflict[];
  /** Entities without data of a tenant, or of which nobody has said whether there is any. */
  readonly untouched: readonly { readonly entity: string; readonly reason?: string }[];
}

export interface Staying {
  readonly entity: string;
  readonly because: readonly Stay[];
  /** Something is declared that removes it in the end: a process, a lifecycle, a TTL. */
  readonly ends: boolean;
}

export interface ErasureGap {
  readonly entity: string;
  /** What it would go with, and which stays itself. */
  readonly waitsFor?: string;
}

export function planErasure(index: CatalogIndex): ErasurePlan {
  const { entities } = index.catalog;
  const touched = entities.filter(holdsTenantData);
  const erasers = tenantErasers(index);
  const stays = whatStays(touched, erasers, index);
  const removals = erasers.length > 0 ? removalsBy(erasers, touched, index) : new Map<string, Removal>();
  const isDeleted = (entity: Entity) => (erasers.length > 0 ? removals.get(entity.address)?.kind === 'deleted' : !isKept(stays.get(entity.address)));
  return {
    erasers,
    steps: stepsOf(touched.filter(isDeleted), { erasers, removals, stays, index }),
    staying: [...stays].map(([entity, because]) => ({ entity, because, ends: endsSomeDay(entity, index) })),
    expiring: [...removals].flatMap(([entity, removal]) => (removal.kind === 'expires' ? [{ entity, within: removal.within }] : [])),
    gaps: erasers.length === 0 ? [] : touched.flatMap((entity) => gapOf(entity, removals, stays)),
    conflicts: findConflicts(erasers, removals, stays, index),
    untouched: entities.filter((entity) => !holdsTenantData(entity)).map(({ address, tenancy }) => ({ entity: address, ...(tenancy?.kind === 'shared' ? { reason: tenancy.reason } : {}) })),
  };
}

export function holdsTenantData({ tenancy }: Entity): boolean {
  return tenancy !== undefined && tenancy.kind !== 'shared';
}

function endsSomeDay(address: string, { catalog, processesOf }: CatalogIndex): boolean {
  const lifetime = buildLifetimes(catalog)(address);
  return (lifetime.kind === 'known' && lifetime.ends) || processesOf(address).some(({ process }) => deletesRecords(process, address));
}

/** Nothing can delete all of its records on the day of the erasure. */
function isKept(because: readonly Stay[] | undefined): boolean {
  return because?.some((stay) => stay.kind === 'objectLock' || stay.kind === 'locked' || stay.kind === 'atLeast' || (stay.kind === 'holdsKeys' && !stay.some)) === true;
}

function gapOf({ address }: Entity, removals: ReadonlyMap<string, Removal>, stays: ReadonlyMap<string, readonly Stay[]>): readonly ErasureGap[] {
  const removal = removals.get(address);
  // What only some records are held by says nothing of the others.
  if (stays.get(address)?.some((stay) => !('some' in stay) || !stay.some) === true) return [];
  if (removal === undefined) return [{ entity: address }];
  if (removal.kind !== 'goesWith') return [];
  // It goes only when all before it in the chain go.
  for (let at: Removal | undefined = removal; at?.kind === 'goesWith'; at = removals.get(at.parent)) {
    if (stays.has(at.parent)) return [{ entity: address, waitsFor: at.parent }];
  }
  return [];
}
