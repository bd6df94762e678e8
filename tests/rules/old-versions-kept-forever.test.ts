import { expect, test } from 'vitest';
import { expires, lifecycle, objects, permanent, ulid } from '../../src/lib/dsl/index.ts';
import { oldVersionsKeptForever } from '../../src/lib/rules/keys/old-versions-kept-forever.ts';
import { foundBy } from './catalog-from.ts';

const files = (name: string, options: object = {}) => objects(name, { bucket: 'b', key: `${name}/{id}`, parameters: { id: ulid() }, versioning: true, retention: permanent(), ...options });
const rule = (options: object) => ({ lifecycle: [lifecycle(options)] });

test('a versioned bucket without a rule for old versions, once for all its families', () => {
  expect(foundBy(oldVersionsKeptForever, [files('a'), files('b')])).toEqual([
    "s3.a: The bucket `b` keeps old versions forever: no lifecycle rule removes those of `s3.a` and `s3.b`. Add lifecycle({ expireOldVersionsAfter: '…' }).",
  ]);
});

test('a rule for the prefix of one family leaves the other', () => {
  expect(foundBy(oldVersionsKeptForever, [files('a'), files('b', rule({ prefix: 'b/', expireOldVersionsAfter: '30 days' }))])).toEqual([
    "s3.a: The bucket `b` keeps old versions forever: no lifecycle rule removes those of `s3.a`. Add lifecycle({ expireOldVersionsAfter: '…' }).",
  ]);
});

test('a rule of another family for the whole bucket, no versions, and objects that expire', () => {
  expect(foundBy(oldVersionsKeptForever, [files('a'), files('b', rule({ expireOldVersionsAfter: '30 days' }))])).toEqual([]);
  expect(foundBy(oldVersionsKeptForever, [files('a', { versioning: false })])).toEqual([]);
  expect(foundBy(oldVersionsKeptForever, [files('a', { retention: expires('30 days') })])).toEqual([]);
});
