import { expect, test } from 'vitest';
import { lifecycle, objects, ulid } from '../../src/lib/dsl/index.ts';
import { storageClassMinimum } from '../../src/lib/rules/keys/storage-class-minimum.ts';
import { foundBy } from './catalog-from.ts';

const found = (rule: object) => foundBy(storageClassMinimum, [objects('files', { bucket: 'b', key: '{id}', parameters: { id: ulid() }, versioning: true, lifecycle: [lifecycle(rule)] })]);
const BEGIN = 's3.files: A lifecycle rule of `s3.files`';

test.each([
  ['an expiry too soon', { transitions: [{ to: 'GLACIER', after: '30 days' }], expireAfter: '60 days' }, 'moves objects to GLACIER and expires them 30 days later, and S3 charges GLACIER for at least 90 days. Keep them there for 90 days, or leave GLACIER out.'],
  ['old versions', { oldVersionTransitions: [{ to: 'DEEP_ARCHIVE', after: '1 day' }], expireOldVersionsAfter: '100 days' }, 'moves old versions to DEEP_ARCHIVE and expires them 99 days later, and S3 charges DEEP_ARCHIVE for at least 180 days. Keep them there for 180 days, or leave DEEP_ARCHIVE out.'],
])('%s', (_, rule, said) => {
  expect(found(rule)).toEqual([`${BEGIN} ${said}`]);
});

test('the minimum to the day, classes without one, a class that objects stay in, and what is an error of its own', () => {
  expect(found({ transitions: [{ to: 'STANDARD_IA', after: '30 days' }, { to: 'GLACIER', after: '60 days' }], expireAfter: '150 days' })).toEqual([]);
  expect(found({ transitions: [{ to: 'INTELLIGENT_TIERING', after: '0 days' }], expireAfter: '1 day' })).toEqual([]);
  expect(found({ transitions: [{ to: 'DEEP_ARCHIVE', after: '0 days' }] })).toEqual([]);
  expect(found({ transitions: [{ to: 'GLACIER_IR', after: '30 days' }, { to: 'DEEP_ARCHIVE', after: '90 days' }] })).toEqual([]);
  expect(found({ transitions: [{ to: 'GLACIER', after: '30 days' }], expireAfter: '30 days' })).toEqual([]);
});
