import { assertNever } from '../model/assert-never.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Entity, ObjectFamily } from '../model/entity.ts';
import { parseDuration } from '../model/duration.ts';
import type { Retention } from '../model/retention.ts';

/** How long a record or object exists, in seconds from when it was written; `Infinity` where no end is promised. */
export type Lifetime =
  /** `min`: it is there for so long at least. `max`: it is gone by then (a TTL runs a little late). */
  | { readonly kind: 'known'; readonly min: number; readonly max: number; /** Follows the record of this entity. */ readonly parent?: string }
  | { readonly kind: 'unknown' };

/** The lifetime that an entity's retention promises. Parents are followed; a circle of parents is unknown. */
export function lifetimeOf(address: string, entities: ReadonlyMap<string, Entity>): Lifetime {
  return follow(address, entities, new Set());
}

/** Entities by address, as `lifetimeOf` wants them. */
export function entitiesByAddress(catalog: Pick<Catalog, 'entities'>): ReadonlyMap<string, Entity> {
  return new Map(catalog.entities.map((entity) => [entity.address, entity]));
}

function follow(address: string, entities: ReadonlyMap<string, Entity>, seen: ReadonlySet<string>): Lifetime {
  const entity = entities.get(address);
  if (entity?.retention === undefined || seen.has(address)) return { kind: 'unknown' };
  const promised = promisedBy(entity.retention, address, entities, seen);
  return entity.kind === 'objects' && promised.kind === 'known' ? keptByBucket(promised, entity) : promised;
}

function promisedBy(retention: Retention, address: string, entities: ReadonlyMap<string, Entity>, seen: ReadonlySet<string>): Lifetime {
  switch (retention.kind) {
    case 'permanent':
      return { kind: 'known', min: Infinity, max: Infinity };
    case 'expires':
      // A condition lets some records live on: the shortest life is the TTL, the longest has no end.
      return known(retention.after, (seconds) => ({ min: seconds, max: retention.where === undefined ? seconds : Infinity }));
    case 'atLeast':
    case 'locked':
      return known(retention.for, (seconds) => ({ min: seconds, max: Infinity }));
    case 'withParent': {
      const parent = follow(retention.parent, entities, new Set([...seen, address]));
      if (parent.kind === 'unknown') return parent;
      const late = retention.within === undefined ? 0 : (parseDuration(retention.within) ?? 0);
      return { kind: 'known', min: parent.min, max: parent.max + late, parent: retention.parent };
    }
    default:
      return assertNever(retention);
  }
}

/** What the bucket does whatever was promised: lifecycle rules remove objects, Object Lock keeps them. */
function keptByBucket(promised: Lifetime & { kind: 'known' }, family: ObjectFamily): Lifetime {
  let { min, max } = promised;
  const first = family.key.parts[0];
  const begin = first?.kind === 'literal' ? first.text : '';
  for (const { expireAfter, prefix = '', tag } of family.lifecycle) {
    const seconds = expireAfter === undefined ? undefined : parseDuration(expireAfter);
    // A prefix that goes on where the template's literal text ends fits some keys; so does a tag.
    if (seconds === undefined || !(begin.startsWith(prefix) || prefix.startsWith(begin))) continue;
    min = Math.min(min, seconds);
    if (tag === undefined && begin.startsWith(prefix)) max = Math.min(max, seconds);
  }
  const lock = family.objectLock === undefined ? 0 : (parseDuration(family.objectLock.for) ?? 0);
  return { ...promised, min: Math.max(min, lock), max: Math.max(max, lock) };
}

function known(text: string, range: (seconds: number) => { min: number; max: number }): Lifetime {
  const seconds = parseDuration(text);
  return seconds === undefined ? { kind: 'unknown' } : { kind: 'known', ...range(seconds) };
}
