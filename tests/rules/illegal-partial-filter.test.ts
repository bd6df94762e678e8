import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, index, objectId } from '../../src/lib/dsl/index.ts';
import { illegalPartialFilter } from '../../src/lib/rules/lifetimes/illegal-partial-filter.ts';
import { foundBy } from './catalog-from.ts';

const logs = (where: string | Readonly<Record<string, unknown>>, options: object = {}) => collection('logs', { document: z.object({ _id: objectId(), status: z.string(), at: z.date() }), indexes: [index({ at: 1 }, { where, ...options })] });

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

const refused = (where: string | Readonly<Record<string, unknown>>) => foundBy(illegalPartialFilter, [logs(where)]).map((each) => /MongoDB refuses `([^`]+)`/.exec(each)?.[1]);

test.each([
  ['what is near a place', { place: { $near: [0, 0] } }, '$near'],
  ['a pattern of JavaScript', { status: /^closed/i }, '$regex'],
  ['in one branch of several', { $or: [{ status: 'closed' }, { status: { $not: { $type: 'string' } } }] }, '$not'],
  ['written as text that is no JSON', "{ status: { $nin: ['open'] } }", '$nin'],
  ['absence, written as text', '{ closedAt: { $exists: false } }', '$exists: false'],
])('refused: %s', (_, where, operator) => {
  expect(refused(where)).toEqual([operator]);
});

test.each([
  ['a value with a dollar', { status: 'costs $all' }],
  ['a value that is called like an operator', { status: '$ne' }],
  ['a value of Extended JSON', { at: { $gt: { $date: '2026-01-01T00:00:00Z' } } }],
  ['what lies in a place', { place: { $geoWithin: { $box: [[0, 0], [1, 1]] } } }],
  ['a list that holds all of some values', { status: { $all: ['closed', 'lost'] } }],
  ['presence, written as a number', { closedAt: { $exists: 1 } }],
  ['a DBRef', { owner: { $ref: 'users', $id: 1 } }],
  ['a number larger than 2^53', { at: { $gt: 9_007_199_254_740_993n } }],
  ['text that is no JSON', "{ status: 'has $ne: inside', closedAt: { $exists: true } }"],
])('taken: %s', (_, where) => {
  expect(refused(where)).toEqual([]);
});
