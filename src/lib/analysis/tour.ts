import { compareText } from '../model/compare-text.ts';
import type { Domain } from '../model/catalog.ts';
import type { Entity } from '../model/entity.ts';
import type { Reference } from '../model/reference.ts';
import type { Store } from '../model/store.ts';
import type { CatalogIndex } from './catalog-index.ts';
import { targetStores } from './cross-references.ts';
import { targetEntities } from './reference-targets.ts';

/** At most so many entities are called central: more than a newcomer keeps in mind helps nobody. */
const CENTRAL_ENTITIES = 5;

/** In which order a newcomer reads a system, derived from the model alone. */
export function planTour(index: CatalogIndex): Tour {
  const roots = index.catalog.entities.filter((entity) => entity.tenancy?.kind === 'tenant');
  const pointersTo = (entity: Entity) => index.referencesIn(entity).filter((reference) => reference.from.entity !== entity.address && reference.target.kind !== 'any');
  const central = index.catalog.entities
    .filter((entity) => !roots.includes(entity))
    .map((entity) => ({ entity, pointers: pointersTo(entity).length, stores: storesOf(index, pointersTo(entity)) }))
    .filter((candidate) => candidate.pointers > 1)
    .sort((a, b) => b.stores.length - a.stores.length || b.pointers - a.pointers || compareText(a.entity.address, b.entity.address))
    .slice(0, CENTRAL_ENTITIES);
  return {
    stores: storesByRole(index),
    roots: roots.map((entity) => ({ entity, pointers: pointersTo(entity).length })),
    central,
    domains: domainsByDependency(index),
    surprises: {
      polymorphic: index.catalog.references.filter((reference) => reference.target.kind === 'any' || reference.target.kind === 'oneOf'),
      mirrored: index.catalog.references.filter((reference) => reference.mirrorOf !== undefined),
      deprecated: index.catalog.entities.filter((entity) => entity.status.kind === 'deprecated'),
    },
  };
}

export interface Tour {
  /** The store that most others point at first: it is where identities are made. */
  readonly stores: readonly StoreRole[];
  /** Entities whose records are the tenants. */
  readonly roots: readonly { readonly entity: Entity; readonly pointers: number }[];
  /** The entities that most of the system points at, those known to several stores first. */
  readonly central: readonly { readonly entity: Entity; readonly pointers: number; readonly stores: readonly string[] }[];
  /** What others build on comes first. */
  readonly domains: readonly { readonly domain: Domain; /** Domains whose entities this one points at, sorted. */ readonly buildsOn: readonly string[] }[];
  readonly surprises: {
    readonly polymorphic: readonly Reference[];
    readonly mirrored: readonly Reference[];
    readonly deprecated: readonly Entity[];
  };
}

export interface StoreRole {
  readonly store: Store;
  /** References from other stores into this one. */
  readonly pointedAt: number;
  /** References from this store into others. */
  readonly pointsOut: number;
}

function storesByRole(index: CatalogIndex): readonly StoreRole[] {
  const roles = new Map(index.catalog.stores.map((store) => [store.id, { store, pointedAt: 0, pointsOut: 0 }]));
  for (const reference of index.catalog.references) {
    const from = index.entities.get(reference.from.entity)?.store ?? '';
    const others = targetStores(index, reference).filter((to) => to !== from);
    for (const to of others) {
      const role = roles.get(to);
      if (role !== undefined) role.pointedAt += 1;
    }
    const role = roles.get(from);
    if (role !== undefined && others.length > 0) role.pointsOut += 1;
  }
  return [...roles.values()].sort((a, b) => b.pointedAt - a.pointedAt || compareText(a.store.id, b.store.id));
}

/** Takes, again and again, the domain that builds on the fewest domains not yet taken; so cycles end too. */
function domainsByDependency(index: CatalogIndex): Tour['domains'] {
  const buildsOn = new Map(index.catalog.domains.map((domain) => [domain.name, new Set<string>()]));
  for (const reference of index.catalog.references) {
    const from = index.entities.get(reference.from.entity)?.domain;
    for (const address of targetEntities(reference.target)) {
      const to = index.entities.get(address)?.domain;
      if (from !== undefined && to !== undefined && from !== to) buildsOn.get(from)?.add(to);
    }
  }
  const left = [...index.catalog.domains];
  const taken = new Set<string>();
  const ordered: { domain: Domain; buildsOn: string[] }[] = [];
  while (left.length > 0) {
    const missing = (domain: Domain) => [...(buildsOn.get(domain.name) ?? [])].filter((name) => !taken.has(name)).length;
    const next = left.reduce((best, domain) => (missing(domain) < missing(best) ? domain : best));
    left.splice(left.indexOf(next), 1);
    taken.add(next.name);
    ordered.push({ domain: next, buildsOn: [...(buildsOn.get(next.name) ?? [])].sort(compareText) });
  }
  return ordered;
}

function storesOf(index: CatalogIndex, references: readonly Reference[]): readonly string[] {
  return [...new Set(references.flatMap((reference) => index.entities.get(reference.from.entity)?.store ?? []))].sort(compareText);
}
