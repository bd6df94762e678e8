import type { Catalog } from './catalog.ts';
import type { ObjectFamily } from './entity.ts';
import type { FieldAddress, Reference } from './reference.ts';
import { shapesAt } from './shape-at.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** The object families of a catalog. A placeholder that is not declared as a parameter has the limits of the fields that its values come from: whatever one of them allows. */
export function keyFamilies({ entities, references }: Pick<Catalog, 'entities' | 'references'>): readonly ObjectFamily[] {
  const schemas = new Map(entities.map(({ address, jsonSchema }) => [address, jsonSchema]));
  const targets = new Map(references.map((reference) => [keyOf(reference.from), reference.target]));
  /** Of what a reference leads to, where it is one: as with types, that says what the values look like. */
  const schemaOf = (field: FieldAddress, seen: ReadonlySet<string>): JsonSchema | undefined => {
    const target = targets.get(keyOf(field));
    if (target?.kind === 'field' && !seen.has(keyOf(field))) return schemaOf(target, new Set([...seen, keyOf(field)]));
    const shapes = shapesAt(schemas.get(field.entity) ?? {}, field.field);
    return shapes.length === 0 ? undefined : { anyOf: shapes };
  };
  return entities.filter((entity) => entity.kind === 'objects').map((family) => {
    const pointers = references.filter(({ target }) => target.kind === 'objects' && target.entity === family.address);
    const { properties = {}, ...rest } = (family.jsonSchema ?? {}) as { readonly properties?: Readonly<Record<string, JsonSchema>> };
    const open = family.key.parts.flatMap((part) => (part.kind === 'placeholder' && !Object.hasOwn(properties, part.name) ? [part.name] : []));
    const bound = open.flatMap((placeholder): readonly (readonly [string, JsonSchema])[] => {
      const found = pointers.flatMap((pointer) => sourcesOf(pointer, placeholder, (field) => schemaOf(field, new Set())));
      const known = found.filter((each) => each !== undefined);
      // Of values that may come from anywhere nothing is known.
      return found.length === 0 || known.length < found.length ? [] : [[placeholder, { anyOf: known }]];
    });
    return bound.length === 0 ? family : { ...family, jsonSchema: { ...rest, properties: { ...properties, ...Object.fromEntries(bound) } } };
  });
}

function sourcesOf({ from: { entity }, target }: Reference, placeholder: string, schemaOf: (field: FieldAddress) => JsonSchema | undefined): readonly (JsonSchema | undefined)[] {
  const binding = target.kind === 'objects' ? target.bindings.find((each) => each.placeholder === placeholder) : undefined;
  switch (binding?.from.kind) {
    case 'field':
      return [schemaOf({ entity, field: binding.from.field })];
    case 'constant':
      return [{ const: binding.from.value }];
    default:
      return [];
  }
}

function keyOf({ entity, field }: FieldAddress): string {
  return `${entity}\0${field}`;
}
