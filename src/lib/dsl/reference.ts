import * as z from 'zod';
import { annotate } from './field-meta.ts';
import type { Bind, ReferenceOptions, ReferenceSpec } from '../model/reference-spec.ts';

/**
 * A field that holds another entity's key. Its type is that of its target unless `as` says otherwise.
 *
 * @param target store-qualified field address: `'postgresql.activities.ref_id'`
 * @example activityId: ref('postgresql.activities.ref_id', { keptBy: 'OutputWriter' })
 */
export function ref(target: string, options: FieldReferenceOptions = {}): z.ZodString {
  return fieldOf(to(target, options), options.as);
}

/**
 * A polymorphic field: another field, the discriminator, says which target is meant.
 * @example resourceId: refByType('resourceType', { activity: 'postgresql.activities.ref_id', contract: 'postgresql.contracts.ref_id' })
 */
export function refByType(discriminator: string, targets: Readonly<Record<string, string>>, options: FieldReferenceOptions = {}): z.ZodString {
  return fieldOf(toByType(discriminator, targets, options), options.as);
}

/** A field that points at one of several targets while nothing says which: give the reason why that is tolerable, or a rule asks for it. */
export function refToOneOf(targets: readonly string[], options: FieldReferenceOptions & Undiscriminated = {}): z.ZodString {
  return fieldOf(toOneOf(targets, options), options.as);
}

/**
 * A field that may point at any entity of a store.
 * @example resourceId: refToAny('postgresql', { field: 'ref_id', discriminator: 'resourceTable' })
 */
export function refToAny(store: string, options: FieldReferenceOptions & AnyTarget): z.ZodString {
  return fieldOf(toAny(store, options), options.as);
}

/**
 * A field that holds the key of an S3 object. Placeholders are bound to fields of this entity that have the same name
 * (`{tenantId}` also finds `tenant_id`); bind the others.
 * @example s3Key: objectKey('s3.strategies', { bind: { version: 'revision' } })
 */
export function objectKey(family: string, options: FieldReferenceOptions & Bindings = {}): z.ZodString {
  return fieldOf(toObjects(family, options), options.as ?? z.string());
}

/** `ref` for a field whose shape stands elsewhere: `references: { 'meta.ownerId': to('postgresql.users.ref_id') }`. */
export function to(target: string, options: ReferenceOptions = {}): ReferenceSpec {
  return { kind: 'field', to: target, ...common(options) };
}

/** `refByType` for a field whose shape stands elsewhere. */
export function toByType(discriminator: string, targets: Readonly<Record<string, string>>, options: ReferenceOptions = {}): ReferenceSpec {
  return { kind: 'byType', discriminator, targets, ...common(options) };
}

/** `refToOneOf` for a field whose shape stands elsewhere. */
export function toOneOf(targets: readonly string[], options: ReferenceOptions & Undiscriminated = {}): ReferenceSpec {
  const { undiscriminated } = options;
  return { kind: 'oneOf', targets, ...(undiscriminated !== undefined ? { undiscriminated } : {}), ...common(options) };
}

/** `refToAny` for a field whose shape stands elsewhere. */
export function toAny(store: string, options: ReferenceOptions & AnyTarget): ReferenceSpec {
  const { field, discriminator, undiscriminated } = options;
  return { kind: 'any', store, field, ...(discriminator !== undefined ? { discriminator } : {}), ...(undiscriminated !== undefined ? { undiscriminated } : {}), ...common(options) };
}

/** `objectKey` for a field whose shape stands elsewhere. */
export function toObjects(family: string, options: ReferenceOptions & Bindings = {}): ReferenceSpec {
  return { kind: 'objects', to: family, bind: options.bind ?? {}, ...common(options) };
}

export interface FieldReferenceOptions extends ReferenceOptions {
  /** The field's own type, when it is not that of the target: `as: varchar(24)`. */
  readonly as?: z.ZodString;
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

function fieldOf(reference: ReferenceSpec, as: z.ZodString = z.string()): z.ZodString {
  return annotate(as, { reference });
}

function common({ enforcedBy, onDelete, keptBy, whenTargetGoes, cardinality, mirrorOf, note }: ReferenceOptions): ReferenceOptions {
  const all = { enforcedBy, onDelete, keptBy, whenTargetGoes, cardinality, mirrorOf, note };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
