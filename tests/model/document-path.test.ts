import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, objectId, ref } from '../../src/lib/dsl/index.ts';
import { findPath } from '../../src/lib/model/document-path.ts';
import { catalogFrom } from '../rules/catalog-from.ts';

interface Tree { readonly name: string; readonly children: readonly Tree[] }
const tree: z.ZodType<Tree> = z.lazy(() => z.object({ name: z.string(), children: z.array(tree) }));

const docs = collection('docs', {
  document: z.object({
    _id: objectId(), name: z.string().optional(), anything: z.unknown(), whatever: z.any().nullable(), meta: z.object({ owner: z.object({ id: z.string() }).nullable() }).optional(),
    labels: z.record(z.string(), z.string()), counts: z.record(z.enum(['open', 'closed']), z.number()), byName: z.record(z.string(), z.object({ at: z.date() })),
    loose: z.looseObject({ a: z.string() }), strict: z.strictObject({ a: z.string() }), rest: z.object({ a: z.string() }).catchall(z.object({ b: z.string() })),
    items: z.array(z.object({ sku: z.string() })), pair: z.tuple([z.string(), z.object({ b: z.string() })]), tags: z.array(z.string()), things: z.array(z.unknown()),
    either: z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]), both: z.intersection(z.object({ a: z.string() }), z.object({ b: z.string() })),
    friend: ref('mongodb.docs._id').optional(), tree,
  }),
});
const [entity] = catalogFrom(docs).entities;

test.each([
  ['_id', 'known'], ['name', 'known'], ['nam', 'absent'], ['name.first', 'absent'], ['friend', 'known'],
  ['meta.owner.id', 'known'], ['meta.owner.name', 'absent'], ['meta.id', 'absent'],
  ['anything', 'open'], ['anything.at.all', 'open'], ['whatever.x', 'open'],
  ['labels.red', 'known'], ['labels.red.shade', 'absent'], ['counts.open', 'known'], ['byName.x.at', 'known'], ['byName.x.on', 'absent'],
  ['loose.a', 'known'], ['loose.b.c', 'open'], ['strict.a', 'known'], ['strict.b', 'absent'], ['rest.a', 'known'], ['rest.x.b', 'known'], ['rest.x.c', 'absent'],
  ['items', 'known'], ['items.sku', 'known'], ['items.0.sku', 'known'], ['items.0', 'known'], ['items.price', 'absent'], ['tags.0', 'known'], ['tags.x', 'absent'], ['things.x', 'open'],
  ['pair.1.b', 'known'], ['pair.b', 'known'], ['either.a', 'known'], ['either.b', 'known'], ['either.c', 'absent'], ['both.b', 'known'],
  ['tree.name', 'known'], ['tree.children.name', 'open'], ['', 'absent'], ['meta..id', 'absent'], ['constructor', 'absent'], ['__proto__', 'absent'],
] as const)('%s is %s', (path, found) => {
  expect(findPath(entity?.jsonSchema ?? {}, path)).toBe(found);
});

test('of a shape that says nothing nothing is known', () => {
  expect(findPath({}, 'name')).toBe('absent');
});
