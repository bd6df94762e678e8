/** The type of a field while the types of references in it, which their targets have, are not looked up. */
export type OpenType =
  | string
  /** Path of the field, of the same entity, whose reference says the type. */
  | { readonly pointer: string }
  | { readonly listOf: OpenType }
  | { readonly recordOf: OpenType }
  | { readonly oneOf: readonly OpenType[] };

/** @param typeOf the type of a reference's values, by the path of its field */
export function typeText(type: OpenType, typeOf: (path: string) => string): string {
  if (typeof type === 'string') return type;
  if ('pointer' in type) return typeOf(type.pointer);
  if ('listOf' in type) return listType(typeText(type.listOf, typeOf));
  if ('recordOf' in type) return `record of ${typeText(type.recordOf, typeOf)}`;
  return unionType(type.oneOf.map((each) => typeText(each, typeOf)));
}

/** Each once; a member may be a union itself. */
export function unionType(types: readonly string[]): string {
  return [...new Set(types.flatMap((type) => (/^[^()]*$/.test(type) ? type.split(' | ') : [type])))].join(' | ');
}

/** `(ulid | long)[]` → `ulid` and `long`. */
export function memberTypes(type: string): readonly string[] {
  return type.replace(/^\((.*)\)(?:\[\])+$/, '$1').split(' | ');
}

/** `text` → `text[]`; a union needs brackets. */
function listType(element: string): string {
  return element.includes(' ') && !/^double precision$|^[a-z]+\([\d, ]*\)$/.test(element) ? `(${element})[]` : `${element}[]`;
}
