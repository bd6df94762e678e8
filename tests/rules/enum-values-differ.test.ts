import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, pgEnum, table } from '../../src/lib/dsl/index.ts';
import { enumValuesDiffer } from '../../src/lib/rules/stores/enum-values-differ.ts';
import { foundBy } from './catalog-from.ts';

const rows = (name: string, status: z.ZodType) => table(name, { columns: z.object({ id: bigint(), status }), primaryKey: ['id'] });

test('two lists that differ in a value', () => {
  expect(foundBy(enumValuesDiffer, [rows('posts', z.enum(['draft', 'published', 'withdrawn'])), rows('pages', z.enum(['draft', 'published', 'withdrawn', 'archived']))])).toEqual([
    'postgresql.posts.status: `postgresql.pages.status` and `postgresql.posts.status` seem to mean the same, and differ in their values: `archived` only in the first. Give both the same values, or names that tell them apart.',
  ]);
});

test('one type of the database with two lists', () => {
  expect(foundBy(enumValuesDiffer, [rows('posts', pgEnum('post_status', ['draft', 'published'])), rows('pages', pgEnum('post_status', ['open', 'closed']))])).toEqual([
    'postgresql.posts.status: `postgresql.pages.status` and `postgresql.posts.status` seem to mean the same, and differ in their values: `open` only in the first, `closed` only in the first, `draft` only in the second, `published` only in the second. Give both the same values, or names that tell them apart.',
  ]);
});

test('the same list in another order, and lists that have little in common', () => {
  expect(foundBy(enumValuesDiffer, [rows('posts', z.enum(['draft', 'published'])), rows('pages', z.enum(['published', 'draft'])), rows('runs', z.enum(['queued', 'running', 'draft']))])).toEqual([]);
});

test('two short lists of different things that share a word or two', () => {
  expect(foundBy(enumValuesDiffer, [rows('tickets', z.enum(['open', 'closed'])), rows('invoices', z.enum(['open', 'closed', 'void']))])).toEqual([]);
});
