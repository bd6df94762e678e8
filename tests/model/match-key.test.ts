import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeKey, matchKey, nearestFamily } from '../../src/lib/model/match-key.ts';
import { keyFamily } from '../support/key-family.ts';

const TENANT = '01JD3K9V7QZ4M8T2R6XW5N0YBC';
const STRATEGY = '01JD3KB2M5RQX8F7E9TC4H6WZA';

const scoped = { tenancy: { kind: 'perTenant', field: 'tenantId', exceptions: [] } } as const;
const strategies = keyFamily('{tenantId}/strategies/{strategyId}/v{version}.md', { tenantId: 'ulid', strategyId: 'ulid', version: 'integer' }, { address: 's3.strategies', ...scoped });
const uploads = keyFamily('{tenantId}/{name}', { tenantId: 'ulid', name: 'string' }, { address: 's3.uploads', ...scoped });
const archives = keyFamily('archive/{name}.{ext}', { name: 'text', ext: ['tar', 'tar.gz'] }, { address: 's3.archives' });

test('a key leads back to its family, its tenant and its fields', () => {
  expect(matchKey(`${TENANT}/strategies/${STRATEGY}/v12.md`, [archives, strategies])).toEqual([
    {
      family: 's3.strategies',
      tenant: TENANT,
      values: [{ placeholder: 'tenantId', value: TENANT }, { placeholder: 'strategyId', value: STRATEGY }, { placeholder: 'version', value: '12' }],
    },
  ]);
});

test('a family that must read a slash inside of a value comes last', () => {
  expect(matchKey(`${TENANT}/strategies/${STRATEGY}/v12.md`, [uploads, strategies]).map(({ family }) => family)).toEqual(['s3.strategies', 's3.uploads']);
  expect(matchKey(`${TENANT}/a/b.txt`, [strategies, uploads])[0]?.values[1]).toEqual({ placeholder: 'name', value: 'a/b.txt' });
});

test('of words the longest that fits is taken', () => {
  expect(matchKey('archive/x.tar.gz', [archives])[0]?.values).toEqual([{ placeholder: 'name', value: 'x' }, { placeholder: 'ext', value: 'tar.gz' }]);
});

test('a placeholder that is named twice has one value', () => {
  const twice = keyFamily('{id}/{id}.md', { id: 'string' });
  expect(matchKey('a/a.md', [twice])[0]?.values).toEqual([{ placeholder: 'id', value: 'a' }]);
  expect(matchKey('a/b.md', [twice])).toEqual([]);
});

test('literal text is meant literally', () => {
  expect(matchKey('a.b(c)+[d]/1', [keyFamily('a.b(c)+[d]/{n}', { n: 'int' })])).toHaveLength(1);
  expect(matchKey('axb(c)+[d]/1', [keyFamily('a.b(c)+[d]/{n}', { n: 'int' })])).toEqual([]);
});

test('a key that no template makes has a nearest family and the step that does not fit', () => {
  const key = `${TENANT}/strategies/123/v12.md`;
  expect(matchKey(key, [archives, strategies])).toEqual([]);
  expect(nearestFamily(key, [archives, strategies])).toEqual({
    family: 's3.strategies', template: '{tenantId}/strategies/{strategyId}/v{version}.md', misfit: { step: '123', expected: '{strategyId}' },
  });
  expect(nearestFamily('zzz', [strategies])).toBeUndefined();
});

test('every key that a template makes is matched by it, and makes the same key again', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '-', '.'), minLength: 1, maxLength: 3 });
  const part = fc.oneof(letters.map((text) => `x${text}`), fc.constantFrom('{p}', '{q}', '/', '/{p}', '{r}'));
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), letters, fc.constantFrom('a', 'ab', 'a/b'), fc.integer({ min: 0, max: 99 }), (parts, p, q, r) => {
      const family = keyFamily(parts.join(''), { p: 'string', q: ['a', 'ab', 'a/b'], r: 'int' });
      const key = makeKey(family.key.parts, { p, q, r: String(r) })!;
      const [match] = matchKey(key, [family]);
      expect(match).toBeDefined();
      expect(makeKey(family.key.parts, Object.fromEntries(match!.values.map(({ placeholder, value }) => [placeholder, value])))).toBe(key);
    }),
    { numRuns: 1000 },
  );
});

test('a key cannot be made without each of its values', () => {
  expect(makeKey(strategies.key.parts, { tenantId: 'a', strategyId: 'b' })).toBeUndefined();
});
