import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, objectId } from '../../src/lib/dsl/index.ts';
import { missingDescription } from '../../src/lib/rules/documentation/missing-description.ts';
import { foundBy } from './catalog-from.ts';

test('an entity without a word', () => {
  expect(foundBy(missingDescription, [collection('logs', { document: z.object({ _id: objectId() }) })])).toEqual([
    'mongodb.logs: `mongodb.logs` has no description. Write a doc comment above it: /** … */.',
  ]);
});

test('an entity with a sentence', () => {
  expect(foundBy(missingDescription, [collection('logs', { document: z.object({ _id: objectId() }).describe('What happened.') })])).toEqual([]);
});
