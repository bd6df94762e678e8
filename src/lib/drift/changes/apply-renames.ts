import type { Catalog, EntityOrField } from '../../model/catalog.ts';
import type { ClaimCheck } from '../../model/claim.ts';
import type { Entity, Index, KeyTemplate } from '../../model/entity.ts';
import { indexedPath } from '../../model/indexed-path.ts';
import { nameAt } from '../../model/last-step.ts';
import type { Discriminator, KeyBinding, Reference, Target } from '../../model/reference.ts';
import type { Retention } from '../../model/retention.ts';
import type { Renames } from './find-renames.ts';

/** The same catalog in new names: every address and every path in it. Ids of references and JSON Schemas keep the old ones. */
export function applyRenames(catalog: Catalog, renames: Renames): Catalog {
  if (renames.entities.size === 0 && renames.fields.size === 0) return catalog;
  const names = namesOf(catalog, renames);
  return {
    ...catalog,
    stores: catalog.stores.map((store) => ({ ...store, entities: store.entities.map(names.entity) })),
    domains: catalog.domains.map((domain) => ({ ...domain, entities: domain.entities.map(names.entity) })),
    entities: catalog.entities.map((entity) => renameEntity(entity, names)),
    references: catalog.references.map((reference) => renameReference(reference, names)),
    tombstones: catalog.tombstones.map((tombstone) => ({ ...tombstone, ...(tombstone.replacedBy === undefined ? {} : { replacedBy: names.entity(tombstone.replacedBy) }) })),
    processes: catalog.processes.map((process) => ({
      ...process,
      reads: process.reads.map(names.touched),
      writes: process.writes.map(names.touched),
      deletes: process.deletes.map(names.touched),
      ...(process.retains === undefined ? {} : { retains: process.retains.map((retained) => ({ ...retained, entity: names.entity(retained.entity) })) }),
      copies: process.copies.map((copy) => ({ ...copy, from: names.touched(copy.from), to: names.touched(copy.to) })),
    })),
    claims: catalog.claims.map((claim) => ({ ...claim, check: renameCheck(claim.check, names) })),
  };
}

interface Names {
  readonly entity: (address: string) => string;
  /** Of a field: its entity's old address, its old path. */
  readonly field: (entity: string, path: string) => string;
  readonly touched: (touched: EntityOrField) => EntityOrField;
  /** Text that names an entity or a field. */
  readonly address: (text: string) => string;
}

function namesOf(catalog: Catalog, { entities, fields }: Renames): Names {
  const known = new Set(catalog.entities.map((entity) => entity.address));
  const entity = (address: string) => entities.get(address) ?? address;
  const field = (address: string, path: string) => fields.get(address)?.get(path) ?? path;
  return {
    entity,
    field,
    touched: (touched) => ({ entity: entity(touched.entity), ...(touched.field === undefined ? {} : { field: field(touched.entity, touched.field) }) }),
    address(text) {
      if (known.has(text)) return entity(text);
      for (let dot = text.lastIndexOf('.'); dot > 0; dot = text.lastIndexOf('.', dot - 1)) {
        const owner = text.slice(0, dot);
        if (known.has(owner)) return `${entity(owner)}.${field(owner, text.slice(dot + 1))}`;
      }
      return text;
    },
  };
}

function renameEntity(entity: Entity, names: Names): Entity {
  const { address, tenancy, retention, alsoRetention, status } = entity;
  const now = names.entity(address);
  const path = (text: string) => names.field(address, text);
  const base = {
    address: now,
    store: now.slice(0, now.indexOf('.')),
    name: now.slice(now.indexOf('.') + 1),
    fields: entity.fields.map((field) => {
      const renamed = path(field.path);
      const { when } = field;
      return { ...field, path: renamed, name: nameAt(renamed), ...(when === undefined ? {} : { when: { ...when, field: path(when.field) } }) };
    }),
    ...(tenancy === undefined ? {} : { tenancy: 'field' in tenancy ? { ...tenancy, field: path(tenancy.field) } : tenancy }),
    ...(retention === undefined ? {} : { retention: renameRetention(retention, path, names) }),
    ...(alsoRetention === undefined ? {} : { alsoRetention: alsoRetention.map((each) => renameRetention(each, path, names)) }),
    status: status.kind === 'deprecated' && status.useInstead !== undefined ? { ...status, useInstead: names.entity(status.useInstead) } : status,
  };
  switch (entity.kind) {
    case 'collection': {
      const { timeSeries } = entity;
      const renamed = timeSeries && { ...timeSeries, timeField: path(timeSeries.timeField), ...(timeSeries.metaField === undefined ? {} : { metaField: path(timeSeries.metaField) }) };
      return { ...entity, ...base, indexes: entity.indexes.map((index) => renameIndex(index, entity, path)), ...(renamed === undefined ? {} : { timeSeries: renamed }) };
    }
    case 'table':
      return {
        ...entity,
        ...base,
        primaryKey: entity.primaryKey.map(path),
        uniques: entity.uniques.map((unique) => ({ ...unique, columns: unique.columns.map(path) })),
        indexes: entity.indexes.map((index) => renameIndex(index, entity, path)),
        ...(entity.partitionedBy === undefined ? {} : { partitionedBy: { ...entity.partitionedBy, columns: entity.partitionedBy.columns.map(path) } }),
      };
    case 'objects':
      return { ...entity, ...base, key: renameKey(entity.key, path), parameters: entity.parameters.map(path) };
  }
}

function renameRetention(retention: Retention, path: (text: string) => string, names: Names): Retention {
  if (retention.kind === 'withParent') return { ...retention, parent: names.entity(retention.parent) };
  return retention.kind === 'expires' && retention.field !== undefined ? { ...retention, field: path(retention.field) } : retention;
}

/** An index of documents names `items.sku` where the model says `items[].sku`. */
function renameIndex(index: Index, { fields }: Entity, path: (text: string) => string): Index {
  const paths = fields.map((field) => field.path);
  const on = (text: string) => {
    const meant = indexedPath(text, paths);
    const now = path(meant);
    return now === meant ? text : text === meant ? now : now.replaceAll('[]', '').replaceAll('{}', '');
  };
  return { ...index, keys: index.keys.map((key) => (key.expression === true ? key : { ...key, on: on(key.on) })), ...(index.include === undefined ? {} : { include: index.include.map(on) }) };
}

function renameKey({ parts }: KeyTemplate, path: (text: string) => string): KeyTemplate {
  const renamed = parts.map((part) => (part.kind === 'placeholder' ? { ...part, name: path(part.name) } : part));
  return { parts: renamed, template: renamed.map((part) => (part.kind === 'placeholder' ? `{${part.name}}` : part.text.replace(/[{}]/g, '$&$&'))).join('') };
}

function renameReference(reference: Reference, names: Names): Reference {
  const own = reference.from.entity;
  return {
    ...reference,
    from: { entity: names.entity(own), field: names.field(own, reference.from.field) },
    ...(reference.alsoFrom === undefined ? {} : { alsoFrom: reference.alsoFrom.map((field) => names.field(own, field)) }),
    target: renameTarget(reference.target, own, names),
    ...(reference.mirrorOf === undefined ? {} : { mirrorOf: names.address(reference.mirrorOf) }),
  };
}

function renameTarget(target: Target, own: string, names: Names): Target {
  const discriminator = (each: Discriminator): Discriminator => (each.kind === 'field' ? { ...each, field: names.field(own, each.field) } : each);
  switch (target.kind) {
    case 'field':
      return {
        ...target,
        entity: names.entity(target.entity),
        field: names.field(target.entity, target.field),
        ...(target.alsoTo === undefined ? {} : { alsoTo: target.alsoTo.map((field) => names.field(target.entity, field)) }),
      };
    case 'oneOf':
      return { ...target, targets: target.targets.map((one) => ({ ...one, entity: names.entity(one.entity), field: names.field(one.entity, one.field) })), discriminator: discriminator(target.discriminator) };
    case 'any':
      return { ...target, discriminator: discriminator(target.discriminator) };
    case 'objects':
      return {
        ...target,
        entity: names.entity(target.entity),
        bindings: target.bindings.map(({ placeholder, from }): KeyBinding => ({
          placeholder: names.field(target.entity, placeholder),
          from: from.kind === 'field' ? { ...from, field: names.field(own, from.field) } : from,
        })),
      };
  }
}

function renameCheck(check: ClaimCheck, names: Names): ClaimCheck {
  const except = check.except.map((exception) => ({ ...exception, address: names.address(exception.address) }));
  return check.kind === 'everyEntity' ? { ...check, in: names.address(check.in), except } : { ...check, from: names.address(check.from), to: names.address(check.to), except };
}
