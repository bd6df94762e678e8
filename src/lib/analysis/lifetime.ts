import { assertNever } from '../model/assert-never.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Entity, ObjectFamily } from '../model/entity.ts';
import { parseDuration } from '../model/duration.ts';
import { retentionsOf, type Retention } from '../model/retention.ts';
import { bucketRules, type BucketRule } from './bucket-rules.ts';

/** How long a record or object exists, in seconds from when it was written; `Infinity` where no end is promised. */
export type Lifetime =
  | Lasting
  /** It is gone on purpose, and no new one is written. */
  | { readonly kind: 'eliminated' }
  | { readonly kind: 'unknown' };

export interface Lasting {
  readonly kind: 'known';
  /** It is there for so long at least. */
  readonly min: number;
  /** It is gone by then; where `background`, a little later. */
  readonly max: number;
  /** A TTL ends it, and a TTL runs late and in the background: `max` is when it may go first, not when it is gone. */
  readonly background: boolean;
  /** Something ends it, or some of its kind, without anybody's doing, even where nobody can say when: a TTL from a date that comes later, or under a condition. */
  readonly ends: boolean;
  /** From when `min` counts, in itself or in the record that it goes with; absent where `min` is `Infinity`. */
  readonly from?: LifetimeStart;
  /** Whose record it goes with, the nearest first, and by how many seconds it may be late; the first is itself. */
  readonly follows: readonly { readonly entity: string; readonly late: number }[];
}

/** A moment from which a lifetime counts: a date that a record of the entity holds; without a field, that at which it was written. */
export interface LifetimeStart {
  readonly entity: string;
  readonly field?: string;
}

/** The lifetime of each entity, asked by its address. Each is worked out once. Parents are followed; a circle of parents is unknown. */
export function buildLifetimes(catalog: Pick<Catalog, 'entities' | 'tombstones'>): (address: string) => Lifetime {
  const entities = new Map(catalog.entities.map((entity) => [entity.address, entity]));
  const gone = new Set(catalog.tombstones.map((tombstone) => tombstone.address));
  const rules = bucketRules(catalog);
  const known = new Map<string, Lifetime>();
  const under = new Set<string>();
  const lifetimeOf = (address: string): Lifetime => {
    const before = known.get(address);
    if (before !== undefined) return before;
    if (under.has(address)) return UNKNOWN;
    under.add(address);
    const found = gone.has(address) ? ELIMINATED : promisedOf(entities.get(address), rules.get(address) ?? [], lifetimeOf);
    under.delete(address);
    known.set(address, found);
    return found;
  };
  return lifetimeOf;
}

const UNKNOWN: Lifetime = { kind: 'unknown' };
const ELIMINATED: Lifetime = { kind: 'eliminated' };

function promisedOf(entity: Entity | undefined, rules: readonly BucketRule[], lifetimeOf: (address: string) => Lifetime): Lifetime {
  if (entity === undefined) return UNKNOWN;
  // Whatever else is promised: the first that removes it ends it.
  const [first, ...rest] = retentionsOf(entity).map((retention) => promisedBy(retention, entity, lifetimeOf));
  if (first === undefined) return UNKNOWN;
  const promised = rest.reduce(shorter, first);
  return entity.kind === 'objects' && promised.kind === 'known' ? keptByBucket(promised, entity, rules) : promised;
}

function promisedBy(retention: Retention, entity: Entity, lifetimeOf: (address: string) => Lifetime): Lifetime {
  const { address } = entity;
  const itself = { kind: 'known', background: false, ends: false, follows: [{ entity: address, late: 0 }] } as const;
  switch (retention.kind) {
    case 'permanent':
      return { ...itself, min: Infinity, max: Infinity };
    case 'expires': {
      const seconds = parseDuration(retention.after);
      if (seconds === undefined) return UNKNOWN;
      // A condition lets some records live on, and of a TTL of 0 each record says its own end. So does a date that comes later than the record, or never.
      const isFromWriting = seconds > 0 && beginsWithRecord(retention.field, entity);
      const ends = retention.where === undefined && isFromWriting;
      const from = { entity: address, ...(isFromWriting || retention.field === undefined ? {} : { field: retention.field }) };
      return { ...itself, min: seconds, max: ends ? seconds : Infinity, background: ends, ends: true, from };
    }
    case 'atLeast':
    case 'locked': {
      const seconds = parseDuration(retention.for);
      return seconds === undefined ? UNKNOWN : { ...itself, min: seconds, max: Infinity, from: { entity: address } };
    }
    case 'withParent': {
      const parent = lifetimeOf(retention.parent);
      if (parent.kind !== 'known') return UNKNOWN;
      const late = retention.within === undefined ? 0 : (parseDuration(retention.within) ?? 0);
      const follows = [{ entity: address, late: 0 }, ...parent.follows.map((each) => ({ entity: each.entity, late: each.late + late }))];
      return { kind: 'known', min: parent.min, max: parent.max + late, background: parent.background, ends: parent.ends, ...(parent.from === undefined ? {} : { from: parent.from }), follows };
    }
    default:
      return assertNever(retention);
  }
}

/** Whether time counts from when the record was written: for objects it does; of a date, its name says so, and that each record has it. */
function beginsWithRecord(path: string | undefined, entity: Entity): boolean {
  if (path === undefined) return true;
  const field = entity.fields.find((each) => each.path === path);
  return field !== undefined && !field.nullable && !field.optional && DATE_OF_WRITING.test(field.name);
}

const DATE_OF_WRITING = /^(at|ts|time|timestamp|date|(created|inserted|added|written|logged|recorded|received|occurred|happened|sent|emitted|started|uploaded|registered|issued|ingested)_?(at|on|date|time)?)$/i;

function shorter(a: Lifetime, b: Lifetime): Lifetime {
  if (a.kind !== 'known') return a;
  if (b.kind !== 'known') return b;
  const { from: _, ...rest } = a;
  const { from } = b.min < a.min ? b : a;
  return { ...rest, ...(from === undefined ? {} : { from }), min: Math.min(a.min, b.min), max: Math.min(a.max, b.max), background: a.background || b.background, ends: a.ends || b.ends };
}

/** What the bucket does whatever was promised: lifecycle rules remove objects, Object Lock keeps them. */
function keptByBucket(promised: Lasting, family: ObjectFamily, rules: readonly BucketRule[]): Lasting {
  let { min, max, background, ends } = promised;
  for (const { rule: { expireAfter, tag }, selects } of rules) {
    const seconds = expireAfter === undefined ? undefined : parseDuration(expireAfter);
    if (seconds === undefined) continue;
    min = Math.min(min, seconds);
    ends = true;
    if (tag === undefined && selects === 'all' && seconds < max) [max, background] = [seconds, true];
  }
  // A lock that is meant for a prefix locks nothing.
  const lock = family.objectLock === undefined || family.objectLock.prefix !== undefined ? 0 : (parseDuration(family.objectLock.for) ?? 0);
  const kept = { min: Math.max(min, lock), max: Math.max(max, lock) };
  // What the bucket ends or keeps by itself no longer goes with its record.
  const follows = kept.min < promised.min || kept.max !== promised.max ? promised.follows.slice(0, 1) : promised.follows;
  const from = kept.min === promised.min ? promised.from : { entity: family.address };
  return { ...promised, ...kept, background, ends, ...(from === undefined ? {} : { from }), follows };
}
