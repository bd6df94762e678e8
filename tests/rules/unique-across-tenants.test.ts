import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, index, objectId, perTenant, secret, table, text, ulid } from '../../src/lib/dsl/index.ts';
import { uniqueAcrossTenants } from '../../src/lib/rules/tenancy/unique-across-tenants.ts';
import { foundBy } from './catalog-from.ts';

const posts = (...unique: readonly (readonly any[])[]) => table('posts', { columns: z.object({ id: bigint(), tenant_id: ulid(), ref_id: ulid(), slug: text() }), primaryKey: ['id'], unique, tenancy: perTenant('tenant_id') });

test('a name that one tenant takes from all others', () => {
  expect(foundBy(uniqueAcrossTenants, [posts(['slug'])])).toEqual([
    'postgresql.posts: (`slug`) of `postgresql.posts` is unique across all tenants: one of them can take a value from all others. Put `tenant_id` in front.',
  ]);
});

test('a name within its tenant, and what is unique in the whole world', () => {
  expect(foundBy(uniqueAcrossTenants, [posts(['tenant_id', 'slug'], ['ref_id'])])).toEqual([]);
});

test('secrets, by which a record is found before anybody knows whose it is', () => {
  const keys = table('keys', { columns: z.object({ id: bigint(), tenant_id: ulid(), token_hash: text(), pin: secret(text()) }), primaryKey: ['id'], unique: [['token_hash'], ['pin']], tenancy: perTenant('tenant_id') });
  expect(foundBy(uniqueAcrossTenants, [keys])).toEqual([]);
});

test.each(['friendlyId', 'public_id', 'hashed_secret_key', 'fastHashedSecretKey', 'inviteCode', 'tokenHash', 'public_key', 'stripeCustomerId'])('what is made once in the whole world: %s', (name) => {
  const keys = table('keys', { columns: z.object({ id: bigint(), tenant_id: ulid(), [name]: text() }), primaryKey: ['id'], unique: [[name]], tenancy: perTenant('tenant_id') });
  expect(foundBy(uniqueAcrossTenants, [keys])).toEqual([]);
});

test.each(['slug', 'email', 'name', 'external_id', 'externalRef', 'identifier', 'keyword', 'hashtag', 'secretary_email'])('what two tenants may both choose: %s', (name) => {
  const keys = table('keys', { columns: z.object({ id: bigint(), tenant_id: ulid(), [name]: text() }), primaryKey: ['id'], unique: [[name]], tenancy: perTenant('tenant_id') });
  expect(foundBy(uniqueAcrossTenants, [keys])).toHaveLength(1);
});

test('a second index of the primary key, and a pointer that nobody has declared', () => {
  const keys = table('keys', { columns: z.object({ id: text(), tenant_id: ulid(), environment_id: text(), number: text() }), primaryKey: ['id'], unique: [['id'], ['environment_id', 'number']], tenancy: perTenant('tenant_id') });
  expect(foundBy(uniqueAcrossTenants, [keys])).toEqual([]);
});

test('keys that stand in a list', () => {
  const environments = collection('environments', { document: z.object({ _id: objectId(), tenantId: ulid(), apiKeys: z.array(z.object({ key: z.string() })) }), indexes: [index({ 'apiKeys.key': 1 }, { unique: true })], tenancy: perTenant('tenantId') });
  expect(foundBy(uniqueAcrossTenants, [environments])).toEqual([]);
});
