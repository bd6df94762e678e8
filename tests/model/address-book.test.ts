import { expect, test } from 'vitest';
import { buildAddressBook } from '../../src/lib/model/address-book.ts';

const entry = (address: string, ...paths: readonly string[]) => ({ address, fields: paths.map((path) => ({ path })) });
const book = buildAddressBook(
  [entry('postgresql.activities', 'id', 'ref_id'), entry('postgresql.billing.invoices', 'id'), entry('mongodb.fs.files', '_id', 'meta.ownerId'), entry('mongodb.fs', 'files.count')],
  [{ address: 'mongodb.contract_pdfs', replacedBy: 's3.contracts' }],
  ['mongodb.broken'],
);

test('what could not be read may be what was meant', () => {
  expect(book.field('mongodb.brokne._id')).toMatchObject({ hint: 'Did you mean `mongodb.broken`?', consequence: false });
});

test('a field is found below a name that holds dots', () => {
  expect(book.field('mongodb.fs.files._id')).toEqual({ found: { entity: 'mongodb.fs.files', field: '_id' } });
  expect(book.field('mongodb.fs.files.meta.ownerId')).toEqual({ found: { entity: 'mongodb.fs.files', field: 'meta.ownerId' } });
  expect(book.field('postgresql.billing.invoices.id')).toEqual({ found: { entity: 'postgresql.billing.invoices', field: 'id' } });
});

test('a shorter name is tried when the longer one has no such field', () => {
  expect(book.field('mongodb.fs.files.count')).toEqual({ found: { entity: 'mongodb.fs', field: 'files.count' } });
});

test.each([
  ['postgresql.activities.refid', '`postgresql.activities` has no field `refid`', 'Did you mean `postgresql.activities.ref_id`?'],
  ['postgresql.activities.zzzzzzzz', '`postgresql.activities` has no field `zzzzzzzz`', 'It has `id`, `ref_id`.'],
  ['postgresql.activites.ref_id', 'there is no field `postgresql.activites.ref_id`', 'Did you mean `postgresql.activities.ref_id`?'],
  ['postgresql.activities', '`postgresql.activities` is an entity, not a field', 'It has `id`, `ref_id`.'],
  ['mongodb.contract_pdfs._id', '`mongodb.contract_pdfs` was eliminated', 'It was replaced by `s3.contracts`.'],
])('the field %s is missed with a suggestion', (text, problem, hint) => {
  expect(book.field(text)).toEqual({ problem, hint, consequence: false });
});

test.each([
  ['mongodb.fs.file', '`mongodb.fs.file` is not an entity', 'Name the entity alone: `mongodb.fs`.'],
  ['postgresql.activity', 'there is no entity `postgresql.activity`', 'Did you mean `postgresql.activities`?'],
  ['activities', 'there is no entity `activities`', 'Did you mean `postgresql.activities`?'],
  ['zzz', 'there is no entity `zzz`', 'An address begins with its store: `postgresql.activities.ref_id`.'],
])('the entity %s is missed with a suggestion', (text, problem, hint) => {
  expect(book.entity(text)).toEqual({ problem, hint, consequence: false });
});

test('what could not be read is not missed a second time', () => {
  expect(book.field('mongodb.broken._id')).toMatchObject({ consequence: true });
  expect(book.entity('mongodb.broken')).toMatchObject({ consequence: true });
});
