import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, expires, index, objectId, table, timestamptz } from '../../src/lib/dsl/index.ts';
import { ttlFieldOptional } from '../../src/lib/rules/lifetimes/ttl-field-optional.ts';
import { foundBy } from './catalog-from.ts';

const logs = (at: z.ZodType) => collection('logs', { document: z.object({ _id: objectId(), at }), retention: expires('90 days', { after: 'at' }) });

test('a date that may be absent', () => {
  expect(foundBy(ttlFieldOptional, [logs(z.date().optional())])).toEqual([
    'mongodb.logs.at: A record of `mongodb.logs` without `at` never expires, and the field may be absent. Count from a date that every record has.',
  ]);
});

test('a date that may be null', () => {
  expect(foundBy(ttlFieldOptional, [logs(z.date().nullable())])).toEqual([
    'mongodb.logs.at: A record of `mongodb.logs` without `at` never expires, and the field may be null. Count from a date that every record has.',
  ]);
});

test('a date that is always there', () => {
  expect(foundBy(ttlFieldOptional, [logs(z.date())])).toEqual([]);
});

test('a condition that asks for the date says that the others stay', () => {
  const partial = collection('jobs', { document: z.object({ _id: objectId(), endedAt: z.date().optional() }), indexes: [index({ endedAt: 1 }, { expireAfterSeconds: 60, where: { endedAt: { $exists: true } } })] });
  const rows = table('rows', { columns: z.object({ id: bigint(), endedAt: timestamptz().nullable() }), primaryKey: ['id'], retention: expires('1 day', { after: 'endedAt', where: '("endedAt" IS NOT NULL)' }) });
  expect(foundBy(ttlFieldOptional, [partial, rows])).toEqual([]);
});

test('a condition on something else', () => {
  const partial = collection('jobs', { document: z.object({ _id: objectId(), status: z.string(), endedAt: z.date().optional() }), indexes: [index({ endedAt: 1 }, { expireAfterSeconds: 60, where: { status: 'done' } })] });
  expect(foundBy(ttlFieldOptional, [partial])).toHaveLength(1);
});

test('a date in an object that may be absent', () => {
  const jobs = collection('jobs', { document: z.object({ _id: objectId(), run: z.object({ at: z.date() }).optional() }), retention: expires('1 day', { after: 'run.at' }) });
  expect(foundBy(ttlFieldOptional, [jobs])).toEqual(['mongodb.jobs.run.at: A record of `mongodb.jobs` without `run.at` never expires, and `run` may be absent. Count from a date that every record has.']);
});
