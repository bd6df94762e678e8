import type { Entity } from '../model/entity.ts';
import type { Copy, EntityOrField, Process } from '../model/catalog.ts';
import type { Reference } from '../model/reference.ts';
import type { Store } from '../model/store.ts';
import type { CatalogIndex } from './catalog-index.ts';
import { targetEntities } from './reference-targets.ts';

/**
 * References by ordered pair of different stores, pairs in the order of the catalog's stores.
 * A polymorphic reference whose targets lie in several stores stands in each of those pairs.
 */
export function crossReferences(index: CatalogIndex): readonly StorePair[] {
  const pairs = index.catalog.stores.flatMap((from) => index.catalog.stores.filter((to) => to !== from).map((to) => ({ from, to, references: [] as Reference[] })));
  const byIds = new Map(pairs.map((pair) => [`${pair.from.id} ${pair.to.id}`, pair]));
  for (const reference of index.catalog.references) {
    const from = index.entities.get(reference.from.entity)?.store;
    for (const to of targetStores(index, reference)) byIds.get(`${from} ${to}`)?.references.push(reference);
  }
  return pairs.filter((pair) => pair.references.length > 0);
}

export interface StorePair {
  readonly from: Store;
  readonly to: Store;
  readonly references: readonly Reference[];
}

/** How many references go from one store to another, or stay within one. */
export function countReferences(index: CatalogIndex): (from: Store, to: Store) => number {
  const counts = new Map<string, number>();
  for (const reference of index.catalog.references) {
    const from = index.entities.get(reference.from.entity)?.store;
    for (const to of targetStores(index, reference)) counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1);
  }
  return (from, to) => counts.get(`${from.id} ${to.id}`) ?? 0;
}

/** Entities of a store that reference nothing, on purpose. */
export function withoutReferences(index: CatalogIndex, store: Store): readonly (Entity & { readonly referencesNothing: string })[] {
  return index.entitiesOf(store).filter((entity): entity is Entity & { readonly referencesNothing: string } => entity.referencesNothing !== undefined);
}

/** What ties the entities of one store to each other: references, and facts that a process writes into two of them. */
export function relationshipsWithin(index: CatalogIndex, store: Store): WithinStore {
  const direct = index
    .entitiesOf(store)
    .flatMap((entity) => index.referencesOut(entity))
    .filter((reference) => targetStores(index, reference).includes(store.id));
  const isHere = ({ entity }: EntityOrField) => index.entities.get(entity)?.store === store.id;
  const implicit = index.catalog.processes.flatMap((process) => process.copies.filter(({ from, to }) => isHere(from) && isHere(to)).map((copy) => ({ process, copy })));
  return { direct, implicit };
}

export interface WithinStore {
  readonly direct: readonly Reference[];
  /** Relationships that no field shows: one fact, twice in the store, related by the process that writes both. */
  readonly implicit: readonly { readonly process: Process; readonly copy: Copy }[];
}

/** Stores that a reference can lead to, each once. */
export function targetStores(index: CatalogIndex, reference: Reference): readonly string[] {
  if (reference.target.kind === 'any') return [reference.target.store];
  return [...new Set(targetEntities(reference.target).flatMap((address) => index.entities.get(address)?.store ?? []))];
}
