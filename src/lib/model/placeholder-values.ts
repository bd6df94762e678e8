import type { Field } from './field.ts';
import { patternCharacters, type PatternCharacters } from './pattern-characters.ts';

/** What a placeholder of a key may be replaced by: one of some words, or so many characters of some kind. */
export type PlaceholderValues =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'text'; /** Absent: any character, the slash too. */ readonly chars?: string; readonly min: number; readonly max: number };

/** The values of a placeholder of a family's key: what its type allows, of text what its pattern does. */
export function valuesOf(family: PlaceholderOwner, placeholder: string): PlaceholderValues {
  const values = placeholderValues(family.fields.find(({ path }) => path === placeholder) ?? { type: 'string' });
  if (values.kind === 'words' || values.chars !== undefined) return values;
  const chars = formOf(family, placeholder)?.chars ?? '';
  return chars === '' ? values : { ...values, chars };
}

/** What the form of a declared parameter allows, where it has one that can be read. */
function formOf(family: PlaceholderOwner, placeholder: string): PatternCharacters | undefined {
  return charactersOf(parameterSchema(family, placeholder));
}

/** The JSON Schema of a declared parameter; empty where there is none. */
export function parameterSchema({ jsonSchema = {} }: PlaceholderOwner, placeholder: string): Readonly<Record<string, unknown>> {
  const properties = (jsonSchema['properties'] ?? {}) as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  return (Object.hasOwn(properties, placeholder) ? properties[placeholder] : undefined) ?? {};
}

/** Does its own form refuse a slash in a declared parameter? */
export function refusesSlash(family: PlaceholderOwner, placeholder: string): boolean {
  return formOf(family, placeholder)?.slash === false;
}

/** The characters of text of a JSON Schema, by its pattern or its format; undefined where neither says it. */
export function charactersOf(shape: Readonly<Record<string, unknown>> = {}): PatternCharacters | undefined {
  const { pattern, format } = shape;
  if (typeof pattern === 'string') return patternCharacters(pattern);
  return typeof format === 'string' && WITHOUT_SLASH.has(format) ? { slash: false } : undefined;
}

const WITHOUT_SLASH: ReadonlySet<string> = new Set(['uuid', 'ulid', 'date', 'email', 'cuid', 'cuid2', 'nanoid']);

export interface PlaceholderOwner {
  readonly fields: readonly Pick<Field, 'path' | 'type' | 'values'>[];
  /** Of its parameters. */
  readonly jsonSchema?: Readonly<Record<string, unknown>>;
}

/** The values that the type of a placeholder allows. Text may be anything but empty. */
function placeholderValues({ type, values }: Pick<Field, 'type' | 'values'>): PlaceholderValues {
  if (values !== undefined && values.length > 0) return { kind: 'words', words: values };
  const sized = /^(?:var)?char\((\d+)\)$/.exec(type);
  if (sized !== null) return { kind: 'text', min: 1, max: Number(sized[1]) };
  return BY_TYPE[type] ?? { kind: 'text', min: 1, max: Infinity };
}

/** Can a value hold a slash, so that the key has a step more than its template shows? */
export function holdsSlash(values: PlaceholderValues): boolean {
  return values.kind === 'words' ? values.words.some((word) => word.includes('/')) : values.chars === undefined || values.chars.includes('/');
}

const DIGITS = '0123456789';
const WHOLE_NUMBER: PlaceholderValues = { kind: 'text', chars: `${DIGITS}-`, min: 1, max: 20 };
const FRACTION: PlaceholderValues = { kind: 'text', chars: `${DIGITS}+-.e`, min: 1, max: 30 };
const DAY: PlaceholderValues = { kind: 'text', chars: `${DIGITS}-`, min: 10, max: 10 };
const TRUTH: PlaceholderValues = { kind: 'words', words: ['true', 'false'] };

const BY_TYPE: Readonly<Record<string, PlaceholderValues>> = {
  // Crockford's base 32, without I, L, O and U.
  ulid: { kind: 'text', chars: `${DIGITS}ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz`, min: 26, max: 26 },
  ObjectId: { kind: 'text', chars: `${DIGITS}abcdefABCDEF`, min: 24, max: 24 },
  uuid: { kind: 'text', chars: `${DIGITS}abcdefABCDEF-`, min: 36, max: 36 },
  int: WHOLE_NUMBER, integer: WHOLE_NUMBER, long: WHOLE_NUMBER, bigint: WHOLE_NUMBER, smallint: WHOLE_NUMBER,
  number: FRACTION, double: FRACTION, numeric: FRACTION,
  bool: TRUTH, boolean: TRUTH,
  date: DAY,
};
