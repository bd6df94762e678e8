import { expect, test } from 'vitest';
import { expires, lifecycle, objects, permanent, ulid } from '../../src/lib/dsl/index.ts';
import { expiryNotInDays } from '../../src/lib/rules/lifetimes/expiry-not-in-days.ts';
import { foundBy } from './catalog-from.ts';

const files = (retention: ReturnType<typeof permanent>, ...rules: readonly ReturnType<typeof lifecycle>[]) => objects('files', { bucket: 'b', key: '{id}', parameters: { id: ulid() }, retention, lifecycle: rules });

test('hours that are no whole days', () => {
  expect(foundBy(expiryNotInDays, [files(expires('36 hours'))])).toEqual([
    "s3.files: S3 counts whole days, and the retention of `s3.files` is of 36 hours. Write '2 days': it ends at the midnight (UTC) after.",
  ]);
});

test('a lifecycle rule of no days', () => {
  expect(foundBy(expiryNotInDays, [files(permanent(), lifecycle({ expireAfter: '0 days' }))])).toEqual([
    "s3.files: S3 counts whole days, and a lifecycle rule of `s3.files` is of 0 days. Write '1 day': it ends at the midnight (UTC) after.",
  ]);
});

test('whole days, however they are written', () => {
  expect(foundBy(expiryNotInDays, [files(expires('48 hours'), lifecycle({ abortUploadsAfter: '1 week' }))])).toEqual([]);
});
