import { expect, test } from 'vitest';
import { judgeClaims } from '../../src/lib/analysis/claims.ts';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import type { ClaimCheck } from '../../src/lib/model/claim.ts';
import { at, collection, draftSchema, field, table } from '../support/draft-schema.ts';

const rows = table('rows', [field('id', 'bigint'), field('ref_id', 'ulid')], { primaryKey: ['id'], retention: { kind: 'permanent' } });
const logs = collection('logs', [field('tenantId', 'ulid'), field('rowId', undefined, { reference: { kind: 'field', to: 'postgresql.rows.ref_id' } })], { tenancy: { kind: 'perTenant', field: 'tenantId', exceptions: [] } });
const skills = collection('skills', [field('tenantId', 'ulid'), field('row', undefined, { reference: { kind: 'field', to: 'postgresql.rows.id' } }), field('logId', undefined, { reference: { kind: 'field', to: 'mongodb.logs.tenantId' } })], {
  tenancy: { kind: 'perTenant', field: 'tenantId', exceptions: [{ value: 'global', reason: 'Defaults.' }] },
});

const judge = (check: ClaimCheck) => {
  const [verdict] = judgeClaims(buildCatalog(draftSchema([rows, logs, skills], { claims: [{ sentence: 'So it is.', check, location: at('c') }] })).catalog);
  return [verdict?.holds, verdict?.evidence, ...(verdict?.counterexamples ?? [])];
};

test('no references', () => {
  expect(judge({ kind: 'noReferences', from: 'postgresql', to: 'mongodb', except: [] })).toEqual([true, '0 references from `postgresql` looked at, none of them to `mongodb`.']);
  expect(judge({ kind: 'noReferences', from: 'mongodb', to: 'mongodb', except: [] })).toEqual([
    false,
    '3 references from `mongodb` looked at, 1 of them to `mongodb`.',
    { address: 'mongodb.skills.logId', why: 'points there' },
  ]);
});

test('an exception with a reason lets a claim hold; one that fits after all does not', () => {
  const except = [{ address: 'mongodb.skills', reason: 'For now.' }];
  expect(judge({ kind: 'noReferences', from: 'mongodb', to: 'mongodb', except })).toMatchObject([true, {}, { address: 'mongodb.skills.logId', reason: 'For now.' }]);
  expect(judge({ kind: 'noReferences', from: 'postgresql', to: 'mongodb', except })).toMatchObject([false, {}, { address: 'mongodb.skills', why: 'is named as an exception and is none' }]);
});

test('every reference has a property', () => {
  expect(judge({ kind: 'everyReference', from: 'mongodb', to: 'postgresql', enforcedBy: 'application', toField: 'ref_id', type: 'ulid', except: [] })).toEqual([
    false,
    '2 references from `mongodb` to `postgresql` looked at.',
    { address: 'mongodb.skills.row', why: 'points at `postgresql.rows.id`' },
    { address: 'mongodb.skills.row', why: 'is `long`' },
  ]);
});

test('every entity has a property', () => {
  expect(judge({ kind: 'everyEntity', in: 'mongodb', scopedBy: 'tenantId', except: [] })).toEqual([
    false,
    '2 entities of `mongodb` looked at.',
    { address: 'mongodb.skills', why: 'also holds `"global"`' },
  ]);
  expect(judge({ kind: 'everyEntity', in: 'postgresql', retention: 'permanent', except: [] })).toEqual([true, '1 entity of `postgresql` looked at.']);
});

test('a composite foreign key references a field with the others beside it, column by column', () => {
  const parents = table('parents', [field('tenant_id', 'ulid'), field('id', 'bigint')], { primaryKey: ['tenant_id', 'id'] });
  const children = table('children', [field('owner', 'ulid'), field('parent', 'bigint')], { foreignKeys: [{ columns: ['owner', 'parent'], target: 'postgresql.parents', targetColumns: ['tenant_id', 'id'], location: at('children') }] });
  const holds = (toField: string, type: string) =>
    judgeClaims(buildCatalog(draftSchema([parents, children], { claims: [{ sentence: 'So it is.', check: { kind: 'everyReference', from: 'postgresql', to: 'postgresql.parents', toField, type, except: [] }, location: at('c') }] })).catalog)[0]?.holds;
  expect([holds('id', 'bigint'), holds('id', 'ulid'), holds('tenant_id', 'ulid'), holds('name', 'ulid')]).toEqual([true, false, true, false]);
});
