import * as z from 'zod';
import { expect, test } from 'vitest';
import { date, table } from '../../src/lib/dsl/index.ts';
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
