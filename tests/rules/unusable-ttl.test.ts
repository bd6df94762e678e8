import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, index, objectId } from '../../src/lib/dsl/index.ts';
import { unusableTtl } from '../../src/lib/rules/lifetimes/unusable-ttl.ts';
import { foundBy } from './catalog-from.ts';

const logs = (expireAfterSeconds: number) => collection('logs', { document: z.object({ _id: objectId(), at: z.date() }), indexes: [index({ at: 1 }, { expireAfterSeconds })] });

test('what is no number', () => {
  expect(foundBy(unusableTtl, [logs(NaN)])).toEqual([
    "mongodb.logs: The TTL index of `mongodb.logs` on `at` has a TTL of NaN seconds, which is not a valid duration. Write retention: expires('90 days', { after: '…' }).",
  ]);
});

test('what is below zero', () => {
  expect(foundBy(unusableTtl, [logs(-1)])).toEqual([
    "mongodb.logs: The TTL index of `mongodb.logs` on `at` has a TTL of -1 seconds, which is not a valid duration. Write retention: expires('90 days', { after: '…' }).",
  ]);
});

test('more than MongoDB counts', () => {
  expect(foundBy(unusableTtl, [logs(3_000_000_000)])).toEqual([
    "mongodb.logs: The TTL index of `mongodb.logs` on `at` has a TTL of 50000000 minutes, which is more than the 2,147,483,647 seconds that MongoDB can count. Write retention: expires('90 days', { after: '…' }).",
  ]);
});

test('zero, and the longest', () => {
  expect(foundBy(unusableTtl, [logs(0)])).toEqual([]);
});

test('the longest that there is', () => {
  expect(foundBy(unusableTtl, [logs(2_147_483_647)])).toEqual([]);
});
