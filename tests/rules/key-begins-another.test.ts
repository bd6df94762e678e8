import { expect, test } from 'vitest';
import { objects, ulid } from '../../src/lib/dsl/index.ts';
import { keyBeginsAnother } from '../../src/lib/rules/keys/key-begins-another.ts';
import { foundBy } from './catalog-from.ts';

const files = (name: string, key: string, options: object = {}) => objects(name, { bucket: 'content', key, ...options });
const ids = { tenantId: ulid(), id: ulid() };

test('a key that is the beginning of others', () => {
  expect(foundBy(keyBeginsAnother, [files('exports', '{tenantId}/exports', { parameters: { tenantId: ulid() } }), files('rows', '{tenantId}/exports/{id}.csv', { parameters: ids })])).toEqual([
    's3.exports: A key of `s3.exports`, `{tenantId}/exports`, can begin keys of `s3.rows`, `{tenantId}/exports/{id}.csv`: whoever lists or deletes by it means both. End it with a step of its own.',
  ]);
});

test('keys side by side', () => {
  expect(foundBy(keyBeginsAnother, [files('exports', '{tenantId}/exports/index.json', { parameters: { tenantId: ulid() } }), files('rows', '{tenantId}/exports/{id}.csv', { parameters: ids })])).toEqual([]);
});
