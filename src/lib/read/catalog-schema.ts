import * as z from 'zod-own';
import type { Catalog } from '../model/catalog.ts';
import { STORAGE_CLASS_NAMES } from '../model/stores/storage-classes.ts';

/**
 * A catalog as far as whoever reads it relies on it. What it holds beyond that is left as it is, so that catalogs of older and newer
 * commits can be compared.
 */

const texts = z.array(z.string()).readonly();
const location = z.looseObject({ file: z.string(), line: z.number(), column: z.number() });
const suppressions = z
  .array(z.looseObject({ rule: z.string(), at: z.string().exactOptional(), reason: z.string(), until: z.string().exactOptional(), issue: z.string().exactOptional(), location }))
  .readonly()
  .exactOptional();
const note = z.string().exactOptional();
const mark = z.literal(true).exactOptional();

const store = z.looseObject({
  id: z.string(), label: z.string(), entities: texts, kind: z.enum(['document', 'relational', 'object']), description: z.string(), suppressions, location: location.exactOptional(),
});
const domain = z.looseObject({ name: z.string(), entities: texts, summary: z.string(), description: z.string(), owner: z.string().exactOptional(), suppressions, location: location.exactOptional() });

const field = z.looseObject({
  path: z.string(),
  name: z.string(),
  type: z.string(),
  keys: z.array(z.enum(['PK', 'FK', 'UK'])).readonly(),
  description: z.string(),
  depth: z.number(),
  nullable: z.boolean(),
  optional: z.boolean(),
  default: z.string().exactOptional(),
  generated: z.string().exactOptional(),
  values: texts.exactOptional(),
  when: z.looseObject({ field: z.string(), values: texts, required: z.boolean() }).exactOptional(),
  deprecated: z.literal(true).exactOptional(),
  formerly: z.string().exactOptional(),
  classification: z.enum(['personal', 'secret']).exactOptional(),
  examples: texts.exactOptional(),
  location,
});

const status = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('stable') }),
  z.looseObject({ kind: z.literal('experimental'), note }),
  z.looseObject({ kind: z.literal('deprecated'), reason: z.string(), since: z.string().exactOptional(), useInstead: z.string().exactOptional() }),
]);
const tenancy = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('perTenant'), field: z.string(), note,
    exceptions: z.array(z.looseObject({ value: z.union([z.string(), z.number(), z.boolean(), z.null()]), reason: z.string().optional() }) as unknown as z.ZodType<{ value: string | number | boolean | null; reason: string }>).readonly(),
  }),
  z.looseObject({ kind: z.literal('tenant'), field: z.string(), note }),
  z.looseObject({ kind: z.literal('viaParent'), field: z.string(), note }),
  z.looseObject({ kind: z.literal('shared'), reason: z.string(), note }),
]);
const retention = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('permanent'), note }),
  z.looseObject({ kind: z.literal('expires'), after: z.string(), field: z.string().exactOptional(), where: z.string().exactOptional(), fromIndex: mark, note }),
  z.looseObject({ kind: z.literal('atLeast'), for: z.string(), reason: z.string(), note }),
  z.looseObject({ kind: z.literal('locked'), for: z.string(), mode: z.enum(['governance', 'compliance']).exactOptional(), note }),
  z.looseObject({ kind: z.literal('withParent'), parent: z.string(), within: z.string().exactOptional(), by: z.string().exactOptional(), note }),
]);
const index = z.looseObject({
  name: z.string().exactOptional(),
  keys: z.array(z.looseObject({ on: z.string(), order: z.string().exactOptional(), expression: z.boolean().exactOptional() })).readonly(),
  unique: z.boolean(),
  method: z.string().exactOptional(),
  where: z.string().exactOptional(),
  include: texts.exactOptional(),
  sparse: z.boolean().exactOptional(),
  hidden: z.boolean().exactOptional(),
  collation: z.string().exactOptional(),
  ttl: z.string().exactOptional(),
  nullsNotDistinct: z.boolean().exactOptional(),
  fromRetention: mark,
  location: location.exactOptional(),
  note,
});

const ofEveryEntity = {
  address: z.string(),
  store: z.string(),
  name: z.string(),
  description: z.string(),
  fields: z.array(field).readonly(),
  tags: texts,
  referencesOut: texts,
  referencesIn: texts,
  status,
  jsonSchema: z.record(z.string(), z.unknown()),
  summary: z.string(),
  owner: z.string().exactOptional(),
  domain: z.string().exactOptional(),
  formerly: z.string().exactOptional(),
  tenancy: tenancy.exactOptional(),
  retention: retention.exactOptional(),
  alsoRetention: z.array(retention).readonly().exactOptional(),
  referencesNothing: z.string().exactOptional(),
  suppressions,
  location,
};
const duration = z.string().exactOptional();
const transitions = z.array(z.looseObject({ to: z.enum(STORAGE_CLASS_NAMES), after: z.string() })).readonly().exactOptional();
const tag = z.looseObject({ key: z.string(), value: z.string() });
const entity = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('collection'), ...ofEveryEntity,
    indexes: z.array(index).readonly(), indexesOmitted: mark, validator: z.boolean(), clustered: z.boolean(),
    capped: z.looseObject({ maxBytes: z.number(), maxDocuments: z.number().exactOptional() }).exactOptional(),
    timeSeries: z.looseObject({ timeField: z.string(), metaField: z.string().exactOptional(), granularity: z.string().exactOptional() }).exactOptional(),
  }),
  z.looseObject({
    kind: z.literal('table'), ...ofEveryEntity,
    indexes: z.array(index).readonly(), indexesOmitted: mark, primaryKey: texts, schema: z.string(),
    uniques: z.array(z.looseObject({ columns: texts, name: z.string().exactOptional(), nullsNotDistinct: z.boolean().exactOptional() })).readonly(),
    checks: z.array(z.looseObject({ name: z.string(), expression: z.string() })).readonly(),
    partitionedBy: z.looseObject({ strategy: z.enum(['range', 'list', 'hash']), columns: texts, note }).exactOptional(),
  }),
  z.looseObject({
    kind: z.literal('objects'), ...ofEveryEntity,
    bucket: z.string(),
    key: z.looseObject({
      template: z.string(),
      parts: z.array(z.discriminatedUnion('kind', [z.looseObject({ kind: z.literal('literal'), text: z.string() }), z.looseObject({ kind: z.literal('placeholder'), name: z.string() })])).readonly(),
    }),
    // Catalogs did not say it when they were first written.
    parameters: texts.default([]),
    versioning: z.boolean(),
    contentType: z.string().exactOptional(),
    lifecycle: z.array(z.looseObject({ prefix: z.string().exactOptional(), tag: tag.exactOptional(), expireAfter: duration, transitions, expireOldVersionsAfter: duration, oldVersionTransitions: transitions, abortUploadsAfter: duration, note })).readonly(),
    objectLock: z.looseObject({ mode: z.enum(['governance', 'compliance']), for: z.string(), prefix: z.string().exactOptional() }).exactOptional(),
  }),
]);

const fieldAddress = { entity: z.string(), field: z.string() };
const discriminator = z.discriminatedUnion('kind', [z.looseObject({ kind: z.literal('field'), field: z.string() }), z.looseObject({ kind: z.literal('none'), reason: z.string().exactOptional() })]);
const binding = z.looseObject({
  placeholder: z.string(),
  from: z.discriminatedUnion('kind', [z.looseObject({ kind: z.literal('field'), field: z.string() }), z.looseObject({ kind: z.literal('parameter') }), z.looseObject({ kind: z.literal('constant'), value: z.string() })]),
});
const target = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('field'), ...fieldAddress, alsoTo: texts.exactOptional() }),
  z.looseObject({ kind: z.literal('oneOf'), targets: z.array(z.looseObject({ ...fieldAddress, when: z.string().exactOptional() })).readonly(), discriminator }),
  z.looseObject({ kind: z.literal('any'), store: z.string(), field: z.string(), discriminator }),
  z.looseObject({ kind: z.literal('objects'), entity: z.string(), bindings: z.array(binding).readonly() }),
]);
const whenTargetGoes = z.looseObject({ action: z.enum(['nothing', 'nullify', 'delete', 'never']), within: z.string().exactOptional(), reason: z.string().exactOptional() });
const enforcement = z.discriminatedUnion('by', [
  z.looseObject({ by: z.literal('database'), onDelete: z.enum(['no action', 'restrict', 'cascade', 'set null', 'set default']) }),
  z.looseObject({ by: z.literal('application'), keptBy: z.string().exactOptional(), whenTargetGoes: whenTargetGoes.exactOptional() }),
]);
const reference = z.looseObject({
  id: z.string(),
  from: z.looseObject(fieldAddress),
  target,
  enforcement,
  cardinality: z.looseObject({ from: z.enum(['one', 'many']), to: z.enum(['exactly one', 'at most one', 'many']) }),
  alsoFrom: texts.exactOptional(),
  mirrorOf: z.string().exactOptional(),
  allowsOtherValues: z.literal(true).exactOptional(),
  note,
  location,
});

const tombstone = z.looseObject({
  address: z.string(), reason: z.string(), store: z.string(), name: z.string(), summary: z.string(), description: z.string(),
  since: z.string().exactOptional(), replacedBy: z.string().exactOptional(), suppressions, location,
});
const entityOrField = z.looseObject({ entity: z.string(), field: z.string().exactOptional() });
const touched = z.array(entityOrField).readonly();
const process = z.looseObject({
  name: z.string(), reads: touched, writes: touched, deletes: touched,
  retains: z.array(z.looseObject({ entity: z.string(), reason: z.string() })).readonly().exactOptional(),
  erasesTenants: z.literal(true).exactOptional(),
  copies: z.array(z.looseObject({ from: entityOrField, to: entityOrField, note })).readonly(),
  summary: z.string(), description: z.string(), because: z.string().exactOptional(), code: z.string().exactOptional(), owner: z.string().exactOptional(), suppressions, location,
});

const except = z.array(z.looseObject({ address: z.string(), reason: z.string() })).readonly();
const ends = { from: z.string(), to: z.string(), except };
const check = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('noReferences'), ...ends }),
  z.looseObject({ kind: z.literal('everyReference'), ...ends, enforcedBy: z.enum(['application', 'database']).exactOptional(), toField: z.string().exactOptional(), type: z.string().exactOptional() }),
  z.looseObject({ kind: z.literal('everyEntity'), in: z.string(), scopedBy: z.string().exactOptional(), retention: z.enum(['declared', 'permanent']).exactOptional(), except }),
]);
const claim = z.looseObject({ sentence: z.string(), check, because: z.string().exactOptional(), suppressions, location });

/** Lists first: what is missing of a file that is no catalog at all is named in this order. */
export const catalogSchema = z.looseObject({
  stores: z.array(store).readonly(),
  domains: z.array(domain).readonly(),
  entities: z.array(entity).readonly(),
  references: z.array(reference).readonly(),
  tombstones: z.array(tombstone).readonly(),
  processes: z.array(process).readonly(),
  claims: z.array(claim).readonly(),
  system: z.looseObject({ name: z.string(), summary: z.string(), description: z.string(), sourceUrl: z.string().exactOptional(), tenancy: z.literal('none').exactOptional(), suppressions, location: location.exactOptional() }),
  catalogVersion: z.literal(1),
  $schema: z.string() as unknown as z.ZodType<Catalog['$schema']>,
}) satisfies z.ZodType<Catalog>;
