import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, eliminated, objectId } from '../../src/lib/dsl/index.ts';
import { tombstoneStillLiving } from '../../src/lib/rules/documentation/tombstone-still-living.ts';
import { foundBy } from './catalog-from.ts';

const pdfs = collection('pdfs', { document: z.object({ _id: objectId() }) });

test('a tombstone of what is still defined', () => {
  expect(foundBy(tombstoneStillLiving, [pdfs, eliminated('mongodb.pdfs', { reason: 'S3 keeps them.' })])).toEqual([
    'mongodb.pdfs: `mongodb.pdfs` is eliminated (schema/test.ts:2), and defined all the same: with its fields, as if it were still there. Take the definition out; the tombstone keeps its name findable. If it lives after all, take the tombstone out.',
  ]);
});

test('a tombstone of what is gone', () => {
  expect(foundBy(tombstoneStillLiving, [pdfs, eliminated('mongodb.old_pdfs', { reason: 'S3 keeps them.' })])).toEqual([]);
});
