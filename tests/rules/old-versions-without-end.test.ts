import { expect, test } from 'vitest';
import { lifecycle, objects, ulid } from '../../src/lib/dsl/index.ts';
import { oldVersionsWithoutEnd } from '../../src/lib/rules/keys/old-versions-without-end.ts';
import { foundBy } from './catalog-from.ts';

const files = (...rules: readonly ReturnType<typeof lifecycle>[]) => objects('files', { bucket: 'content', key: '{id}', parameters: { id: ulid() }, versioning: true, lifecycle: rules });

test('objects that expire and stay as old versions', () => {
  expect(foundBy(oldVersionsWithoutEnd, [files(lifecycle({ expireAfter: '30 days' }))])).toEqual([
    "s3.files: Objects of `s3.files` expire, and its bucket `content` keeps old versions: an expired object stays as an old version forever. Say when those go: lifecycle({ expireOldVersionsAfter: '…' }).",
  ]);
});

test('old versions that go as well', () => {
  expect(foundBy(oldVersionsWithoutEnd, [files(lifecycle({ expireAfter: '30 days', expireOldVersionsAfter: '7 days' }))])).toEqual([]);
});

test('objects that do not expire', () => {
  expect(foundBy(oldVersionsWithoutEnd, [files()])).toEqual([]);
});

test('a rule of another family of the bucket ends both', () => {
  const others = objects('others', { bucket: 'content', key: 'others/{id}', parameters: { id: ulid() }, versioning: true, lifecycle: [lifecycle({ expireOldVersionsAfter: '7 days' })] });
  expect(foundBy(oldVersionsWithoutEnd, [files(lifecycle({ expireAfter: '30 days' })), others])).toEqual([]);
});
