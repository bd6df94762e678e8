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
