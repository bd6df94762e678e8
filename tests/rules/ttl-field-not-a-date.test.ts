import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, expires, index, int32, objectId, table, timestamptz } from '../../src/lib/dsl/index.ts';
import { ttlFieldNotADate } from '../../src/lib/rules/lifetimes/ttl-field-not-a-date.ts';
import { foundBy } from './catalog-from.ts';

test('a TTL that counts from text', () => {
  expect(foundBy(ttlFieldNotADate, [collection('logs', { document: z.object({ _id: objectId(), createdAt: z.string() }), retention: expires('90 days', { after: 'createdAt' }) })])).toEqual([
    'mongodb.logs.createdAt: Records of `mongodb.logs` are to expire some time after `createdAt`, which is `string` and no date: they never will. Make it z.date().',
  ]);
});

test('a TTL index by hand that counts from a number', () => {
  expect(foundBy(ttlFieldNotADate, [collection('logs', { document: z.object({ _id: objectId(), at: int32() }), indexes: [index({ at: 1 }, { expireAfterSeconds: 60 })] })])).toEqual([
    'mongodb.logs.at: Records of `mongodb.logs` are to expire some time after `at`, which is `int` and no date: they never will. Make it z.date().',
  ]);
});

test('a date, in either store', () => {
  expect(foundBy(ttlFieldNotADate, [collection('logs', { document: z.object({ _id: objectId(), createdAt: z.date() }), retention: expires('90 days', { after: 'createdAt' }) }), table('rows', { columns: z.object({ id: bigint(), at: timestamptz() }), primaryKey: ['id'], retention: expires('1 year', { after: 'at' }) })])).toEqual([]);
});

test('what may be anything, or a date among other things, is not said to be none', () => {
  const of = (at: z.ZodType) => collection('logs', { document: z.object({ _id: objectId(), at }), indexes: [index({ at: 1 }, { expireAfterSeconds: 60 })] });
  expect([z.unknown(), z.any(), z.union([z.date(), z.string()]), z.array(z.date())].flatMap((at) => foundBy(ttlFieldNotADate, [of(at)]))).toEqual([]);
});
