import { expect, test } from 'vitest';
import { didYouMean } from '../../src/lib/model/suggest.ts';

test.each([
  ['retenion', ['retention', 'references'], 'Did you mean `retention`?'],
  ['tenantid', ['tenantId', 'tenant'], 'Did you mean `tenantId`?'],
  ['tenant_id', ['tenantId'], 'Did you mean `tenantId`?'],
  ['tgas', ['tags', 'status'], 'Did you mean `tags`?'],
  ['activty', ['activity', 'activities', 'actively'], 'Did you mean `activity` or `actively`?'],
  ['abc', ['abd', 'abe', 'abf'], 'Did you mean `abd` or `abe`?'],
  ['quite different', ['retention'], ''],
  ['same', ['same'], ''],
  ['', ['a', 'b'], ''],
])('%s among %j: %s', (word, candidates, expected) => {
  expect(didYouMean(word, candidates)).toBe(expected);
  expect(didYouMean(word, [...candidates].reverse())).toBe(expected);
});
