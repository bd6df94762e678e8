import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, expires, objectId } from '../../src/lib/dsl/index.ts';
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
