import { expect, test } from 'vitest';
import { lifecycle, objects, ulid } from '../../src/lib/dsl/index.ts';
import { STORAGE_CLASS_NAMES, type StorageClass } from '../../src/lib/model/stores/storage-classes.ts';
import { illegalLifecycleRule } from '../../src/lib/rules/keys/illegal-lifecycle-rule.ts';
import { foundBy } from './catalog-from.ts';

const found = (rule: object) => foundBy(illegalLifecycleRule, [objects('files', { bucket: 'b', key: '{id}', parameters: { id: ulid() }, versioning: true, lifecycle: [lifecycle(rule)] })]);
/** Far enough apart for every class. */
const moves = (...classes: readonly StorageClass[]) => classes.map((to, at) => ({ to, after: `${30 + 180 * at} days` as const }));
const BEGIN = 's3.files: S3 refuses a lifecycle rule of `s3.files`:';

test.each([
  ['no action', {}, 'it has no action. Say what it does: `expireAfter`, `transitions`, `expireOldVersionsAfter`, `oldVersionTransitions` or `abortUploadsAfter`.'],
  ['a tag for unfinished uploads', { tag: { key: 'a', value: 'b' }, abortUploadsAfter: '1 day' }, 'it aborts unfinished uploads and selects by a tag, which S3 does not accept together. Write a rule of its own for `abortUploadsAfter`, without a tag.'],
  ['back to a class above', { transitions: moves('GLACIER', 'STANDARD_IA') }, 'it moves objects from GLACIER to STANDARD_IA, and S3 has no such transition. From GLACIER, objects can be moved to DEEP_ARCHIVE.'],
  ['out of the last class', { oldVersionTransitions: moves('DEEP_ARCHIVE', 'GLACIER') }, 'it moves old versions from DEEP_ARCHIVE to GLACIER, and S3 has no such transition. From DEEP_ARCHIVE, objects cannot be moved further.'],
  ['objects that are too young', { transitions: [{ to: 'STANDARD_IA', after: '29 days' }] }, 'it moves objects to STANDARD_IA after 29 days, and S3 allows that only after 30 days. Move them after 30 days or later.'],
  ['old versions that are too young', { oldVersionTransitions: [{ to: 'ONEZONE_IA', after: '7 days' }] }, 'it moves old versions to ONEZONE_IA after 7 days, and S3 allows that only after 30 days. Move them after 30 days or later.'],
  ['a second move too soon', { transitions: [{ to: 'GLACIER_IR', after: '4 days' }, { to: 'DEEP_ARCHIVE', after: '20 days' }] }, 'it moves objects from GLACIER_IR to DEEP_ARCHIVE after 16 days, and GLACIER_IR has a minimum storage duration of 90 days. Keep them in GLACIER_IR for 90 days, or leave it out.'],
  ['a second move of old versions too soon', { oldVersionTransitions: [{ to: 'STANDARD_IA', after: '30 days' }, { to: 'GLACIER', after: '59 days' }] }, 'it moves old versions from STANDARD_IA to GLACIER after 29 days, and STANDARD_IA has a minimum storage duration of 30 days. Keep them in STANDARD_IA for 30 days, or leave it out.'],
  ['the same class twice', { transitions: moves('GLACIER', 'GLACIER') }, 'it moves objects to GLACIER twice. Keep one of the two.'],
  ['an expiry on the day of the move', { transitions: moves('GLACIER'), expireAfter: '30 days' }, 'it expires objects after 30 days, and moves them to GLACIER after 30 days. Let the expiry come later than the last transition, or remove the transition.'],
  ['an expiry of old versions before their move', { oldVersionTransitions: moves('GLACIER'), expireOldVersionsAfter: '7 days' }, 'it expires old versions after 7 days, and moves them to GLACIER after 30 days. Let the expiry come later than the last transition, or remove the transition.'],
])('%s', (_, rule, said) => {
  expect(found(rule)).toEqual([`${BEGIN} ${said}`]);
});

test('the transitions that S3 supports, each pair of classes', () => {
  const pairs = STORAGE_CLASS_NAMES.flatMap((from) => STORAGE_CLASS_NAMES.filter((to) => to !== from).map((to) => [from, to] as const));
  expect(pairs.filter(([from, to]) => found({ transitions: moves(from, to) }).length === 0).map((pair) => pair.join(' → '))).toEqual([
    'STANDARD_IA → INTELLIGENT_TIERING', 'STANDARD_IA → ONEZONE_IA', 'STANDARD_IA → GLACIER_IR', 'STANDARD_IA → GLACIER', 'STANDARD_IA → DEEP_ARCHIVE',
    'INTELLIGENT_TIERING → ONEZONE_IA', 'INTELLIGENT_TIERING → GLACIER_IR', 'INTELLIGENT_TIERING → GLACIER', 'INTELLIGENT_TIERING → DEEP_ARCHIVE',
    'ONEZONE_IA → GLACIER', 'ONEZONE_IA → DEEP_ARCHIVE',
    'GLACIER_IR → GLACIER', 'GLACIER_IR → DEEP_ARCHIVE',
    'GLACIER → DEEP_ARCHIVE',
  ]);
});

test('to the day: the age for the infrequent access classes, the minimum storage duration before a second move', () => {
  expect(found({ transitions: [{ to: 'STANDARD_IA', after: '30 days' }, { to: 'GLACIER', after: '60 days' }, { to: 'DEEP_ARCHIVE', after: '150 days' }] })).toEqual([]);
  expect(found({ transitions: [{ to: 'INTELLIGENT_TIERING', after: '0 days' }, { to: 'GLACIER_IR', after: '1 day' }, { to: 'DEEP_ARCHIVE', after: '91 days' }] })).toEqual([]);
});

test('a rule that does everything, its moves in any order', () => {
  expect(found({ prefix: 'a/', transitions: [...moves('STANDARD_IA', 'GLACIER')].reverse(), expireAfter: '1 year', expireOldVersionsAfter: '30 days', abortUploadsAfter: '7 days' })).toEqual([]);
});
