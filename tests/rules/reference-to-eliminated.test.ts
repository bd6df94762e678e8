import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, eliminated, objectId, ref, table } from '../../src/lib/dsl/index.ts';
import { referenceToEliminated } from '../../src/lib/rules/references/reference-to-eliminated.ts';
import { foundBy } from './catalog-from.ts';

const pdfs = collection('pdfs', { document: z.object({ _id: objectId() }) });
const contracts = table('contracts', { columns: z.object({ id: bigint(), pdf: ref('mongodb.pdfs._id') }), primaryKey: ['id'] });
const archive = collection('archive', { document: z.object({ _id: objectId() }) });

test('a pointer at what has a tombstone', () => {
  expect(foundBy(referenceToEliminated, [pdfs, contracts, archive, eliminated('mongodb.pdfs', { reason: 'Gone.', replacedBy: 'mongodb.archive' })])).toEqual([
    'postgresql.contracts.pdf: `postgresql.contracts.pdf` points at `mongodb.pdfs`, which was eliminated. It was replaced by `mongodb.archive`.',
  ]);
});

test('a tombstone of something else', () => {
  expect(foundBy(referenceToEliminated, [pdfs, contracts, eliminated('mongodb.other', { reason: 'Gone.' })])).toEqual([]);
});
