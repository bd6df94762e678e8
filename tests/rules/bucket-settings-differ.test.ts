import { expect, test } from 'vitest';
import { compliance, objects, ulid } from '../../src/lib/dsl/index.ts';
import { bucketSettingsDiffer } from '../../src/lib/rules/keys/bucket-settings-differ.ts';
import { foundBy } from './catalog-from.ts';

const files = (name: string, key: string, options: object = {}) => objects(name, { bucket: 'content', key, ...options });
const more = (options: object) => ({ parameters: { id: ulid() }, ...options });

test('versioning that one has and the other does not', () => {
  expect(foundBy(bucketSettingsDiffer, [files('a', 'a/{id}', more({ versioning: true })), files('b', 'b/{id}', more({}))])).toEqual([
    's3.b: `s3.a` and `s3.b` lie in the bucket `content` and differ in its versioning: on and off. Say the same of both, or give one of them a bucket of its own.',
  ]);
});

test('a lock that only one asks for', () => {
  expect(foundBy(bucketSettingsDiffer, [files('a', 'a/{id}', more({})), files('b', 'b/{id}', more({ objectLock: compliance('1 year') }))])).toEqual([
    's3.b: `s3.a` and `s3.b` lie in the bucket `content` and differ in its default lock: none and compliance, 1 year. Say the same of both, or give one of them a bucket of its own.',
  ]);
});

test('the same in both, and another bucket', () => {
  expect(foundBy(bucketSettingsDiffer, [files('a', 'a/{id}', more({ versioning: true })), files('b', 'b/{id}', more({ versioning: true })), files('c', 'c/{id}', more({ bucket: 'other' }))])).toEqual([]);
});
