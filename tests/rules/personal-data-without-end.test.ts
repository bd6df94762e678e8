import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, expires, objectId, permanent, personal, process, ref, table, text, withParent } from '../../src/lib/dsl/index.ts';
import type { RetentionWord } from '../../src/lib/dsl/retention.ts';
import { personalDataWithoutEnd } from '../../src/lib/rules/lifetimes/personal-data-without-end.ts';
import { foundBy } from './catalog-from.ts';

const users = table('users', { columns: z.object({ id: bigint(), tenant_id: ref('postgresql.tenants.id', { enforcedBy: 'database', onDelete: 'cascade' }), email: personal(text()) }), primaryKey: ['id'], retention: permanent() });
const tenants = table('tenants', { columns: z.object({ id: bigint() }), primaryKey: ['id'], retention: permanent() });
const visits = (retention: RetentionWord = permanent()) => collection('visits', { document: z.object({ _id: objectId(), at: z.date(), ip: personal(z.string()) }), retention });

test('personal data that nothing deletes', () => {
  expect(foundBy(personalDataWithoutEnd, [tenants, users, visits()])).toEqual([
    'mongodb.visits: `mongodb.visits` holds personal data, `ip`, and nothing ever deletes it. Let it expire, or name it under `deletes` of the process that erases it.',
    'postgresql.users: `postgresql.users` holds personal data, `email`, and nothing ever deletes it, nor `postgresql.tenants`, with which it would go. Let it expire, or name it under `deletes` of the process that erases it.',
  ]);
});

test('data that expires, that a process deletes, and that the database deletes with it', () => {
  expect(foundBy(personalDataWithoutEnd, [tenants, users, visits(expires('30 days', { after: 'at' })), process('Eraser', { deletes: ['postgresql.tenants'] })])).toEqual([]);
});

test('data that goes with what a process deletes', () => {
  expect(foundBy(personalDataWithoutEnd, [tenants, users, visits(withParent('postgresql.users')), process('Eraser', { deletes: ['postgresql.tenants'] })])).toEqual([]);
});

test('data that expires on a date of its own, and what its condition leaves out', () => {
  expect(foundBy(personalDataWithoutEnd, [visits(expires('0 seconds', { after: 'at' }))])).toEqual([]);
  expect(foundBy(personalDataWithoutEnd, [visits(expires('30 days', { after: 'at', where: '{ "kind": "guest" }' }))])).toEqual([
    'mongodb.visits: `mongodb.visits` holds personal data, `ip`, and what does not fit the condition under which it expires is never deleted. Let it expire, or name it under `deletes` of the process that erases it.',
  ]);
});
