import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, deprecated, objectId } from '../../src/lib/dsl/index.ts';
import { deprecatedWithoutReplacement } from '../../src/lib/rules/documentation/deprecated-without-replacement.ts';
import { foundBy } from './catalog-from.ts';

const old = (options: object = {}) => collection('old', { document: z.object({ _id: objectId() }), status: deprecated('Too slow.', options) });

test('a deprecation that leads nowhere', () => {
  expect(foundBy(deprecatedWithoutReplacement, [old()])).toEqual([
    "mongodb.old: `mongodb.old` is deprecated, and does not say what to use instead. Name it: deprecated('…', { useInstead: '…' }).",
  ]);
});

test('one that names what comes instead', () => {
  expect(foundBy(deprecatedWithoutReplacement, [old({ useInstead: 'mongodb.fresh' }), collection('fresh', { document: z.object({ _id: objectId() }) })])).toEqual([]);
});
