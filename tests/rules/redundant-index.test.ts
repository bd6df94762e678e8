import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, expires, index, objectId, table, text } from '../../src/lib/dsl/index.ts';
import { redundantIndex } from '../../src/lib/rules/stores/redundant-index.ts';
import { foundBy } from './catalog-from.ts';

const rows = (...indexes: readonly (readonly any[] | ReturnType<typeof index>)[]) => table('rows', { columns: z.object({ id: bigint(), a: text(), b: text() }), primaryKey: ['id'], unique: [['a', 'b']], indexes });
const docs = (...all: readonly Parameters<typeof index>[0][]) => collection('docs', { document: z.object({ _id: objectId(), a: z.string(), b: z.string() }), indexes: all.map((keys) => index(keys)) });

test('an index that is the beginning of a unique constraint, and one that is there twice', () => {
  expect(foundBy(redundantIndex, [rows(['a'], ['b'], index(['b'], { name: 'again' }))])).toEqual([
    'postgresql.rows: The index on (`a`) of `postgresql.rows` does nothing that the unique constraint on (`a`, `b`) does not do. Remove it.',
    'postgresql.rows: The index `again` on (`b`) of `postgresql.rows` does nothing that the index on (`b`) does not do. Remove it.',
  ]);
});

test('an index that is read backwards', () => {
  expect(foundBy(redundantIndex, [docs({ a: 1, b: -1 }, { a: -1 })])).toEqual([
    'mongodb.docs: The index on (`a`) of `mongodb.docs` does nothing that the index on (`a`, `b`) does not do. Remove it.',
  ]);
});

test('another order, a condition, another method, a carried column', () => {
  expect(foundBy(redundantIndex, [rows(['b', 'a'], index(['a'], { where: 'b IS NULL' }), index(['a'], { method: 'gin' }), index(['a'], { include: ['id'] })), docs({ a: 1, b: -1 }, { a: 1, b: 1 })])).toEqual([]);
});

test('the TTL index of the retention, written a second time', () => {
  const logs = (seconds: number) => collection('logs', { document: z.object({ _id: objectId(), at: z.date() }), indexes: [index({ at: 1 }, { expireAfterSeconds: seconds })], retention: expires('3 months', { after: 'at' }) });
  expect(foundBy(redundantIndex, [logs(90 * 86_400)])).toEqual(['mongodb.logs: The TTL index on `at` of `mongodb.logs` repeats the one of the retention. Remove it.']);
  expect(foundBy(redundantIndex, [logs(60)])).toEqual([]);
});

test('an operator class answers other queries', () => {
  const posts = table('posts', { columns: z.object({ id: bigint(), slug: text() }), primaryKey: ['id'], indexes: [['slug'], index(['slug text_pattern_ops'])] });
  expect(foundBy(redundantIndex, [posts])).toEqual([]);
});
