import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, ref, table, ulid } from '../../src/lib/dsl/index.ts';
import { isolatedEntity } from '../../src/lib/rules/references/isolated-entity.ts';
import { foundBy } from './catalog-from.ts';

const rows = table('rows', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']] });

test('an entity without any reference', () => {
  expect(foundBy(isolatedEntity, [rows])).toEqual([
    "postgresql.rows: `postgresql.rows` references no other entity, and none references it. Declare its references, or say why it has none: referencesNothing: '…'.",
  ]);
});

test('an entity that says why, and one that something points at', () => {
  expect(foundBy(isolatedEntity, [table('rates', { columns: z.object({ id: bigint() }), primaryKey: ['id'], referencesNothing: 'Rates of the day.' }), rows, collection('docs', { document: z.object({ _id: objectId(), rowId: ref('postgresql.rows.ref_id') }) })])).toEqual([]);
});
