import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, char, collection, decimal128, double, doublePrecision, numeric, objectId, real, table, timestamp, timestamptz, varchar } from '../../src/lib/dsl/index.ts';
import { lossyColumnType } from '../../src/lib/rules/stores/lossy-column-type.ts';
import { foundBy } from './catalog-from.ts';

const rows = (columns: Readonly<Record<string, z.ZodType>>) => table('rows', { columns: z.object({ id: bigint(), ...columns }), primaryKey: ['id'] });
const docs = (fields: Readonly<Record<string, z.ZodType>>) => collection('docs', { document: z.object({ _id: objectId(), ...fields }) });

test('types that lose the zone, cents, or blanks', () => {
  expect(foundBy(lossyColumnType, [rows({ at: timestamp(), price: doublePrecision(), code: char(8) })])).toEqual([
    'postgresql.rows.at: `at` of `postgresql.rows` is `timestamp`, which drops the zone. Use timestamptz().',
    'postgresql.rows.price: `price` of `postgresql.rows` is `double precision`, which cannot hold most sums of money exactly. Use numeric(12, 2).',
    'postgresql.rows.code: `code` of `postgresql.rows` is `char(8)`, which pads shorter values with blanks. Use varchar(8), with a check where it must be exactly so long.',
  ]);
});

test('money in a document', () => {
  expect(foundBy(lossyColumnType, [docs({ totalCost: double() })])).toEqual([
    'mongodb.docs.totalCost: `totalCost` of `mongodb.docs` is `double`, which cannot hold most sums of money exactly. Use decimal128(), or whole cents.',
  ]);
});

test('types that keep it, and a measurement', () => {
  expect(foundBy(lossyColumnType, [rows({ at: timestamptz(), price: numeric(12, 2), code: varchar(8), celsius: real() }), docs({ cost: decimal128(), score: double() })])).toEqual([]);
});

test('names that sound like money and are none, and money in a currency', () => {
  expect(foundBy(lossyColumnType, [rows({ tax_rate: real(), total_tokens: real() }), docs({ value: double(), costFactor: double(), discountPercent: double() })])).toEqual([]);
  expect(foundBy(lossyColumnType, [docs({ priceEur: double(), amountDue: double(), unit_price: double() })])).toHaveLength(3);
});
