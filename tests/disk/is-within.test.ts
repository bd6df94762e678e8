import path from 'node:path';
import { expect, test } from 'vitest';
import { isWithin } from '../../src/lib/disk/is-within.ts';

test.each([
  ['C:\\shop\\schema', 'C:\\shop', true],
  ['c:\\SHOP\\schema', 'C:\\shop', true],
  ['C:/shop/schema', 'C:\\shop', true],
  ['D:\\shop\\schema', 'C:\\shop', false],
  ['C:\\shop-two', 'C:\\shop', false],
  ['C:\\shop\\..two', 'C:\\shop', true],
  ['\\\\server\\share\\shop', '\\\\server\\share', true],
  ['\\\\server\\other\\shop', '\\\\server\\share', false],
  [`C:\\shop\\${'long\\'.repeat(60)}a.ts`, 'C:\\shop', true],
])('on Windows %s in %s: %s', (inner, folder, expected) => {
  expect(isWithin(inner, folder, path.win32)).toBe(expected);
});
