import { expect, test } from 'vitest';
import { describeDuration, parseDuration } from '../../src/lib/model/duration.ts';

test.each([
  ['24 hours', 86_400],
  ['1 hour', 3_600],
  ['90 days', 7_776_000],
  ['2 years', 63_072_000],
  ['0 seconds', 0],
  ['1.5 days', 129_600],
])('%s is %d seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test.each(['', '90', 'days', '90days', '-1 days', 'NaN days', '1e400 days', '90 fortnights', ' 90 days', '9'.repeat(400) + ' years'])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test.each([
  [86_400, '1 day'],
  [7_776_000, '90 days'],
  [63_072_000, '2 years'],
  [5_400, '90 minutes'],
  [1, '1 second'],
  [0, '0 seconds'],
])('%d seconds are called %s', (seconds, text) => {
  expect(describeDuration(seconds)).toBe(text);
});
