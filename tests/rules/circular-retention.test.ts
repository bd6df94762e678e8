import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, objectId, permanent, withParent } from '../../src/lib/dsl/index.ts';
import { circularRetention } from '../../src/lib/rules/lifetimes/circular-retention.ts';
import { foundBy } from './catalog-from.ts';

const document = z.object({ _id: objectId(), createdAt: z.date() });
const goesWith = (name: string, parent: string) => collection(name, { document, retention: withParent(`mongodb.${parent}`) });

test('two that live as long as each other', () => {
  expect(foundBy(circularRetention, [goesWith('reviews', 'drafts'), goesWith('drafts', 'reviews')])).toEqual([
    'mongodb.drafts: `mongodb.drafts` is said to live as long as `mongodb.reviews`, and that, in the end, as long as `mongodb.drafts`. Give one of them a lifetime of its own.',
  ]);
});

test('one that lives as long as itself', () => {
  expect(foundBy(circularRetention, [goesWith('drafts', 'drafts')])).toEqual([
    'mongodb.drafts: `mongodb.drafts` is said to live as long as itself. Give one of them a lifetime of its own.',
  ]);
});

test('a chain that has an end', () => {
  expect(foundBy(circularRetention, [goesWith('reviews', 'drafts'), goesWith('drafts', 'posts'), collection('posts', { document, retention: permanent() })])).toEqual([]);
});
