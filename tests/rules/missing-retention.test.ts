import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, objectId, permanent } from '../../src/lib/dsl/index.ts';
import { missingRetention } from '../../src/lib/rules/lifetimes/missing-retention.ts';
import { foundBy } from './catalog-from.ts';

const document = z.object({ _id: objectId() });

test('an entity without a retention is found', () => {
  expect(foundBy(missingRetention, [collection('logs', { document })])).toEqual([
    "mongodb.logs: `mongodb.logs` has no retention. Write retention: permanent(), expires('90 days', { after: '…' }), keptAtLeast(…), locked(…) or withParent(…).",
  ]);
});

test('for ever is an answer', () => {
  expect(foundBy(missingRetention, [collection('logs', { document, retention: permanent() })])).toEqual([]);
});
