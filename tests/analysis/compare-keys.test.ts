import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeys } from '../../src/lib/analysis/compare-keys.ts';
import type { KeyFamily } from '../../src/lib/model/match-key.ts';
import { keyFamily } from '../support/key-family.ts';

const ids = { tenantId: 'ulid', id: 'ulid' };

test('templates that write out different steps have no key in common', () => {
  const [a, b] = ['{tenantId}/onboarding/{id}/raw-notes.txt', '{tenantId}/onboarding/{id}/context-file.md'].map((template) => keyFamily(template, ids));
  expect(compareKeys(a!, b!)).toEqual({ same: false, firstBegins: false, secondBegins: false });
});

test('what only the type of a value tells apart is told apart', () => {
  const byUlid = keyFamily('{tenantId}/{id}.md', ids);
  const byNumber = keyFamily('{tenantId}/{n}.md', { tenantId: 'ulid', n: 'int' });
  const byName = keyFamily('{tenantId}/{name}.md', { tenantId: 'ulid', name: 'string' });
  expect(compareKeys(byUlid, byNumber).same).toBe(false);
  expect(compareKeys(byUlid, byName).same).toBe(true);
});

test('a key may begin those of another family', () => {
  expect(compareKeys(keyFamily('{tenantId}/a', ids), keyFamily('{tenantId}/a/{id}', ids))).toEqual({ same: false, firstBegins: true, secondBegins: false });
  expect(compareKeys(keyFamily('{tenantId}/ab', ids), keyFamily('{tenantId}/a', ids))).toEqual({ same: false, firstBegins: false, secondBegins: true });
});

test('free text runs into another family only where it may hold a slash', () => {
  const [files, reports] = [keyFamily('{tenantId}/{name}', { tenantId: 'ulid', name: 'string' }), keyFamily('{tenantId}/reports/{id}', ids)];
  expect(compareKeys(files, reports).same).toBe(false);
  expect(compareKeys(files, reports, true).same).toBe(true);
});

/** All that a small template can make of the letters that any of them writes out. */
function keysOf({ key, fields }: KeyFamily, slashes: boolean): readonly string[] {
  return key.parts.reduce<readonly string[]>((keys, part) => {
    const values = part.kind === 'literal' ? [part.text] : (fields.find((field) => field.path === part.name)?.values ?? words(slashes ? ['a', 'b', '/'] : ['a', 'b'], 3));
    return keys.flatMap((begin) => values.map((value) => begin + value));
  }, ['']);
}

function words(letters: readonly string[], longest: number): readonly string[] {
  let last: readonly string[] = [''];
  return Array.from({ length: longest }, () => (last = last.flatMap((word) => letters.map((letter) => word + letter)))).flat();
}

test('the answer is what all keys show, wherever placeholders are named once', () => {
  const step = fc.constantFrom('a', 'b', '/', 'ab', 'a/', '{p}', '{q}', '{r}');
  const isPlaceholder = (part: string) => part.startsWith('{');
  const template = fc.array(step, { minLength: 1, maxLength: 5 }).filter((parts) => new Set(parts.filter(isPlaceholder)).size === parts.filter(isPlaceholder).length);
  const types = { p: ['a', 'b/a'], q: ['a', 'bb', 'ab'], r: 'varchar(3)' };
  fc.assert(
    fc.property(template, template, fc.boolean(), (one, other, slashes) => {
      const [a, b] = [keyFamily(one.join(''), types), keyFamily(other.join(''), types)];
      const [ofA, ofB] = [keysOf(a, slashes), keysOf(b, slashes)];
      const begins = (shorter: readonly string[], longer: readonly string[]) => shorter.some((key) => longer.some((each) => each.length > key.length && each.startsWith(key)));
      expect(compareKeys(a, b, slashes)).toEqual({ same: ofA.some((key) => ofB.includes(key)), firstBegins: begins(ofA, ofB), secondBegins: begins(ofB, ofA) });
    }),
    { numRuns: 1000 },
  );
});
