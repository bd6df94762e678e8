import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, foreignKey, objectId, perTenant, ref, table, tenantItself, ulid } from '../../src/lib/dsl/index.ts';
import { tenantFieldPointsElsewhere } from '../../src/lib/rules/tenancy/tenant-field-points-elsewhere.ts';
import { foundBy } from './catalog-from.ts';

const tenants = table('tenants', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']], tenancy: tenantItself('ref_id') });
const logs = (tenantId: z.ZodType) => collection('logs', { document: z.object({ _id: objectId(), tenantId }), tenancy: perTenant('tenantId') });

test('another key of the tenant', () => {
  expect(foundBy(tenantFieldPointsElsewhere, [tenants, logs(ref('postgresql.tenants.id'))])).toEqual([
    "mongodb.logs.tenantId: `mongodb.logs` is scoped by `tenantId`, which references `postgresql.tenants.id`; tenants are identified by `postgresql.tenants.ref_id`. Reference that field, or write viaParent('tenantId') if the referenced record has the tenant.",
  ]);
});

test('a type that holds no tenant', () => {
  expect(foundBy(tenantFieldPointsElsewhere, [tenants, logs(objectId())])).toEqual([
    "mongodb.logs.tenantId: `mongodb.logs.tenantId` is to hold a tenant and is `ObjectId`, while `postgresql.tenants.ref_id` is `ulid`: 26 characters do not fit into 24. Make it ref('postgresql.tenants.ref_id').",
  ]);
});

test('the key of the tenant, or a field of its type', () => {
  expect(foundBy(tenantFieldPointsElsewhere, [tenants, logs(ref('postgresql.tenants.ref_id')), collection('more', { document: z.object({ _id: objectId(), tenantId: z.string() }), tenancy: perTenant('tenantId') })])).toEqual([]);
});

test('columns of a composite foreign key are paired with those that they mean', () => {
  const orgs = table('orgs', { columns: z.object({ id: bigint() }), primaryKey: ['id'], tenancy: tenantItself('id') });
  const members = table('members', { columns: z.object({ id: bigint(), org_id: ref('postgresql.orgs.id', { enforcedBy: 'database' }) }), primaryKey: ['id'], unique: [['id', 'org_id']], tenancy: perTenant('org_id') });
  const notes = (columns: readonly ('orgId' | 'memberId')[], targets: readonly string[]) => table('notes', { columns: z.object({ id: bigint(), orgId: bigint(), memberId: bigint() }), primaryKey: ['id'], foreignKeys: [foreignKey(columns, 'postgresql.members', targets)], tenancy: perTenant('orgId') });
  expect(foundBy(tenantFieldPointsElsewhere, [orgs, members, notes(['memberId', 'orgId'], ['id', 'org_id'])])).toEqual([]);
  expect(foundBy(tenantFieldPointsElsewhere, [orgs, members, notes(['orgId', 'memberId'], ['id', 'org_id'])])).toEqual([
    "postgresql.notes.orgId: `postgresql.notes` is scoped by `orgId`, which references `postgresql.members.id`; tenants are identified by `postgresql.orgs.id`. Reference that field, or write viaParent('orgId') if the referenced record has the tenant.",
  ]);
});
