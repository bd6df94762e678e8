import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, deletes, nullifies, objectId, ref, table } from '../../src/lib/dsl/index.ts';
import { nullOnRequired } from '../../src/lib/rules/references/null-on-required.ts';
import { foundBy } from './catalog-from.ts';

const users = table('users', { columns: z.object({ id: bigint() }), primaryKey: ['id'] });
const posts = (author_id: z.ZodType) => table('posts', { columns: z.object({ id: bigint(), author_id }), primaryKey: ['id'] });
const notes = (authorId: z.ZodType) => collection('notes', { document: z.object({ _id: objectId(), authorId }) });
const byDatabase = ref('postgresql.users.id', { enforcedBy: 'database', onDelete: 'set null' });
const byApplication = ref('postgresql.users.id', { whenTargetGoes: nullifies() });

test('a column of a foreign key that is required', () => {
  expect(foundBy(nullOnRequired, [users, posts(byDatabase)])).toEqual([
    "postgresql.posts.author_id: `postgresql.posts.author_id` is to be set to null when its target goes, and can never be null: the database refuses to delete what it points at. Make it .nullable(), or choose another answer: onDelete: 'cascade' or 'restrict'.",
  ]);
});

test('a field that the application keeps and that is required', () => {
  expect(foundBy(nullOnRequired, [users, notes(byApplication)])).toEqual([
    'mongodb.notes.authorId: `mongodb.notes.authorId` is to be set to null when its target goes, and can never be null: what is written then fits no schema. Make it .nullable(), or choose another answer: whenTargetGoes: deletes().',
  ]);
});

test.each([
  ['a column that may be null', posts(byDatabase.nullable())],
  ['a field that may be absent', notes(byApplication.optional())],
  ['a record that is deleted instead', notes(ref('postgresql.users.id', { whenTargetGoes: deletes() }))],
])('%s', (_, definition) => {
  expect(foundBy(nullOnRequired, [users, definition])).toEqual([]);
});
