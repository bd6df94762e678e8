import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, table } from '../../src/lib/dsl/index.ts';
import { mixedNaming } from '../../src/lib/rules/stores/mixed-naming.ts';
import { quotedColumnName } from '../../src/lib/rules/stores/quoted-column-name.ts';
import { foundBy } from './catalog-from.ts';

const rows = (...names: readonly string[]) => table('rows', { columns: z.object({ id: bigint(), ...Object.fromEntries(names.map((name) => [name, bigint()])) }), primaryKey: ['id'] });

test.each(['createdAt', 'first name', '2nd', 'a-b', 'a.b', ''])('%j must be quoted', (name) => {
  expect(foundBy(quotedColumnName, [rows(name)])).toEqual([`postgresql.rows.${name}: \`${name}\` of \`postgresql.rows\` must be quoted in SQL. Use lower-case letters, digits and underscores.`]);
});

test.each(['created_at', '_private', 'a$1', 'größe', '名前', 'order'])('%j need not be, but for the reserved word, of which another rule speaks', (name) => {
  expect(foundBy(quotedColumnName, [rows(name)])).toEqual([]);
});

test('a document names its fields as it likes, and styles are not compared in SQL', () => {
  expect(foundBy(quotedColumnName, [collection('docs', { document: z.object({ _id: objectId(), createdAt: z.date() }) })])).toEqual([]);
  expect(foundBy(mixedNaming, [rows('created_at', 'updated_at', 'deleted_at', 'sent_at', 'readAt')])).toEqual([]);
});
