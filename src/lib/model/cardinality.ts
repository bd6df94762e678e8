import type { FieldDraft } from './draft.ts';
import { indexedPath } from './indexed-path.ts';
import type { NamedEntity } from './named-entity.ts';
import type { Cardinality, Target } from './reference.ts';

/**
 * The cardinality that follows from uniqueness, arrays and nullability. `from` is one only if the referencing fields contain a unique key.
 * `to` is one only if the target is unique: otherwise a value may match any number of records.
 * @param entities by address
 * @param columns of a composite foreign key, which PostgreSQL does not check where one of them is null
 */
export function cardinalityOf(entity: NamedEntity, field: FieldDraft, target: Target, entities: ReadonlyMap<string, NamedEntity>, columns: readonly string[] = [field.path]): Cardinality {
  const pointing = target.kind === 'objects' ? target.bindings.flatMap((binding) => (binding.from.kind === 'field' ? [binding.from.field] : [])) : columns;
  const unique = uniqueKeys(entity).some((key) => key.every((path) => pointing.includes(path) || path === field.path));
  const fields = entity.draft.fields.filter((each) => columns.includes(each.path));
  const isAbsent = fields.some((each) => mayBeAbsent(entity, each) || holdsOtherValues(entity, each) || each.reference?.allowsOtherValues === true);
  return { from: unique ? 'one' : 'many', to: fields.some(isMany) || !meansOneRecord(target, entities) ? 'many' : isAbsent ? 'at most one' : 'exactly one' };
}

/** Sets of fields whose values occur once: the primary key, unique constraints, unique indexes without a condition. */
export function uniqueKeys({ draft }: NamedEntity): readonly (readonly string[])[] {
  switch (draft.kind) {
    case 'collection':
      return [...(draft.timeSeries === undefined ? [['_id']] : []), ...uniqueIndexes(draft)];
    case 'table':
      return [...(draft.primaryKey.length > 0 ? [draft.primaryKey] : []), ...draft.uniques.map((unique) => unique.columns), ...uniqueIndexes(draft)];
    case 'objects':
      return [];
  }
}

function uniqueIndexes({ indexes, fields }: Extract<NamedEntity['draft'], { readonly indexes: unknown }>): readonly (readonly string[])[] {
  const paths = fields.map((each) => each.path);
  const full = indexes.filter((index) => index.unique && index.where === undefined && index.keys.length > 0 && index.keys.every((key) => key.expression !== true));
  return full.map((index) => index.keys.map((key) => indexedPath(key.on, paths)));
}

/** Does a value match at most one record? The key of an object does. */
function meansOneRecord(target: Target, entities: ReadonlyMap<string, NamedEntity>): boolean {
  const isUnique = (address: string, fields: readonly string[]) => {
    const entity = entities.get(address);
    return entity === undefined || uniqueKeys(entity).some((key) => key.every((path) => fields.includes(path)));
  };
  switch (target.kind) {
    case 'field':
      return isUnique(target.entity, [target.field, ...(target.alsoTo ?? [])]);
    case 'oneOf':
      return target.targets.every(({ entity, field }) => isUnique(entity, [field]));
    case 'any':
      return isUniqueEverywhere(target.store, target.field, entities);
    case 'objects':
      return true;
  }
}

/** Is a field unique in every entity of a store that has it? Computed once for each field, because many references need it. */
function isUniqueEverywhere(store: string, field: string, entities: ReadonlyMap<string, NamedEntity>): boolean {
  const known = everywhere.get(entities) ?? new Map<string, boolean>();
  everywhere.set(entities, known);
  const key = `${store} ${field}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const bearers = [...entities.values()].filter((entity) => entity.store.id === store && entity.draft.fields.some((each) => each.path === field));
  const found = bearers.every((entity) => uniqueKeys(entity).some((columns) => columns.every((path) => path === field)));
  known.set(key, found);
  return found;
}

const everywhere = new WeakMap<ReadonlyMap<string, NamedEntity>, Map<string, boolean>>();

function isMany(field: FieldDraft): boolean {
  return /\[\]|\{(?:key)?\}/.test(field.path) || (typeof field.type === 'string' ? field.type.endsWith('[]') : 'listOf' in field.type);
}

/** A tenant field whose exceptions point at no tenant. */
function holdsOtherValues({ draft }: NamedEntity, field: FieldDraft): boolean {
  return draft.tenancy?.kind === 'perTenant' && draft.tenancy.field === field.path && draft.tenancy.exceptions.length > 0;
}

/** A pointer inside an optional object is itself optional. */
function mayBeAbsent(entity: NamedEntity, field: FieldDraft): boolean {
  return entity.draft.fields.some((each) => (each.path === field.path || field.path.startsWith(`${each.path}.`)) && (each.nullable || each.optional));
}
