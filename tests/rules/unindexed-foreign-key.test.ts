import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, expires, index, ref, table, timestamptz } from '../../src/lib/dsl/index.ts';
import { unindexedForeignKey } from '../../src/lib/rules/stores/unindexed-foreign-key.ts';
import { foundBy } from './catalog-from.ts';

const users = table('users', { columns: z.object({ id: bigint() }), primaryKey: ['id'] });
const posts = (...indexes: readonly (readonly string[] | ReturnType<typeof index>)[]) => table('posts', { columns: z.object({ id: bigint(), author_id: ref('postgresql.users.id', { enforcedBy: 'database' }), at: timestamptz() }), primaryKey: ['id'], indexes });

test('a foreign key by which nothing can be found', () => {
  expect(foundBy(unindexedForeignKey, [users, posts(['at', 'author_id'])])).toEqual([
    "postgresql.posts.author_id: `author_id` of `postgresql.posts` is a foreign key without an index: each delete of what it points at reads the whole table. Add ['author_id'] to the indexes.",
  ]);
});

test('an index of some of the rows only', () => {
  expect(foundBy(unindexedForeignKey, [users, posts(index(['author_id'], { where: "at > '2026-01-01'" }))])).toEqual([
    "postgresql.posts.author_id: `author_id` of `postgresql.posts` is a foreign key without an index: each delete of what it points at reads the whole table. Add ['author_id'] to the indexes.",
  ]);
});

test('an index, also one without the nulls', () => {
  expect(foundBy(unindexedForeignKey, [users, posts(['author_id', 'at'])])).toEqual([]);
});

test('an index without the nulls', () => {
  expect(foundBy(unindexedForeignKey, [users, posts(index(['author_id'], { where: 'author_id IS NOT NULL' }))])).toEqual([]);
});

test('a table that lists no index at all', () => {
  expect(foundBy(unindexedForeignKey, [users, posts()])).toEqual([]);
});

test('rows that a job removes keep all of their indexes', () => {
  const visits = table('visits', { columns: z.object({ id: bigint(), author_id: ref('postgresql.users.id', { enforcedBy: 'database' }), at: timestamptz() }), primaryKey: ['id'], indexes: [['at'], ['author_id']], retention: expires('30 days', { after: 'at' }) });
  expect(foundBy(unindexedForeignKey, [users, visits])).toEqual([]);
});
