import type { FieldDraft } from './draft.ts';
import type { NamedEntity } from './named-entity.ts';
import type { Cardinality, Target } from './reference.ts';

/**
 * What uniqueness, arrays and nullability tell of a reference. `from` is one only where the schema proves it:
 * the pointing fields contain a unique key.
 */
export function cardinalityOf(entity: NamedEntity, field: FieldDraft, target: Target, columns: readonly string[] = [field.path]): Cardinality {
  const pointing = target.kind === 'objects' ? target.bindings.flatMap((binding) => (binding.from.kind === 'field' ? [binding.from.field] : [])) : columns;
  const unique = uniqueKeys(entity).some((key) => key.every((path) => pointing.includes(path) || path === field.path));
  return { from: unique ? 'one' : 'many', to: isMany(field) ? 'many' : mayBeAbsent(entity, field) || holdsOtherValues(entity, field) ? 'at most one' : 'exactly one' };
}

/** Sets of fields whose values occur once: the primary key, unique constraints, unique indexes without a condition. */
export function uniqueKeys({ draft }: NamedEntity): readonly (readonly string[])[] {
  const indexes = draft.kind === 'objects' ? [] : draft.indexes.filter((index) => index.unique && index.where === undefined);
  const fromIndexes = indexes.map((index) => index.keys.map((key) => key.on));
  switch (draft.kind) {
    case 'collection':
      return [['_id'], ...fromIndexes];
    case 'table':
      return [...(draft.primaryKey.length > 0 ? [draft.primaryKey] : []), ...draft.uniques.map((unique) => unique.columns), ...fromIndexes];
    case 'objects':
      return [];
  }
}

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
