import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, perTenant, secret, table, text, ulid } from '../../src/lib/dsl/index.ts';
import { uniqueAcrossTenants } from '../../src/lib/rules/tenancy/unique-across-tenants.ts';
import { foundBy } from './catalog-from.ts';

const posts = (...unique: readonly (readonly string[])[]) => table('posts', { columns: z.object({ id: bigint(), tenant_id: ulid(), ref_id: ulid(), slug: text() }), primaryKey: ['id'], unique, tenancy: perTenant('tenant_id') });

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
