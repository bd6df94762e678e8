import { expect, test } from 'vitest';
import { catalogIndexOf } from '../../src/lib/analysis/catalog-index.ts';
import { planTour } from '../../src/lib/analysis/tour.ts';
import { catalogOf } from '../mermaid/catalog-of.ts';
import { sampleCatalog } from '../emit/sample-catalog.ts';

const tour = planTour(catalogIndexOf(sampleCatalog()));

test('the store that others point at most comes first', () => {
  expect(tour.stores.map(({ store, pointedAt, pointsOut }) => [store.id, pointedAt, pointsOut])).toEqual([['postgresql', 5, 2], ['s3', 2, 0], ['mongodb', 1, 6]]);
});

test('tenants are the root, and central is what several others point at', () => {
  expect(tour.roots.map(({ entity }) => entity.address)).toEqual(['postgresql.tenants']);
  expect(tour.central.map(({ entity, stores }) => [entity.address, stores])).toEqual([['postgresql.orders', ['mongodb', 'postgresql']], ['s3.files', ['mongodb', 'postgresql']]]);
});

test('what is unusual is named', () => {
  expect(tour.surprises.polymorphic.map((reference) => reference.from.field)).toEqual(['otherId', 'resourceId']);
  expect(tour.surprises.mirrored.map((reference) => reference.from.field)).toEqual(['view_ref']);
  expect(tour.surprises.deprecated.map((entity) => entity.address)).toEqual(['postgresql.billing.invoices']);
});

test('a domain comes after those that it builds on, and a circle of domains ends', () => {
  const table = (name: string, domain: string) => ({ store: 'postgresql' as const, name, domain, fields: ['id bigint PK', 'other bigint FK'] });
  const catalog = catalogOf(
    [table('a', 'base'), table('b', 'above'), table('c', 'circle one'), table('d', 'circle two')],
    [
      { from: ['postgresql.b', 'other'], to: ['postgresql.a', 'id'] },
      { from: ['postgresql.c', 'other'], to: ['postgresql.d', 'id'] },
      { from: ['postgresql.d', 'other'], to: ['postgresql.c', 'id'] },
    ],
  );
  expect(planTour(catalogIndexOf(catalog)).domains.map(({ domain, buildsOn }) => [domain.name, buildsOn])).toEqual([
    ['base', []],
    ['above', ['base']],
    ['circle one', ['circle two']],
    ['circle two', ['circle one']],
  ]);
});
