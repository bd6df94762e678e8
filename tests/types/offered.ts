/** What stands before each case: a table, a document and a family of objects of few fields. */
export const HEAD = `import { z } from 'zod';
import {
  bigint, collection, expires, expression, foreignKey, index, objectKey, objects, partitionBy, permanent, perTenant, ref, refByType, suppress, table, tenantItself, to, toAny, toByType, toObjects,
  ulid, unique, viaParent,
} from 'polyref';
const columns = z.object({ id: bigint(), tenant_id: ulid() });
const document = z.object({ items: z.array(z.object({ sku: z.string() })) });
`;

const COLUMNS = ['id', 'tenant_id'];
const PATHS = ['items', 'items.sku', 'items[]', 'items[].sku'];
const KEYS = ['_id', ...PATHS];
const PLACEHOLDERS = ['name', 'tenantId'];

const inTable = (options: string) => `table('a', { columns, ${options} });`;
const inCollection = (options: string) => `collection('a', { document, ${options} });`;
const inObjects = (options: string) => `objects('a', { bucket: 'b', key: '{tenantId}/{name}', ${options} });`;

/** Every place of the schema language where a path of the entity's own shape stands, and all that an editor offers there, sorted. */
export const OFFERED: readonly (readonly [code: string, names: readonly string[]])[] = [
  [inTable("primaryKey: ['|']"), COLUMNS],
  [inTable("unique: [['id', '|']]"), COLUMNS],
  [inTable("unique: [{ columns: ['|'] }]"), COLUMNS],
  [inTable("unique: [unique(['|'])]"), COLUMNS],
  [inTable("unique: [['id'], unique(['id', '|'], { name: 'a_key' })]"), COLUMNS],
  [inTable("unique: [unique(['ten|'])]"), COLUMNS],
  [inTable("indexes: [['|']]"), COLUMNS],
  [inTable("indexes: [index(['|'])]"), COLUMNS],
  [inTable("indexes: [index(['id', '|'], { unique: true })]"), COLUMNS],
  [inTable("indexes: [index([expression('lower(mail)'), '|'])]"), COLUMNS],
  [inTable("indexes: [index({ '|': 1 })]"), COLUMNS],
  [inTable("indexes: [index({ id: 1, | })]"), ['tenant_id']],
  [inTable("indexes: [index(['id'], { include: ['|'] })]"), COLUMNS],
  [inTable("indexes: [{ keys: ['id'], include: ['|'] }]"), COLUMNS],
  [inTable("foreignKeys: [foreignKey(['|'], 'postgresql.b', ['id'])]"), COLUMNS],
  [inTable("foreignKeys: [{ columns: ['|'], target: 'postgresql.b', targetColumns: ['id'] }]"), COLUMNS],
  [inTable("partitionBy: partitionBy('range', ['|'])"), COLUMNS],
  [inTable("partitionBy: { strategy: 'range', columns: ['|'] }"), COLUMNS],
  [inTable("tenancy: perTenant('|')"), COLUMNS],
  [inTable("tenancy: tenantItself('|')"), COLUMNS],
  [inTable("tenancy: viaParent('|', { note: 'x' })"), COLUMNS],
  [inTable("retention: expires('1 day', { after: '|' })"), COLUMNS],
  [inTable("retention: [permanent(), expires('1 day', { after: '|', where: 'x' })]"), COLUMNS],
  [inTable('references: { | }'), COLUMNS],
  [inTable("references: { id: toByType('|', { a: 'postgresql.b.id' }) }"), COLUMNS],
  [inTable("references: { id: toAny('postgresql', { field: 'id', discriminator: '|' }) }"), COLUMNS],
  [inTable("references: { id: toObjects('s3.b', { bind: { name: '|' } }) }"), COLUMNS],
  [inTable("classification: { '|': 'secret' }"), COLUMNS],
  [inTable("formerFields: { '|': 'old' }"), COLUMNS],
  [inTable("suppress: [suppress('missing-description', { at: '|', reason: 'x' })]"), COLUMNS],
  [inTable("suppress: [{ rule: 'missing-description', at: '|', reason: 'x' }]"), COLUMNS],
  [inCollection("indexes: [index({ '|': 1 })]"), KEYS],
  [inCollection("indexes: [index({ _id: 1, '|': 1 })]"), KEYS],
  [inCollection("indexes: [{ keys: { '|': 1 } }]"), KEYS],
  [inCollection("tenancy: perTenant('|')"), PATHS],
  [inCollection("retention: expires('1 day', { after: '|' })"), PATHS],
  [inCollection("timeSeries: { timeField: 'items', metaField: '|' }"), PATHS],
  [inCollection("references: { '|': to('postgresql.b.id') }"), PATHS],
  [inCollection("suppress: [suppress('missing-description', { at: '|', reason: 'x' })]"), PATHS],
  [inObjects("tenancy: perTenant('|')"), PLACEHOLDERS],
  [inObjects("references: { '|': to('postgresql.b.id') }"), PLACEHOLDERS],
  [inObjects("classification: { '|': 'personal' }"), PLACEHOLDERS],
];

/**
 * Words inside of a shape: `z.object` is given its fields before there is a shape, so that TypeScript knows no name beside them. A wrong one is found by \`check\`.
 */
export const NOT_OFFERED: readonly string[] = [
  "z.object({ kind: z.string(), about: refByType('|', { a: 'postgresql.b.id' }) });",
  "z.object({ revision: z.string(), file: objectKey('s3.b', { bind: { version: '|' } }) });",
];

/** Lines that no editor may underline: words made outside of an entity, and inside of functions. */
export const RIGHT = `const tenant = perTenant('tenant_id'), key = unique(['id']), byTenant = index(['tenant_id', 'id desc']), lower = index(['id', expression('x')], { include: ['tenant_id'] }), inDays = expires('1 day');
table('a', { columns, tenancy: tenant, unique: [key], indexes: [byTenant, lower], retention: inDays });
collection('b', { document, indexes: (['items.sku', 'items'] as const).map((path) => index({ [path]: 1 })), retention: [permanent(), inDays] });
table('c', { columns, indexes: (['id', 'tenant_id'] as const).map((column) => index([column])), unique: (['id'] as const).map((column) => unique([column])) });
export const scoped = (name: string, column: 'id' | 'tenant_id') => table(name, { columns, tenancy: perTenant(column), indexes: [index([column])] });
table('d', { columns, references: { id: toByType('kind_beside', { a: 'postgresql.b.id' }) }, suppress: [suppress('missing-description', { at: 'gone', reason: 'x' })] });
`;
