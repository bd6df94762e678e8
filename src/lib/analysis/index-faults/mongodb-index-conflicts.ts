import type { Collection, Index } from '../../model/entity.ts';
import { sameFilter } from '../../model/partial-filter.ts';
import { describeIndex, locationOf, type IndexFault } from './index-fault.ts';

/** Indexes of one collection that cannot stand beside each other. */
export function* indexConflicts(collection: Collection): Iterable<IndexFault> {
  const { indexes } = collection;
  const subject = `\`${collection.address}\``;
  for (const [at, index] of indexes.entries()) {
    const earlier = indexes.slice(0, at);
    const same = earlier.find((other) => isSameIndex(other, index));
    // Two TTLs on one field have a rule of their own, and so has an index that is written twice.
    if (same !== undefined) {
      const difference = differenceOf(same, index);
      if (difference === undefined) continue;
      yield {
        kind: 'refused', ...locationOf(index.fromRetention ? same : index),
        message: `MongoDB refuses ${describeIndex(index, collection)} beside another one of the same fields: they differ only in ${difference}.`,
        hint: index.fromRetention || same.fromRetention ? 'Leave the one under `indexes` out: that of the retention is used by queries as well.' : 'Keep one of them.',
      };
      continue;
    }
    const namesake = earlier.find((other) => nameOf(other) === nameOf(index));
    if (namesake === undefined) continue;
    const hint = index.name !== undefined ? 'Give one of them another name.' : `Give ${index.fromRetention ? 'the other one' : 'it'} a name: { name: '…' }.`;
    yield { kind: 'refused', ...locationOf(index.fromRetention ? namesake : index), message: `MongoDB refuses ${describeIndex(index, collection)}: another one is called \`${nameOf(index)}\` already.`, hint };
  }
  const texts = indexes.filter(({ keys }) => keys.some(({ order }) => order === 'text'));
  const [, second] = texts;
  if (second !== undefined) yield { kind: 'refused', ...locationOf(second), message: `MongoDB refuses ${describeIndex(second, collection)}: a collection has one text index, and ${subject} has ${texts.length}.`, hint: 'Put the fields into one index.' };
  const count = indexes.length + 1;
  if (count > MOST_INDEXES) yield { kind: 'refused', message: `${subject} has ${count} indexes with that on \`_id\`, and MongoDB makes ${MOST_INDEXES}.`, hint: 'Remove those that others make redundant.' };
}

/** What tells one index from another since MongoDB 5.0; all else is an option. */
function isSameIndex(one: Index, other: Index): boolean {
  return keysOf(one) === keysOf(other) && one.collation === other.collation && one.unique === other.unique && (one.sparse ?? false) === (other.sparse ?? false) && sameFilter(one.where, other.where);
}

/** The option in which two indexes that are the same differ; undefined where MongoDB makes one of them, or a rule of its own says what happens. */
function differenceOf(one: Index, other: Index): string | undefined {
  if (one.ttl !== undefined && other.ttl !== undefined) return undefined;
  if (one.ttl !== other.ttl) return 'the TTL';
  if ((one.hidden ?? false) !== (other.hidden ?? false)) return '`hidden`';
  return nameOf(one) === nameOf(other) ? undefined : 'the name';
}

function keysOf({ keys }: Index): string {
  return JSON.stringify(keys.map(({ on, order = '1' }) => [on, order]));
}

/** As MongoDB names an index to which nobody gave a name: `tenantId_1_createdAt_-1`. */
function nameOf({ name, keys }: Index): string {
  return name ?? keys.map(({ on, order = '1' }) => `${on}_${order}`).join('_');
}

const MOST_INDEXES = 64;
