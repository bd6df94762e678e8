import type { Collection, Index } from '../../model/entity.ts';
import { sameFilter } from '../../model/partial-filter.ts';
import { describeIndex, locationOf, type IndexFault } from './index-fault.ts';

/** Indexes of one collection of which MongoDB creates only one, and too many of them. */
export function* indexConflicts(collection: Collection): Iterable<IndexFault> {
  const { indexes } = collection;
  const subject = `\`${collection.address}\``;
  for (const [at, index] of indexes.entries()) {
    const earlier = indexes.slice(0, at);
    const same = earlier.find((other) => isSameIndex(other, index));
    // Other rules report two TTLs on one field, and an index that is written twice.
    if (same !== undefined) {
      const difference = differenceOf(same, index);
      if (difference === undefined) continue;
      yield {
        kind: 'refused', ...locationOf(index.fromRetention ? same : index),
        message: `MongoDB refuses ${describeIndex(index, collection)} next to another index on the same fields: they differ only in ${difference}.`,
        hint: index.fromRetention || same.fromRetention ? 'Remove the one under `indexes`: queries use the index of the retention, too.' : 'Keep one of them.',
      };
      continue;
    }
    const namesake = earlier.find((other) => nameOf(other) === nameOf(index));
    if (namesake === undefined) continue;
    const hint = index.name !== undefined ? 'Give one of them another name.' : `Give ${index.fromRetention ? 'the other one' : 'it'} a name: { name: '…' }.`;
    yield { kind: 'refused', ...locationOf(index.fromRetention ? namesake : index), message: `MongoDB refuses ${describeIndex(index, collection)}: another index of the collection has the name \`${nameOf(index)}\`.`, hint };
  }
  const texts = indexes.filter(({ keys }) => keys.some(({ order }) => order === 'text'));
  const [, second] = texts;
  if (second !== undefined) yield { kind: 'refused', ...locationOf(second), message: `MongoDB refuses ${describeIndex(second, collection)}: a collection can have only one text index, and ${subject} has ${texts.length}.`, hint: 'Put all text fields into one index.' };
  // A time series has no index on `_id`.
  const hasIdIndex = collection.timeSeries === undefined;
  const count = indexes.length + (hasIdIndex ? 1 : 0);
  if (count > MOST_INDEXES) yield { kind: 'refused', message: `${subject} has ${count} indexes${hasIdIndex ? ' including the one on `_id`' : ''}, and MongoDB allows at most ${MOST_INDEXES}.`, hint: 'Remove some of them.' };
}

/** Since MongoDB 5.0 these make two indexes different; all other options do not. */
function isSameIndex(one: Index, other: Index): boolean {
  return keysOf(one) === keysOf(other) && one.collation === other.collation && one.unique === other.unique && (one.sparse ?? false) === (other.sparse ?? false) && sameFilter(one.where, other.where);
}

/** The option in which two such indexes differ; undefined where nothing is refused, or where another rule reports it. */
function differenceOf(one: Index, other: Index): string | undefined {
  if (one.ttl !== undefined && other.ttl !== undefined) return undefined;
  if (one.ttl !== other.ttl) return 'the TTL';
  if ((one.hidden ?? false) !== (other.hidden ?? false)) return '`hidden`';
  return nameOf(one) === nameOf(other) ? undefined : 'the name';
}

function keysOf({ keys }: Index): string {
  return JSON.stringify(keys.map(({ on, order = '1' }) => [on, order]));
}

/** The name, or the one that MongoDB gives: `tenantId_1_createdAt_-1`. */
function nameOf({ name, keys }: Index): string {
  return name ?? keys.map(({ on, order = '1' }) => `${on}_${order}`).join('_');
}

const MOST_INDEXES = 64;
