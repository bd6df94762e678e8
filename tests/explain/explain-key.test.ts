import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, objectId, objectKey, objects, ref, ulid } from '../../src/lib/dsl/index.ts';
import { explainKey } from '../../src/lib/explain/explain-key.ts';
import { catalogFrom } from '../rules/catalog-from.ts';

const family = (name: string, key: string, parameters: Readonly<Record<string, z.ZodType>>) => objects(name, { bucket: 'b', key, parameters });
const text = z.string();
const said = (key: string, ...families: readonly ReturnType<typeof family>[]): readonly string[] => {
  const explained = explainKey(key, catalogFrom(...families));
  return explained.kind === 'found' ? explained.text.trim().split('\n') : [explained.message, explained.hint];
};

const versions = family('versions', 'docs/v{version}.md', { version: z.int().positive() });
const days = family('days', 'd/{day}.csv', { day: z.iso.date() });

test('a value that its type refuses', () => {
  expect(said('docs/v0.md', versions)).toEqual(['No object family makes the key `docs/v0.md`.', 'The nearest is `s3.versions`, `docs/v{version}.md`: `{version}` cannot be `0`.']);
  expect(said('d/2026-02-30.csv', days)).toEqual(['No object family makes the key `d/2026-02-30.csv`.', 'The nearest is `s3.days`, `d/{day}.csv`: `{day}` cannot be `2026-02-30`.']);
});

test('a placeholder with two values', () => {
  expect(said('a/b.md', family('twice', '{id}/{id}.md', { id: text }))[1]).toBe('The nearest is `s3.twice`, `{id}/{id}.md`: `{id}` would be both `a` and `b`.');
});

test('another number of steps', () => {
  expect(said('docs', versions)[1]).toBe('The nearest is `s3.versions`, `docs/v{version}.md`: the key has 1 step, and the template 2.');
});

test('several readings are all told', () => {
  expect(said('a-b-c.md', family('pairs', '{from}-{to}.md', { from: text, to: text }))).toEqual([
    's3.pairs', '', '  bucket    b', '  template  {from}-{to}.md', '', '  {from}  a-b', '  {to}    c', '',
    'The key matches the template in other ways too:', '  from = a, to = b-c',
  ]);
});

test('a key as an event delivers it', () => {
  const partitions = family('partitions', 'day={day}/{name}.csv', { day: z.iso.date(), name: z.string().regex(/^[a-z ]+$/) });
  const found = ['s3.partitions', '', '  key       day=2026-02-28/red flower.csv  URL-decoded: S3 encodes keys in events', '  bucket    b', '  template  day={day}/{name}.csv', '', '  {day}   2026-02-28', '  {name}  red flower'];
  expect(said('day%3D2026-02-28/red+flower.csv', partitions)).toEqual(found);
  expect(said('s3://b/day%3d2026-02-28/red%20flower.csv', partitions)).toEqual(found);
  expect(said('day=2026-02-28/red flower.csv', partitions)).not.toContain(expect.stringContaining('URL-decoded'));
});

test('a key that means something as it is and decoded', () => {
  expect(said('n/a+b.md', family('names', 'n/{name}.md', { name: text }))).toEqual(['s3.names', '', '  bucket    b', '  template  n/{name}.md', '', '  {name}  a+b', '', 'If it comes from an event, the key is `n/a b.md`:', '  s3.names: name = a b']);
});

test('what looks encoded and is not', () => {
  expect(said('n/100%.md', family('names', 'n/{name}.md', { name: text }))[5]).toBe('  {name}  100%');
  expect(said('%E0%A4%A', versions)).toEqual(['No object family makes the key `%E0%A4%A`.', 'Keys look like `docs/v{version}.md`.']);
});

test('an encoded key that nothing makes comes with the nearest to what it means', () => {
  expect(said('docs/v%30.md', versions, family('ids', 'i/{id}', { id: ulid() }))).toEqual(['No object family makes the key `docs/v%30.md`.', 'The nearest is `s3.versions`, `docs/v{version}.md`: `{version}` cannot be `0`.']);
});

test('a placeholder that is no parameter has the limits of the fields that are bound to it', () => {
  const file = (name: string, version: z.ZodType) => collection(name, { document: z.object({ _id: objectId(), v: version, key: objectKey('s3.versions', { bind: { version: 'v' } }) }) });
  const open = objects('versions', { bucket: 'b', key: 'docs/v{version}.md' });
  const refused = ['No object family makes the key `docs/v0.md`.', 'The nearest is `s3.versions`, `docs/v{version}.md`: `{version}` cannot be `0`.'];
  const saidOf = (key: string, ...definitions: readonly ReturnType<typeof collection>[]) => {
    const explained = explainKey(key, catalogFrom(open, ...definitions));
    return explained.kind === 'found' ? 'found' : [explained.message, explained.hint];
  };
  expect(saidOf('docs/v0.md', file('drafts', z.int().positive()))).toEqual(refused);
  expect(saidOf('docs/v0.md', file('drafts', z.int().positive().nullable()))).toEqual(refused);
  expect(saidOf('docs/v0.md', file('drafts', z.enum(['1', '2'])))).toEqual(refused);
  expect(saidOf('docs/v7.md', file('drafts', z.int().positive()))).toBe('found');
  expect(saidOf('docs/vx.md', file('drafts', z.union([z.literal('x'), z.literal('y')])))).toBe('found');
  // What one of several fields allows can be in a key.
  expect(saidOf('docs/v0.md', file('drafts', z.int().positive()), file('finals', z.int().nonnegative()))).toBe('found');
  // A reference has the values of its target.
  const numbers = collection('numbers', { document: z.object({ _id: z.int().positive() }) });
  expect(saidOf('docs/v0.md', numbers, file('drafts', ref('mongodb.numbers._id')))).toEqual(refused);
});
