import { FORMAT, type JsonShape } from './json-shape.ts';

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

/** Numbers of a size that no other word says: what does not fit into 32 bits, or into 64. */
const SIZES: Readonly<Record<string, Readonly<Partial<Record<Vocabulary, string>>>>> = {
  uint32: { mongodb: 'long', postgresql: 'bigint' },
  uint64: { mongodb: 'decimal', postgresql: 'numeric(20,0)' },
  float32: { postgresql: 'real' },
};

export function scalarWord(kind: ScalarKind, shape: JsonShape, vocabulary: Vocabulary): string {
  const format = shape[FORMAT] ?? (shape['format'] as string | undefined);
  if (kind === 'string' && format === 'ulid') return 'ulid';
  const column = vocabulary === 'postgresql' && kind === 'string' && format !== undefined ? COLUMN_FORMATS[format] : undefined;
  const sized = kind === 'string' || format === undefined ? undefined : SIZES[format]?.[vocabulary];
  return column ?? sized ?? WORDS[vocabulary][kind];
}
