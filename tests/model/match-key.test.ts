import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeyPart } from '../../src/lib/model/entity.ts';
import { matchKey, nearestFamily } from '../../src/lib/model/match-key.ts';
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
    family: 's3.strategies', template: '{tenantId}/strategies/{strategyId}/v{version}.md', why: { kind: 'step', step: '123', expected: '{strategyId}' },
  });
  expect(nearestFamily('zzz', [strategies])).toBeUndefined();
});

const limited = (template: string, name: string, type: string, schema: object) => ({ ...keyFamily(template, { [name]: type }), jsonSchema: { properties: { [name]: schema } } });
const dated = keyFamily('d/{day}.csv', { day: 'date' });

test.each([
  ['0', false], ['1', true], ['12', true], ['012', false], ['-1', false], ['1.5', false], ['', false],
])('a positive integer is not %s unless it is one', (value, fits) => {
  const family = limited('v{version}.md', 'version', 'integer', { type: 'integer', exclusiveMinimum: 0 });
  expect(matchKey(`v${value}.md`, [family])).toHaveLength(fits ? 1 : 0);
});

test.each([
  ['2026-02-28', true], ['2026-02-30', false], ['2026-02-29', false], ['2024-02-29', true], ['2026-13-01', false], ['2026-00-10', false], ['20260228--', false],
])('a day: %s', (day, fits) => expect(matchKey(`d/${day}.csv`, [dated])).toHaveLength(fits ? 1 : 0));

test.each([
  ['a pattern', 'string', { type: 'string', pattern: '^[a-z]+-\\d$' }, 'ab-1', 'ab1'],
  ['a pattern that lost its flags', 'string', { type: 'string', pattern: '^[a-z]+$' }, 'AB', 'A1'],
  ['a length', 'string', { type: 'string', minLength: 2, maxLength: 3 }, 'abc', 'abcd'],
  ['a maximum', 'number', { type: 'number', maximum: 1.5 }, '1.5', '1.6'],
  ['a step', 'integer', { type: 'integer', multipleOf: 5 }, '10', '12'],
  ['a UUID', 'uuid', {}, '123e4567-e89b-12d3-a456-426614174000', '123e4567e89b-12d3-a456-426614174000-'],
  ['a ULID', 'ulid', {}, STRATEGY, `8${STRATEGY.slice(1)}`],
])('%s', (_, type, schema, good, bad) => {
  const family = limited('x/{value}', 'value', type, schema);
  expect([matchKey(`x/${good}`, [family]).length, matchKey(`x/${bad}`, [family]).length]).toEqual([1, 0]);
});

test('a pattern that could take forever is not tried', () => {
  expect(matchKey(`x/${'a'.repeat(200)}!`, [limited('x/{value}', 'value', 'string', { type: 'string', pattern: '^(a+)+$|!' })])).toHaveLength(1);
});

test('a key that can be read in several ways has them all', () => {
  const pairs = keyFamily('{from}-{to}.md', { from: 'string', to: 'string' });
  const reading = (from: string, to: string) => [{ placeholder: 'from', value: from }, { placeholder: 'to', value: to }];
  expect(matchKey('a-b-c.md', [pairs])).toEqual([{ family: 's3.files', values: reading('a-b', 'c'), alsoReadAs: [reading('a', 'b-c')] }]);
  expect(matchKey('a-b.md', [pairs])).toEqual([{ family: 's3.files', values: reading('a', 'b') }]);
  expect(matchKey('-'.repeat(50) + '.md', [pairs])[0]?.alsoReadAs).toHaveLength(4);
});

test('adjacent values of a long key are read in good time', () => {
  const many = keyFamily('{a}{b}{c}{d}/x', { a: 'string', b: 'string', c: 'string', d: 'string' });
  expect(matchKey(`${'y'.repeat(300)}/z`, [many])).toEqual([]);
});

test('why the nearest family does not make a key', () => {
  const why = (key: string, family: ReturnType<typeof keyFamily>) => nearestFamily(key, [family])?.why;
  const version = limited('docs/v{version}.md', 'version', 'integer', { type: 'integer', exclusiveMinimum: 0 });
  expect(why('docs/v0.md', version)).toEqual({ kind: 'value', placeholder: 'version', value: '0' });
  expect(why('d/2026-02-30.csv', dated)).toEqual({ kind: 'value', placeholder: 'day', value: '2026-02-30' });
  expect(why('docs/draft.md', version)).toEqual({ kind: 'step', step: 'draft.md', expected: 'v{version}.md' });
  expect(why('docs/old/v1.md', version)).toEqual({ kind: 'step', step: 'old', expected: 'v{version}.md' });
  expect(why('docs', version)).toEqual({ kind: 'steps', found: 1, expected: 2 });
  expect(why('a/b.md', keyFamily('{id}/{id}.md', { id: 'string' }))).toEqual({ kind: 'differs', placeholder: 'id', values: ['a', 'b'] });
  expect(why('x/a-b.md', keyFamily('x/{id}-{id}.md', { id: 'string' }))).toEqual({ kind: 'differs', placeholder: 'id', values: ['a', 'b'] });
});

test('every key that a template makes is matched by it, and makes the same key again', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '-', '.'), minLength: 1, maxLength: 3 });
  const part = fc.oneof(letters.map((text) => `x${text}`), fc.constantFrom('{p}', '{q}', '/', '/{p}', '{r}'));
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), letters, fc.constantFrom('a', 'ab', 'a/b'), fc.integer({ min: 0, max: 99 }), (parts, p, q, r) => {
      const family = keyFamily(parts.join(''), { p: 'string', q: ['a', 'ab', 'a/b'], r: 'int' });
      const key = makeKey(family.key.parts, { p, q, r: String(r) });
      const [match] = matchKey(key, [family]);
      expect(match).toBeDefined();
      expect(makeKey(family.key.parts, Object.fromEntries(match!.values.map(({ placeholder, value }) => [placeholder, value])))).toBe(key);
    }),
    { numRuns: 1000 },
  );
});

function makeKey(parts: readonly KeyPart[], values: Readonly<Record<string, string>>): string {
  return parts.map((part) => (part.kind === 'literal' ? part.text : values[part.name])).join('');
}
