import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, compliance, expires, objectId, objects, permanent, ulid, withParent } from '../../src/lib/dsl/index.ts';
import { lockOutlivesRetention } from '../../src/lib/rules/lifetimes/lock-outlives-retention.ts';
import { foundBy } from './catalog-from.ts';

const files = (retention: ReturnType<typeof permanent>) => objects('files', { bucket: 'b', key: '{id}', parameters: { id: ulid() }, retention, objectLock: compliance('1 year') });
const docs = collection('docs', { document: z.object({ _id: objectId(), at: z.date() }), retention: expires('90 days', { after: 'at' }) });

test('objects that are to go before they can', () => {
  expect(foundBy(lockOutlivesRetention, [files(expires('30 days'))])).toEqual([
    's3.files: Objects of `s3.files` are to expire after 30 days, and are locked for 1 year. Make the lock no longer than the life that is promised, or promise what the lock allows.',
  ]);
});

test('objects that are to go with a record before they can', () => {
  expect(foundBy(lockOutlivesRetention, [docs, files(withParent('mongodb.docs'))])).toEqual([
    's3.files: Objects of `s3.files` are to go with `mongodb.docs`, after 90 days, and are locked for 1 year. Make the lock no longer than the life that is promised, or promise what the lock allows.',
  ]);
});

test('objects that go when they can', () => {
  expect(foundBy(lockOutlivesRetention, [files(expires('1 year'))])).toEqual([]);
});
