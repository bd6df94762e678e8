import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, ref, table, ulid } from '../../src/lib/dsl/index.ts';
import { mirrorOfNothing } from '../../src/lib/rules/references/mirror-of-nothing.ts';
import { foundBy } from './catalog-from.ts';

const activities = (mirrorOf: string) => table('activities', { columns: z.object({ id: bigint(), ref_id: ulid(), output_ref: ref('mongodb.outputs._id', { mirrorOf }).nullable() }), primaryKey: ['id'], unique: [['ref_id']] });
const outputs = collection('outputs', { document: z.object({ _id: objectId(), title: z.string(), activityId: ref('postgresql.activities.ref_id') }) });

test('an authority that is no pointer', () => {
  expect(foundBy(mirrorOfNothing, [activities('mongodb.outputs.title'), outputs])).toEqual([
    'postgresql.activities.output_ref: `postgresql.activities.output_ref` is said to repeat `mongodb.outputs.title`, which does not point back at `postgresql.activities`. What points back is `mongodb.outputs.activityId`.',
  ]);
});

test('an authority that points back', () => {
  expect(foundBy(mirrorOfNothing, [activities('mongodb.outputs.activityId'), outputs])).toEqual([]);
});
