import { catalogIndexOf } from '../../src/lib/analysis/catalog-index.ts';
import { judgeClaims } from '../../src/lib/analysis/claims.ts';
import { relationshipsWithin } from '../../src/lib/analysis/cross-references.ts';
import { assertNever } from '../../src/lib/model/assert-never.ts';
import type { Catalog } from '../../src/lib/model/catalog.ts';
import type { Collection, Entity, ObjectFamily, Table } from '../../src/lib/model/entity.ts';
import type { Reference } from '../../src/lib/model/reference.ts';
import type { CatalogProbe, FieldProbe } from './seed-fact.ts';

/** What the catalog lacks of a fact, each as a sentence; nothing when it holds it. */
export function missingInCatalog(catalog: Catalog, probe: CatalogProbe): readonly string[] {
  switch (probe.kind) {
    case 'reference': {
      const [entity, field] = probe.to;
      return onReference(catalog, probe.from, (reference) => {
        const { target, enforcement } = reference;
        const type = fieldType(catalog, probe.from);
        return [
          ...(target.kind === 'field' && target.entity === entity && target.field === field ? [] : [`It points at ${JSON.stringify(target)}.`]),
          ...(enforcement.by === 'application' ? [] : ['It is not kept by the application.']),
          ...(probe.type === undefined || type === probe.type ? [] : [`Its type is ${type}.`]),
        ];
      });
    }
    case 'collections': {
      const living = catalog.entities.filter((entity) => entity.kind === 'collection').map((entity) => entity.name);
      return [...differences('collections', living, probe.living), ...differences('tombstones', catalog.tombstones.map((each) => each.name), probe.eliminated)];
    }
    case 'anyReference':
      return onReference(catalog, probe.from, ({ target }) =>
        target.kind === 'any' && target.store === probe.store && target.field === probe.field && target.discriminator.kind === 'field' && target.discriminator.field === probe.discriminator
          ? []
          : [`It points at ${JSON.stringify(target)}.`],
      );
    case 'objectReference':
      return onReference(catalog, probe.from, ({ target }) => {
        if (target.kind !== 'objects' || target.entity !== probe.family) return [`It points at ${JSON.stringify(target)}.`];
        const template = entityOf<ObjectFamily>(catalog, probe.family).key.template;
        const bindings = Object.fromEntries(target.bindings.map(({ placeholder, from }) => [placeholder, from.kind === 'field' ? from.field : `(${from.kind})`]));
        return [...(template === probe.template ? [] : [`The key is ${template}.`]), ...differences('bindings', bindings, probe.bindings)];
      });
    case 'onlyTenantReference': {
      const entity = entityOf(catalog, probe.entity);
      const out = referencesFrom(catalog, entity.address).map((reference) => reference.from.field);
      return [...differences('references', out, ['tenantId']), ...lacking(entity.referencesNothing ?? '', probe.words)];
    }
    case 'everyCollectionReferences':
      return catalog.entities
        .filter((entity) => entity.kind === 'collection')
        .filter((entity) => !referencesFrom(catalog, entity.address).some(({ target, enforcement }) => enforcement.by === 'application' && storeOf(target) === probe.store))
        .map((entity) => `${entity.address} references nothing in ${probe.store}.`);
    case 'mirror':
      return onReference(catalog, probe.from, ({ mirrorOf }) => differences('authority', mirrorOf, probe.authority));
    case 'referenceNote':
      return onReference(catalog, probe.from, ({ note }) => lacking(note ?? '', probe.words));
    case 'lifetime': {
      const entity = entityOf(catalog, probe.entity);
      const content = referencesFrom(catalog, entity.address).flatMap(({ target }) => (target.kind === 'objects' ? [target.entity] : []));
      const passing = content.filter((address) => entityOf(catalog, address).retention?.kind !== 'permanent').map((address) => `${address} is not permanent.`);
      const declared = Object.fromEntries(Object.keys(probe.retention).map((key) => [key, (entity.retention as unknown as Record<string, unknown> | undefined)?.[key]]));
      const reason = entity.retention?.kind === 'atLeast' ? entity.retention.reason : '';
      return [
        ...differences('retention', declared, probe.retention),
        ...differences('content', [...content].sort(), [...probe.content].sort()),
        ...passing,
        ...lacking(`${reason} ${entity.retention?.note ?? ''}`, probe.words),
      ];
    }
    case 'tenancy': {
      const { tenancy } = entityOf(catalog, probe.entity);
      if (tenancy?.kind !== 'perTenant' || tenancy.field !== probe.field) return [`Its tenancy is ${JSON.stringify(tenancy)}.`];
      const values = tenancy.exceptions.map((exception) => exception.value);
      const target = referencesFrom(catalog, probe.entity).find((reference) => reference.from.field === probe.field)?.target;
      return [
        ...(target?.kind === 'field' && target.entity === 'postgresql.tenants' && target.field === 'ref_id' ? [] : ['Its tenant field does not hold a tenant\'s ref_id.']),
        ...differences('values that are not tenants', values, probe.exceptions.map((exception) => exception.value)),
        ...probe.exceptions.flatMap(({ value, reason }) => lacking(tenancy.exceptions.find((exception) => exception.value === value)?.reason ?? '', [reason])),
      ];
    }
    case 'tombstone': {
      const tombstone = catalog.tombstones.find((each) => each.address === probe.address);
      if (tombstone === undefined) return [`${probe.address} is no tombstone.`];
      return [...differences('replacement', tombstone.replacedBy, probe.replacedBy), ...lacking(`${tombstone.reason} ${tombstone.description}`, probe.words)];
    }
    case 'objectLock': {
      const family = entityOf<ObjectFamily>(catalog, probe.entity);
      const neighbours = catalog.entities.filter((entity) => entity.kind === 'objects' && entity.bucket === family.bucket && entity.address !== family.address);
      return [
        ...differences('Object Lock', family.objectLock?.mode, probe.mode),
        ...differences('retention', family.retention?.kind, probe.retention),
        ...neighbours.map((entity) => `${entity.address} shares its bucket.`),
      ];
    }
    case 'index': {
      const { indexes } = entityOf<Collection | Table>(catalog, probe.entity);
      const fits = indexes.some(
        (index) =>
          JSON.stringify(index.keys.map((key) => key.on)) === JSON.stringify(probe.on) &&
          (probe.ttl === undefined || index.ttl === probe.ttl) &&
          (probe.order === undefined || index.keys.every((key) => key.order === probe.order)),
      );
      return fits ? [] : [`${probe.entity} has no such index: ${JSON.stringify(indexes)}`];
    }
    case 'claim': {
      const verdict = judgeClaims(catalog).find(({ claim }) => lacking(`${claim.sentence} ${claim.because ?? ''}`, probe.words).length === 0);
      if (verdict === undefined) return [`No claim says "${probe.words.join(' … ')}".`];
      const exceptions = verdict.counterexamples.map((each) => each.address).sort();
      return [
        ...(verdict.holds ? [] : [`It does not hold: ${JSON.stringify(verdict.counterexamples)}`]),
        ...(probe.exceptions === undefined ? [] : differences('exceptions', exceptions, probe.exceptions)),
      ];
    }
    case 'process': {
      const process = catalog.processes.find((each) => each.name === probe.name);
      const writes = process?.writes.map(({ entity, field }) => (field === undefined ? entity : `${entity}.${field}`)) ?? [];
      return [...probe.writes.filter((address) => !writes.includes(address)).map((address) => `It does not write ${address}.`), ...lacking([process?.because ?? '', ...(process?.copies.map((copy) => copy.note ?? '') ?? [])].join(' '), probe.words)];
    }
    case 'onlyImplicit': {
      const index = catalogIndexOf(catalog);
      const { implicit } = relationshipsWithin(index, index.stores.get(probe.store)!);
      const found = implicit.map(({ process, copy }) => ({ process: process.name, entities: [copy.from.entity, copy.to.entity].sort() }));
      return differences('implicit relationships', found, [{ process: probe.process, entities: probe.entities }]);
    }
    case 'says':
      return lacking(`${catalog.system.name} ${catalog.system.description}`, probe.words);
    default:
      return assertNever(probe);
  }
}

function onReference(catalog: Catalog, from: FieldProbe, check: (reference: Reference) => readonly string[]): readonly string[] {
  const [entity, field] = from;
  const found = referencesFrom(catalog, entity).filter((reference) => reference.from.field === field);
  return found.length === 1 ? check(found[0]!) : [`${entity}.${field} has ${found.length} references.`];
}

function referencesFrom(catalog: Catalog, entity: string): readonly Reference[] {
  return catalog.references.filter((reference) => reference.from.entity === entity);
}

function entityOf<Kind extends Entity>(catalog: Catalog, address: string): Kind {
  const found = catalog.entities.find((entity) => entity.address === address);
  if (found === undefined) throw new Error(`${address} is not in the catalog.`);
  return found as Kind;
}

function fieldType(catalog: Catalog, [entity, field]: FieldProbe): string | undefined {
  return entityOf(catalog, entity).fields.find((each) => each.path === field)?.type;
}

function storeOf(target: Reference['target']): string | undefined {
  if (target.kind === 'any') return target.store;
  return (target.kind === 'oneOf' ? target.targets[0]?.entity : target.entity)?.split('.')[0];
}

function lacking(text: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => !text.toLowerCase().includes(word.toLowerCase())).map((word) => `"${word}" is not said in: ${text}`);
}

function differences(what: string, is: unknown, should: unknown): readonly string[] {
  const [found, wanted] = [JSON.stringify(is), JSON.stringify(should)];
  return found === wanted ? [] : [`The ${what}: ${found}, not ${wanted}.`];
}
