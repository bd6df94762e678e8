import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, refByType, refToOneOf, table, text } from '../../src/lib/dsl/index.ts';
import { ambiguousTarget } from '../../src/lib/rules/references/ambiguous-target.ts';
import { foundBy } from './catalog-from.ts';

const skills = collection('skills', { document: z.object({ _id: objectId() }) });
const research = collection('research', { document: z.object({ _id: objectId() }) });
const runs = (pointer: z.ZodType) => table('runs', { columns: z.object({ id: bigint(), kind: text(), file_id: pointer }), primaryKey: ['id'] });
const targets = ['mongodb.skills._id', 'mongodb.research._id'];

test('one pointer with two targets', () => {
  expect(foundBy(ambiguousTarget, [skills, research, runs(refToOneOf(targets))])).toEqual([
    "postgresql.runs.file_id: `postgresql.runs.file_id` is one pointer with 2 targets, `mongodb.skills._id` and `mongodb.research._id`, and nothing says which of them a value means. Point at one of them, or name the field that says which, refByType('…', { … }), or give the reason why nothing does, { undiscriminated: '…' }.",
  ]);
});

test('a field that tells which', () => {
  expect(foundBy(ambiguousTarget, [skills, research, runs(refByType('kind', { skill: targets[0]!, research: targets[1]! }))])).toEqual([]);
});

test('a reason why nothing tells', () => {
  expect(foundBy(ambiguousTarget, [skills, research, runs(refToOneOf(targets, { undiscriminated: 'Both are looked up.' }))])).toEqual([]);
});
