import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, index, objectId } from '../../src/lib/dsl/index.ts';
import { illegalPartialFilter } from '../../src/lib/rules/lifetimes/illegal-partial-filter.ts';
import { foundBy } from './catalog-from.ts';

const logs = (where: Readonly<Record<string, unknown>>, options: object = {}) => collection('logs', { document: z.object({ _id: objectId(), status: z.string(), at: z.date() }), indexes: [index({ at: 1 }, { where, ...options })] });

test('an operator that MongoDB refuses', () => {
  expect(foundBy(illegalPartialFilter, [logs({ status: { $ne: 'open' } })])).toEqual([
    'mongodb.logs: MongoDB refuses `$ne` in the condition of a partial index: that of `mongodb.logs` on `at` does not exist. Say what the field is, not what it is not: equality, $exists: true, $gt, $gte, $lt, $lte, $type, $and, $or, $in.',
  ]);
});

test('a TTL that never came to be', () => {
  expect(foundBy(illegalPartialFilter, [logs({ status: { $exists: false } }, { expireAfterSeconds: 60 })])).toEqual([
    'mongodb.logs: MongoDB refuses `$exists: false` in the condition of a partial index: that of `mongodb.logs` on `at` does not exist, and nothing expires. Say what the field is, not what it is not: equality, $exists: true, $gt, $gte, $lt, $lte, $type, $and, $or, $in.',
  ]);
});

test('what MongoDB takes', () => {
  expect(foundBy(illegalPartialFilter, [logs({ status: { $in: ['closed', 'lost'] }, at: { $gt: 0, $type: 'date' }, other: { $exists: true } })])).toEqual([]);
});
