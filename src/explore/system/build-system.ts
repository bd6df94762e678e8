import { possibleTargets } from '../../lib/analysis/possible-targets.ts';
import { sourceFields } from '../../lib/analysis/reference-targets.ts';
import type { Catalog } from '../../lib/model/catalog.ts';
import type { Entity } from '../../lib/model/entity.ts';
import type { Field } from '../../lib/model/field.ts';
import { buildPagePaths, routeOfPage } from '../../lib/model/page-path.ts';
import type { Reference } from '../../lib/model/reference.ts';
import { storeFacts } from '../../lib/model/stores/index.ts';
import { chooseRows } from './choose-rows.ts';
import { layOut } from './lay-out.ts';
import type { System, SystemEntity, SystemField, SystemGroup, SystemReference } from './system.ts';
import { describeLife, describeRemark } from './words.ts';

/** The picture of a catalog: what it holds, and where everything lies. */
export function buildSystem(catalog: Catalog): System {
  const paths = buildPagePaths(catalog);
  const groups = groupsOf(catalog, paths.domains);
  const groupAt = new Map(groups.map(({ kind, name }, at) => [`${kind} ${name}`, at]));
  const places = new Map(catalog.entities.map(({ address }, at) => [address, at]));
  const fieldAt = catalog.entities.map(({ fields }) => new Map(fields.map(({ path }, at) => [path, at])));
  const references = catalog.references.map((reference) => referenceOf(reference, catalog, places, fieldAt));
  const taking = catalog.entities.map(() => new Set<number>());
  for (const { from, fields, targets } of references) {
    for (const field of fields) taking[from]?.add(field);
    for (const [entity, field] of targets) taking[entity]?.add(field);
  }
  const stores = catalog.stores.map(({ id, label }) => ({ id, label, words: storeFacts(id).entityWord }));
  const entities = catalog.entities.map((entity, at): SystemEntity => ({
    address: entity.address,
    name: entity.name,
    store: stores.findIndex(({ id }) => id === entity.store),
    group: groupAt.get(groupKey(entity)) ?? 0,
    page: routeOfPage(paths.entities.get(entity.address) ?? ''),
    summary: entity.summary,
    ...(entity.domain === undefined ? {} : { domain: entity.domain }),
    ...(entity.owner === undefined ? {} : { owner: entity.owner }),
    tags: entity.tags,
    status: entity.status.kind,
    ...(entity.tenancy === undefined ? {} : { tenancy: entity.tenancy.kind }),
    ...(entity.retention === undefined ? {} : { retention: entity.retention.kind }),
    lives: describeLife(entity.retention),
    fields: entity.fields.map(fieldOf),
    rows: chooseRows(entity.fields, taking[at] ?? new Set()),
  }));
  const system = { name: catalog.system.name, stores, groups, entities, references };
  return { ...system, layout: layOut(system) };
}

function groupsOf(catalog: Catalog, pages: ReadonlyMap<string, string>): readonly SystemGroup[] {
  const domains = catalog.domains.map(({ name }): SystemGroup => ({ kind: 'domain', name, page: routeOfPage(pages.get(name) ?? '') }));
  const homeless = new Set(catalog.entities.filter(({ domain }) => domain === undefined).map(({ store }) => store));
  return [...domains, ...catalog.stores.filter(({ id }) => homeless.has(id)).map(({ id }): SystemGroup => ({ kind: 'store', name: id, page: routeOfPage(`${id}/index.mdx`) }))];
}

function groupKey({ domain, store }: Entity): string {
  return domain === undefined ? `store ${store}` : `domain ${domain}`;
}

function fieldOf({ path, type, keys, classification }: Field): SystemField {
  const marks = keys.join(' ');
  return classification === undefined ? [path, type, marks] : [path, type, marks, classification];
}

function referenceOf(reference: Reference, catalog: Catalog, places: ReadonlyMap<string, number>, fieldAt: readonly ReadonlyMap<string, number>[]): SystemReference {
  const from = places.get(reference.from.entity) ?? 0;
  const remark = describeRemark(reference);
  return {
    from,
    fields: sourceFields(reference).map(({ field }) => fieldAt[from]?.get(field) ?? -1),
    targets: possibleTargets(reference.target, catalog).flatMap(({ entity, field }) => {
      const place = places.get(entity);
      return place === undefined ? [] : [[place, fieldAt[place]?.get(field) ?? -1] as const];
    }),
    kind: reference.target.kind,
    by: reference.enforcement.by,
    cardinality: [reference.cardinality.from, reference.cardinality.to],
    ...(remark === '' ? {} : { remark }),
  };
}
