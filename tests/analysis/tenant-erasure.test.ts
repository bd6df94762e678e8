import { expect, test } from 'vitest';
import { planTenantErasure } from '../../src/lib/analysis/tenant-erasure.ts';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import type { EntityDraft } from '../../src/lib/model/draft.ts';
import type { Tenancy } from '../../src/lib/model/tenancy.ts';
import { collection, draftSchema, field, objects, table } from '../support/draft-schema.ts';

const plan = (...entities: readonly EntityDraft[]) => planTenantErasure(buildCatalog(draftSchema(entities)).catalog);
const by = (name: string): Tenancy => ({ kind: 'perTenant', field: name, exceptions: [] });
const to = (target: string) => ({ reference: { kind: 'field', to: target } as const });

const tenants = table('tenants', [field('ref_id', 'ulid')], { primaryKey: ['ref_id'], tenancy: { kind: 'tenant', field: 'ref_id' } });
const goals = table('goals', [field('ref_id', 'ulid'), field('tenant_id', undefined, to('postgresql.tenants.ref_id'))], { primaryKey: ['ref_id'], tenancy: by('tenant_id') });
const logs = collection('logs', [field('tenantId', undefined, to('postgresql.tenants.ref_id')), field('goalId', undefined, to('postgresql.goals.ref_id'))], { tenancy: by('tenantId'), retention: { kind: 'atLeast', for: '2 years', reason: 'Compliance.' } });
const files = objects('files', '{tenantId}/x.md', [field('tenantId', 'ulid')], { tenancy: by('tenantId'), versioning: true, objectLock: { mode: 'compliance', for: '7 years' } });

test('bytes first, pointers before what they point at, tenants last', () => {
  expect(plan(tenants, goals, logs, files).steps).toEqual([
    {
      entities: ['s3.files'],
      how: 'In the bucket `content`, delete every key under `{tenantId}/`, all versions of it.',
      why: 'Bytes first, while the records that know their keys still exist.',
      obstacle: 'Object Lock (compliance) forbids it until 7 years after each object was written.',
    },
    {
      entities: ['mongodb.logs'],
      how: 'Delete the records whose `tenantId` is the tenant.',
      why: 'Before `postgresql.goals`, `postgresql.tenants`, at which it points.',
      obstacle: 'It must be kept for 2 years at least: Compliance.',
    },
    { entities: ['postgresql.goals'], how: 'Delete the records whose `tenant_id` is the tenant.', why: 'Before `postgresql.tenants`, at which it points.' },
    { entities: ['postgresql.tenants'], how: 'Delete the record whose `ref_id` is the tenant.', why: 'Last: everything else is found through it.' },
  ]);
});

test('families of one bucket are one listing', () => {
  const other = objects('other', '{tenantId}/y.md', [field('tenantId', 'ulid')], { tenancy: by('tenantId') });
  const third = objects('third', '{tenantId}/z.md', [field('tenantId', 'ulid')], { tenancy: by('tenantId') });
  expect(plan(other, third).steps).toMatchObject([{ entities: ['s3.other', 's3.third'], how: 'In the bucket `content`, delete every key under `{tenantId}/`.' }]);
});

test('what no tenant owns stays, with the reason', () => {
  const countries = table('countries', [field('code', 'text')], { tenancy: { kind: 'shared', reason: 'The same for everybody.' } });
  expect(plan(countries, table('odd', [field('id', 'bigint')])).untouched).toEqual([
    { entity: 'postgresql.countries', why: 'The same for everybody.' },
    { entity: 'postgresql.odd', why: 'It declares no tenancy, so nobody knows whether something of the tenant is in it.' },
  ]);
});

test('a key that does not begin with its tenant is found through its pointers', () => {
  const late = objects('late', 'all/{tenantId}/x.md', [field('tenantId', 'ulid')], { tenancy: by('tenantId') });
  expect(plan(late).steps[0]?.how).toBe('In the bucket `content`, delete the keys that the pointing records hold: the tenant is not the first part of the key, so no prefix finds them.');
});

test('a circle of required pointers still comes to an end', () => {
  const a = table('a', [field('id', 'bigint'), field('t', 'ulid'), field('b', undefined, to('postgresql.b.id'))], { tenancy: by('t') });
  const b = table('b', [field('id', 'bigint'), field('t', 'ulid'), field('a', undefined, to('postgresql.a.id'))], { tenancy: by('t') });
  expect(plan(a, b).steps.flatMap((step) => step.entities)).toEqual(['postgresql.a', 'postgresql.b']);
});
