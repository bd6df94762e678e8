import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, index, objectId, ulid } from '../../src/lib/dsl/index.ts';
import { compoundTtlIndex } from '../../src/lib/rules/lifetimes/compound-ttl-index.ts';
import { foundBy } from './catalog-from.ts';

const logs = (keys: any) => collection('logs', { document: z.object({ _id: objectId(), tenantId: ulid(), at: z.date() }), indexes: [index(keys, { expireAfterSeconds: 86_400 })] });

test('a TTL on two fields', () => {
  expect(foundBy(compoundTtlIndex, [logs({ tenantId: 1, at: 1 })])).toEqual([
    "mongodb.logs: A TTL index of `mongodb.logs` has the fields `tenantId` and `at`: a TTL index must have exactly one field, so no document expires through it. Write retention: expires('…', { after: '…' }), which creates an index on the date alone.",
  ]);
});

test('a TTL on one', () => {
  expect(foundBy(compoundTtlIndex, [logs({ at: 1 })])).toEqual([]);
});
