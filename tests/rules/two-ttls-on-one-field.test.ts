import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, expires, index, objectId } from '../../src/lib/dsl/index.ts';
import { twoTtlsOnOneField } from '../../src/lib/rules/lifetimes/two-ttls-on-one-field.ts';
import { foundBy } from './catalog-from.ts';

const logs = (field: string, ...indexes: readonly ReturnType<typeof index>[]) => collection('logs', { document: z.object({ _id: objectId(), at: z.date(), closedAt: z.date() }), indexes, retention: expires('90 days', { after: field }) });

test('a TTL index by hand beside that of the retention', () => {
  expect(foundBy(twoTtlsOnOneField, [logs('at', index({ at: 1 }, { expireAfterSeconds: 86_400 }))])).toEqual([
    'mongodb.logs.at: `at` of `mongodb.logs` has 2 TTL indexes, of 1 day and 90 days: MongoDB makes the first that it is given, and refuses the other. `retention: expires(…)` is the index; take the one under `indexes` out.',
  ]);
});

test('TTLs on two fields, and an index for queries', () => {
  expect(foundBy(twoTtlsOnOneField, [logs('at', index({ closedAt: 1 }, { expireAfterSeconds: 86_400 }), index({ at: 1 }))])).toEqual([]);
});
