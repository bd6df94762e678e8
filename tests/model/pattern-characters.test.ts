import fc from 'fast-check';
import * as z from 'zod';
import { expect, test } from 'vitest';
import { patternCharacters } from '../../src/lib/model/pattern-characters.ts';

test.each([
  ['^[a-c]+$', 'abcABC'],
  ['^\\d{4}-\\d{2}$', '0123456789-'],
  ['^v\\d+(?:-(x|y))?$', 'v0123456789-xyVXY'],
  ['^[\\w\\-.]*$', '0123456789_abcdefghijklmnopqrstuvwxyz-.ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['^(?!\\.)[.a]{1,3}$', '.aA'],
  ['^$', ''],
])('%s holds only some', (pattern, chars) => {
  const found = patternCharacters(pattern);
  expect([...(found?.chars ?? '?')].sort()).toEqual([...chars].sort());
  expect(found?.slash).toBe(false);
});

test.each([['^a/b$', true], ['^[+-9]$', true], ['^a\\/b$', true], ['^[^/]+$', false], ['^[^.]+$', true]])('%s: may it hold a slash? %s', (pattern, slash) => {
  expect(patternCharacters(pattern)?.slash).toBe(slash);
});

test.each(['[a-z]+', '^a', 'b$', '^a|b$', '^.$', '^\\S$', '^\\p{L}$', '^[\\x00-\\x7f]$', '^[\\d-x]$', '^(?=(a))a$'])('%s is not read', (pattern) => {
  expect(patternCharacters(pattern)).toBeUndefined();
});

test('the forms that Zod knows', () => {
  for (const form of [z.uuid(), z.ulid(), z.cuid2(), z.nanoid(), z.email(), z.iso.date(), z.iso.datetime(), z.ipv4(), z.base64url(), z.hash('sha256')]) {
    expect(patternCharacters(String(z.toJSONSchema(form)['pattern']))?.slash).toBe(false);
  }
});

test('whatever fits is made of these characters', () => {
  const piece = fc.constantFrom('a', 'B', '\\d', '\\w', '[a-f]', '[^/]', '[x\\-y]', '[+-9]', '\\.', '(?:q|r/)', '(s|t)', '-', '/');
  const pattern = fc.array(fc.tuple(piece, fc.constantFrom('', '+', '?', '{1,2}')), { minLength: 1, maxLength: 5 }).map((pieces) => `^${pieces.map((each) => each.join('')).join('')}$`);
  fc.assert(
    fc.property(pattern.chain((source) => fc.tuple(fc.constant(source), fc.stringMatching(new RegExp(source)))), ([source, text]) => {
      const found = patternCharacters(source);
      if (found === undefined) throw new Error('Each piece can be read.');
      if (text.includes('/')) expect(found.slash).toBe(true);
      if (found.chars !== undefined) for (const char of text) expect(found.chars).toContain(char);
    }),
  );
});
