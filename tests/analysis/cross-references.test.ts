import { expect, test } from 'vitest';
import { catalogIndexOf } from '../../src/lib/analysis/catalog-index.ts';
import { countReferences, crossReferences, relationshipsWithin, withoutReferences } from '../../src/lib/analysis/cross-references.ts';
import { sampleCatalog } from '../emit/sample-catalog.ts';

const index = catalogIndexOf(sampleCatalog());
const store = (id: string) => index.stores.get(id)!;

test('references stand under the ordered pair of stores that they join', () => {
  const pairs = crossReferences(index).map(({ from, to, references }) => [from.id, to.id, references.map((reference) => reference.from.field)]);
  expect(pairs).toEqual([
    ['mongodb', 'postgresql', ['otherId', 'resourceId', 'tenantId', 'orderId', 'tenantId']],
    ['mongodb', 's3', ['s3Key']],
    ['postgresql', 'mongodb', ['view_ref']],
    ['postgresql', 's3', ['pdf_key']],
  ]);
});

test('the counts of the matrix are those of the pairs, and of references within a store', () => {
  const count = countReferences(index);
  for (const { from, to, references } of crossReferences(index)) expect(count(from, to)).toBe(references.length);
  expect(count(store('postgresql'), store('postgresql'))).toBe(relationshipsWithin(index, store('postgresql')).direct.length);
  expect(count(store('s3'), store('mongodb'))).toBe(0);
});

test('a fact that a process writes into two entities of a store is an implicit relationship there', () => {
  const implicit = (id: string) => relationshipsWithin(index, store(id)).implicit.map(({ process, copy }) => [process.name, copy.from, copy.to]);
  expect(implicit('mongodb')).toEqual([['Order writer', { entity: 'mongodb.order_views', field: 'total' }, { entity: 'mongodb.notes' }]]);
  expect(implicit('postgresql')).toEqual([]);
});

test('entities that reference nothing on purpose are told from those that merely have no reference', () => {
  expect(withoutReferences(index, store('mongodb')).map((entity) => entity.address)).toEqual(['mongodb.notes']);
  expect(withoutReferences(index, store('postgresql'))).toEqual([]);
});
