import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, objectId, perTenant, ref, table, tenantItself, ulid } from '../../src/lib/dsl/index.ts';
import { referenceToTenantlessRecord } from '../../src/lib/rules/tenancy/reference-to-tenantless-record.ts';
import { foundBy } from './catalog-from.ts';

const tenants = table('tenants', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']], tenancy: tenantItself('ref_id') });
const skills = (except: readonly { readonly value: string; readonly reason: string }[]) => collection('skills', { document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id') }), tenancy: perTenant('tenantId', { except }) });
const runs = collection('runs', { document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id'), skillId: ref('mongodb.skills._id') }), tenancy: perTenant('tenantId') });

test('a record of a tenant that may point at one of nobody', () => {
  expect(foundBy(referenceToTenantlessRecord, [tenants, skills([{ value: 'global', reason: 'Defaults.' }]), runs])).toEqual([
    "mongodb.runs.skillId: `mongodb.runs.skillId` of a tenant may point at a record of `mongodb.skills` that belongs to no tenant (`\"global\"`). If it may, say why: suppress('reference-to-tenantless-record', { at: 'skillId', reason: '…' }).",
  ]);
});

test('a record that always belongs to a tenant', () => {
  expect(foundBy(referenceToTenantlessRecord, [tenants, skills([]), runs])).toEqual([]);
});
