import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, expires, keptAtLeast, objectId, permanent } from '../../src/lib/dsl/index.ts';
import { contradictoryRetention } from '../../src/lib/rules/lifetimes/contradictory-retention.ts';
import { foundBy } from './catalog-from.ts';

const document = z.object({ _id: objectId(), createdAt: z.date() });
const logs = (...retention: readonly ReturnType<typeof permanent>[]) => collection('logs', { document, retention });
const twoYears = keptAtLeast('2 years', { reason: 'Compliance.' });
const expiring = (length: '90 days' | '3 years') => expires(length, { after: 'createdAt' });

test('permanent, and kept for two years at least', () => {
  expect(foundBy(contradictoryRetention, [logs(permanent(), twoYears)])).toEqual([
    'mongodb.logs: `mongodb.logs` has 2 lifetimes that cannot all be true: it is permanent, and it must be kept for 2 years at least. Declare the one that is promised; what merely happens goes into its note.',
  ]);
});

test('a TTL that is shorter than what is promised', () => {
  expect(foundBy(contradictoryRetention, [logs(expiring('90 days'), twoYears)])).toEqual([
    'mongodb.logs: `mongodb.logs` expires before it may: it expires after 90 days, and must be kept for 2 years at least. Declare the one that is promised; what merely happens goes into its note.',
  ]);
});

test('a note that promises what the retention does not', () => {
  expect(foundBy(contradictoryRetention, [logs(permanent({ note: 'Compliance; retained minimum 2 years.' }))])).toEqual([
    'mongodb.logs: `mongodb.logs` has two lifetimes: it is permanent, and its note promises 2 years at least. Declare the one that is promised; what merely happens goes into its note.',
  ]);
});

test('a TTL that is longer than what is promised', () => {
  expect(foundBy(contradictoryRetention, [logs(expiring('3 years'), twoYears)])).toEqual([]);
});

test('one promise, whatever its note says', () => {
  expect(foundBy(contradictoryRetention, [logs(keptAtLeast('2 years', { reason: 'Compliance.', note: 'Retained minimum 2 years, in practice for ever.' }))])).toEqual([]);
});
