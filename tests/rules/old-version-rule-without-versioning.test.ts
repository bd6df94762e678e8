import { expect, test } from 'vitest';
import { lifecycle, objects, ulid } from '../../src/lib/dsl/index.ts';
import { oldVersionRuleWithoutVersioning } from '../../src/lib/rules/keys/old-version-rule-without-versioning.ts';
import { foundBy } from './catalog-from.ts';

const files = (versioning: boolean, rule: object) => objects('files', { bucket: 'b', key: '{id}', parameters: { id: ulid() }, versioning, lifecycle: [lifecycle(rule)] });

test('a rule for old versions that there are not', () => {
  const said = (actions: string) => [`s3.files: The lifecycle of \`s3.files\` has ${actions}, and its bucket \`b\` is not versioned: there are no old versions. Add \`versioning: true\`, or remove ${actions}.`];
  const oldVersionTransitions = [{ to: 'GLACIER', after: '30 days' }];
  expect(foundBy(oldVersionRuleWithoutVersioning, [files(false, { expireAfter: '1 year', expireOldVersionsAfter: '30 days' })])).toEqual(said('`expireOldVersionsAfter`'));
  expect(foundBy(oldVersionRuleWithoutVersioning, [files(false, { oldVersionTransitions })])).toEqual(said('`oldVersionTransitions`'));
  expect(foundBy(oldVersionRuleWithoutVersioning, [files(false, { expireOldVersionsAfter: '1 year', oldVersionTransitions })])).toEqual(said('`expireOldVersionsAfter` and `oldVersionTransitions`'));
});

test('a versioned bucket, and other rules', () => {
  expect(foundBy(oldVersionRuleWithoutVersioning, [files(true, { expireOldVersionsAfter: '30 days' })])).toEqual([]);
  expect(foundBy(oldVersionRuleWithoutVersioning, [files(false, { expireAfter: '30 days' })])).toEqual([]);
});
