import * as z from 'zod';
import {
  bigint, check, claim, collection, compliance, constant, deletes, deprecated, eliminated, everyEntity, expires, experimental, foreignKey, formerly, generated, governance, index, integer, keptAtLeast, lifecycle, locked, long, never, noReferences,
  nothing, nullifies, objectId, objectKey, objects, partitionBy, permanent, personal, perTenant, pgEnum, process, ref, refByType, refToOneOf, secret, shared, sql, store, domain, system, table, tenantItself, text, timestamptz, ulid, unique, varchar,
  viaParent, withParent, type Definition,
} from '../../../src/lib/dsl/index.ts';

/** Two schemas that differ in one thing, and what must be said of it: `level kind address`, one a change. */
export interface ChangeCase {
  readonly name: string;
  readonly base: readonly Definition[];
  readonly head: readonly Definition[];
  readonly changes: readonly string[];
}

type Shape = Readonly<Record<string, z.ZodType>>;

const tenants = table('tenants', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']], tenancy: tenantItself('ref_id'), retention: permanent(), owner: 'platform' });

/** A collection; `document` adds to its fields. */
function events({ document = {}, name = 'events', ...more }: { readonly document?: Shape; readonly name?: string } & Partial<Omit<Parameters<typeof collection>[1], 'document'>> = {}): Definition {
  return collection(name, { document: z.object({ _id: objectId(), at: z.date(), ...document }), ...more });
}

function orders({ columns = {}, name = 'orders', ...more }: { readonly columns?: Shape; readonly name?: string } & Partial<Omit<Parameters<typeof table>[1], 'columns'>> = {}): Definition {
  return table(name, { columns: z.object({ id: bigint(), ...columns }), primaryKey: ['id'], ...more });
}

function files(more: Partial<Parameters<typeof objects>[1]> = {}): Definition {
  return objects('files', { bucket: 'content', key: '{tenantId}/files/{name}.bin', parameters: { tenantId: ulid(), name: z.string() }, ...more });
}

/** One definition each; what both have beside it. */
function pair(name: string, changes: string | readonly string[], base: Definition | readonly Definition[], head: Definition | readonly Definition[], both: readonly Definition[] = []): ChangeCase {
  const list = (one: Definition | readonly Definition[]) => (Array.isArray(one) ? (one as readonly Definition[]) : [one as Definition]);
  return { name, changes: typeof changes === 'string' ? [changes] : changes, base: [...list(base), ...both], head: [...list(head), ...both] };
}

const pointer = events({ name: 'logs', document: { orderId: ref('postgresql.orders.id') } });
const ttl = (length: Parameters<typeof expires>[0], options: Parameters<typeof expires>[1] = { after: 'at' }) => events({ retention: expires(length, options) });
const scoped = (except: readonly { value: string | null; reason: string }[] = []) => events({ document: { tenantId: z.string().nullable() }, tenancy: perTenant('tenantId', { except }) });
const keyed = (key: string, parameters: Shape) => objects('files', { bucket: 'content', key, parameters });
const holder = events({ name: 'documents', document: { tenantId: z.string(), s3Key: objectKey('s3.files'), name: z.string() } });
const byType = (targets: Readonly<Record<string, string>>, discriminator = 'kind') => events({ document: { kind: z.string(), what: z.string(), aboutId: refByType(discriminator, targets) } });

export const CHANGE_CASES: Readonly<Record<string, readonly ChangeCase[]>> = {
  entities: [
    pair('added', 'safe entity-added mongodb.events', [], [events()], [tenants]),
    pair('removed, with a pointer and a process', ['breaking entity-removed postgresql.orders', 'dangerous reference-removed mongodb.logs.orderId', 'dangerous process-access-removed process:Shop'], [orders(), pointer, process('Shop', { writes: ['postgresql.orders'], reads: ['mongodb.logs'], owner: 'shop' })], [events({ name: 'logs', document: { orderId: long() } }), process('Shop', { reads: ['mongodb.logs'], owner: 'shop' })]),
    pair('removed, experimental and unused', 'dangerous entity-removed mongodb.events', [events({ status: experimental() })], [], [tenants]),
    pair('removed, likely renamed', ['breaking entity-removed mongodb.events', 'safe entity-added mongodb.happenings'], events({ document: { level: z.string() } }), events({ name: 'happenings', document: { level: z.string() } })),
    pair('eliminated', 'dangerous entity-eliminated mongodb.events', events(), eliminated('mongodb.events', { reason: 'Nobody read them.' }), [tenants]),
    pair('eliminated, and pointed at', ['breaking entity-eliminated postgresql.orders', 'dangerous field-removed mongodb.logs.orderId'], [orders(), pointer], [eliminated('postgresql.orders', { reason: 'In the shop now', replacedBy: 'mongodb.logs' }), events({ name: 'logs' })]),
    pair('renamed', 'breaking entity-renamed mongodb.happenings', events(), events({ name: 'happenings', formerly: 'events' })),
    pair('a renamed table', 'breaking entity-renamed postgresql.purchases', [orders(), pointer], [orders({ name: 'purchases', formerly: 'orders' }), events({ name: 'logs', document: { orderId: ref('postgresql.purchases.id') } })]),
    pair('moved to another store', 'breaking entity-moved postgresql.events', events(), table('events', { columns: z.object({ _id: text(), at: timestamptz() }), formerly: 'mongodb.events' })),
    pair('a tombstone for what was never described', 'safe tombstone-added mongodb.old', [], eliminated('mongodb.old', { reason: 'It was empty.' }), [tenants]),
    pair('a tombstone taken away', 'safe tombstone-removed mongodb.old', eliminated('mongodb.old', { reason: 'It was empty.' }), [], [tenants]),
  ],
  fields: [
    pair('optional', 'safe field-added mongodb.events.note', events(), events({ document: { note: z.string().optional() } })),
    pair('with what is inside of it', 'safe field-added mongodb.events.meta', events(), events({ document: { meta: z.object({ by: personal(z.string()) }).optional() } })),
    pair('required, with a default', 'safe field-added postgresql.orders.state', orders(), orders({ columns: { state: text().default('new') } })),
    pair('generated', 'safe field-added postgresql.orders.search', orders(), orders({ columns: { search: generated(text(), 'lower(id)') } })),
    pair('required, in a table', 'breaking required-field-added postgresql.orders.state', orders(), orders({ columns: { state: text() } })),
    pair('required, in a collection', 'dangerous required-field-added mongodb.events.tenantId', events(), events({ document: { tenantId: ref('postgresql.tenants.ref_id') } }), [tenants]),
    pair('required, in a collection that refuses misfits', 'breaking required-field-added mongodb.events.level', events({ validator: true }), events({ validator: true, document: { level: z.string() } })),
    pair('removed, unused', 'dangerous field-removed mongodb.events.note', events({ document: { note: z.string().optional() } }), events()),
    pair('removed, pointed at', ['breaking field-removed postgresql.orders.ref_id', 'dangerous field-removed mongodb.logs.orderId'], [orders({ columns: { ref_id: ulid() }, unique: [['ref_id']] }), events({ name: 'logs', document: { orderId: ref('postgresql.orders.ref_id') } })], [orders(), events({ name: 'logs' })]),
    pair('removed, the tenant field', ['breaking field-removed mongodb.events.tenantId', 'dangerous tenancy-undeclared mongodb.events'], events({ document: { tenantId: z.string() }, tenancy: perTenant('tenantId') }), events()),
    pair('removed, likely renamed', ['dangerous field-removed mongodb.events.createdBy', 'safe field-added mongodb.events.created_by'], events({ document: { createdBy: z.string().optional() } }), events({ document: { created_by: z.string().optional() } })),
    pair('renamed', 'breaking field-renamed mongodb.events.created_by', events({ document: { createdBy: z.string() } }), events({ document: { created_by: formerly(z.string(), 'createdBy') } })),
    pair('a renamed column that is pointed at, indexed and unique', 'breaking field-renamed postgresql.orders.public_id', [orders({ columns: { ref_id: ulid() }, unique: [['ref_id']], indexes: [['ref_id', 'id']] }), events({ name: 'logs', document: { orderId: ref('postgresql.orders.ref_id') } })], [orders({ columns: { public_id: formerly(ulid(), 'ref_id') }, unique: [['public_id']], indexes: [['public_id', 'id']] }), events({ name: 'logs', document: { orderId: ref('postgresql.orders.public_id') } })]),
    pair('a renamed object, with what is inside of it', 'breaking field-renamed mongodb.events.source', events({ document: { meta: z.object({ by: z.string().max(9) }) } }), events({ document: { source: formerly(z.object({ by: z.string().max(9) }), 'meta') } })),
  ],
  types: [
    pair('widened', 'safe field-type-widened postgresql.orders.name', orders({ columns: { name: varchar(80) } }), orders({ columns: { name: varchar(120) } })),
    pair('widened, and pointed at', 'dangerous field-type-widened postgresql.orders.code', [orders({ columns: { code: varchar(8) } }), orders({ name: 'parts', columns: { code: ref('postgresql.orders.code') } })], [orders({ columns: { code: varchar(16) } }), orders({ name: 'parts', columns: { code: ref('postgresql.orders.code') } })]),
    pair('narrowed', 'breaking field-type-narrowed postgresql.orders.count', orders({ columns: { count: bigint() } }), orders({ columns: { count: integer() } })),
    pair('narrowed, in documents', 'dangerous field-type-narrowed mongodb.events.size', events({ document: { size: z.union([z.string(), z.int()]) } }), events({ document: { size: z.int() } })),
    pair('changed', 'breaking field-type-changed mongodb.events.size', events({ document: { size: z.string() } }), events({ document: { size: z.int() } })),
    pair('changed to an object: what is inside comes with it', 'breaking field-type-changed mongodb.events.size', events({ document: { size: z.string() } }), events({ document: { size: z.object({ bytes: z.int() }) } })),
    pair('a value more', 'dangerous enum-value-added mongodb.events.level', events({ document: { level: z.enum(['info', 'error']) } }), events({ document: { level: z.enum(['info', 'warn', 'error']) } })),
    pair('a value less', 'breaking enum-value-removed mongodb.events.level', events({ document: { level: z.enum(['info', 'warn', 'error']) } }), events({ document: { level: z.enum(['info', 'error']) } })),
    pair('another order', 'safe enum-values-reordered mongodb.events.level', events({ document: { level: z.enum(['info', 'error']) } }), events({ document: { level: z.enum(['error', 'info']) } })),
    pair('another order, in a table', 'dangerous enum-values-reordered postgresql.orders.level', orders({ columns: { level: pgEnum('level', ['low', 'high']) } }), orders({ columns: { level: pgEnum('level', ['high', 'low']) } })),
    pair('only some values', 'dangerous field-type-narrowed mongodb.events.level', events({ document: { level: z.string() } }), events({ document: { level: z.enum(['info']) } })),
    pair('any value', 'safe field-type-widened mongodb.events.level', events({ document: { level: z.enum(['info']) } }), events({ document: { level: z.string() } })),
  ],
  rules: [
    pair('may be null', 'dangerous field-became-optional postgresql.orders.name', orders({ columns: { name: text() } }), orders({ columns: { name: text().nullable() } })),
    pair('may be absent or null', 'dangerous field-became-optional mongodb.events.note', events({ document: { note: z.string() } }), events({ document: { note: z.string().nullish() } })),
    pair('may not be null', 'breaking field-became-required postgresql.orders.name', orders({ columns: { name: text().nullable() } }), orders({ columns: { name: text() } })),
    pair('may not be absent', 'dangerous field-became-required mongodb.events.note', events({ document: { note: z.string().optional() } }), events({ document: { note: z.string() } })),
    pair('a default', 'safe default-added postgresql.orders.name', orders({ columns: { name: text() } }), orders({ columns: { name: text().default('x') } })),
    pair('no default', 'dangerous default-removed postgresql.orders.name', orders({ columns: { name: text().default(sql('now()')) } }), orders({ columns: { name: text() } })),
    pair('no default, of something that may be null', 'safe default-removed postgresql.orders.name', orders({ columns: { name: text().nullable().default('x') } }), orders({ columns: { name: text().nullable() } })),
    pair('another default', 'safe default-changed postgresql.orders.name', orders({ columns: { name: text().default('x') } }), orders({ columns: { name: text().default('y') } })),
    pair('generated', 'dangerous generated-changed postgresql.orders.name', orders({ columns: { name: text() } }), orders({ columns: { name: generated(text(), 'lower(id)') } })),
    pair('generated otherwise', 'dangerous generated-changed postgresql.orders.name', orders({ columns: { name: generated(text(), 'lower(id)') } }), orders({ columns: { name: generated(text(), 'upper(id)') } })),
    pair('not generated any more', 'dangerous generated-changed postgresql.orders.name', orders({ columns: { name: generated(text(), 'lower(id)') } }), orders({ columns: { name: text() } })),
    pair('personal', 'safe classification-added mongodb.events.who', events({ document: { who: z.string() } }), events({ document: { who: personal(z.string()) } })),
    pair('not personal any more', 'dangerous classification-removed mongodb.events.who', events({ document: { who: personal(z.string()) } }), events({ document: { who: z.string() } })),
    pair('secret, not personal', 'dangerous classification-changed mongodb.events.who', events({ document: { who: personal(z.string()) } }), events({ document: { who: secret(z.string()) } })),
    pair('narrower limits', 'dangerous field-limits-narrowed mongodb.events.note', events({ document: { note: z.string().max(120) } }), events({ document: { note: z.string().min(1).max(60) } })),
    pair('wider limits', 'safe field-limits-widened mongodb.events.notes', events({ document: { notes: z.array(z.string().max(60)) } }), events({ document: { notes: z.array(z.string().max(120)) } })),
    pair('another pattern, of documents that are refused', 'dangerous field-limits-narrowed mongodb.events.note', events({ validator: true, document: { note: z.string().regex(/^a/) } }), events({ validator: true, document: { note: z.string().regex(/^b/) } })),
  ],
  indexes: [
    pair('another primary key', 'breaking primary-key-changed postgresql.orders', orders({ columns: { code: text() } }), orders({ columns: { code: text() }, primaryKey: ['code'] })),
    pair('unique', 'dangerous unique-added postgresql.orders', orders({ columns: { code: text() } }), orders({ columns: { code: text() }, unique: [['code']] })),
    pair('unique, by an index that was there', 'dangerous unique-added mongodb.events', events({ indexes: [index({ at: 1 })] }), events({ indexes: [index({ at: 1 }, { unique: true })] })),
    pair('the same uniqueness said otherwise', 'safe index-added postgresql.orders', orders({ columns: { code: text() }, unique: [unique(['code'], { name: 'c' })] }), orders({ columns: { code: text() }, indexes: [index(['code'], { unique: true })] })),
    pair('not unique any more', 'dangerous unique-removed postgresql.orders', orders({ columns: { code: text() }, unique: [['code']] }), orders({ columns: { code: text() } })),
    pair('not unique any more, and pointed at', 'breaking unique-removed postgresql.orders', [orders({ columns: { code: text() }, unique: [['code']] })], [orders({ columns: { code: text() } })], [events({ name: 'logs', document: { code: ref('postgresql.orders.code') } })]),
    pair('an index', 'safe index-added mongodb.events', events(), events({ indexes: [index({ at: -1 })] })),
    pair('no index', 'safe index-removed mongodb.events', events({ indexes: [index({ at: -1 })] }), events()),
    pair('no index that a reference needs', 'dangerous index-removed mongodb.events', events({ document: { tenantId: ref('postgresql.tenants.ref_id') }, indexes: [index({ tenantId: 1, at: -1 })] }), events({ document: { tenantId: ref('postgresql.tenants.ref_id') } }), [tenants]),
    pair('no index that the lifetime needs', 'dangerous index-removed postgresql.orders', orders({ columns: { at: timestamptz() }, indexes: [index(['at'])], retention: expires('90 days', { after: 'at' }) }), orders({ columns: { at: timestamptz() }, retention: expires('90 days', { after: 'at' }) })),
    pair('an index of other records', 'dangerous index-changed mongodb.events', events({ indexes: [index({ at: 1 }, { name: 'recent' })] }), events({ indexes: [index({ at: 1 }, { name: 'recent', where: { at: { $gt: 1 } } })] })),
    pair('an index that carries more', 'safe index-changed postgresql.orders', orders({ columns: { code: text() }, indexes: [index(['code'])] }), orders({ columns: { code: text() }, indexes: [index(['code'], { include: ['id'] })] })),
  ],
  storage: [
    pair('validator', 'dangerous validator-added mongodb.events', events(), events({ validator: true })),
    pair('no validator', 'dangerous validator-removed mongodb.events', events({ validator: true }), events()),
    pair('capped', 'breaking cap-added mongodb.events', events(), events({ capped: { maxBytes: 4096, maxDocuments: 9 } })),
    pair('capped lower', 'breaking cap-lowered mongodb.events', events({ capped: { maxBytes: 4096 } }), events({ capped: { maxBytes: 4096, maxDocuments: 9 } })),
    pair('capped higher', 'safe cap-raised mongodb.events', events({ capped: { maxBytes: 4096 } }), events({ capped: { maxBytes: 8192 } })),
    pair('not capped any more', 'safe cap-removed mongodb.events', events({ capped: { maxBytes: 4096 } }), events()),
    pair('time series', 'breaking time-series-changed mongodb.events', events(), events({ timeSeries: { timeField: 'at' } })),
    pair('clustered', 'breaking clustering-changed mongodb.events', events(), events({ clustered: true })),
    pair('a check', 'dangerous check-added postgresql.orders', orders(), orders({ checks: [check('positive', 'id > 0')] })),
    pair('another check', 'dangerous check-changed postgresql.orders', orders({ checks: [check('positive', 'id > 0')] }), orders({ checks: [check('positive', 'id > 1')] })),
    pair('no check', 'dangerous check-removed postgresql.orders', orders({ checks: [check('positive', 'id > 0')] }), orders()),
    pair('partitioned', 'breaking partitioning-changed postgresql.orders', orders(), orders({ partitionBy: partitionBy('hash', ['id']) })),
  ],
  references: [
    pair('added', 'safe reference-added mongodb.events.by', events({ document: { by: ulid() } }), events({ document: { by: ref('postgresql.tenants.ref_id', { as: ulid() }) } }), [tenants]),
    pair('added, enforced', 'dangerous reference-added postgresql.orders.tenant', orders({ columns: { tenant: ulid() } }), orders({ columns: { tenant: ref('postgresql.tenants.ref_id', { as: ulid(), enforcedBy: 'database' }) } }), [tenants]),
    pair('a foreign key of several columns', 'dangerous reference-added postgresql.parts.a', [orders({ name: 'parts', columns: { a: bigint(), b: ulid() } })], [orders({ name: 'parts', columns: { a: bigint(), b: ulid() }, foreignKeys: [foreignKey(['a', 'b'], 'postgresql.tenants', ['id', 'ref_id'])] })], [tenants]),
    pair('removed', 'dangerous reference-removed postgresql.orders.tenant', orders({ columns: { tenant: ref('postgresql.tenants.ref_id', { as: ulid(), enforcedBy: 'database' }) } }), orders({ columns: { tenant: ulid() } }), [tenants]),
    pair('enforced by the database', 'dangerous enforcement-changed postgresql.orders.tenant', orders({ columns: { tenant: ref('postgresql.tenants.ref_id') } }), orders({ columns: { tenant: ref('postgresql.tenants.ref_id', { enforcedBy: 'database', onDelete: 'cascade' }) } }), [tenants]),
    pair('enforced by the application', 'dangerous enforcement-changed postgresql.orders.tenant', orders({ columns: { tenant: ref('postgresql.tenants.ref_id', { enforcedBy: 'database' }) } }), orders({ columns: { tenant: ref('postgresql.tenants.ref_id') } }), [tenants]),
    pair('cascade', 'breaking on-delete-changed postgresql.orders.tenant', orders({ columns: { tenant: ref('postgresql.tenants.ref_id', { enforcedBy: 'database', onDelete: 'restrict' }) } }), orders({ columns: { tenant: ref('postgresql.tenants.ref_id', { enforcedBy: 'database', onDelete: 'cascade' }) } }), [tenants]),
    pair('set null', 'dangerous on-delete-changed postgresql.orders.tenant', orders({ columns: { tenant: ref('postgresql.tenants.ref_id', { enforcedBy: 'database' }).nullable() } }), orders({ columns: { tenant: ref('postgresql.tenants.ref_id', { enforcedBy: 'database', onDelete: 'set null' }).nullable() } }), [tenants]),
    pair('deleted with its target', 'dangerous when-target-goes-changed mongodb.events.by', events({ document: { by: ref('postgresql.tenants.ref_id', { whenTargetGoes: nothing('Why not.') }) } }), events({ document: { by: ref('postgresql.tenants.ref_id', { whenTargetGoes: deletes({ within: '1 day' }) }) } }), [tenants]),
    pair('not deleted with its target any more', 'dangerous when-target-goes-changed mongodb.events.by', events({ document: { by: ref('postgresql.tenants.ref_id', { whenTargetGoes: deletes() }) } }), events({ document: { by: ref('postgresql.tenants.ref_id', { whenTargetGoes: never('It stays.') }) } }), [tenants]),
    pair('said for the first time', 'safe when-target-goes-changed mongodb.events.by', events({ document: { by: ref('postgresql.tenants.ref_id') } }), events({ document: { by: ref('postgresql.tenants.ref_id', { whenTargetGoes: nullifies() }) } }), [tenants]),
    pair('another keeper', 'safe keeper-changed mongodb.events.by', events({ document: { by: ref('postgresql.tenants.ref_id', { keptBy: 'Writer' }) } }), events({ document: { by: ref('postgresql.tenants.ref_id', { keptBy: 'Sweeper' }) } }), [tenants]),
    pair('no keeper', 'dangerous keeper-changed mongodb.events.by', events({ document: { by: ref('postgresql.tenants.ref_id', { keptBy: 'Writer' }) } }), events({ document: { by: ref('postgresql.tenants.ref_id') } }), [tenants]),
    pair('authority moved', ['dangerous authority-moved mongodb.logs.orderId', 'dangerous authority-moved postgresql.orders.log'], [orders({ columns: { log: ref('mongodb.logs._id', { mirrorOf: 'mongodb.logs.orderId' }) } }), pointer], [orders({ columns: { log: ref('mongodb.logs._id') } }), events({ name: 'logs', document: { orderId: ref('postgresql.orders.id', { mirrorOf: 'postgresql.orders.log' }) } })]),
    pair('cardinality', 'dangerous cardinality-changed mongodb.events.by', events({ document: { by: ref('postgresql.tenants.ref_id') } }), events({ document: { by: ref('postgresql.tenants.ref_id', { cardinality: { from: 'one', to: 'exactly one' } }) } }), [tenants]),
    pair('retargeted', 'breaking reference-retargeted mongodb.events.by', [events({ document: { by: ref('postgresql.orders.id', { as: z.string() }) } })], [events({ document: { by: ref('postgresql.tenants.ref_id', { as: z.string() }) } })], [tenants, orders()]),
    pair('a target more', 'dangerous reference-target-added mongodb.events.aboutId', byType({ tenant: 'postgresql.tenants.ref_id' }), byType({ tenant: 'postgresql.tenants.ref_id', order: 'postgresql.orders.id' }), [tenants, orders()]),
    pair('a target less', 'breaking reference-target-removed mongodb.events.aboutId', byType({ tenant: 'postgresql.tenants.ref_id', order: 'postgresql.orders.id' }), byType({ tenant: 'postgresql.tenants.ref_id' }), [tenants, orders()]),
    pair('another discriminator', 'breaking discriminator-changed mongodb.events.aboutId', byType({ tenant: 'postgresql.tenants.ref_id' }), byType({ tenant: 'postgresql.tenants.ref_id' }, 'what'), [tenants]),
    pair('another value selects it', 'breaking discriminator-changed mongodb.events.aboutId', byType({ tenant: 'postgresql.tenants.ref_id', order: 'postgresql.orders.id' }), byType({ client: 'postgresql.tenants.ref_id', order: 'postgresql.orders.id' }), [tenants, orders()]),
    pair('nothing tells which any more', 'breaking discriminator-changed mongodb.events.aboutId', byType({ tenant: 'postgresql.tenants.ref_id', order: 'postgresql.orders.id' }), events({ document: { kind: z.string(), what: z.string(), aboutId: refToOneOf(['postgresql.tenants.ref_id', 'postgresql.orders.id'], { undiscriminated: 'Both are tried.' }) } }), [tenants, orders()]),
    pair('the key is bound otherwise', 'breaking key-binding-changed mongodb.documents.s3Key', [holder], [events({ name: 'documents', document: { tenantId: z.string(), s3Key: objectKey('s3.files', { bind: { name: '_id' } }), name: z.string() } })], [files()]),
    pair('the key is bound to a constant', 'breaking key-binding-changed mongodb.documents.s3Key', [holder], [events({ name: 'documents', document: { tenantId: z.string(), s3Key: objectKey('s3.files', { bind: { name: constant('x') } }), name: z.string() } })], [files()]),
  ],
  keys: [
    pair('another folder', 'breaking key-template-changed s3.files', [files()], [files({ key: '{tenantId}/objects/{name}.bin' })], [holder]),
    pair('another order', 'breaking key-template-changed s3.files', keyed('{tenantId}/{name}', { tenantId: ulid(), name: z.string() }), keyed('{name}/{tenantId}', { tenantId: ulid(), name: z.string() })),
    pair('a placeholder more', 'breaking key-template-changed s3.files', keyed('{a}', { a: z.string() }), keyed('{a}/{b}', { a: z.string(), b: z.string() })),
    pair('a placeholder by another name', 'safe key-placeholder-renamed s3.files', keyed('{a}/x/{b}', { a: z.string(), b: z.string() }), keyed('{a}/x/{c}', { a: z.string(), c: z.string() })),
    pair('another bucket', 'breaking bucket-changed s3.files', files(), files({ bucket: 'elsewhere' })),
    pair('another content type', 'dangerous content-type-changed s3.files', files(), files({ contentType: 'text/plain' })),
    pair('versioned', 'dangerous versioning-enabled s3.files', files(), files({ versioning: true })),
    pair('not versioned', 'breaking versioning-disabled s3.files', files({ versioning: true }), files()),
    pair('locked', 'dangerous lock-added s3.files', files(), files({ objectLock: compliance('1 year') })),
    pair('locked in a stronger mode', 'dangerous lock-strengthened s3.files', files({ objectLock: governance('1 year') }), files({ objectLock: compliance('1 year') })),
    pair('locked longer', 'dangerous lock-lengthened s3.files', files({ objectLock: compliance('1 year') }), files({ objectLock: compliance('2 years') })),
    pair('locked in a weaker mode', 'breaking lock-weakened s3.files', files({ objectLock: compliance('1 year') }), files({ objectLock: governance('1 year') })),
    pair('locked shorter', 'breaking lock-shortened s3.files', files({ objectLock: compliance('2 years') }), files({ objectLock: compliance('1 year') })),
    pair('not locked', 'breaking lock-removed s3.files', files({ objectLock: compliance('2 years') }), files()),
    pair('a lifecycle rule', 'breaking lifecycle-added s3.files', files(), files({ lifecycle: [lifecycle({ prefix: 'tmp/', expireAfter: '7 days' }), lifecycle({ abortUploadsAfter: '1 day' })] })),
    pair('a lifecycle rule that a new family brings into a bucket', ['breaking lifecycle-added s3.files', 'safe entity-added s3.tmp'], [], [objects('tmp', { bucket: 'content', key: 'tmp/{id}', parameters: { id: ulid() }, lifecycle: [lifecycle({ expireAfter: '7 days' })] })], [files()]),
    pair('a lifecycle rule for old versions', 'dangerous lifecycle-added s3.files', files(), files({ lifecycle: [lifecycle({ expireOldVersionsAfter: '30 days' })] })),
    pair('no lifecycle rule', 'dangerous lifecycle-removed s3.files', files({ lifecycle: [lifecycle({ tag: { key: 'tmp', value: 'yes' }, expireAfter: '7 days' })] }), files()),
    pair('a lifecycle rule, earlier', 'breaking lifecycle-shortened s3.files', files({ lifecycle: [lifecycle({ expireAfter: '7 days' })] }), files({ lifecycle: [lifecycle({ expireAfter: '1 day' })] })),
    pair('a lifecycle rule, later', 'dangerous lifecycle-lengthened s3.files', files({ lifecycle: [lifecycle({ expireAfter: '7 days' })] }), files({ lifecycle: [lifecycle({ expireAfter: '30 days' })] })),
  ],
  tenancy: [
    pair('a value that is no tenant', 'breaking tenancy-exception-added mongodb.events', scoped(), scoped([{ value: 'global', reason: 'Defaults.' }])),
    pair('such a value less', 'dangerous tenancy-exception-removed mongodb.events', scoped([{ value: null, reason: 'Of the platform.' }]), scoped()),
    pair('shared', 'breaking tenancy-widened mongodb.events', scoped(), events({ document: { tenantId: z.string().nullable() }, tenancy: shared('Everybody reads them.') })),
    pair('scoped', 'dangerous tenancy-narrowed mongodb.events', events({ document: { tenantId: z.string().nullable() }, tenancy: shared('Everybody reads them.') }), scoped()),
    pair('another field', 'breaking tenancy-field-changed mongodb.events', events({ document: { a: z.string(), b: z.string() }, tenancy: perTenant('a') }), events({ document: { a: z.string(), b: z.string() }, tenancy: perTenant('b') })),
    pair('by its parent', 'breaking tenancy-changed mongodb.events', events({ document: { by: ref('postgresql.tenants.ref_id') }, tenancy: perTenant('by') }), events({ document: { by: ref('postgresql.tenants.ref_id') }, tenancy: viaParent('by') }), [tenants]),
    pair('declared', 'safe tenancy-declared mongodb.events', events({ document: { tenantId: z.string().nullable() } }), scoped()),
    pair('not declared any more', 'dangerous tenancy-undeclared mongodb.events', scoped(), events({ document: { tenantId: z.string().nullable() } })),
  ],
  retention: [
    pair('shorter', 'breaking retention-shortened mongodb.events', ttl('90 days'), ttl('30 days')),
    pair('shorter: what points there dangles', 'breaking retention-shortened mongodb.events', [ttl('90 days')], [ttl('30 days')], [events({ name: 'notes', document: { eventId: ref('mongodb.events._id') }, retention: expires('60 days', { after: 'at' }), owner: 'notes' })]),
    pair('longer', 'dangerous retention-lengthened mongodb.events', ttl('90 days'), ttl('1 year')),
    pair('as long in other words', [], ttl('90 days'), ttl('3 months')),
    pair('from another date', 'breaking retention-field-changed mongodb.events', events({ document: { doneAt: z.date() }, retention: expires('1 day', { after: 'at' }) }), events({ document: { doneAt: z.date() }, retention: expires('1 day', { after: 'doneAt' }) })),
    pair('only some', 'dangerous retention-condition-changed mongodb.events', ttl('90 days'), ttl('90 days', { after: 'at', where: 'level = info' })),
    pair('all', 'breaking retention-condition-changed mongodb.events', ttl('90 days', { after: 'at', where: 'level = info' }), ttl('90 days')),
    pair('a TTL', 'breaking ttl-added mongodb.events', events({ retention: permanent() }), ttl('90 days')),
    pair('a TTL where nothing was said', 'breaking ttl-added postgresql.orders', orders({ columns: { at: timestamptz() } }), orders({ columns: { at: timestamptz() }, retention: expires('90 days', { after: 'at' }) })),
    pair('no TTL', 'dangerous ttl-removed mongodb.events', ttl('90 days'), events({ retention: permanent() })),
    pair('a TTL that is not said any more', 'dangerous ttl-removed mongodb.events', ttl('90 days'), events()),
    pair('a shorter minimum', 'dangerous retention-minimum-shortened mongodb.events', events({ retention: keptAtLeast('2 years', { reason: 'Audit.' }) }), events({ retention: keptAtLeast('1 year', { reason: 'Audit.' }) })),
    pair('a longer minimum', 'dangerous retention-minimum-lengthened mongodb.events', events({ retention: locked('2 years') }), events({ retention: locked('3 years') })),
    pair('a weaker lock', 'breaking retention-mode-changed mongodb.events', events({ retention: locked('2 years', { mode: 'compliance' }) }), events({ retention: locked('2 years', { mode: 'governance' }) })),
    pair('a TTL index by hand', 'breaking ttl-added mongodb.events.at', events(), events({ indexes: [index({ at: 1 }, { expireAfterSeconds: 86_400 })] })),
    pair('a TTL index by hand, shorter', 'breaking retention-shortened mongodb.events.at', events({ indexes: [index({ at: 1 }, { expireAfterSeconds: 86_400 })] }), events({ indexes: [index({ at: 1 }, { expireAfterSeconds: 3_600 })] })),
    pair('two lifetimes', 'dangerous further-retention-changed mongodb.events', events({ retention: permanent() }), events({ retention: [permanent(), keptAtLeast('2 years', { reason: 'Audit.' })] })),
    pair('another parent', 'breaking retention-parent-changed mongodb.events', [events({ retention: withParent('postgresql.tenants') })], [events({ retention: withParent('postgresql.orders') })], [tenants, orders()]),
    pair('later after its parent', 'dangerous retention-parent-changed mongodb.events', [events({ retention: withParent('postgresql.tenants', { within: '1 day' }) })], [events({ retention: withParent('postgresql.tenants', { within: '1 week' }) })], [tenants]),
    pair('sooner after its parent', 'breaking retention-parent-changed mongodb.events', [events({ retention: withParent('postgresql.tenants', { within: '90 days' }) })], [events({ retention: withParent('postgresql.tenants', { within: '1 day' }) })], [tenants]),
    pair('as long as a parent', 'breaking retention-changed mongodb.events', [events({ retention: permanent() })], [events({ retention: withParent('postgresql.tenants') })], [tenants]),
    pair('another promise', 'dangerous retention-changed mongodb.events', events({ retention: permanent() }), events({ retention: keptAtLeast('1 year', { reason: 'Audit.' }) })),
    pair('declared', 'safe retention-declared mongodb.events', events(), events({ retention: permanent() })),
    pair('not declared any more', 'dangerous retention-undeclared mongodb.events', events({ retention: permanent() }), events()),
  ],
  documentation: [
    pair('an owner', 'safe owner-changed mongodb.events', events(), events({ owner: 'ops' })),
    pair('another owner', 'safe owner-changed mongodb.events', events({ owner: 'dev' }), events({ owner: 'ops' })),
    pair('no owner', 'safe owner-changed mongodb.events', events({ owner: 'dev' }), events()),
    pair('a domain', ['safe domain-added domain:logs', 'safe domain-changed mongodb.events'], events(), events({ domain: 'logs' })),
    pair('tags', 'safe tags-changed mongodb.events', events({ tags: ['a', 'b'] }), events({ tags: ['b', 'c'] })),
    pair('deprecated', 'safe status-changed mongodb.events', [events()], [events({ status: deprecated('Old.', { useInstead: 'postgresql.tenants' }) })], [tenants]),
    pair('a described field', 'safe description-changed mongodb.events.note', events({ document: { note: z.string() } }), events({ document: { note: z.string().describe('What it says.') } })),
    pair('a description less', 'safe description-changed mongodb.events.note', events({ document: { note: z.string().describe('What it says.') } }), events({ document: { note: z.string() } })),
    pair('notes', 'safe note-changed mongodb.events', events({ document: { by: ref('postgresql.tenants.ref_id'), note: z.string() }, retention: permanent() }), events({ document: { by: ref('postgresql.tenants.ref_id', { note: 'Who.' }), note: z.string().meta({ examples: ['x'] }) }, retention: permanent({ note: 'Never deleted.' }) }), [tenants]),
    pair('the system', 'safe system-changed system', [system('Shop')], [system('Store', { sourceUrl: 'https://example.com/{file}' })], [tenants]),
    pair('a domain described', 'safe domain-described domain:logs', [domain('logs')], [domain('logs', { owner: 'ops' })], [tenants]),
    pair('a domain less', 'safe domain-removed domain:logs', [domain('logs')], [], [tenants]),
  ],
  claims: [
    pair('added', 'safe claim-added claim:All is scoped.', [], [claim('All is scoped.', { holds: everyEntity({ in: 'postgresql', retention: 'declared' }) })], [tenants]),
    pair('removed', 'dangerous claim-removed claim:All is scoped.', [claim('All is scoped.', { holds: everyEntity({ in: 'postgresql', retention: 'declared' }) })], [], [tenants]),
    pair('reworded', 'safe claim-reworded claim:Everything is scoped.', [claim('All is scoped.', { holds: everyEntity({ in: 'postgresql', retention: 'declared' }) })], [claim('Everything is scoped.', { holds: everyEntity({ in: 'postgresql', retention: 'declared' }) })], [tenants]),
    pair('an exception', 'dangerous claim-excepted claim:One way.', [claim('One way.', { holds: noReferences({ from: 'postgresql', to: 'mongodb' }) })], [claim('One way.', { holds: noReferences({ from: 'postgresql', to: 'mongodb', except: [{ address: 'postgresql.tenants', reason: 'Old.' }] }) })], [tenants]),
    pair('an exception less', 'safe claim-tightened claim:One way.', [claim('One way.', { holds: noReferences({ from: 'postgresql', to: 'mongodb', except: [{ address: 'postgresql.tenants', reason: 'Old.' }] }) })], [claim('One way.', { holds: noReferences({ from: 'postgresql', to: 'mongodb' }) })], [tenants]),
    pair('checked otherwise', 'dangerous claim-changed claim:One way.', [claim('One way.', { holds: noReferences({ from: 'postgresql', to: 'mongodb' }) })], [claim('One way.', { holds: noReferences({ from: 'postgresql', to: 's3' }) })], [tenants]),
  ],
  processes: [
    pair('added', 'safe process-added process:Writer', [], [process('Writer', { writes: ['postgresql.tenants'] })], [tenants]),
    pair('added, and deletes', 'dangerous process-added process:Eraser', [], [process('Eraser', { deletes: ['postgresql.tenants'] })], [tenants]),
    pair('removed', 'dangerous process-removed process:Writer', [process('Writer', { writes: ['postgresql.tenants.ref_id'] })], [], [tenants]),
    pair('reads more', 'safe process-access-added process:Writer', [process('Writer', {})], [process('Writer', { reads: ['postgresql.tenants'] })], [tenants]),
    pair('deletes more', 'dangerous process-access-added process:Writer', [process('Writer', {})], [process('Writer', { deletes: ['postgresql.tenants'] })], [tenants]),
    pair('copies no more', 'dangerous process-access-removed process:Writer', [process('Writer', { copies: [{ from: 'postgresql.tenants.id', to: 'postgresql.tenants.ref_id' }] })], [process('Writer', {})], [tenants]),
    pair('reads no more', 'safe process-access-removed process:Writer', [process('Writer', { reads: ['postgresql.tenants'] })], [process('Writer', {})], [tenants]),
    pair('described otherwise', 'safe process-changed process:Writer', [process('Writer', { owner: 'a' })], [process('Writer', { owner: 'b', because: 'It must.' })], [tenants]),
    pair('a store described', [], [store('postgresql')], [], [tenants]),
  ],
};
