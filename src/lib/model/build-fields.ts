import type { FieldDraft } from './draft.ts';
import type { Field, KeyMark } from './field.ts';
import { uniqueKeys } from './cardinality.ts';
import type { NamedEntity, Report } from './named-entity.ts';
import type { Reference } from './reference.ts';
import { storeFacts } from './stores/index.ts';
import { didYouMean } from './suggest.ts';

/** Fields of every entity, by its address: types taken from targets where nobody gave them, key marks, placeholders of keys. */
export function buildFields(named: readonly NamedEntity[], references: readonly Reference[], report: Report): ReadonlyMap<string, readonly Field[]> {
  const { typeOf, typeOfValue } = pointerTypes(named, references);
  const pointing = new Set(references.flatMap(({ from, alsoFrom = [] }) => [from.field, ...alsoFrom].map((field) => `${from.entity}.${field}`)));
  return new Map(
    named.map((entity) => {
      const keys = uniqueKeys(entity);
      const primary = new Set(entity.draft.kind === 'collection' ? ['_id'] : entity.draft.kind === 'table' ? entity.draft.primaryKey : []);
      const uniques = new Set(keys.flatMap((key) => (key.length === 1 && !primary.has(key[0]!) ? key : [])));
      const drafts = entity.draft.kind === 'objects' ? placeholderFields(entity, references, typeOfValue, report) : entity.draft.fields;
      const fields = drafts.map((draft): Field => {
        const marks: KeyMark[] = [];
        if (primary.has(draft.path)) marks.push('PK');
        if (pointing.has(`${entity.address}.${draft.path}`)) marks.push('FK');
        if (uniques.has(draft.path)) marks.push('UK');
        const { reference: _reference, referenceLocation: _location, type, ...rest } = draft;
        return { ...rest, type: isOpen(type) ? typeOf(entity.address, draft.path) : type, keys: marks };
      });
      return [entity.address, fields];
    }),
  );
}

/** A placeholder is a declared parameter, or has the type of the values of the first field that is bound to it. */
function placeholderFields(entity: NamedEntity, references: readonly Reference[], typeOfValue: TypeOf, report: Report): readonly FieldDraft[] {
  const { address, draft, placeholders } = entity;
  const declared = new Map(draft.fields.map((field) => [field.path, field]));
  for (const field of draft.fields) {
    if (field.depth > 0 || placeholders.includes(field.path)) continue;
    const hint = didYouMean(field.path, placeholders) || `Put \`{${field.path}}\` into the key, or take the parameter out.`;
    report({ rule: 'unknown-placeholder', severity: 'error', address, message: `\`${address}\` declares the parameter \`${field.path}\`, which is not in its key.`, hint, location: field.location });
  }
  const pointers = references.filter((reference) => reference.target.kind === 'objects' && reference.target.entity === address);
  return placeholders.map((placeholder): FieldDraft => {
    const own = declared.get(placeholder);
    if (own !== undefined) return own;
    const source = pointers.flatMap(({ from, target }) => {
      const binding = target.kind === 'objects' ? target.bindings.find((each) => each.placeholder === placeholder) : undefined;
      return binding?.from.kind === 'field' ? [{ entity: from.entity, field: binding.from.field }] : [];
    })[0];
    const location = draft.optionLocations['key'] ?? draft.location;
    const type = source === undefined ? 'string' : typeOfValue(source.entity, source.field);
    return { path: placeholder, name: placeholder, depth: 0, type, nullable: false, optional: false, description: '', location };
  });
}

type TypeOf = (entity: string, path: string) => string;

/** The type of any field; that of an untyped pointer is its target's, in the words of its own store. */
function pointerTypes(named: readonly NamedEntity[], references: readonly Reference[]): { readonly typeOf: TypeOf; readonly typeOfValue: TypeOf } {
  const entities = new Map(named.map((entity) => [entity.address, new Map(entity.draft.fields.map((field) => [field.path, field]))]));
  const targets = new Map(references.map((reference) => [`${reference.from.entity}.${reference.from.field}`, reference.target]));
  const stores = new Map(named.map((entity) => [entity.address, entity.store.id]));
  const typeOf = (entity: string, path: string, seen: ReadonlySet<string>): string => {
    const address = `${entity}.${path}`;
    const own = entities.get(entity)?.get(path)?.type;
    if (!isOpen(own)) return own;
    const target = targets.get(address);
    // Two pointers that take their types from each other have none.
    if (target === undefined || seen.has(address)) return `${storeFacts(stores.get(entity) ?? '').typeOfPointer('string')}${own ?? ''}`;
    const further = new Set([...seen, address]);
    const first =
      target.kind === 'field' ? target : target.kind === 'oneOf' ? target.targets[0] : target.kind === 'any' ? firstWith(named, target.store, target.field) : undefined;
    const element = first === undefined ? 'string' : typeOf(first.entity, first.field, further);
    return `${storeFacts(stores.get(entity) ?? '').typeOfPointer(element)}${own ?? ''}`;
  };
  /** What is pointed at says what the values look like, in whatever type a pointer holds them. */
  const typeOfValue = (entity: string, path: string, seen: ReadonlySet<string>): string => {
    const address = `${entity}.${path}`;
    const target = targets.get(address);
    return target?.kind !== 'field' || seen.has(address) ? typeOf(entity, path, new Set()) : typeOfValue(target.entity, target.field, new Set([...seen, address]));
  };
  return { typeOf: (entity, path) => typeOf(entity, path, new Set()), typeOfValue: (entity, path) => typeOfValue(entity, path, new Set()) };
}

/** No type is that of the target; brackets alone are a list of it. */
function isOpen(type: string | undefined): type is undefined | `${string}[]` {
  return type === undefined || /^(\[\])+$/.test(type);
}

function firstWith(named: readonly NamedEntity[], store: string, field: string): { readonly entity: string; readonly field: string } | undefined {
  const entity = named.find((each) => each.store.id === store && each.draft.fields.some((draft) => draft.path === field));
  return entity === undefined ? undefined : { entity: entity.address, field };
}
