import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, objects, perTenant, ref, table, ulid } from '../../src/lib/dsl/index.ts';
import { undeclaredReference } from '../../src/lib/rules/references/undeclared-reference.ts';
import { foundBy } from './catalog-from.ts';

const orders = table('orders', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']] });
const invoices = objects('invoices', { bucket: 'b', key: '{id}', parameters: { id: ulid() } });
const carts = (fields: Readonly<Record<string, z.ZodType>>, options: object = {}) => collection('carts', { document: z.object({ _id: objectId(), ...fields }), ...options });

test('names that mean an entity which is there', () => {
  expect(foundBy(undeclaredReference, [orders, invoices, carts({ orderId: z.string(), invoiceS3Key: z.string(), order_ids: z.array(ulid()) })])).toEqual([
    "mongodb.carts.orderId: `mongodb.carts.orderId` is named like a reference, and declares none. If it references `postgresql.orders.ref_id`, write ref('postgresql.orders.ref_id').",
    "mongodb.carts.invoiceS3Key: `mongodb.carts.invoiceS3Key` is named like a reference, and declares none. If it references `s3.invoices`, write objectKey('s3.invoices').",
    "mongodb.carts.order_ids: `mongodb.carts.order_ids` is named like a reference, and declares none. If it references `postgresql.orders.ref_id`, write ref('postgresql.orders.ref_id').",
  ]);
});

test('a name that leads to no entity is reported only if asked for', () => {
  expect(foundBy(undeclaredReference, [carts({ ownerId: z.string() })])).toEqual([]);
  expect(foundBy(undeclaredReference, [carts({ ownerId: z.string() })], { unknownTargets: true })).toEqual([
    "mongodb.carts.ownerId: `mongodb.carts.ownerId` is named like a reference, and declares none. Declare it, ref('…') or objectKey('…'). If it references something outside the documented stores, name it in the option `ignore` of this rule.",
  ]);
});

test('references, the tenant, the own key, and identifiers of other systems', () => {
  expect(foundBy(undeclaredReference, [orders, carts({ refId: ulid(), orderId: ref('postgresql.orders.ref_id'), requestId: z.uuid(), tenantId: ulid(), valid: z.boolean(), paid: z.string(), wasPaid: z.string(), lastBid: z.int(), cssGrid: z.string(), browserHref: z.string() }, { tenancy: perTenant('tenantId') })])).toEqual([]);
});

test('what the configuration leaves out', () => {
  expect(foundBy(undeclaredReference, [carts({ stripeCustomerId: z.string() })], { ignore: ['stripe'] })).toEqual([]);
});

test('names of other companies, unless an entity is called so', () => {
  expect(foundBy(undeclaredReference, [carts({ stripe_customer_id: z.string(), vatId: z.string(), clientId: z.string() })])).toEqual([]);
  expect(foundBy(undeclaredReference, [carts({ clientId: z.string() }), table('clients', { columns: z.object({ id: ulid() }), primaryKey: ['id'] })])).toHaveLength(1);
});

test('the key of an object that is called nothing else, and an identifier in capitals', () => {
  expect(foundBy(undeclaredReference, [carts({ s3Key: z.string(), s3_key: z.string(), orderID: z.string(), paid: z.string() }), orders])).toHaveLength(3);
});

const key = { primaryKey: ['id'] } as const;
const runs = (fields: Readonly<Record<string, z.ZodType>>) => table('TaskRun', { columns: z.object({ id: ulid(), ...fields }), ...key });
const guesses = (...definitions: Parameters<typeof foundBy>[1]) => foundBy(undeclaredReference, definitions).map((line) => /^(\S+): .*references `(.*?)`/.exec(line)?.slice(1).join(' → '));

test('what the name ends with, the record itself too', () => {
  expect(guesses(orders, runs({ parentTaskRunId: ulid(), giftOrderId: ulid() }))).toEqual(['postgresql.TaskRun.parentTaskRunId → postgresql.TaskRun.id', 'postgresql.TaskRun.giftOrderId → postgresql.orders.ref_id']);
});

test('the only entity of the same part of the store that ends with the name', () => {
  const attempts = (schema?: string) => table('attempts', { ...(schema === undefined ? {} : { schema }), columns: z.object({ id: bigint(), runId: ulid() }), ...key });
  expect(guesses(runs({}), attempts())).toEqual(['postgresql.attempts.runId → postgresql.TaskRun.id']);
  expect(guesses(runs({}), attempts('other'))).toEqual([]);
  expect(guesses(runs({}), table('TestRun', { columns: z.object({ id: ulid() }), ...key }), attempts())).toEqual([]);
});

test('a table is called by its name without its schema, and one of the same schema is meant', () => {
  const users = (schema?: string) => table('users', { ...(schema === undefined ? {} : { schema }), columns: z.object({ id: ulid(), userId: ulid() }), ...key });
  const exports = table('exports', { schema: 'jobs', columns: z.object({ id: ulid(), user_id: ulid(), author_user_id: ulid() }), ...key });
  expect(guesses(users(), users('jobs'), exports)).toEqual(['postgresql.jobs.exports.user_id → postgresql.jobs.users.id', 'postgresql.jobs.exports.author_user_id → postgresql.jobs.users.id']);
});

test('a key whose values fit: the field of the same name before the primary key, and none of another type', () => {
  const subscribers = collection('subscribers', { document: z.object({ _id: objectId(), subscriberId: z.string() }) });
  const jobs = (type: z.ZodType) => collection('jobs', { document: z.object({ _id: objectId(), subscriberId: type }) });
  expect(guesses(subscribers, jobs(z.string()))).toEqual(['mongodb.jobs.subscriberId → mongodb.subscribers.subscriberId']);
  expect(guesses(collection('subscribers', { document: z.object({ _id: objectId() }) }), jobs(z.string()))).toEqual([]);
});

test('an identifier that occurs once and leads nowhere by its very name is the own one', () => {
  expect(guesses(orders, table('alerts', { columns: z.object({ id: bigint(), shownOrderId: ulid(), alertId: ulid() }), ...key, unique: [['shownOrderId']] }))).toEqual([]);
});
