import { keysUnder } from '../../analysis/bucket-families.ts';
import { writtenIndexes } from '../../analysis/look-ups.ts';
import { assertNever } from '../../model/assert-never.ts';
import { describeDuration, parseDuration } from '../../model/duration.ts';
import type { Entity } from '../../model/entity.ts';
import { sameFilter } from '../../model/partial-filter.ts';
import { expiresAtOwnDate, retentionsOf, type Retention } from '../../model/retention.ts';
import { defineRule } from '../define-rule.ts';

export const contradictoryRetention = defineRule({
  id: 'contradictory-retention',
  family: 'lifetimes',
  severity: 'error',
  statement: 'What is said of how long an entity lives can all be true at once.',
  why: [
    '"Permanent" stands in one column and "retained minimum 2 years" in the next. These are two promises: the first says that nobody will ever delete it, the second that after two years somebody may. A developer who writes the clean-up job reads the one that he wants to read.',
    'Several expiries do not contradict each other if they count from different dates or apply to different records: the earliest one deletes the record.',
    'A TTL of 30 days on records that must be kept for 90 is worse: the database breaks the promise by itself, every minute. A TTL index that stands under `indexes`, or a lifecycle rule of the bucket, does it unseen.',
  ].join('\n\n'),
  mend: [
    'Say the one that is promised; put what merely happens into the note:',
    "```ts\n// before\nretention: [permanent(), keptAtLeast('2 years', { reason: 'Compliance.' })],\n\n// after\nretention: keptAtLeast('2 years', { reason: 'Compliance.', note: 'Nothing deletes them afterwards either.' }),\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      const retentions = retentionsOf(entity).filter((retention) => retention.kind !== 'expires' || retention.fromIndex === undefined);
      const [first, ...rest] = retentions;
      if (first === undefined) continue;
      const why = (rest.length > 0 ? conflictOf(retentions, entity) : promisedInNote(first)) ?? removedEarlier(entity, retentions);
      if (why === undefined) continue;
      yield { entity: entity.address, message: `\`${entity.address}\` ${why}.`, hint: 'Declare the one that is promised; what merely happens goes into its note.' };
    }
  },
});

/** Two minimums agree, so do a minimum and a later expiry, and expiries of which the earliest counts. All other combinations contradict each other. */
function conflictOf(retentions: readonly Retention[], entity: Entity): string | undefined {
  const ends = retentions.flatMap((each) => (each.kind === 'expires' ? [{ ...each, words: describe(each), seconds: parseDuration(each.after) ?? 0 }] : []));
  const floors = retentions.flatMap((each) => (each.kind === 'atLeast' || each.kind === 'locked' ? [{ words: describe(each), seconds: parseDuration(each.for) ?? 0 }] : []));
  // With a TTL of 0 each record holds the date at which it expires.
  const early = ends.find((end) => (end.seconds > 0 || end.field === undefined) && floors.some((floor) => end.seconds < floor.seconds));
  if (early !== undefined) return `expires before it may: it ${early.words}, and ${floors.find((floor) => early.seconds < floor.seconds)?.words}`;
  const isOneEach = entity.kind !== 'objects' && ends.every((end, at) => ends.slice(at + 1).every((other) => other.field !== end.field || !sameFilter(other.where, end.where)));
  if (ends.length + floors.length === retentions.length && (ends.length <= 1 || isOneEach)) return undefined;
  return `has ${retentions.length} lifetimes that cannot all be true: it ${retentions.map(describe).join(', and it ')}`;
}

/** What removes records or objects whatever their retention promises. */
function removedEarlier(entity: Entity, retentions: readonly Retention[]): string | undefined {
  for (const retention of retentions) {
    const promised = floorOf(retention, entity);
    const early = removals(entity).find(({ seconds }) => seconds < promised);
    if (early !== undefined) return `${describe(retention)}, and ${early.by} removes it after ${describeDuration(early.seconds)}`;
  }
  return undefined;
}

/** A document may have several TTL indexes, of which the earliest counts; an object has one expiry. */
function floorOf(retention: Retention, entity: Entity): number {
  if (retention.kind === 'permanent') return Infinity;
  if (retention.kind === 'withParent' || (retention.kind === 'expires' && entity.kind !== 'objects')) return 0;
  return parseDuration(retention.kind === 'expires' ? retention.after : retention.for) ?? 0;
}

/** Those that select all: what a condition or a tag selects may be meant to be the exception. */
function removals(entity: Entity): readonly { readonly by: string; readonly seconds: number }[] {
  const known = (by: string, length: string | undefined) => {
    const seconds = parseDuration(length ?? '') ?? 0;
    return seconds === 0 ? [] : [{ by, seconds }];
  };
  if (entity.kind === 'objects') return entity.lifecycle.flatMap(({ expireAfter, prefix, tag }) => (tag === undefined && keysUnder(entity, prefix) === 'all' ? known('a lifecycle rule', expireAfter) : []));
  return writtenIndexes(entity).flatMap(({ keys: [key, ...others], ttl, where }) => (key === undefined || others.length > 0 || where !== undefined ? [] : known(`its TTL index on \`${key.on}\``, ttl)));
}

/** A length that the note of an endless or a shorter retention promises all the same. */
function promisedInNote(retention: Retention): string | undefined {
  const promise = /\b(?:at least|minimum(?: of)?|min\.|no less than)\s+(\d+ (?:day|week|month|year)s?)\b/i.exec(retention.note ?? '')?.[1];
  if (promise === undefined || (retention.kind !== 'permanent' && retention.kind !== 'expires')) return undefined;
  const promised = parseDuration(promise.toLowerCase()) ?? 0;
  if (retention.kind === 'expires' && (parseDuration(retention.after) ?? Infinity) >= promised) return undefined;
  return `has two lifetimes: it ${describe(retention)}, and its note promises ${promise} at least`;
}

function describe(retention: Retention): string {
  switch (retention.kind) {
    case 'permanent':
      return 'is permanent';
    case 'expires':
      return expiresAtOwnDate(retention) ? `expires at the date in \`${retention.field}\`` : `expires after ${retention.after}`;
    case 'atLeast':
      return `must be kept for ${retention.for} at least`;
    case 'locked':
      return `is locked for ${retention.for}`;
    case 'withParent':
      return `goes with \`${retention.parent}\``;
    default:
      return assertNever(retention);
  }
}
