/** The schema of a shop, as a team writes it with the Zod that it has: twelve entities in three stores. `z.object` and the rest are the same in Zod 3 and 4. */
export const SHOP = `import { z } from 'zod';
import {
  bigint, boolean, check, collection, constant, defineConfig, deletes, expires, expression, foreignKey, formerly, generated, index, integer, jsonb, keptAtLeast, lifecycle, now, numeric,
  objectId, objectKey, objects, partitionBy, permanent, perTenant, personal, pgEnum, process, ref, refByType, refToAny, refToOneOf, secret, shared, sql, sqlType, table, tenantItself,
  text, timestamptz, to, ulid, unique, uuid, varchar, viaParent, withParent,
} from 'polyref';

export const tenants = table('tenants', {
  columns: z.object({ id: bigint(), ref_id: ulid(), slug: varchar(60).regex(/^[a-z-]+$/), plan: pgEnum('plan', ['free', 'paid']).default('free'), created_at: timestamptz().default(now) }),
  primaryKey: ['id'], unique: [['ref_id'], unique(['slug'], { name: 'tenants_slug_key' })], tenancy: tenantItself('ref_id'), retention: permanent(),
});
export const users = table('users', {
  columns: z.object({
    id: bigint(), tenant_id: ref('postgresql.tenants.ref_id'), mail: personal(z.string().email()), password: secret(varchar(80)).nullable(), name: formerly(personal(text()), 'full_name'),
    is_admin: boolean().default(false), settings: jsonb(z.object({ theme: z.enum(['dark', 'light']).optional(), mail: z.object({ weekly: z.boolean() }) })),
    search: generated(sqlType('tsvector'), "to_tsvector('english', name)"),
  }),
  primaryKey: ['id'], unique: [{ columns: ['tenant_id', 'mail'] }], indexes: [['tenant_id', 'id desc'], index(['tenant_id', expression('lower(mail)')], { unique: true, include: ['name'] })],
  tenancy: perTenant('tenant_id'), retention: keptAtLeast('2 years', { reason: 'Accounting.' }), classification: { 'settings.mail.weekly': 'personal' }, formerFields: { settings: 'preferences' },
});
export const products = table('products', {
  columns: z.object({ id: uuid().default(sql('gen_random_uuid()')), tenant_id: ref('postgresql.tenants.ref_id'), price: numeric(12, 2), stock: integer().default(0), tags: z.array(z.string()), replaced_by: ref('postgresql.products.id', { as: uuid() }).optional() }),
  primaryKey: ['id'], checks: [check('price', 'price > 0')], indexes: [index(['tags'], { method: 'gin' }), index({ tenant_id: 1, id: -1 })], tenancy: perTenant('tenant_id'),
});
export const orders = table('orders', {
  columns: z.object({ id: bigint(), tenant_id: ref('postgresql.tenants.ref_id'), user_id: ref('postgresql.users.id', { as: bigint(), enforcedBy: 'database', onDelete: 'restrict' }), total: numeric(12, 2), at: timestamptz() }),
  primaryKey: ['id', 'at'], partitionBy: partitionBy('range', ['at']), foreignKeys: [foreignKey(['tenant_id', 'user_id'], 'postgresql.users', ['tenant_id', 'id'])], tenancy: perTenant('tenant_id'),
  retention: [permanent(), expires('10 years', { after: 'at' })],
});
export const lines = table('order_lines', {
  columns: z.object({ order_id: ref('postgresql.orders.id'), product_id: ref('postgresql.products.id', { as: uuid() }), count: integer() }),
  primaryKey: ['order_id', 'product_id'], tenancy: viaParent('order_id'), retention: withParent('postgresql.orders'),
});
const money = z.object({ amount: z.number(), currency: z.string() });
export const carts = collection('carts', {
  document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id'), items: z.array(z.object({ sku: z.string(), price: money, giver: z.object({ name: z.string().nullable() }).optional() })), updatedAt: z.date(), extra: z.record(z.string(), z.number()) }),
  indexes: [index({ tenantId: 1, 'items.sku': 1 }), index({ 'items.price.amount': -1, _id: 1 }), index({ 'extra.$**': 1 })],
  tenancy: perTenant('tenantId'), retention: expires('30 days', { after: 'updatedAt' }), references: { 'items[].sku': to('postgresql.products.id') }, classification: { 'items.giver.name': 'personal', 'extra.anything': 'secret' },
});
export const events = collection('events', {
  document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id'), kind: z.string(), aboutId: refByType('kind', { order: 'postgresql.orders.id', cart: 'mongodb.carts._id' }), otherId: refToOneOf(['postgresql.users.id', 'mongodb.carts._id'], { undiscriminated: 'Old.' }).optional(), anyId: refToAny('postgresql', { field: 'id', discriminator: 'kind' }).nullable(), at: z.date() }),
  tenancy: perTenant('tenantId'), retention: expires('1 year', { after: 'at' }), timeSeries: { timeField: 'at', metaField: 'kind' },
});
export const reports = collection('reports', {
  document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id', { whenTargetGoes: deletes({ within: '1 day' }) }), day: z.string(), file: objectKey('s3.reports', { bind: { ext: constant('pdf') } }) }),
  indexes: [], tenancy: perTenant('tenantId'), retention: permanent(),
});
export const countries = collection('countries', { document: z.object({ _id: z.string(), names: z.record(z.string(), z.string()) }).passthrough(), tenancy: shared('The same for all.'), formerFields: { anything: 'old' } });
export const anything = collection('anything', { document: z.any(), tenancy: perTenant('tenantId'), indexes: [index({ anything: 1 })] });
export const files = objects('reports', { bucket: 'shop', key: '{tenantId}/reports/{day}.{ext}', parameters: { day: z.string() }, tenancy: perTenant('tenantId'), retention: permanent() });
export const uploads = objects('uploads', { bucket: 'shop', key: 'tmp/{tenantId}/{name}', tenancy: perTenant('tenantId'), lifecycle: [lifecycle({ prefix: 'tmp/', expireAfter: '7 days' })] });

export const billing = process('Billing', { reads: ['postgresql.orders'], writes: ['mongodb.reports'] });
export const config = defineConfig({ rules: { 'missing-owner': 'error' } });

/** What a team's own code makes of its shape. */
const product = z.object({ id: uuid(), note: varchar(20).optional(), count: integer().default(1) });
export const parsed: z.infer<typeof product> = { id: '…', count: 1 };
export const untyped: z.ZodTypeAny = ulid().nullable();
`;

/** What each word makes, exported by itself, as a package of a workspace exports it for the others. */
export const EXPORTED = `import { z } from 'zod';
import {
  bigint, check, claim, collection, compliance, constant, defineConfig, definePage, defineRule, deletes, deprecated, domain, eliminated, everyEntity, everyReference, expires, expression,
  foreignKey, formerly, generated, governance, index, integer, jsonb, lifecycle, locked, noReferences, nothing, now, objectKey, objects, partitionBy, permanent, perTenant, personal, pgEnum,
  process, ref, refToAny, shared, sql, sqlType, stable, store, suppress, system, table, text, timestamptz, to, toObjects, ulid, unique, withParent,
} from 'polyref';

export const stamps = { created_at: timestamptz(), updated_at: timestamptz().default(now).optional(), deleted_at: timestamptz().nullable() };
export const parts = {
  id: bigint(), name: text().min(1).array(), mail: personal(z.string()), owner: ref('postgresql.users.id'), other: ref('postgresql.users.id', { as: integer() }), any: refToAny('postgresql', { field: 'id' }),
  file: objectKey('s3.files'), data: jsonb(), more: jsonb(z.object({ a: z.string() })), kind: pgEnum('kind', ['a', 'b']), low: generated(text(), 'lower(name)'), old: formerly(ulid(), 'older'), vector: sqlType('tsvector'),
};
export const shape = z.object({ ...stamps, ...parts });
export const withOwner = () => shape.extend({ owned_by: ulid() });
export const retentions = [expires('90 days', { after: 'created_at' }), permanent(), locked('1 year'), withParent('a.b')];
export const expiry = expires('90 days', { after: 'created_at' });
export const tenancy = perTenant('tenant_id');
export const words = [to('a.b.c'), toObjects('s3.a'), index(['a']), unique(['a']), foreignKey(['a'], 'a.b', ['c']), partitionBy('range', ['a']), check('a', 'b'), expression('a'), shared('a'), suppress('missing-owner', { reason: 'a' })] as const;
export const losses = [nothing('a'), deletes(), constant('a'), sql('a'), stable, deprecated('a'), compliance('1 year'), governance('1 year'), lifecycle({ expireAfter: '7 days' })] as const;
export const definitions = [table('a', { columns: shape }), collection('a', { document: shape }), objects('a', { bucket: 'b', key: '{a}' }), process('a', {}), system('a'), domain('a'), store('postgresql'), eliminated('mongodb.a', { reason: 'a', since: '2024-01-01' })] as const;
export const claims = [claim('a', { holds: noReferences({ from: 'mongodb', to: 'postgresql' }) })] as const;
export const checks = { everyEntity, everyReference };
export const rule = defineRule({ id: 'a', family: 'keys', severity: 'error', statement: 'A.', why: 'A.', mend: 'A.', check: () => [] });
export const page = definePage({ path: 'a', title: 'A', make: () => '' });
export default defineConfig({ customRules: [] } as object);
`;

/** One mistake a line, and the text that the message of each must hold. */
export const MISTAKES: readonly (readonly [code: string, at: string, message: string])[] = [
  ["table('a', { columns, primaryKey: ['idd'] })", "'idd'", `Type '"idd"' is not assignable to type '"id" | "tenant_id"'.`],
  ["table('a', { columns, primaryKey: ['tenantid'] })", "'tenantid'", `Type '"tenantid"' is not assignable to type '"id" | "tenant_id"'. Did you mean '"tenant_id"'?`],
  ["table('a', { columns, unique: [unique(['idd'])] })", "'idd'", `Type '"idd"' is not assignable to type '"id" | "tenant_id"'.`],
  ["table('a', { columns, indexes: [index(['idd'])] })", "'idd'", `Type '"idd"' is not assignable to type 'TableKey<"id" | "tenant_id"> | IndexExpression | Word<"expression">'.`],
  ["table('a', { columns, indexes: [['idd']] })", "'idd'", `Type '"idd"' is not assignable to type 'TableKey<"id" | "tenant_id">'.`],
  ["table('a', { columns, partitionBy: partitionBy('range', ['idd']) })", "'idd'", `Type '"idd"' is not assignable to type '"id" | "tenant_id"'.`],
  ["table('a', { columns, foreignKeys: [foreignKey(['idd'], 'x', ['y'])] })", "'idd'", `Type '"idd"' is not assignable to type '"id" | "tenant_id"'.`],
  ["table('a', { columns, tenancy: perTenant('tenantId') })", "'tenantId'", `Argument of type '"tenantId"' is not assignable to parameter of type '"id" | "tenant_id"'.`],
  ["table('a', { columns, tenancy: tenantItself('idd') })", "'idd'", `Argument of type '"idd"' is not assignable to parameter of type '"id" | "tenant_id"'.`],
  ["table('a', { columns, tenancy: viaParent('parent') })", "'parent'", `Argument of type '"parent"' is not assignable to parameter of type '"id" | "tenant_id"'.`],
  ["table('a', { columns, retention: expires('1 day', { after: 'idd' }) })", 'after', `Type '"idd"' is not assignable to type '"id" | "tenant_id" | undefined'.`],
  ["table('a', { columns, references: { idd: to('x.y.z') } })", 'idd', "Object literal may only specify known properties, and 'idd' does not exist in type"],
  ["table('a', { columns, classification: { idd: 'secret' } })", 'idd', "Object literal may only specify known properties, and 'idd' does not exist in type"],
  ["table('a', { columns, formerFields: { idd: 'old' } })", 'idd', "Object literal may only specify known properties, and 'idd' does not exist in type"],
  ["collection('a', { document, indexes: [index({ 'items.skuu': 1 })] })", "'items.skuu'", "Object literal may only specify known properties, and ''items.skuu'' does not exist in type"],
  ["objects('a', { bucket: 'b', key: '{tenantId}/x', tenancy: perTenant('tenantid') })", "'tenantid'", `Argument of type '"tenantid"' is not assignable to parameter of type '"tenantId"'.`],
  ["table('a', { columns: 7 })", 'columns', "Type 'number' is not assignable to type 'ZodLike'."],
  ["table('a', { columns, primaryKeys: ['id'] })", 'primaryKeys', "'primaryKeys' does not exist in type"],
  ["ref('a.b.c', { as: 'integer' })", 'as', "Type 'string' is not assignable to type 'ZodLike | undefined'."],
];
