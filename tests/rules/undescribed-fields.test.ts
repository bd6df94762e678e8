import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, objectId } from '../../src/lib/dsl/index.ts';
import { undescribedFields } from '../../src/lib/rules/documentation/undescribed-fields.ts';
import { foundBy } from './catalog-from.ts';

const docs = (name: string, ...fields: readonly z.ZodType[]) => collection(name, { document: z.object({ _id: objectId(), title: z.string(), ...Object.fromEntries(fields.map((field, at) => [`field${at}`, field])) }) });
const said = z.string().describe('What it is.');
const unsaid = z.string();

test('an entity of which few fields say what is in them', () => {
  expect(foundBy(undescribedFields, [docs('a', said, said), docs('b', said, unsaid, unsaid)])).toEqual([
    'mongodb.b: 2 fields of `mongodb.b` need a description. Write a doc comment above each that a reader could misunderstand.',
  ]);
});

test('a schema that describes no field at all', () => {
  expect(foundBy(undescribedFields, [docs('a', unsaid), docs('b', unsaid, unsaid)])).toEqual([
    'mongodb.a: 1 field of `mongodb.a` needs a description. Write a doc comment above each that a reader could misunderstand.',
    'mongodb.b: 2 fields of `mongodb.b` need a description. Write a doc comment above each that a reader could misunderstand.',
  ]);
});

test('half of them do, and everybody knows the others', () => {
  expect(foundBy(undescribedFields, [docs('a', said, unsaid), docs('b')])).toEqual([]);
});

test('another share', () => {
  expect(foundBy(undescribedFields, [docs('a', said, unsaid)], { min: 80 })).toEqual([
    'mongodb.a: 1 field of `mongodb.a` needs a description. Write a doc comment above each that a reader could misunderstand.',
  ]);
});

test('an entity with one field whose name does not explain it', () => {
  expect(foundBy(undescribedFields, [docs('a', said), docs('b', unsaid)])).toEqual([
    'mongodb.b: 1 field of `mongodb.b` needs a description. Write a doc comment above each that a reader could misunderstand.',
  ]);
});
