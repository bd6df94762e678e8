import { parseDuration } from './duration.ts';
import type { EntityDraft } from './draft.ts';
import type { Index } from './entity.ts';
import { refusedInFilter, sameFilter } from './partial-filter.ts';
import { retentionsOf, type Retention } from './retention.ts';

/** The retention that TTL indexes are which are written under `indexes`. One that MongoDB refuses or ignores is none. */
export function ttlRetentions(draft: EntityDraft): readonly Retention[] {
  if (draft.kind !== 'collection') return [];
  const declared = retentionsOf(draft).flatMap((each) => (each.kind === 'expires' ? [each] : []));
  return draft.indexes.flatMap((index): readonly Retention[] => {
    const field = ttlFieldOf(index);
    // Beside a retention of the same records the index cannot be made: a rule says so.
    if (field === undefined || declared.some((each) => each.field === field && sameFilter(each.where, index.where))) return [];
    return [{ kind: 'expires', after: index.ttl ?? '', field, ...(index.where !== undefined ? { where: index.where } : {}), fromIndex: true, ...(index.note !== undefined ? { note: index.note } : {}) }];
  });
}

/** The largest number of seconds that a TTL may have: a signed integer of 32 bits. */
export const MOST_TTL_SECONDS = 2_147_483_647;

/** The field from which a TTL index counts; undefined where nothing expires by it. */
export function ttlFieldOf({ keys: [key, ...others], ttl, where, method }: Index): string | undefined {
  const seconds = ttl === undefined ? undefined : parseDuration(ttl);
  if (key === undefined || others.length > 0 || key.on === '_id' || key.on.includes('$**') || method !== undefined) return undefined;
  if (seconds === undefined || seconds > MOST_TTL_SECONDS || !Number.isInteger(seconds) || (where !== undefined && refusedInFilter(where) !== undefined)) return undefined;
  return key.on;
}
