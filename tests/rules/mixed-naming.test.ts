import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, objectId } from '../../src/lib/dsl/index.ts';
import { mixedNaming } from '../../src/lib/rules/stores/mixed-naming.ts';
import { foundBy } from './catalog-from.ts';

const docs = (...names: readonly string[]) => collection('docs', { document: z.object({ _id: objectId(), ...Object.fromEntries(names.map((name) => [name, z.string()])) }) });
const many = ['tenantId', 'createdAt', 'updatedAt', 'reviewStatus'];

test('one name among many of the other style', () => {
  expect(foundBy(mixedNaming, [docs(...many, 'content_type')])).toEqual([
    'mongodb.docs.content_type: `content_type` of `mongodb.docs` is written in snake_case, and 4 other names of MongoDB in camelCase. Call it `contentType`.',
  ]);
});

test('one style, and as many of one as of the other', () => {
  expect(foundBy(mixedNaming, [docs(...many, 'title')])).toEqual([]);
});

test('no style that most names have', () => {
  expect(foundBy(mixedNaming, [docs('tenantId', 'created_at')])).toEqual([]);
});
