import type { Duration } from './duration.ts';
import type { EntityOptions } from './entity-options.ts';
import type { PlaceholderOf } from './path-of.ts';
import { word, type Word } from './word.ts';
import type { ZodLike } from './zod-like.ts';

/**
 * An S3 object family: all the objects whose keys one template makes.
 * Each placeholder is bound to a field of the entities that point here, or declared in `parameters`.
 *
 * @example
 * ```ts
 * /** Strategy documents, one object a version. *\/
 * export const strategyFiles = objects('strategies', {
 *   bucket: 'tenant-content',
 *   key: '{tenantId}/strategies/{strategyId}/v{version}.md',
 *   parameters: { version: z.int().positive() },
 *   contentType: 'text/markdown',
 *   tenancy: perTenant('tenantId'),
 *   retention: permanent(),
 * });
 * ```
 */
export function objects<const Key extends string, Parameters extends Readonly<Record<string, ZodLike>> = {}>(name: string, options: ObjectsOptions<Key, Parameters, NoInfer<PlaceholderOf<Key, Parameters>>>): ObjectsDefinition {
  return { kind: 'polyref.objects', name, options: options as ObjectsOptions };
}

/**
 * A lifecycle rule of the bucket. It selects every object of the bucket that has its prefix and its tag, whichever family the object belongs to; without both it selects all.
 * @example lifecycle({ tag: { key: 'tmp', value: 'yes' }, expireAfter: '7 days' })
 * @example lifecycle({ prefix: 'logs/', transitions: [{ to: 'STANDARD_IA', after: '30 days' }, { to: 'GLACIER', after: '90 days' }], expireAfter: '1 year' })
 */
export function lifecycle(rule: LifecycleSpec): LifecycleSpec {
  return rule;
}

/**
 * Object Lock that nobody can lift, not even the account's root.
 * @example compliance('7 years')
 */
export function compliance(length: Duration, options: LockOptions = {}): Word<'compliance'> {
  return word('compliance', length, options);
}

/**
 * Object Lock that people with a special permission can lift.
 * @example governance('1 year', { prefix: 'reports/' })
 */
export function governance(length: Duration, options: LockOptions = {}): Word<'governance'> {
  return word('governance', length, options);
}

/** What `lifecycle` makes: a lifecycle rule of a bucket. */
export interface LifecycleSpec {
  /** Only keys that begin with it: `'logs/'`. */
  readonly prefix?: string;
  /** Only objects that have this tag: `{ key: 'tmp', value: 'yes' }`. */
  readonly tag?: ObjectTag;
  /** When objects are deleted, counted from their creation: `'7 days'`. */
  readonly expireAfter?: Duration;
  /** Moves to cheaper storage classes, counted from the object's creation. */
  readonly transitions?: readonly StorageTransitionSpec[];
  /** For versioned buckets. */
  readonly expireOldVersionsAfter?: Duration;
  /** For versioned buckets: moves of old versions, counted from when they became old ones. */
  readonly oldVersionTransitions?: readonly StorageTransitionSpec[];
  /** When uploads that were never finished are deleted: `'1 day'`. */
  readonly abortUploadsAfter?: Duration;
  /** Markdown. */
  readonly note?: string;
}

export interface ObjectTag {
  /** Name of the tag. */
  readonly key: string;
  /** Value that the tag has. */
  readonly value: string;
}

/** A move to a storage class, by its name in the S3 API. `GLACIER` is Glacier Flexible Retrieval, `GLACIER_IR` Glacier Instant Retrieval. */
export interface StorageTransitionSpec {
  /** The storage class. */
  readonly to: 'STANDARD_IA' | 'INTELLIGENT_TIERING' | 'ONEZONE_IA' | 'GLACIER_IR' | 'GLACIER' | 'DEEP_ARCHIVE';
  /** How long after: `'30 days'`. */
  readonly after: Duration;
}

interface LockOptions {
  /** The keys that the lock is meant for. S3 locks a bucket or an object, never a prefix: a rule says what to do instead. */
  readonly prefix?: string;
}

export interface ObjectLockSpec extends LockOptions {
  /** `'compliance'`: nobody can lift it. `'governance'`: people with a special permission can. */
  readonly mode: 'governance' | 'compliance';
  /** How long an object is locked: `'7 years'`. */
  readonly for: Duration;
}

export interface ObjectsOptions<Key extends string = string, Parameters = Readonly<Record<string, ZodLike>>, Path extends string = string> extends EntityOptions<Path> {
  /** Name of the bucket: `'tenant-content'`. */
  readonly bucket: string;
  /** `{tenantId}/strategies/{strategyId}/v{version}.md` */
  readonly key: Key;
  /** Placeholders that no field is bound to, or whose type is to be said: name → Zod schema. */
  readonly parameters?: Parameters;
  /** MIME type of the objects: `'text/markdown'`. */
  readonly contentType?: string;
  /** Whether the bucket keeps old versions. Object Lock needs it. */
  readonly versioning?: boolean;
  /** Lifecycle rules of the bucket: `[lifecycle({ prefix: 'tmp/', expireAfter: '7 days' })]`. */
  readonly lifecycle?: readonly LifecycleSpec[];
  /** `compliance('7 years')` or `governance('1 year')`. */
  readonly objectLock?: ObjectLockSpec | Word<'compliance' | 'governance'>;
}

/** What `objects` makes. */
export interface ObjectsDefinition {
  readonly kind: 'polyref.objects';
  readonly name: string;
  readonly options: ObjectsOptions;
}
