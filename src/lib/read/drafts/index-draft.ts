import { describeDuration } from '../../model/duration.ts';
import type { Index } from '../../model/entity.ts';
import type { Location } from '../../model/location.ts';
import type { ReadIndex } from '../options/index-words.ts';

/** An index of a collection: keys with MongoDB's own order (`1`, `-1`, `text`), conditions as compact JSON. */
export function documentIndex(spec: ReadIndex, location: Location): Index {
  const keys = Array.isArray(spec.keys) ? spec.keys.map(columnKey) : Object.entries(spec.keys).map(([on, order]) => ({ on, order: String(order) }));
  const special = keys.map((key) => key.order).find((order) => order !== undefined && /^[a-z2]/.test(order) && order !== 'asc' && order !== 'desc');
  return indexOf(spec, keys, spec.method ?? special, location);
}

/** An index of a table; a bare list of columns is one too. */
export function tableIndex(spec: ReadIndex | readonly string[], location: Location): Index {
  if (isColumns(spec)) return { keys: spec.map(columnKey), unique: false, location };
  const keys = Array.isArray(spec.keys) ? spec.keys.map(columnKey) : Object.entries(spec.keys).map(([on, order]) => ({ on, ...(order === 1 ? {} : { order: order === -1 ? 'desc' : order }) }));
  return indexOf(spec, keys, spec.method === 'btree' ? undefined : spec.method, location);
}

function indexOf(spec: ReadIndex, keys: Index['keys'], method: string | undefined, location: Location): Index {
  const { name, unique = false, where, include, sparse, hidden, collation, nullsNotDistinct, expireAfterSeconds, note } = spec;
  return {
    ...(name !== undefined ? { name } : {}),
    keys,
    unique,
    ...(method !== undefined ? { method } : {}),
    ...(where !== undefined ? { where } : {}),
    ...(include !== undefined ? { include } : {}),
    ...(sparse !== undefined ? { sparse } : {}),
    ...(hidden !== undefined ? { hidden } : {}),
    ...(collation !== undefined ? { collation } : {}),
    ...(expireAfterSeconds !== undefined ? { ttl: lengthOf(expireAfterSeconds) } : {}),
    ...(nullsNotDistinct !== undefined ? { nullsNotDistinct } : {}),
    ...(note !== undefined ? { note } : {}),
    location,
  };
}

/** A number that is no length of time stays as it was written. */
function lengthOf(seconds: number): string {
  return Number.isInteger(seconds) && seconds >= 0 ? describeDuration(seconds) : `${seconds} seconds`;
}

/** `'created_at desc nulls last'` is a column with its order, `'title gin_trgm_ops'` one with its operator class. */
function columnKey(key: string | { readonly expression: string }): Index['keys'][number] {
  if (typeof key !== 'string') return { on: key.expression, expression: true };
  const ordered = /^(\S+)\s+((?:\w+_ops\b)?\s*(?:asc|desc)?(?:\s*nulls\s+(?:first|last))?)$/i.exec(key.trim());
  return ordered === null ? { on: key } : { on: ordered[1] as string, order: (ordered[2] as string).toLowerCase() };
}

function isColumns(spec: ReadIndex | readonly string[]): spec is readonly string[] {
  return Array.isArray(spec);
}
