/**
 * The methods that have a default operator class for a type; undefined for a type that is not known, such as one of an extension.
 * Source: `pg_opclass` of PostgreSQL 15 without extensions; its manual, “Operator Classes and Operator Families”.
 */
export function methodsTaking(type: string): readonly string[] | undefined {
  if (/\[\]$/.test(type)) return ['btree', 'hash', 'gin'];
  const plain = type.toLowerCase().replace(/\s*\(.*?\)/, '');
  return METHODS.get(plain);
}

const SCALAR = ['btree', 'hash', 'brin'];

const METHODS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['smallint', 'integer', 'bigint', 'smallserial', 'serial', 'bigserial', 'numeric', 'real', 'double precision', 'date', 'time', 'timestamp', 'timestamptz', 'interval', 'uuid', 'bytea', 'char', 'character'].map((type) => [type, SCALAR] as const),
  ...['text', 'varchar', 'character varying', 'ulid'].map((type) => [type, [...SCALAR, 'spgist']] as const),
  ['boolean', ['btree', 'hash']],
  ['jsonb', ['btree', 'hash', 'gin']],
  ['tsvector', ['btree', 'gin', 'gist']],
  ['tsquery', ['btree', 'gist']],
  ['inet', [...SCALAR, 'spgist']],
  ['cidr', [...SCALAR, 'spgist']],
  ['macaddr', SCALAR],
  ['money', ['btree']],
  ['json', []],
  ['xml', []],
  ['line', []],
  ['lseg', []],
  ['path', []],
  ['point', ['gist', 'spgist']],
  ['box', ['gist', 'spgist', 'brin']],
  ['polygon', ['gist', 'spgist']],
  ['circle', ['gist']],
  ...['int4range', 'int8range', 'numrange', 'tsrange', 'tstzrange', 'daterange'].map((type) => [type, ['btree', 'hash', 'gist', 'spgist', 'brin']] as const),
]);
