import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, deprecated, objectId, ref } from '../../src/lib/dsl/index.ts';
import { referenceToDeprecated } from '../../src/lib/rules/references/reference-to-deprecated.ts';
import { foundBy } from './catalog-from.ts';

const old = collection('old', { document: z.object({ _id: objectId() }), status: deprecated('Too slow', { useInstead: 'mongodb.fresh' }) });
const fresh = collection('fresh', { document: z.object({ _id: objectId() }) });
const users = (options: object = {}) => collection('users', { document: z.object({ _id: objectId(), eventId: ref('mongodb.old._id') }), ...options });

test('a pointer at what is deprecated', () => {
  expect(foundBy(referenceToDeprecated, [old, fresh, users()])).toEqual([
    'mongodb.users.eventId: `mongodb.users.eventId` points at `mongodb.old`, which is deprecated: Too slow. Use `mongodb.fresh` instead.',
  ]);
});

test('a pointer from what is deprecated itself', () => {
  expect(foundBy(referenceToDeprecated, [old, fresh, users({ status: deprecated('Old as well.') })])).toEqual([]);
});
