import type { Duration } from './duration.ts';
import type { EntityOptions } from './entity-options.ts';
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
export function objects(name: string, options: ObjectsOptions): ObjectsDefinition {
  return { kind: 'polyref.objects', name, options };
}

/** A lifecycle rule of the bucket: `lifecycle({ tag: { key: 'tmp', value: 'yes' }, expireAfter: '7 days' })`. */
export function lifecycle(rule: LifecycleSpec): LifecycleSpec {
  return rule;
}

/** Object Lock that nobody can lift, not even the account's root. */
export function compliance(length: Duration, options: LockOptions = {}): Word<'compliance'> {
  return word('compliance', length, options);
}

/** Object Lock that people with a special permission can lift. */
export function governance(length: Duration, options: LockOptions = {}): Word<'governance'> {
  return word('governance', length, options);
}

export interface LifecycleSpec {
  readonly prefix?: string;
  readonly tag?: { readonly key: string; readonly value: string };
  readonly expireAfter?: Duration;
  /** For versioned buckets. */
  readonly expireOldVersionsAfter?: Duration;
  readonly abortUploadsAfter?: Duration;
  /** Markdown. */
  readonly note?: string;
}

interface LockOptions {
  /** The keys that the lock is meant for. S3 locks a bucket or an object, never a prefix: a rule says what to do instead. */
  readonly prefix?: string;
}

export interface ObjectLockSpec extends LockOptions {
  readonly mode: 'governance' | 'compliance';
  readonly for: Duration;
}

export interface ObjectsOptions extends EntityOptions {
  readonly bucket: string;
  /** `{tenantId}/strategies/{strategyId}/v{version}.md` */
  readonly key: string;
  /** Placeholders that no field is bound to, or whose type is to be said: name → Zod schema. */
  readonly parameters?: Readonly<Record<string, ZodLike>>;
  readonly contentType?: string;
  readonly versioning?: boolean;
  readonly lifecycle?: readonly LifecycleSpec[];
  readonly objectLock?: ObjectLockSpec | Word<'compliance' | 'governance'>;
}

export interface ObjectsDefinition {
  readonly kind: 'polyref.objects';
  readonly name: string;
  readonly options: ObjectsOptions;
}
