import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, expires, index, keptAtLeast, lifecycle, objectId, objects, permanent } from '../../src/lib/dsl/index.ts';
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
  expect(foundBy(contradictoryRetention, [logs(keptAtLeast('2 years', { reason: 'Compliance.', note: 'Retained minimum 2 years, in practice forever.' }))])).toEqual([]);
});

const indexed = (retention: ReturnType<typeof permanent>, options: object = {}) => collection('logs', { document, retention, indexes: [index({ createdAt: 1 }, { expireAfterSeconds: 86_400, ...options })] });
const files = (retention: ReturnType<typeof permanent>, rule: object) => objects('files', { bucket: 'b', key: 'f/{day}', parameters: { day: z.iso.date() }, retention, lifecycle: [lifecycle({ expireAfter: '30 days', ...rule })] });

test('a TTL index or a lifecycle rule that removes what is to be kept', () => {
  expect(foundBy(contradictoryRetention, [indexed(twoYears), files(permanent(), {})])).toEqual([
    'mongodb.logs: `mongodb.logs` must be kept for 2 years at least, and its TTL index on `createdAt` removes it after 1 day. Declare the one that is promised; what merely happens goes into its note.',
    's3.files: `s3.files` is permanent, and a lifecycle rule removes it after 30 days. Declare the one that is promised; what merely happens goes into its note.',
  ]);
  expect(foundBy(contradictoryRetention, [files(expires('90 days'), { prefix: 'f/' })])).toHaveLength(1);
});

test('what removes only some of it, or nothing before its time', () => {
  expect(foundBy(contradictoryRetention, [indexed(twoYears, { where: { draft: true } }), files(permanent(), { tag: { key: 'tmp', value: 'yes' } })])).toEqual([]);
  expect(foundBy(contradictoryRetention, [indexed(expiring('90 days')), files(keptAtLeast('30 days', { reason: 'x' }), {})])).toEqual([]);
});

test('TTLs on two dates, or of different records: the first that comes counts', () => {
  const document = z.object({ _id: objectId(), status: z.string(), createdAt: z.date(), deletedAt: z.date().optional() });
  const of = (...retention: readonly ReturnType<typeof permanent>[]) => collection('logs', { document, retention });
  expect(foundBy(contradictoryRetention, [of(expires('1 year', { after: 'createdAt' }), expires('30 days', { after: 'deletedAt' }))])).toEqual([]);
  expect(foundBy(contradictoryRetention, [of(expires('1 year', { after: 'createdAt', where: '{"status":"sent"}' }), expires('30 days', { after: 'createdAt', where: '{"status":"draft"}' }))])).toEqual([]);
  expect(foundBy(contradictoryRetention, [of(expires('1 year', { after: 'createdAt' }), expires('30 days', { after: 'createdAt' }))])).toEqual([
    'mongodb.logs: `mongodb.logs` has 2 lifetimes that cannot all be true: it expires after 1 year, and it expires after 30 days. Declare the one that is promised; what merely happens goes into its note.',
  ]);
});

test('a date that is itself the end may come late enough', () => {
  const sessions = collection('sessions', { document: z.object({ _id: objectId(), expiresAt: z.date() }), retention: [expires('0 seconds', { after: 'expiresAt' }), twoYears] });
  expect(foundBy(contradictoryRetention, [sessions])).toEqual([]);
  expect(foundBy(contradictoryRetention, [collection('sessions', { document: z.object({ _id: objectId(), expiresAt: z.date() }), retention: [expires('0 seconds', { after: 'expiresAt' }), permanent()] })])).toEqual([
    'mongodb.sessions: `mongodb.sessions` has 2 lifetimes that cannot all be true: it expires at the date in `expiresAt`, and it is permanent. Declare the one that is promised; what merely happens goes into its note.',
  ]);
});
