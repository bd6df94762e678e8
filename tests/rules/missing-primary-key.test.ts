import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, date, index, table, unique } from '../../src/lib/dsl/index.ts';
import { missingPrimaryKey } from '../../src/lib/rules/stores/missing-primary-key.ts';
import { foundBy } from './catalog-from.ts';

test('a table without', () => {
  expect(foundBy(missingPrimaryKey, [table('rates', { columns: z.object({ day: date() }) })])).toEqual([
    "postgresql.rates: `postgresql.rates` has no primary key. Name it: primaryKey: ['id'].",
  ]);
});

test('a table with', () => {
  expect(foundBy(missingPrimaryKey, [table('rates', { columns: z.object({ day: date() }), primaryKey: ['day'] })])).toEqual([]);
});

test('a unique key tells rows apart as well, when it is never null', () => {
  const links = (options: object, b: z.ZodType = bigint()) => table('links', { columns: z.object({ a: bigint(), b }), ...options });
  const key = { indexes: [index(['a', 'b'], { unique: true })] };
  expect(foundBy(missingPrimaryKey, [links(key)])).toEqual([]);
  expect(foundBy(missingPrimaryKey, [links({ unique: [unique(['a', 'b'])] })])).toEqual([]);
  expect(foundBy(missingPrimaryKey, [links(key, bigint().nullable())])).toEqual([
    'postgresql.links: `postgresql.links` has no primary key, and its unique key (`a`, `b`) has a nullable column. Make its columns required, or add a primary key.',
  ]);
  expect(foundBy(missingPrimaryKey, [links({ indexes: [index(['a', 'b'], { unique: true, where: 'a > 0' })] })])).toEqual(["postgresql.links: `postgresql.links` has no primary key. Name it: primaryKey: ['id']."]);
});
