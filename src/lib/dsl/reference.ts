import * as z from 'zod/v4';
import type { TextField } from './field-schema.ts';
import { annotated, fieldOf, optionOf } from './field-meta.ts';
import type { ReferenceOptions as ResolvedOptions } from '../model/reference-spec.ts';
import type { LossWord } from './reference-words.ts';
import type { Settled } from './settled.ts';
import type { PathHint } from './path-of.ts';
import { word, wordOn, type Word, type WordOn } from './word.ts';
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
 * @param discriminator the field beside this one, or a whole path
 * @param targets value of the discriminator → store-qualified field address
 * @example resourceId: refByType('resourceType', { activity: 'postgresql.activities.ref_id', contract: 'postgresql.contracts.ref_id' })
 */
export function refByType<As extends ZodLike = TextField>(discriminator: string, targets: Readonly<Record<string, string>>, options: FieldReferenceOptions<As> = {}): Settled<As> {
  return pointing(word('refByType', discriminator, targets, options), options);
}

/**
 * A field that references one of several targets, and nothing says which. Give the reason why that is acceptable; without one, a rule reports it.
 * @param targets store-qualified field addresses
 * @example mentioned: refToOneOf(['postgresql.users.ref_id', 'postgresql.teams.ref_id'], { undiscriminated: 'Free text.' })
 */
export function refToOneOf<As extends ZodLike = TextField>(targets: readonly string[], options: FieldReferenceOptions<As> & Undiscriminated = {}): Settled<As> {
  return pointing(word('refToOneOf', targets, options), options);
}

/**
 * A field that may reference any entity of a store.
 * @param store id of the store: `'postgresql'`
 * @example resourceId: refToAny('postgresql', { field: 'ref_id', discriminator: 'resourceTable' })
 */
export function refToAny<As extends ZodLike = TextField>(store: string, options: FieldReferenceOptions<As> & AnyTarget): Settled<As> {
  return pointing(word('refToAny', store, options), options);
}

/**
 * A field that holds the key of an S3 object. Placeholders are bound to fields of this entity that have the same name
 * (`{tenantId}` also finds `tenant_id`); bind the others.
 * @param family entity address: `'s3.strategies'`
 * @example s3Key: objectKey('s3.strategies', { bind: { version: 'revision' } })
 */
export function objectKey<As extends ZodLike = TextField>(family: string, options: FieldReferenceOptions<As> & Bindings = {}): Settled<As> {
  return pointing(word('objectKey', family, options), options);
}

/**
 * `ref` for a field whose shape stands elsewhere.
 * @param target store-qualified field address: `'postgresql.users.ref_id'`
 * @example references: { 'meta.ownerId': to('postgresql.users.ref_id') }
 */
export function to(target: string, options: ReferenceOptions = {}): ReferenceWord {
  return wordOn('to', target, options);
}

/**
 * `refByType` for a field whose shape stands elsewhere.
 * @param discriminator the field that says which target is meant: one beside this one, or a whole path
 * @param targets value of the discriminator → store-qualified field address
 * @example references: { resourceId: toByType('resourceType', { activity: 'postgresql.activities.ref_id', contract: 'postgresql.contracts.ref_id' }) }
 */
export function toByType<Path extends string = string>(discriminator: PathHint<NoInfer<Path>>, targets: Readonly<Record<string, string>>, options: ReferenceOptions = {}): ReferenceWord<Path> {
  return wordOn('toByType', discriminator, targets, options);
}

/**
 * `refToOneOf` for a field whose shape stands elsewhere.
 * @example references: { mentioned: toOneOf(['postgresql.users.ref_id', 'postgresql.teams.ref_id'], { undiscriminated: 'Free text.' }) }
 */
export function toOneOf(targets: readonly string[], options: ReferenceOptions & Undiscriminated = {}): ReferenceWord {
  return wordOn('toOneOf', targets, options);
}

/**
 * `refToAny` for a field whose shape stands elsewhere.
 * @param store id of the store: `'postgresql'`
 * @example references: { resourceId: toAny('postgresql', { field: 'ref_id', discriminator: 'resourceTable' }) }
 */
export function toAny<Path extends string = string>(store: string, options: ReferenceOptions & AnyTarget<NoInfer<Path>>): ReferenceWord<Path> {
  return wordOn('toAny', store, options);
}

/**
 * `objectKey` for a field whose shape stands elsewhere.
 * @param family entity address: `'s3.strategies'`
 * @example references: { s3Key: toObjects('s3.strategies', { bind: { version: 'revision' } }) }
 */
export function toObjects<Path extends string = string>(family: string, options: ReferenceOptions & Bindings<NoInfer<Path>> = {}): ReferenceWord<Path> {
  return wordOn('toObjects', family, options);
}

/** What `to(…)`, `toByType(…)`, `toOneOf(…)`, `toAny(…)` and `toObjects(…)` make. */
export type ReferenceWord<Path extends string = any> = WordOn<'to' | 'toByType' | 'toOneOf' | 'toAny' | 'toObjects', Path>;

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

export interface AnyTarget<Path extends string = string> {
  /** The field that every possible target has: `ref_id`. */
  readonly field: string;
  /** The field beside this one that names the target's entity. */
  readonly discriminator?: PathHint<Path>;
  /** Or the reason why there is none. */
  readonly undiscriminated?: string;
}

export interface Bindings<Path extends string = string> {
  /** Placeholder → path of a field of this entity, or `constant('…')`: `{ version: 'revision', ext: constant('md') }`. */
  readonly bind?: Readonly<Record<string, PathHint<Path> | { readonly constant: string }>>;
}

/** What is no schema is in the options of the reference as well, and reading reports it there. */
function pointing<As>(reference: Word, options: unknown): Settled<As> {
  const as = optionOf(options, 'as');
  return (annotated(as, { reference }) ?? fieldOf(z.string(), { reference })) as Settled<As>;
}
