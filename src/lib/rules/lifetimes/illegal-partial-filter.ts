import { defineRule } from '../define-rule.ts';

export const illegalPartialFilter = defineRule({
  id: 'illegal-partial-filter',
  family: 'lifetimes',
  severity: 'error',
  statement: 'The condition of a partial index is one that MongoDB takes.',
  why: [
    'MongoDB takes equality, `$exists: true`, `$gt`, `$gte`, `$lt`, `$lte`, `$type`, `$and`, `$or` and `$in` in `partialFilterExpression`, and refuses everything else: `$ne`, `$not`, `$nin`, `$exists: false`, `$regex`, `$geoWithin`. The creation fails, often in a start-up script whose error nobody reads.',
    'In one system the purge of old sessions had never run for this reason: the TTL index had been refused on the first day.',
  ].join('\n\n'),
  mend: [
    'Say what the field is, not what it is not:',
    "```ts\n// before\nindex({ closedAt: 1 }, { where: { status: { $ne: 'open' } } }),\n\n// after\nindex({ closedAt: 1 }, { where: { status: 'closed' } }),\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'collection') continue;
      for (const { keys, where = '', ttl } of entity.indexes) {
        const illegal = refusedIn(where);
        if (illegal === undefined) continue;
        const fields = keys.map(({ on }) => `\`${on}\``).join(', ');
        yield { entity: entity.address, message: `MongoDB refuses \`${illegal}\` in the condition of a partial index: that of \`${entity.address}\` on ${fields} does not exist${ttl === undefined ? '' : ', and nothing expires'}.`, hint: 'Say what the field is, not what it is not: equality, $exists: true, $gt, $gte, $lt, $lte, $type, $and, $or, $in.' };
      }
    }
  },
});

/** The first operator of a condition that MongoDB refuses, as one would write it. A condition that is no JSON is searched for what looks like an operator. */
function refusedIn(where: string): string | undefined {
  const condition = parsed(where);
  if (condition !== undefined) return refusedKey(condition);
  const keys = [...where.matchAll(/"(?:[^"\\]|\\.)*"(?!\s*:)|'(?:[^'\\]|\\.)*'(?!\s*:)|["']?(\$\w+)["']?\s*:\s*(\w*)/g)];
  return keys.flatMap(([, key, value]) => (key === undefined ? [] : (refused(key, value === 'true') ?? []))).at(0);
}

function refusedKey(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inside] of Object.entries(value)) {
    const found = (key.startsWith('$') ? refused(key, inside === true) : undefined) ?? refusedKey(inside);
    if (found !== undefined) return found;
  }
  return undefined;
}

function refused(operator: string, isTrue: boolean): string | undefined {
  if (operator === '$exists') return isTrue ? undefined : '$exists: false';
  return TAKEN.has(operator) ? undefined : operator;
}

function parsed(where: string): unknown {
  try {
    return JSON.parse(where) as unknown;
  } catch {
    return undefined;
  }
}

/** What MongoDB takes in `partialFilterExpression`, and the keys by which its Extended JSON writes values. Source: its manual, “Partial Indexes” and “MongoDB Extended JSON (v2)”. */
const TAKEN: ReadonlySet<string> = new Set([
  ...['$eq', '$gt', '$gte', '$lt', '$lte', '$type', '$and', '$or', '$in'],
  ...['$date', '$oid', '$uuid', '$binary', '$timestamp', '$numberInt', '$numberLong', '$numberDouble', '$numberDecimal', '$minKey', '$maxKey'],
]);
