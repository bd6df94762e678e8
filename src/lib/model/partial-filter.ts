import { isObject } from './is-object.ts';

/** The first operator of a condition that MongoDB refuses in `partialFilterExpression`, as one would write it. A condition that is not JSON is searched for what looks like an operator. */
export function refusedInFilter(where: string): string | undefined {
  const condition = parseFilter(where);
  if (condition !== undefined) return refusedKey(condition);
  const keys = [...where.matchAll(/"(?:[^"\\]|\\.)*"(?!\s*:)|'(?:[^'\\]|\\.)*'(?!\s*:)|["']?(\$\w+)["']?\s*:\s*(\w*)/g)];
  return keys.flatMap(([, key, value]) => (key === undefined ? [] : (refused(key, value === 'true' || value === '1') ?? []))).at(0);
}

/** A condition as MongoDB's own JSON; undefined where it is other text. */
export function parseFilter(where: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(where);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The document paths in a condition, each once. */
export function filterPaths(where: string): readonly string[] {
  return [...new Set(pathsIn(parseFilter(where) ?? {}))];
}

/** Do two conditions say the same? `{a: 1}` equals `{a: {$eq: 1}}`, and the order of fields means nothing. */
export function sameFilter(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const [a, b] = [parseFilter(one), parseFilter(other)];
  return a === undefined || b === undefined ? one.trim() === other.trim() : JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

/** Does a condition exclude every document that lacks the field? */
export function requiresField(where: string, path: string): boolean {
  return demands(parseFilter(where) ?? {}, path);
}

function demands(condition: Readonly<Record<string, unknown>>, path: string): boolean {
  return Object.entries(condition).some(([key, value]) => {
    if (key === '$and' && Array.isArray(value)) return value.some((each) => isObject(each) && demands(each, path));
    if (key === '$or' && Array.isArray(value)) return value.length > 0 && value.every((each) => isObject(each) && demands(each, path));
    if (key !== path) return false;
    if (!isCondition(value)) return value !== null;
    return Object.entries(value).some(([operator, operand]) => DEMANDING.has(operator) && operand !== null && operand !== 'null' && operand !== 10 && !(Array.isArray(operand) && operand.some((each) => each === null || each === 'null' || each === 10)));
  });
}

/** Operators that a document without the field never matches, unless they compare with null. */
const DEMANDING: ReadonlySet<string> = new Set(['$eq', '$gt', '$gte', '$lt', '$lte', '$in', '$type', '$exists']);

function pathsIn(condition: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(condition).flatMap(([key, value]) => {
    if (!key.startsWith('$')) return [key];
    return Array.isArray(value) ? value.flatMap((each) => (isObject(each) ? pathsIn(each) : [])) : [];
  });
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => [key, canonical(isCondition(each) && Object.keys(each).length === 1 && '$eq' in each ? each['$eq'] : each)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function refusedKey(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inside] of Object.entries(value)) {
    const found = (key.startsWith('$') ? refused(key, inside === true || (typeof inside === 'number' && inside !== 0)) : undefined) ?? (VALUES.has(key) ? undefined : refusedKey(inside));
    if (found !== undefined) return found;
  }
  return undefined;
}

function refused(operator: string, isTrue: boolean): string | undefined {
  if (operator === '$exists') return isTrue ? undefined : '$exists: false';
  return TAKEN.has(operator) || VALUES.has(operator) ? undefined : operator;
}

function isCondition(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => key.startsWith('$') && !VALUES.has(key));
}

/**
 * What MongoDB takes. `$all` of plain values is an `$and` of equalities to it.
 * Source: https://www.mongodb.com/docs/manual/core/index-partial/
 */
const TAKEN: ReadonlySet<string> = new Set(['$eq', '$gt', '$gte', '$lt', '$lte', '$type', '$and', '$or', '$in', '$all', '$geoWithin', '$geoIntersects']);

/** Keys by which Extended JSON writes values, and those of a DBRef and of a shape on a map. Source: the manual, “MongoDB Extended JSON (v2)”, “Database References”, “$geoWithin”. */
const VALUES: ReadonlySet<string> = new Set([
  ...['$date', '$oid', '$uuid', '$binary', '$timestamp', '$numberInt', '$numberLong', '$numberDouble', '$numberDecimal', '$minKey', '$maxKey'],
  ...['$ref', '$id', '$db', '$geometry', '$box', '$polygon', '$center', '$centerSphere'],
]);
