import { expect, test } from 'vitest';
import { parseTimeline, positionOf } from '../../src/site/parse-timeline.ts';

test('a life has a part that is sure and a part that may be over', () => {
  expect(parseTimeline({ record: 'at least 2 years', bytes: '30 days to 1 year; forever', lock: '7 years' })).toEqual([
    { kind: 'record', words: 'at least 2 years', sure: positionOf(63_072_000), end: 100, isOpen: true },
    { kind: 'bytes', words: '30 days to 1 year', sure: positionOf(2_592_000), end: positionOf(31_536_000), isOpen: false },
    { kind: 'bytes', words: 'forever', sure: 100, end: 100, isOpen: true },
    { kind: 'lock', words: '7 years', sure: positionOf(220_752_000), end: positionOf(220_752_000), isOpen: false },
  ]);
});

test('what is no length has a bar of none', () => {
  expect(parseTimeline({ record: 'not declared' })).toEqual([{ kind: 'record', words: 'not declared', sure: 0, end: 0, isOpen: false }]);
});

test('the fine lines of the picture stand where these lengths end', () => {
  expect([3_600, 86_400, 2_592_000, 31_536_000, 315_360_000].map(positionOf)).toEqual([5.6, 26.02, 53.2, 73.39, 92]);
  // Longer than ten years is short of forever.
  expect(positionOf(3_153_600_000)).toBeLessThan(100);
});
