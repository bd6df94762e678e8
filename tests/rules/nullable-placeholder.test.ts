import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, objectId, objectKey, objects, ulid } from '../../src/lib/dsl/index.ts';
import { nullablePlaceholder } from '../../src/lib/rules/keys/nullable-placeholder.ts';
import { foundBy } from './catalog-from.ts';

const files = (name: string, key: string, options: object = {}) => objects(name, { bucket: 'content', key, ...options });
const docs = (fields: Readonly<Record<string, z.ZodType>>) => collection('docs', { document: z.object({ _id: objectId(), ...fields }) });

test('a key that is made of null', () => {
  expect(foundBy(nullablePlaceholder, [files('files', '{tenantId}/x'), docs({ tenantId: ulid().nullable(), s3Key: objectKey('s3.files') })])).toEqual([
    'mongodb.docs.s3Key: The key in `mongodb.docs.s3Key` is made of `tenantId`, which may be null: `{tenantId}` is then the word “null”. Make that field required, or let the key be absent with it.',
  ]);
});

test('a key that is made of what is absent', () => {
  expect(foundBy(nullablePlaceholder, [files('files', '{tenantId}/x'), docs({ tenantId: ulid().optional(), s3Key: objectKey('s3.files') })])).toEqual([
    'mongodb.docs.s3Key: The key in `mongodb.docs.s3Key` is made of `tenantId`, which may be absent: `{tenantId}` is then the word “undefined”. Make that field required, or let the key be absent with it.',
  ]);
});

test('a key that is absent with it', () => {
  expect(foundBy(nullablePlaceholder, [files('files', '{tenantId}/x'), docs({ tenantId: ulid().nullable(), s3Key: objectKey('s3.files').nullable() })])).toEqual([]);
});

test('a parameter that may be absent', () => {
  expect(foundBy(nullablePlaceholder, [files('files', 'x/{page}', { parameters: { page: z.int().optional() } }), files('more', 'x/{page}', { parameters: { page: z.int() } })])).toEqual([
    's3.files.page: `{page}` in the key of `s3.files` may be absent: the key then holds the word “undefined”. Make the parameter required, or give the keys without it a family of their own.',
  ]);
});
