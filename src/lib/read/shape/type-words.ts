/** How a store names the types of its fields. `json` is for what lies inside a `jsonb` column, and for parameters of keys. */
export type Vocabulary = 'mongodb' | 'postgresql' | 'json';

/** What a value is, before a store gives it a name. */
export type ScalarKind = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'bigint' | 'binary' | 'object' | 'any' | 'null';

const WORDS: Readonly<Record<Vocabulary, Readonly<Record<ScalarKind, string>>>> = {
  mongodb: { string: 'string', integer: 'int', number: 'double', boolean: 'bool', date: 'date', bigint: 'long', binary: 'binData', object: 'object', any: 'any', null: 'null' },
  postgresql: {
    string: 'text', integer: 'integer', number: 'double precision', boolean: 'boolean', date: 'timestamptz', bigint: 'bigint', binary: 'bytea', object: 'jsonb', any: 'jsonb',
    null: 'text',
  },
  json: { string: 'string', integer: 'integer', number: 'number', boolean: 'boolean', date: 'date', bigint: 'integer', binary: 'binary', object: 'object', any: 'any', null: 'null' },
};

/** Strings of a known form have column types of their own: `z.uuid()`, `z.iso.date()`. */
const COLUMN_FORMATS: Readonly<Record<string, string>> = { uuid: 'uuid', guid: 'uuid', date: 'date', 'date-time': 'timestamptz', time: 'time', duration: 'interval' };

export function scalarWord(kind: ScalarKind, format: unknown, vocabulary: Vocabulary): string {
  if (kind === 'string' && format === 'ulid') return 'ulid';
  const column = vocabulary === 'postgresql' && kind === 'string' && typeof format === 'string' ? COLUMN_FORMATS[format] : undefined;
  return column ?? WORDS[vocabulary][kind];
}

/** `text` → `text[]`; a union needs brackets. */
export function arrayWord(element: string): string {
  return element.includes(' ') && !/^double precision$|^[a-z]+\([\d, ]*\)$/.test(element) ? `(${element})[]` : `${element}[]`;
}
