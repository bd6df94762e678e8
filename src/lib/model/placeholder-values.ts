import type { Field } from './field.ts';

/** What a placeholder of a key may be replaced by: one of some words, or so many characters of some kind. */
export type PlaceholderValues =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'text'; /** Absent: any character, the slash too. */ readonly chars?: string; readonly min: number; readonly max: number };

/** The values that the type of a placeholder allows. Text may be anything but empty. */
export function placeholderValues({ type, values }: Pick<Field, 'type' | 'values'>): PlaceholderValues {
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
const DAY: PlaceholderValues = { kind: 'text', chars: `${DIGITS}-`, min: 10, max: 10 };
const TRUTH: PlaceholderValues = { kind: 'words', words: ['true', 'false'] };

const BY_TYPE: Readonly<Record<string, PlaceholderValues>> = {
  // Crockford's base 32, without I, L, O and U.
  ulid: { kind: 'text', chars: `${DIGITS}ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz`, min: 26, max: 26 },
  ObjectId: { kind: 'text', chars: `${DIGITS}abcdefABCDEF`, min: 24, max: 24 },
  uuid: { kind: 'text', chars: `${DIGITS}abcdefABCDEF-`, min: 36, max: 36 },
  int: WHOLE_NUMBER, integer: WHOLE_NUMBER, long: WHOLE_NUMBER, bigint: WHOLE_NUMBER, smallint: WHOLE_NUMBER,
  bool: TRUTH, boolean: TRUTH,
  date: DAY,
};
