import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, expires, index, objectId } from '../../src/lib/dsl/index.ts';
import { twoTtlsOnOneField } from '../../src/lib/rules/lifetimes/two-ttls-on-one-field.ts';
import { foundBy } from './catalog-from.ts';

const logs = (field: 'at' | 'closedAt', ...indexes: readonly ReturnType<typeof index>[]) => collection('logs', { document: z.object({ _id: objectId(), at: z.date(), closedAt: z.date() }), indexes, retention: expires('90 days', { after: field }) });

test('a TTL index by hand beside that of the retention', () => {
  expect(foundBy(twoTtlsOnOneField, [logs('at', index({ at: 1 }, { expireAfterSeconds: 86_400 }))])).toEqual([
    'mongodb.logs.at: `at` of `mongodb.logs` has 2 TTL indexes for the same documents, with 1 day and 90 days: MongoDB creates the first one and refuses the others. `retention: expires(…)` is the index; remove the one under `indexes`.',
  ]);
});

test('TTLs on two fields, and an index for queries', () => {
  expect(foundBy(twoTtlsOnOneField, [logs('at', index({ closedAt: 1 }, { expireAfterSeconds: 86_400 }), index({ at: 1 }))])).toEqual([]);
});

test('partial TTL indexes on one field, each of other documents', () => {
  const only = (status: string, seconds: number) => index({ at: 1 }, { name: status, expireAfterSeconds: seconds, where: { status } });
  expect(foundBy(twoTtlsOnOneField, [logs('closedAt', only('draft', 60), only('sent', 3600))])).toEqual([]);
  expect(foundBy(twoTtlsOnOneField, [logs('closedAt', only('draft', 60), index({ at: 1 }, { name: 'other', expireAfterSeconds: 3600, where: { status: { $eq: 'draft' } } }))])).toEqual([
    'mongodb.logs.at: `at` of `mongodb.logs` has 2 TTL indexes for the same documents, with 1 minute and 1 hour: MongoDB creates the first one and refuses the others. Keep one of them.',
  ]);
});

test('one that is written twice alike is made once', () => {
  expect(foundBy(twoTtlsOnOneField, [logs('at', index({ at: 1 }, { expireAfterSeconds: 90 * 86_400 }))])).toEqual([]);
});
