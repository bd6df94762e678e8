import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, perTenant, ref, table, tenantItself, text, ulid } from '../../src/lib/dsl/index.ts';
import { twoWayReferenceWithoutAuthority } from '../../src/lib/rules/references/two-way-reference-without-authority.ts';
import { foundBy } from './catalog-from.ts';

const activities = (options: object) => table('activities', { columns: z.object({ id: bigint(), ref_id: ulid(), code: text(), output_ref: ref('mongodb.outputs._id', options).nullable() }), primaryKey: ['id'], unique: [['ref_id']] });
const outputs = collection('outputs', { document: z.object({ _id: objectId(), activityId: ref('postgresql.activities.ref_id') }) });

test('two pointers for one fact', () => {
  expect(foundBy(twoWayReferenceWithoutAuthority, [activities({}), outputs])).toEqual([
    "mongodb.outputs.activityId: `mongodb.outputs.activityId` and `postgresql.activities.output_ref` point at each other: one fact in two places, and neither is said to be right when they differ. Say which one repeats the other: { mirrorOf: 'mongodb.outputs.activityId' } on `postgresql.activities.output_ref`, or { mirrorOf: 'postgresql.activities.output_ref' } on `mongodb.outputs.activityId`. If they are two facts, say so: suppress('two-way-reference-without-authority', { at: 'activityId', reason: '…' }).",
  ]);
});

test('one of them repeats the other', () => {
  expect(foundBy(twoWayReferenceWithoutAuthority, [activities({ mirrorOf: 'mongodb.outputs.activityId' }), outputs])).toEqual([]);
});

test('a pointer at something that the other record only holds', () => {
  expect(foundBy(twoWayReferenceWithoutAuthority, [activities({}), collection('outputs', { document: z.object({ _id: objectId(), code: ref('postgresql.activities.code') }) })])).toEqual([]);
});

test('no key of the table is declared, as on a page that was copied', () => {
  const bare = table('activities', { columns: z.object({ ref_id: ulid(), output_ref: ref('mongodb.outputs._id').nullable() }) });
  expect(foundBy(twoWayReferenceWithoutAuthority, [bare, outputs])).toHaveLength(1);
});

test('whose a record is, and which of its records a tenant holds dear', () => {
  const tenants = table('tenants', { columns: z.object({ id: bigint(), owner_id: ref('mongodb.members._id') }), primaryKey: ['id'], tenancy: tenantItself('id') });
  const members = collection('members', { document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.id') }), tenancy: perTenant('tenantId') });
  expect(foundBy(twoWayReferenceWithoutAuthority, [tenants, members])).toEqual([]);
});

test.each(['ownerId', 'lastSeenOrgId', 'defaultOrg', 'created_by', 'currentOrgId'])('a fact of its own: %s', (name) => {
  const orgs = collection('orgs', { document: z.object({ _id: objectId(), userId: ref('mongodb.users._id') }) });
  const users = collection('users', { document: z.object({ _id: objectId(), [name]: ref('mongodb.orgs._id') }) });
  expect(foundBy(twoWayReferenceWithoutAuthority, [orgs, users])).toEqual([]);
});

test('who owns a company, and the company that a person belongs to', () => {
  const companies = collection('companies', { document: z.object({ _id: objectId(), ownerId: ref('mongodb.users._id') }) });
  const users = collection('users', { document: z.object({ _id: objectId(), companyId: ref('mongodb.companies._id') }) });
  expect(foundBy(twoWayReferenceWithoutAuthority, [companies, users])).toEqual([]);
});

test.each([['companyId', 'userIds'], ['company', 'memberIds'], ['company_ref', 'users']])('one fact from both sides: %s and %s', (one, list) => {
  const companies = collection('companies', { document: z.object({ _id: objectId(), [list]: z.array(ref('mongodb.users._id')) }) });
  const users = collection('users', { document: z.object({ _id: objectId(), [one]: ref('mongodb.companies._id') }) });
  expect(foundBy(twoWayReferenceWithoutAuthority, [companies, users])).toHaveLength(1);
});

test('a list of those with a role', () => {
  const companies = collection('companies', { document: z.object({ _id: objectId(), adminIds: z.array(ref('mongodb.users._id')) }) });
  const users = collection('users', { document: z.object({ _id: objectId(), companyId: ref('mongodb.companies._id') }) });
  expect(foundBy(twoWayReferenceWithoutAuthority, [companies, users])).toEqual([]);
});
