import { parameterSchema, type PlaceholderOwner } from './placeholder-values.ts';

/**
 * Whether text of the right length and characters is a value of a placeholder: a day that the calendar has, a number within its limits and written as software writes it, text of the
 * declared form. Where that is unknown, it fits.
 */
export function fitsPlaceholder(family: PlaceholderOwner, placeholder: string, value: string): boolean {
  const type = family.fields.find(({ path }) => path === placeholder)?.type ?? 'string';
  return fitsType(type, value) && fitsSchema(parameterSchema(family, placeholder), value);
}

const WHOLE_NUMBER = /^(?:0|-?[1-9]\d*)$/;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** The first character of a ULID stands for three bits: https://github.com/ulid/spec#overflow-errors-when-parsing-base32-strings */
const ULID = /^[0-7]/;

function fitsType(type: string, value: string): boolean {
  switch (type) {
    case 'int':
    case 'integer':
    case 'long':
    case 'bigint':
    case 'smallint':
      return WHOLE_NUMBER.test(value);
    case 'number':
    case 'double':
    case 'numeric':
      return NUMBER.test(value);
    case 'uuid':
      return UUID.test(value);
    case 'ulid':
      return ULID.test(value);
    case 'date':
      return isDay(value);
    default:
      return true;
  }
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

/** The limits that a JSON Schema may name for a single value. */
function fitsSchema(schema: Readonly<Record<string, unknown>>, value: string): boolean {
  const { type, format, anyOf, enum: words } = schema;
  if (Array.isArray(anyOf)) return (anyOf as readonly Readonly<Record<string, unknown>>[]).some((each) => fitsSchema(each, value));
  const allowed = Array.isArray(words) ? words : 'const' in schema ? [schema['const']] : undefined;
  if (allowed !== undefined) return allowed.some((each) => String(each) === value);
  // A field may also hold null; a key is not made with it.
  const types = (Array.isArray(type) ? type : [type]).filter((each) => each !== 'null');
  if (types.length === 0) return false;
  if (types.every((each) => each === 'integer' || each === 'number')) return isWithin(schema, Number(value));
  if (format === 'date' && !isDay(value)) return false;
  const length = [...value].length;
  const [least, most] = [schema['minLength'], schema['maxLength']];
  if ((typeof least === 'number' && length < least) || (typeof most === 'number' && length > most)) return false;
  return typeof schema['pattern'] !== 'string' || matches(schema['pattern'], value);
}

function isWithin(schema: Readonly<Record<string, unknown>>, value: number): boolean {
  const limit = (name: string, holds: (bound: number) => boolean) => typeof schema[name] !== 'number' || holds(schema[name]);
  return (
    limit('minimum', (bound) => value >= bound) && limit('exclusiveMinimum', (bound) => value > bound) && limit('maximum', (bound) => value <= bound) &&
    limit('exclusiveMaximum', (bound) => value < bound) && limit('multipleOf', (step) => step === 0 || Number.isInteger(value / step))
  );
}

/** Longer text is not compared with a pattern. */
const LONGEST_MATCHED = 256;

/**
 * A pattern in a JSON Schema has lost its flags: case makes no difference. A pattern is a team's own text, so one that could take forever, with a repeated group or a back reference, is
 * not tried.
 */
function matches(pattern: string, value: string): boolean {
  if (value.length > LONGEST_MATCHED || /\)[*+?{]|\\[1-9k]/.test(pattern)) return true;
  try {
    return new RegExp(pattern, 'iu').test(value);
  } catch {
    return true;
  }
}
