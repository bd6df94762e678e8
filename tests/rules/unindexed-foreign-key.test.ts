import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, expires, foreignKey, index, perTenant, ref, table, timestamptz } from '../../src/lib/dsl/index.ts';
import { unindexedForeignKey } from '../../src/lib/rules/stores/unindexed-foreign-key.ts';
import { foundBy } from './catalog-from.ts';

const users = table('users', { columns: z.object({ id: bigint() }), primaryKey: ['id'] });
const posts = (...indexes: readonly (readonly any[] | ReturnType<typeof index>)[]) => table('posts', { columns: z.object({ id: bigint(), author_id: ref('postgresql.users.id', { enforcedBy: 'database' }), at: timestamptz() }), primaryKey: ['id'], indexes });

test('a foreign key by which nothing can be found', () => {
  expect(foundBy(unindexedForeignKey, [users, posts(['at', 'author_id'])])).toEqual([
    "postgresql.posts.author_id: `author_id` of `postgresql.posts` is a foreign key without an index: each delete of a referenced row may read the whole table. Add ['author_id'] to the indexes.",
  ]);
});

test('an index of some of the rows only', () => {
  expect(foundBy(unindexedForeignKey, [users, posts(index(['author_id'], { where: "at > '2026-01-01'" }))])).toEqual([
    "postgresql.posts.author_id: `author_id` of `postgresql.posts` is a foreign key without an index: each delete of a referenced row may read the whole table. Add ['author_id'] to the indexes.",
  ]);
});

test('an index, also one without the nulls', () => {
  expect(foundBy(unindexedForeignKey, [users, posts(['author_id', 'at'])])).toEqual([]);
});

test('an index without the nulls', () => {
  expect(foundBy(unindexedForeignKey, [users, posts(index(['author_id'], { where: 'author_id IS NOT NULL' }))])).toEqual([]);
});

test('a table that says that it has none', () => {
  expect(foundBy(unindexedForeignKey, [users, posts()])).toEqual([
    "postgresql.posts.author_id: `author_id` of `postgresql.posts` is a foreign key without an index: each delete of a referenced row may read the whole table. Add ['author_id'] to the indexes.",
  ]);
});

test('a table that says nothing of its indexes, beside others that do and alone', () => {
  const pages = table('pages', { columns: z.object({ id: bigint(), author_id: ref('postgresql.users.id', { enforcedBy: 'database' }) }), primaryKey: ['id'] });
  expect(foundBy(unindexedForeignKey, [users, pages])).toEqual([]);
  expect(foundBy(unindexedForeignKey, [users, pages, posts(['author_id'])])).toEqual([
    "postgresql.pages.author_id: `author_id` of `postgresql.pages` is a foreign key without a listed index: without one, each delete of a referenced row may read the whole table. Add ['author_id'] to the indexes.",
  ]);
});

test.each(['author_id is not null', '(author_id IS NOT NULL)', '(("author_id" Is Not Null))', 'AUTHOR_ID IS  NOT\nNULL', 'not (author_id is null)', 'author_id notnull', '((author_id) IS NOT NULL)', '("author_id")is not null', 'posts.author_id is not null'])('an index without the nulls: %s', (where) => {
  expect(foundBy(unindexedForeignKey, [users, posts(index(['author_id'], { where }))])).toEqual([]);
});

test.each(['author_id is null', '"AUTHOR_ID" is not null', 'author_id is not null and at is null', 'author_id is not null or at is not null', "at > '(author_id is not null)'", 'at = author_id is not null', '(author_id) is null'])('an index of some of the rows: %s', (where) => {
  expect(foundBy(unindexedForeignKey, [users, posts(index(['author_id'], { where }))])).toHaveLength(1);
});

test('a column with capitals, as PostgreSQL prints the condition', () => {
  const members = table('members', { columns: z.object({ id: bigint(), userId: ref('postgresql.users.id', { enforcedBy: 'database' }).nullable() }), primaryKey: ['id'], indexes: [index(['userId'], { where: '("userId" IS NOT NULL)' })] });
  expect(foundBy(unindexedForeignKey, [users, members])).toEqual([]);
});

test('two columns, and neither of them null', () => {
  const rooms = table('rooms', { columns: z.object({ house: bigint(), id: bigint() }), primaryKey: ['house', 'id'] });
  const beds = (where: string) => table('beds', { columns: z.object({ id: bigint(), house: bigint(), room: bigint() }), primaryKey: ['id'], foreignKeys: [foreignKey(['house', 'room'], 'postgresql.rooms', ['house', 'id'])], indexes: [index(['house', 'room'], { where })] });
  expect(foundBy(unindexedForeignKey, [rooms, beds('(house IS NOT NULL) AND (room IS NOT NULL)')])).toEqual([]);
  expect(foundBy(unindexedForeignKey, [rooms, beds('house = 1 and room is not null')])).toHaveLength(1);
});

test('the column that names the tenant has a rule of its own', () => {
  const scoped = (...indexes: readonly (readonly any[])[]) => table('posts', { columns: z.object({ id: bigint(), author_id: ref('postgresql.users.id', { enforcedBy: 'database' }) }), primaryKey: ['id'], indexes, tenancy: perTenant('author_id') });
  expect(foundBy(unindexedForeignKey, [users, scoped()])).toEqual([]);
});

test('rows that a job removes keep all of their indexes', () => {
  const visits = table('visits', { columns: z.object({ id: bigint(), author_id: ref('postgresql.users.id', { enforcedBy: 'database' }), at: timestamptz() }), primaryKey: ['id'], indexes: [['at'], ['author_id']], retention: expires('30 days', { after: 'at' }) });
  expect(foundBy(unindexedForeignKey, [users, visits])).toEqual([]);
});
