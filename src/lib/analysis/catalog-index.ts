import type { Catalog, Domain, EntityOrField, Process, Retained, Tombstone } from '../model/catalog.ts';
import type { Entity } from '../model/entity.ts';
import type { Field } from '../model/field.ts';
import type { Reference } from '../model/reference.ts';
import { retentionsOf } from '../model/retention.ts';
import type { Store } from '../model/store.ts';
import { sourceFields } from './reference-targets.ts';

/** The index of a catalog: looks things up by address, id or name. Built once for each, in time linear in it, so that what asks costs what it asks and not what there is. */
export function catalogIndexOf(catalog: Catalog): CatalogIndex {
  const known = built.get(catalog);
  if (known !== undefined) return known;
  const index = buildCatalogIndex(catalog);
  built.set(catalog, index);
  return index;
}

const built = new WeakMap<Catalog, CatalogIndex>();

function buildCatalogIndex(catalog: Catalog): CatalogIndex {
  const entities = new Map(catalog.entities.map((entity) => [entity.address, entity]));
  const fields = new Map<string, ReadonlyMap<string, Field>>();
  const fieldsOf = (address: string): ReadonlyMap<string, Field> => {
    const known = fields.get(address);
    if (known !== undefined) return known;
    const found = new Map(entities.get(address)?.fields.map((field) => [field.path, field]));
    fields.set(address, found);
    return found;
  };
  const references = new Map(catalog.references.map((reference) => [reference.id, reference]));
  const children = new Map<string, Entity[]>();
  for (const entity of catalog.entities) for (const retention of retentionsOf(entity)) if (retention.kind === 'withParent') children.set(retention.parent, [...(children.get(retention.parent) ?? []), entity]);

  const referencesOfField = new Map<string, Reference[]>();
  for (const reference of catalog.references) {
    for (const from of sourceFields(reference)) pushTo(referencesOfField, keyOf(from.entity, from.field), reference);
  }
  const processesOf = new Map<string, ProcessOnEntity[]>();
  for (const process of catalog.processes) {
    const { reads, writes, deletes, retains = [] } = process;
    for (const address of new Set([...reads, ...writes, ...deletes, ...retains].map((touched) => touched.entity))) {
      const isHere = (touched: EntityOrField) => touched.entity === address;
      pushTo(processesOf, address, { process, reads: reads.filter(isHere), writes: writes.filter(isHere), deletes: deletes.filter(isHere), retains: retains.filter(isHere) });
    }
  }
  const resolve = (ids: readonly string[]) => ids.flatMap((id) => references.get(id) ?? []);

  return {
    catalog,
    entities,
    references,
    tombstones: new Map(catalog.tombstones.map((tombstone) => [tombstone.address, tombstone])),
    stores: new Map(catalog.stores.map((store) => [store.id, store])),
    domains: new Map(catalog.domains.map((domain) => [domain.name, domain])),
    field: (entity, path) => fieldsOf(entity).get(path),
    referencesOut: (entity) => resolve(entity.referencesOut),
    referencesIn: (entity) => resolve(entity.referencesIn),
    referencesOfField: (entity, path) => referencesOfField.get(keyOf(entity, path)) ?? [],
    processesOf: (address) => processesOf.get(address) ?? [],
    childrenOf: (address) => children.get(address) ?? [],
    entitiesOf: (store) => store.entities.flatMap((address) => entities.get(address) ?? []),
    tombstonesOf: (store) => catalog.tombstones.filter((tombstone) => tombstone.store === store.id),
  };
}

export interface CatalogIndex {
  readonly catalog: Catalog;
  /** By address. */
  readonly entities: ReadonlyMap<string, Entity>;
  /** By address. */
  readonly tombstones: ReadonlyMap<string, Tombstone>;
  /** By id. */
  readonly references: ReadonlyMap<string, Reference>;
  /** By id. */
  readonly stores: ReadonlyMap<string, Store>;
  /** By name. */
  readonly domains: ReadonlyMap<string, Domain>;
  readonly field: (entity: string, path: string) => Field | undefined;
  readonly referencesOut: (entity: Entity) => readonly Reference[];
  readonly referencesIn: (entity: Entity) => readonly Reference[];
  /** References that start at a field, a composite foreign key at each of its columns. */
  readonly referencesOfField: (entity: string, path: string) => readonly Reference[];
  /** Processes that touch an entity or a field of it, each with what it touches there. */
  readonly processesOf: (address: string) => readonly ProcessOnEntity[];
  /** Entities whose records live as long as one of this. */
  readonly childrenOf: (address: string) => readonly Entity[];
  readonly entitiesOf: (store: Store) => readonly Entity[];
  readonly tombstonesOf: (store: Store) => readonly Tombstone[];
}

export interface ProcessOnEntity {
  readonly process: Process;
  readonly reads: readonly EntityOrField[];
  readonly deletes: readonly EntityOrField[];
  readonly writes: readonly EntityOrField[];
  readonly retains: readonly Retained[];
}

function keyOf(entity: string, path: string): string {
  return `${entity}\0${path}`;
}

function pushTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
