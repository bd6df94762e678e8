import * as z from 'zod';
import { expect, test } from 'vitest';
import { claim, collection, noReferences, objectId, ref } from '../../src/lib/dsl/index.ts';
import { claimDoesNotHold } from '../../src/lib/rules/documentation/claim-does-not-hold.ts';
import { foundBy } from './catalog-from.ts';

const carts = collection('carts', { document: z.object({ _id: objectId(), orderId: ref('mongodb.orders._id'), userId: ref('mongodb.orders._id') }) });
const orders = collection('orders', { document: z.object({ _id: objectId() }) });
const reason = 'Gone with its cart.';
const apart = (...except: readonly string[]) => claim('Collections stand alone.', { holds: noReferences({ from: 'mongodb', to: 'mongodb', except: except.map((address) => ({ address, reason })) }) });

test('a claim that is contradicted is found, with the first address that does so', () => {
  expect(foundBy(claimDoesNotHold, [carts, orders, apart()])).toEqual([
    'claim:Collections stand alone.: The claim “Collections stand alone.” does not hold: `mongodb.carts.orderId` points there, and 1 more. Mend the definition, or name the address under `except` with the reason why it does not fit.',
  ]);
  expect(foundBy(claimDoesNotHold, [carts, orders, apart('mongodb.carts.orderId')])).toEqual([
    'claim:Collections stand alone.: The claim “Collections stand alone.” does not hold: `mongodb.carts.userId` points there. Mend the definition, or name the address under `except` with the reason why it does not fit.',
  ]);
});

test('exceptions with a reason let it hold', () => {
  expect(foundBy(claimDoesNotHold, [carts, orders, apart('mongodb.carts')])).toEqual([]);
});
