import { expect, test } from 'vitest';
import { lifecycle, objects, ulid } from '../../src/lib/dsl/index.ts';
import { oldVersionRuleWithoutVersioning } from '../../src/lib/rules/keys/old-version-rule-without-versioning.ts';
import { foundBy } from './catalog-from.ts';

const files = (versioning: boolean, rule: object) => objects('files', { bucket: 'b', key: '{id}', parameters: { id: ulid() }, versioning, lifecycle: [lifecycle(rule)] });

test('a rule for old versions that there are not', () => {
  const said = ['s3.files: A lifecycle rule of `s3.files` is for old versions, and its bucket `b` is not versioned: the rule does nothing. Add `versioning: true`, or remove the rule.'];
  expect(foundBy(oldVersionRuleWithoutVersioning, [files(false, { expireOldVersionsAfter: '30 days' })])).toEqual(said);
  expect(foundBy(oldVersionRuleWithoutVersioning, [files(false, { oldVersionTransitions: [{ to: 'GLACIER', after: '30 days' }] })])).toEqual(said);
});

test('a versioned bucket, and other rules', () => {
  expect(foundBy(oldVersionRuleWithoutVersioning, [files(true, { expireOldVersionsAfter: '30 days' })])).toEqual([]);
  expect(foundBy(oldVersionRuleWithoutVersioning, [files(false, { expireAfter: '30 days' })])).toEqual([]);
});
