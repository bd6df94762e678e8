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
    "mongodb.carts.orderId: `mongodb.carts.orderId` is named like a pointer, and says nothing of where it points. Does it mean `postgresql.orders.ref_id`? Then write ref('postgresql.orders.ref_id').",
    "mongodb.carts.invoiceS3Key: `mongodb.carts.invoiceS3Key` is named like a pointer, and says nothing of where it points. Does it mean `s3.invoices`? Then write objectKey('s3.invoices').",
    "mongodb.carts.order_ids: `mongodb.carts.order_ids` is named like a pointer, and says nothing of where it points. Does it mean `postgresql.orders.ref_id`? Then write ref('postgresql.orders.ref_id').",
  ]);
});

test('a name that means nothing known', () => {
  expect(foundBy(undeclaredReference, [carts({ ownerId: z.string() })])).toEqual([
    "mongodb.carts.ownerId: `mongodb.carts.ownerId` is named like a pointer, and says nothing of where it points. Say where, ref('…') or objectKey('…'); when it means something outside of the documented stores, name it in the option `ignore` of this rule.",
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
  expect(foundBy(undeclaredReference, [carts({ clientId: z.string() }), table('clients', { columns: z.object({ id: bigint() }), primaryKey: ['id'] })])).toHaveLength(1);
});

test('the key of an object that is called nothing else, and an identifier in capitals', () => {
  expect(foundBy(undeclaredReference, [carts({ s3Key: z.string(), s3_key: z.string(), ownerID: z.string(), paid: z.string() })])).toHaveLength(3);
});
