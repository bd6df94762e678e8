import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, refByType, refToAny, table, ulid } from '../../src/lib/dsl/index.ts';
import { discriminatorValuesDiffer } from '../../src/lib/rules/references/discriminator-values-differ.ts';
import { foundBy } from './catalog-from.ts';

const keyed = (name: string) => table(name, { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']] });
const logs = (kind: z.ZodType, what: z.ZodType) => collection('logs', { document: z.object({ _id: objectId(), kind, what }) });
const byType = refByType('kind', { goal: 'postgresql.goals.ref_id', user: 'postgresql.users.ref_id' });
const toAny = refToAny('postgresql', { field: 'ref_id', discriminator: 'kind' });

test('a value without a target', () => {
  expect(foundBy(discriminatorValuesDiffer, [keyed('goals'), keyed('users'), logs(z.enum(['goal', 'user', 'invoice']), byType)])).toEqual([
    'mongodb.logs.what: `mongodb.logs.what` is told apart by `kind`, and points nowhere when that is `invoice`. Give each value its target, or take it out of the enum.',
  ]);
});

test('a target for a value that never occurs', () => {
  expect(foundBy(discriminatorValuesDiffer, [keyed('goals'), keyed('users'), logs(z.enum(['goal', 'users']), byType)])).toEqual([
    'mongodb.logs.what: `mongodb.logs.what` is told apart by `kind`, and points nowhere when that is `users`. Give each value its target, or take it out of the enum.',
    'mongodb.logs.what: `mongodb.logs.what` has a target for `user`, and `kind` never is that. Did you mean `users`?',
  ]);
});

test('a value that names no table', () => {
  expect(foundBy(discriminatorValuesDiffer, [keyed('goals'), keyed('users'), logs(z.enum(['goals', 'user']), toAny)])).toEqual([
    'mongodb.logs.what: `mongodb.logs.what` is told apart by `kind`, and points nowhere when that is `user`. Did you mean `users`?',
  ]);
});

test('values and targets that are the same, and values that nobody lists', () => {
  expect(foundBy(discriminatorValuesDiffer, [keyed('goals'), keyed('users'), logs(z.enum(['goal', 'user']), byType), collection('others', { document: z.object({ _id: objectId(), kind: z.string(), what: byType }) })])).toEqual([]);
});

test('values that are names of tables', () => {
  expect(foundBy(discriminatorValuesDiffer, [keyed('goals'), keyed('users'), logs(z.enum(['goals', 'users']), toAny)])).toEqual([]);
});
