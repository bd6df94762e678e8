import { expect, test } from 'vitest';
import { compliance, locked, objects, permanent, ulid } from '../../src/lib/dsl/index.ts';
import { objectLockWithoutVersioning } from '../../src/lib/rules/keys/object-lock-without-versioning.ts';
import { foundBy } from './catalog-from.ts';

const files = (options: object) => objects('files', { bucket: 'b', key: '{id}', parameters: { id: ulid() }, retention: permanent(), ...options });

test('a lock in a bucket that is not versioned', () => {
  const said = ['s3.files: `s3.files` is locked, and its bucket `b` is not versioned: S3 offers Object Lock only in versioned buckets. Add `versioning: true`, or remove the lock.'];
  expect(foundBy(objectLockWithoutVersioning, [files({ objectLock: compliance('7 years') })])).toEqual(said);
  expect(foundBy(objectLockWithoutVersioning, [files({ retention: locked('7 years'), versioning: false })])).toEqual(said);
});

test('a versioned bucket, no lock, and a lock for a prefix, which has a rule of its own', () => {
  expect(foundBy(objectLockWithoutVersioning, [files({ objectLock: compliance('7 years'), versioning: true })])).toEqual([]);
  expect(foundBy(objectLockWithoutVersioning, [files({})])).toEqual([]);
  expect(foundBy(objectLockWithoutVersioning, [files({ objectLock: compliance('7 years', { prefix: 'x/' }) })])).toEqual([]);
});
