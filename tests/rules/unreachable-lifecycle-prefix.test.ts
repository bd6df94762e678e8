import * as z from 'zod';
import { expect, test } from 'vitest';
import { lifecycle, objects, ulid } from '../../src/lib/dsl/index.ts';
import { unreachableLifecyclePrefix } from '../../src/lib/rules/keys/unreachable-lifecycle-prefix.ts';
import { foundBy } from './catalog-from.ts';

const files = (key: string, prefix: string) => objects('files', { bucket: 'content', key, parameters: { tenantId: ulid() }, lifecycle: [lifecycle({ prefix, expireAfter: '30 days' })] });

test('a prefix of keys that begin with their tenant', () => {
  expect(foundBy(unreachableLifecyclePrefix, [files('{tenantId}/exports/x.csv', 'exports/')])).toEqual([
    "s3.files: The lifecycle rule of `s3.files` for the prefix `exports/` selects none of its keys: every key begins with its own `{tenantId}`, and a prefix is compared from the first character on. Select by a tag, { tag: { key: '…', value: '…' } }, or give the objects a bucket of their own.",
  ]);
});

test('a prefix that is spelled otherwise', () => {
  expect(foundBy(unreachableLifecyclePrefix, [files('exports/{tenantId}.csv', 'export/')])).toEqual([
    "s3.files: The lifecycle rule of `s3.files` for the prefix `export/` selects none of its keys: every key begins with `exports/`, and a prefix is compared from the first character on. Select by a tag, { tag: { key: '…', value: '…' } }, or give the objects a bucket of their own.",
  ]);
});

test('a prefix that all keys have', () => {
  expect(foundBy(unreachableLifecyclePrefix, [files('exports/{tenantId}.csv', 'exports/')])).toEqual([]);
});

test('a prefix that some keys have', () => {
  expect(foundBy(unreachableLifecyclePrefix, [files('exports/{tenantId}.csv', 'exports/01')])).toEqual([]);
});

test('a prefix that begins with one of the words of a value', () => {
  const kinds = (prefix: string) => objects('files', { bucket: 'content', key: '{kind}/{id}', parameters: { kind: z.enum(['exports', 'imports']), id: ulid() }, lifecycle: [lifecycle({ prefix, expireAfter: '30 days' })] });
  expect(foundBy(unreachableLifecyclePrefix, [kinds('exports/')])).toEqual([]);
  expect(foundBy(unreachableLifecyclePrefix, [kinds('reports/')])).toEqual([
    "s3.files: The lifecycle rule of `s3.files` for the prefix `reports/` selects none of its keys: every key begins with `exports` or `imports`, and a prefix is compared from the first character on. Select by a tag, { tag: { key: '…', value: '…' } }, or give the objects a bucket of their own.",
  ]);
});
