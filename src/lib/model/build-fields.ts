import { codeSpan } from './code-span.ts';
import type { FieldDraft } from './draft.ts';
import type { Field, KeyMark } from './field.ts';
import { uniqueKeys } from './cardinality.ts';
import type { NamedEntity, Report } from './named-entity.ts';
import { inSequence } from './in-sequence.ts';
import { memberTypes, typeText, unionType } from './open-type.ts';
import type { FieldAddress, Reference, Target } from './reference.ts';
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
        if (typeof type === 'string') return { ...rest, type, keys: marks };
        const open = typeOf(entity.address, draft.path);
        const types = memberTypes(open);
        if (entity.draft.kind === 'table' && draft.depth === 0 && types.length > 1) reportMixedTypes(entity, draft, types, report);
        return { ...rest, type: open, keys: marks };
      });
      return [entity.address, fields];
    }),
  );
}

/** A document's field may hold a value of either type; a column cannot. */
function reportMixedTypes({ address }: NamedEntity, draft: FieldDraft, types: readonly string[], report: Report): void {
  const message = `\`${address}.${draft.path}\` holds values of several types, ${inSequence(types.map(codeSpan))}: a column has one type.`;
  report({ rule: 'mixed-reference-types', severity: 'error', address: `${address}.${draft.path}`, message, hint: 'Give the reference a type that holds all of them: { as: text() }.', location: draft.referenceLocation ?? draft.location });
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

/** The type of any field; that of a reference without one is its target's, in the words of its own store. */
function pointerTypes(named: readonly NamedEntity[], references: readonly Reference[]): { readonly typeOf: TypeOf; readonly typeOfValue: TypeOf } {
  const entities = new Map(named.map((entity) => [entity.address, new Map(entity.draft.fields.map((field) => [field.path, field]))]));
  const targets = new Map(references.map((reference) => [`${reference.from.entity}.${reference.from.field}`, reference.target]));
  const stores = new Map(named.map((entity) => [entity.address, entity.store.id]));
  const typeOf = (entity: string, path: string, seen: ReadonlySet<string>): string =>
    typeText(entities.get(entity)?.get(path)?.type ?? 'string', (pointer) => typeOfTarget(entity, pointer, seen));
  const typeOfTarget = (entity: string, path: string, seen: ReadonlySet<string>): string => {
    const address = `${entity}.${path}`;
    const { typeOfPointer } = storeFacts(stores.get(entity) ?? '');
    // Two pointers that take their types from each other have none.
    const meant = seen.has(address) ? [] : meantBy(targets.get(address), named);
    const further = new Set([...seen, address]);
    return meant.length === 0 ? typeOfPointer('string') : unionType(meant.map((each) => typeOfPointer(typeOf(each.entity, each.field, further))));
  };
  /** What is pointed at says what the values look like, in whatever type a pointer holds them. */
  const typeOfValue = (entity: string, path: string, seen: ReadonlySet<string>): string => {
    const address = `${entity}.${path}`;
    const target = targets.get(address);
    return target?.kind !== 'field' || seen.has(address) ? typeOf(entity, path, new Set()) : typeOfValue(target.entity, target.field, new Set([...seen, address]));
  };
  return { typeOf: (entity, path) => typeOf(entity, path, new Set()), typeOfValue: (entity, path) => typeOfValue(entity, path, new Set()) };
}

/** Every field that a reference may mean. */
function meantBy(target: Target | undefined, named: readonly NamedEntity[]): readonly FieldAddress[] {
  switch (target?.kind) {
    case 'field':
      return [target];
    case 'oneOf':
      return target.targets;
    case 'any':
      return named.filter((each) => each.store.id === target.store && each.draft.fields.some((draft) => draft.path === target.field)).map(({ address }) => ({ entity: address, field: target.field }));
    default:
      return [];
  }
}
