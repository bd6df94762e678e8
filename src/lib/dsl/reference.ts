import * as z from 'zod/v4';
import type { TextField } from './field-schema.ts';
import { annotated, fieldOf, optionOf } from './field-meta.ts';
import type { Bind, ReferenceOptions as ResolvedOptions } from '../model/reference-spec.ts';
import type { LossWord } from './reference-words.ts';
import type { Settled } from './settled.ts';
import { word, type Word } from './word.ts';
import type { ZodLike } from './zod-like.ts';

/**
 * A field that holds another entity's key. Its type is that of its target unless `as` says otherwise.
 *
 * @param target store-qualified field address: `'postgresql.activities.ref_id'`
 * @example activityId: ref('postgresql.activities.ref_id', { keptBy: 'OutputWriter' })
 */
export function ref<As extends ZodLike = TextField>(target: string, options: FieldReferenceOptions<As> = {}): Settled<As> {
  return pointing(word('ref', target, options), options);
}

/**
 * A polymorphic field: another field, the discriminator, says which target is meant.
 * @example resourceId: refByType('resourceType', { activity: 'postgresql.activities.ref_id', contract: 'postgresql.contracts.ref_id' })
 */
export function refByType<As extends ZodLike = TextField>(discriminator: string, targets: Readonly<Record<string, string>>, options: FieldReferenceOptions<As> = {}): Settled<As> {
  return pointing(word('refByType', discriminator, targets, options), options);
}

/** A field that points at one of several targets while nothing says which: give the reason why that is tolerable, or a rule asks for it. */
export function refToOneOf<As extends ZodLike = TextField>(targets: readonly string[], options: FieldReferenceOptions<As> & Undiscriminated = {}): Settled<As> {
  return pointing(word('refToOneOf', targets, options), options);
}

/**
 * A field that may point at any entity of a store.
 * @example resourceId: refToAny('postgresql', { field: 'ref_id', discriminator: 'resourceTable' })
 */
export function refToAny<As extends ZodLike = TextField>(store: string, options: FieldReferenceOptions<As> & AnyTarget): Settled<As> {
  return pointing(word('refToAny', store, options), options);
}

/**
 * A field that holds the key of an S3 object. Placeholders are bound to fields of this entity that have the same name
 * (`{tenantId}` also finds `tenant_id`); bind the others.
 * @example s3Key: objectKey('s3.strategies', { bind: { version: 'revision' } })
 */
export function objectKey<As extends ZodLike = TextField>(family: string, options: FieldReferenceOptions<As> & Bindings = {}): Settled<As> {
  return pointing(word('objectKey', family, options), options);
}

/** `ref` for a field whose shape stands elsewhere: `references: { 'meta.ownerId': to('postgresql.users.ref_id') }`. */
export function to(target: string, options: ReferenceOptions = {}): ReferenceWord {
  return word('to', target, options);
}

/** `refByType` for a field whose shape stands elsewhere. */
export function toByType(discriminator: string, targets: Readonly<Record<string, string>>, options: ReferenceOptions = {}): ReferenceWord {
  return word('toByType', discriminator, targets, options);
}

/** `refToOneOf` for a field whose shape stands elsewhere. */
export function toOneOf(targets: readonly string[], options: ReferenceOptions & Undiscriminated = {}): ReferenceWord {
  return word('toOneOf', targets, options);
}

/** `refToAny` for a field whose shape stands elsewhere. */
export function toAny(store: string, options: ReferenceOptions & AnyTarget): ReferenceWord {
  return word('toAny', store, options);
}

/** `objectKey` for a field whose shape stands elsewhere. */
export function toObjects(family: string, options: ReferenceOptions & Bindings = {}): ReferenceWord {
  return word('toObjects', family, options);
}

/** What `to(…)`, `toByType(…)`, `toOneOf(…)`, `toAny(…)` and `toObjects(…)` make. */
export type ReferenceWord = Word<'to' | 'toByType' | 'toOneOf' | 'toAny' | 'toObjects'>;

/** What can be said of every reference. */
export interface ReferenceOptions extends Omit<ResolvedOptions, 'whenTargetGoes'> {
  /** What the application does when the target goes: `nothing('…')`, `nullifies()`, `deletes()`, `never('…')`. */
  readonly whenTargetGoes?: LossWord;
}

export interface FieldReferenceOptions<As = ZodLike> extends ReferenceOptions {
  /** The field's own type, when it is not that of the target: `as: varchar(24)`. A column whose targets have several types needs it. */
  readonly as?: As;
}

export interface Undiscriminated {
  /** Why nothing says which target is meant. */
  readonly undiscriminated?: string;
}

export interface AnyTarget {
  /** The field that every possible target has: `ref_id`. */
  readonly field: string;
  /** The field beside this one that names the target's entity. */
  readonly discriminator?: string;
  /** Or the reason why there is none. */
  readonly undiscriminated?: string;
}

export interface Bindings {
  /** Placeholder → field of this entity, or `constant('…')`. */
  readonly bind?: Bind;
}

/** What is no schema is in the options of the reference as well, and reading reports it there. */
function pointing<As>(reference: Word, options: unknown): Settled<As> {
  const as = optionOf(options, 'as');
  return (annotated(as, { reference }) ?? fieldOf(z.string(), { reference })) as Settled<As>;
}
