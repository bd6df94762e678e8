import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, pgEnum, process, ref, table, ulid } from '../../src/lib/dsl/index.ts';
import { enumValuesDiffer } from '../../src/lib/rules/stores/enum-values-differ.ts';
import { foundBy } from './catalog-from.ts';

const rows = (name: string, status: z.ZodType, more: Readonly<Record<string, z.ZodType>> = {}) => table(name, { columns: z.object({ id: bigint(), status, ...more }), primaryKey: ['id'] });
const OLD = z.enum(['draft', 'published', 'withdrawn']);
const NEW = z.enum(['draft', 'published', 'withdrawn', 'archived']);

test('two lists of entities that belong together', () => {
  expect(foundBy(enumValuesDiffer, [rows('posts', OLD), rows('drafts', NEW, { post_id: ref('postgresql.posts.id') })])).toEqual([
    'postgresql.posts.status: `postgresql.drafts.status` and `postgresql.posts.status` seem to mean the same, and differ in their values: `archived` only in the first. Give both the same values, or names that tell them apart.',
  ]);
});

test('one thing in two stores', () => {
  expect(foundBy(enumValuesDiffer, [rows('blog_posts', OLD), collection('blogPosts', { document: z.object({ _id: objectId(), status: NEW }) })])).toEqual([
    'postgresql.blog_posts.status: `mongodb.blogPosts.status` and `postgresql.blog_posts.status` seem to mean the same, and differ in their values: `archived` only in the first. Give both the same values, or names that tell them apart.',
  ]);
});

test('what a process copies', () => {
  const copying = process('Publisher', { writes: ['postgresql.pages.state'], copies: [{ from: 'postgresql.posts.status', to: 'postgresql.pages.state' }], because: 'x' });
  const pages = table('pages', { columns: z.object({ id: bigint(), state: z.enum(['draft', 'live']) }), primaryKey: ['id'] });
  expect(foundBy(enumValuesDiffer, [rows('posts', OLD), pages, copying])).toEqual([
    'postgresql.pages.state: `postgresql.posts.status` and `postgresql.pages.state` are copies of each other, and differ in their values: `published` only in the first, `withdrawn` only in the first, `live` only in the second. Give both the same values, or names that tell them apart.',
  ]);
});

test('one type of the database with two lists', () => {
  expect(foundBy(enumValuesDiffer, [rows('posts', pgEnum('post_status', ['draft', 'published'])), rows('pages', pgEnum('post_status', ['open', 'closed']))])).toEqual([
    'postgresql.posts.status: `postgresql.pages.status` and `postgresql.posts.status` are both `post_status`, and differ in their values: `open` only in the first, `closed` only in the first, `draft` only in the second, `published` only in the second. Give both the same values, or names that tell them apart.',
  ]);
});

test('a name such as status says nothing alone', () => {
  expect(foundBy(enumValuesDiffer, [rows('posts', OLD), rows('pages', NEW)])).toEqual([]);
});

test('two types of the database were named apart on purpose', () => {
  const job = rows('jobs', pgEnum('job_status', ['pending', 'running', 'done', 'failed']));
  const run = rows('runs', pgEnum('run_status', ['pending', 'running', 'done', 'failed', 'delayed']), { job_id: ref('postgresql.jobs.id') });
  expect(foundBy(enumValuesDiffer, [job, run])).toEqual([]);
});

test('the same list in another order, and lists that have little in common', () => {
  const of = (name: string, values: readonly [string, ...string[]]) => rows(name, z.enum(values), { owner: ref('postgresql.posts.id') });
  expect(foundBy(enumValuesDiffer, [rows('posts', z.enum(['draft', 'published'])), of('pages', ['published', 'draft']), of('runs', ['queued', 'running', 'draft'])])).toEqual([]);
});

test('two fields of one entity', () => {
  const both = table('posts', { columns: z.object({ ref_id: ulid(), status: OLD, history: z.object({ status: NEW }) }), primaryKey: ['ref_id'] });
  expect(foundBy(enumValuesDiffer, [both])).toEqual([]);
});
