import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, refToAny, table, ulid } from '../../src/lib/dsl/index.ts';
import { missingDiscriminator } from '../../src/lib/rules/references/missing-discriminator.ts';
import { foundBy } from './catalog-from.ts';

const rows = table('rows', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']] });
const logs = (options: object) => collection('logs', { document: z.object({ _id: objectId(), kind: z.string(), what: refToAny('postgresql', { field: 'ref_id', ...options }) }) });

test('a pointer at any table that nothing tells apart', () => {
  expect(foundBy(missingDiscriminator, [rows, logs({})])).toEqual([
    "mongodb.logs.what: `mongodb.logs.what` may point at the `ref_id` of any of the tables in `postgresql`, and no field says which of them is meant. Name the field that does, { discriminator: '…' }, or give the reason why none does, { undiscriminated: '…' }.",
  ]);
});

test('a field that tells, or a reason why none does', () => {
  expect(foundBy(missingDiscriminator, [rows, logs({ discriminator: 'kind' })])).toEqual([]);
});

test('the reason why nothing tells', () => {
  expect(foundBy(missingDiscriminator, [rows, logs({ undiscriminated: 'Ids never collide, and readers ask all.' })])).toEqual([]);
});
