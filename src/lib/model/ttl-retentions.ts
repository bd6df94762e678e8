import { parseDuration } from './duration.ts';
import type { CollectionDraft, EntityDraft } from './draft.ts';
import type { Index } from './entity.ts';
import { filterPaths, refusedInFilter, sameFilter } from './partial-filter.ts';
import { retentionsOf, type Retention } from './retention.ts';

/** The retention that follows from TTL indexes under `indexes`, without those that MongoDB refuses or ignores. */
export function ttlRetentions(draft: EntityDraft): readonly Retention[] {
  if (draft.kind !== 'collection') return [];
  const declared = retentionsOf(draft).flatMap((each) => (each.kind === 'expires' ? [each] : []));
  return draft.indexes.flatMap((index): readonly Retention[] => {
    const field = ttlFieldOf(index, draft);
    // MongoDB refuses the index if the retention applies to the same records; a rule reports it.
    if (field === undefined || declared.some((each) => each.field === field && sameFilter(each.where, index.where))) return [];
    return [{ kind: 'expires', after: index.ttl ?? '', field, ...(index.where !== undefined ? { where: index.where } : {}), fromIndex: true, ...(index.note !== undefined ? { note: index.note } : {}) }];
  });
}

/** The largest number of seconds that a TTL may have: a signed integer of 32 bits. */
export const MOST_TTL_SECONDS = 2_147_483_647;

/** Is a path the `metaField` of a time series, or inside it? */
export function isMetaPath(path: string, { metaField }: NonNullable<CollectionDraft['timeSeries']>): boolean {
  return metaField !== undefined && (path === metaField || path.startsWith(`${metaField}.`));
}

/** The field from which a TTL index counts; undefined if no document expires through it. */
function ttlFieldOf({ keys: [key, ...others], ttl, where, method }: Index, { timeSeries }: CollectionDraft): string | undefined {
  const seconds = ttl === undefined ? undefined : parseDuration(ttl);
  if (key === undefined || others.length > 0 || key.on === '_id' || key.on.includes('$**') || method !== undefined) return undefined;
  if (seconds === undefined || seconds > MOST_TTL_SECONDS || !Number.isInteger(seconds) || (where !== undefined && refusedInFilter(where) !== undefined)) return undefined;
  // A TTL index of a time series counts from its `timeField`, and needs a condition on its `metaField`.
  if (timeSeries !== undefined && (key.on !== timeSeries.timeField || where === undefined || !filterPaths(where).every((path) => isMetaPath(path, timeSeries)))) return undefined;
  return key.on;
}
