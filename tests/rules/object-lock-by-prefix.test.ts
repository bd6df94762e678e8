import { expect, test } from 'vitest';
import { compliance, objects, ulid } from '../../src/lib/dsl/index.ts';
import { objectLockByPrefix } from '../../src/lib/rules/keys/object-lock-by-prefix.ts';
import { foundBy } from './catalog-from.ts';

const files = (key: string, options: object) => objects('files', { bucket: 'content', key, parameters: { tenantId: ulid() }, objectLock: compliance('7 years', options) });

test('a lock on a prefix, which no key has', () => {
  expect(foundBy(objectLockByPrefix, [files('{tenantId}/contracts/x.pdf', { prefix: 'contracts/' })])).toEqual([
    "s3.files: `s3.files` asks for Object Lock on the prefix `contracts/`, and S3 locks a bucket or an object, never a prefix: nothing is locked. Every key begins with its own `{tenantId}` besides, so that no prefix means all of them. Give these objects a bucket of their own with the lock as its default, or lock each as it is uploaded: retention: locked('…').",
  ]);
});

test('a lock on a prefix that all keys have', () => {
  expect(foundBy(objectLockByPrefix, [files('contracts/{tenantId}.pdf', { prefix: 'contracts/' })])).toEqual([
    "s3.files: `s3.files` asks for Object Lock on the prefix `contracts/`, and S3 locks a bucket or an object, never a prefix: nothing is locked. Give these objects a bucket of their own with the lock as its default, or lock each as it is uploaded: retention: locked('…').",
  ]);
});

test('a lock on the bucket', () => {
  expect(foundBy(objectLockByPrefix, [files('{tenantId}/contracts/x.pdf', {})])).toEqual([]);
});
