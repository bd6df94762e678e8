import * as z from 'zod';
import { expect, test } from 'vitest';
import { objects, ulid } from '../../src/lib/dsl/index.ts';
import { overlappingKeys } from '../../src/lib/rules/keys/overlapping-keys.ts';
import { foundBy } from './catalog-from.ts';

const files = (name: string, key: string, options: object = {}) => objects(name, { bucket: 'content', key, ...options });
const ids = { tenantId: ulid(), id: ulid() };

test('two templates that make one key', () => {
  expect(foundBy(overlappingKeys, [files('pages', '{tenantId}/{slug}.md', { parameters: { tenantId: ulid(), slug: z.string() } }), files('posts', '{tenantId}/{id}.md', { parameters: ids })])).toEqual([
    's3.posts: `s3.pages` and `s3.posts` can make the same key in the bucket `content`: `{tenantId}/{slug}.md` and `{tenantId}/{id}.md`. Let them differ in a step that both write out.',
  ]);
});

test('what differs in a step, in the type of a value, or in the bucket', () => {
  expect(foundBy(overlappingKeys, [files('pages', '{tenantId}/pages/{id}.md', { parameters: ids }), files('posts', '{tenantId}/posts/{id}.md', { parameters: ids }), files('numbers', '{tenantId}/pages/{n}.md', { parameters: { tenantId: ulid(), n: z.int() } }), files('others', '{tenantId}/pages/{id}.md', { parameters: ids, bucket: 'other' })])).toEqual([]);
});

test('what only the form of a parameter tells apart', () => {
  const id = z.uuid();
  const word = z.string().regex(/^[a-z]+$/);
  expect(foundBy(overlappingKeys, [files('photos', 'p/{id}.jpg', { parameters: { id } }), files('thumbs', 'p/{id}-thumb.jpg', { parameters: { id } }), files('months', 'p/{month}', { parameters: { month: z.string().regex(/^\d{4}-\d{2}$/) } }), files('words', 'p/{word}', { parameters: { word } })])).toEqual([]);
  expect(foundBy(overlappingKeys, [files('words', 'p/{word}', { parameters: { word } }), files('index', 'p/index')])).toHaveLength(1);
});
