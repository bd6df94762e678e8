import * as z from 'zod';
import { expect, test } from 'vitest';
import { measureCoverage, percentOf, type Coverage } from '../../src/lib/analysis/coverage.ts';
import { collection, domain, objectId, permanent, ref, table, tenantItself, ulid } from '../../src/lib/dsl/index.ts';
import { catalogFrom } from '../rules/catalog-from.ts';

const catalog = catalogFrom(
  domain('money', { owner: 'billing' }),
  table('tenants', { columns: z.object({ ref_id: ulid().describe('Public id.') }).describe('Who pays.'), tenancy: tenantItself('ref_id'), retention: permanent(), domain: 'money' }),
  collection('carts', { document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id'), payerId: ref('postgresql.tenants.ref_id').describe('Who pays.'), giverId: ref('postgresql.tenants.ref_id', { note: 'Who gives.' }) }), owner: 'shop' }),
);

const shares = (coverage: Coverage | undefined) => Object.fromEntries(Object.entries(coverage ?? {}).map(([metric, { covered, of }]) => [metric, `${covered}/${of}`]));

test('of everything', () => {
  expect(shares(measureCoverage(catalog).total)).toEqual({ entities: '1/2', fields: '2/5', references: '2/3', owners: '2/2', retention: '1/2', tenancy: '1/2' });
});

test('by store, domain and owner; the owner of a domain is that of its entities', () => {
  const { stores, domains, owners } = measureCoverage(catalog);
  expect(stores.map(({ name, coverage }) => [name, shares(coverage)['fields']])).toEqual([['mongodb', '1/4'], ['postgresql', '1/1']]);
  expect(domains.map(({ name, coverage }) => [name, shares(coverage)['references']])).toEqual([['money', '0/0']]);
  expect(owners.map(({ name, coverage }) => [name, shares(coverage)['entities']])).toEqual([['billing', '1/1'], ['shop', '0/1']]);
});

test('per cent are never rounded up', () => {
  expect([percentOf({ covered: 2999, of: 3000 }), percentOf({ covered: 1, of: 3 }), percentOf({ covered: 3, of: 3 }), percentOf({ covered: 0, of: 0 })]).toEqual([99.9, 33.3, 100, 100]);
});
