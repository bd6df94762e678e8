import { expect, test } from 'vitest';
import * as z from 'zod';
import { collection, expires, keptAtLeast, lifecycle, locked, objectId, objects, permanent, ulid, withParent } from '../../src/lib/dsl/index.ts';
import { expiredByAnotherFamily } from '../../src/lib/rules/keys/expired-by-another-family.ts';
import { contradictoryRetention } from '../../src/lib/rules/lifetimes/contradictory-retention.ts';
import { foundBy } from './catalog-from.ts';

const requests = (rule: object, key = 'logs/requests/{id}') => objects('requests', { bucket: 'b', key, parameters: { id: ulid() }, lifecycle: [lifecycle(rule)], retention: expires('30 days') });
const audit = (retention: ReturnType<typeof permanent> | undefined, more: object = {}) => objects('audit', { bucket: 'b', key: 'logs/audit/{id}', parameters: { id: ulid() }, ...(retention === undefined ? {} : { retention }), ...more });
const found = (rule: object, retention: ReturnType<typeof permanent> | undefined, more: object = {}) => foundBy(expiredByAnotherFamily, [requests(rule), audit(retention, more)]);
const HINT = 'Narrow the prefix of that rule, select by a tag, or give `s3.audit` a bucket of its own.';

test('a family under a broader prefix of another is to stay longer', () => {
  const broad = { prefix: 'logs/', expireAfter: '30 days' };
  expect(found(broad, permanent())).toEqual([`s3.audit: \`s3.audit\` is permanent, and a lifecycle rule of \`s3.requests\` for the prefix \`logs/\` expires its objects after 30 days. ${HINT}`]);
  expect(found(broad, expires('90 days'))).toEqual([`s3.audit: \`s3.audit\` expires after 90 days, and a lifecycle rule of \`s3.requests\` for the prefix \`logs/\` expires its objects after 30 days. ${HINT}`]);
  expect(found(broad, keptAtLeast('2 years', { reason: 'Law.' }))).toEqual([`s3.audit: \`s3.audit\` must be kept for at least 2 years, and a lifecycle rule of \`s3.requests\` for the prefix \`logs/\` expires its objects after 30 days. ${HINT}`]);
  expect(found(broad, locked('7 years'))).toEqual([`s3.audit: \`s3.audit\` is locked for 7 years, and a lifecycle rule of \`s3.requests\` for the prefix \`logs/\` expires its objects after 30 days. ${HINT}`]);
});

test('a rule without a prefix reaches the whole bucket', () => {
  expect(found({ expireAfter: '30 days' }, permanent())).toEqual([`s3.audit: \`s3.audit\` is permanent, and a lifecycle rule of \`s3.requests\` for the whole bucket \`b\` expires its objects after 30 days. ${HINT}`]);
});

test('a prefix that selects some of the keys', () => {
  expect(found({ prefix: 'logs/audit/01', expireAfter: '30 days' }, permanent())).toEqual([`s3.audit: \`s3.audit\` is permanent, and a lifecycle rule of \`s3.requests\` for the prefix \`logs/audit/01\` expires some of its objects after 30 days. ${HINT}`]);
  const kinds = objects('kinds', { bucket: 'b', key: '{kind}/{id}', parameters: { kind: z.enum(['logs', 'files']), id: ulid() }, retention: permanent() });
  expect(foundBy(expiredByAnotherFamily, [requests({ prefix: 'logs/', expireAfter: '30 days' }), kinds])).toEqual([
    's3.kinds: `s3.kinds` is permanent, and a lifecycle rule of `s3.requests` for the prefix `logs/` expires some of its objects after 30 days. Narrow the prefix of that rule, select by a tag, or give `s3.kinds` a bucket of its own.',
  ]);
});

test('objects that go with a record that stays longer', () => {
  const jobs = collection('jobs', { document: z.object({ _id: objectId() }), retention: permanent() });
  expect(foundBy(expiredByAnotherFamily, [jobs, requests({ prefix: 'logs/', expireAfter: '30 days' }), audit(withParent('mongodb.jobs'))])).toEqual([
    `s3.audit: \`s3.audit\` lives as long as \`mongodb.jobs\`, which is permanent, and a lifecycle rule of \`s3.requests\` for the prefix \`logs/\` expires its objects after 30 days. ${HINT}`,
  ]);
});

test('the earliest of several rules counts', () => {
  expect(foundBy(expiredByAnotherFamily, [requests({ prefix: 'logs/', expireAfter: '90 days' }), objects('tmp', { bucket: 'b', key: 'tmp/{id}', parameters: { id: ulid() }, lifecycle: [lifecycle({ expireAfter: '7 days' })] }), audit(permanent())])).toEqual([
    `s3.audit: \`s3.audit\` is permanent, and a lifecycle rule of \`s3.tmp\` for the whole bucket \`b\` expires its objects after 7 days. ${HINT}`,
    's3.requests: `s3.requests` expires after 30 days, and a lifecycle rule of `s3.tmp` for the whole bucket `b` expires its objects after 7 days. Narrow the prefix of that rule, select by a tag, or give `s3.requests` a bucket of its own.',
  ]);
});

test('rules that do not reach it, or not too early', () => {
  expect(found({ prefix: 'logs/requests/', expireAfter: '30 days' }, permanent())).toEqual([]);
  expect(found({ tag: { key: 'kind', value: 'request' }, expireAfter: '30 days' }, permanent())).toEqual([]);
  expect(found({ prefix: 'logs/', expireOldVersionsAfter: '30 days', abortUploadsAfter: '1 day', transitions: [{ to: 'GLACIER', after: '1 day' }] }, permanent())).toEqual([]);
  expect(found({ prefix: 'logs/', expireAfter: '30 days' }, permanent(), { bucket: 'other' })).toEqual([]);
  expect(found({ prefix: 'logs/', expireAfter: '30 days' }, expires('30 days'))).toEqual([]);
  expect(found({ prefix: 'logs/', expireAfter: '30 days' }, undefined)).toEqual([]);
});

test('what its own rule does as early is a contradiction of one definition', () => {
  const own = { lifecycle: [lifecycle({ prefix: 'logs/audit/', expireAfter: '7 days' })] };
  expect(found({ prefix: 'logs/', expireAfter: '30 days' }, permanent(), own)).toEqual([]);
  expect(foundBy(contradictoryRetention, [audit(permanent(), own)])).toHaveLength(1);
});
