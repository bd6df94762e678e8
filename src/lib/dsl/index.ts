/**
 * What a schema is written with. Everything here makes plain, inert objects:
 * importing a definition registers nothing and touches nothing.
 */
export { collection } from './collection.ts';
export { table, check, foreignKey, partitionBy, unique } from './table.ts';
export { objects, lifecycle, compliance, governance } from './objects.ts';
export { eliminated } from './eliminated.ts';
export { process } from './process.ts';
export { claim, everyEntity, everyReference, noReferences } from './claim.ts';
export { domain, store, system } from './system.ts';
export { index, expression } from './index-words.ts';
export { deprecated, experimental, stable } from './status.ts';
export { expires, keptAtLeast, locked, permanent, withParent } from './retention.ts';
export { perTenant, shared, tenantItself, viaParent } from './tenancy.ts';
export { objectKey, ref, refByType, refToAny, refToOneOf, to, toAny, toByType, toObjects, toOneOf } from './reference.ts';
export { constant, deletes, never, nothing, nullifies } from './reference-words.ts';
export { suppress } from './suppress.ts';
export { formerly, generated, now, personal, secret, sql } from './field-words.ts';
export { binary, decimal128, double, int32, long, objectId } from './types-mongodb.ts';
export {
  bigint, boolean, bytea, char, citext, date, doublePrecision, integer, interval, jsonb, numeric, pgEnum, real, smallint, sqlType, text, time, timestamp,
  timestamptz, uuid, varchar,
} from './types-postgresql.ts';
export { ulid } from './types-shared.ts';
export { defineConfig } from './config.ts';
export { defineRule } from '../rules/define-rule.ts';
export { definePage } from './page-maker.ts';
export type { Config } from './config.ts';
export type { DocsOptions } from './docs.ts';
export type { PageContext, PageMaker, PageWriter } from './page-maker.ts';
export type { Rule, RuleContext, RuleReport } from '../rules/rule.ts';
export type { Definition, EntityDefinition } from './definition.ts';
export type { Duration } from './duration.ts';
export type { CheckWord } from './claim.ts';
export type { ReferenceWord } from './reference.ts';
export type { LossWord } from './reference-words.ts';
export type { RetentionWord } from './retention.ts';
export type { StatusWord } from './status.ts';
export type { TenancyWord } from './tenancy.ts';
// What else the words make. TypeScript writes declarations of what a team exports (`declaration`, `composite`) only where each part has a name that can be imported.
export type { AnyZod } from './any-zod.ts';
export type { ClaimDefinition } from './claim.ts';
export type { CollectionDefinition } from './collection.ts';
export type { ConfigDefinition } from './config.ts';
export type { EliminatedDefinition } from './eliminated.ts';
export type { DateChecks, DateField, FieldMethods, FieldSchema, NumberChecks, NumberField, TextChecks, TextField } from './field-schema.ts';
export type { IndexWord } from './index-words.ts';
export type { LifecycleSpec, ObjectsDefinition } from './objects.ts';
export type { ProcessDefinition } from './process.ts';
export type { DomainDefinition, StoreDefinition, SystemDefinition } from './system.ts';
export type { TableDefinition } from './table.ts';
export type { Word, WordOfPaths, WordOn } from './word.ts';
