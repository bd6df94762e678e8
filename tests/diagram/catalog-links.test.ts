import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogLinks } from '../../src/diagrams/catalog-links.ts';
import { catalogOf } from '../mermaid/catalog-of.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polyref-links-'));
  const catalog = catalogOf([
    { store: 'mongodb', name: 'fs.files', domain: 'media', fields: ['_id ObjectId PK', 'meta.ownerId ulid FK'] },
    { store: 'postgresql', name: 'owners', fields: ['id ulid PK'] },
    { store: 's3', name: 'photos', fields: [], key: '{id}.jpg' },
  ]);
  await writeFile(join(folder, 'catalog.json'), JSON.stringify(catalog));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['an entity', 'postgresql.owners', undefined, '/docs/reference/postgresql/owners/'],
  ['a field', 'mongodb.fs.files', 'meta.ownerId', '/docs/reference/mongodb/fs-files-b8d30f/#meta.ownerId'],
  ['the row that counts the others', 'mongodb.fs.files', '+ 3 more', '/docs/reference/mongodb/fs-files-b8d30f/'],
  ['a key template', 's3.photos', 'key', '/docs/reference/s3/photos/#key-template'],
  ['any entity of a store', 'postgresql.*', 'id', '/docs/reference/postgresql/'],
  ['one of those that a field may point at: that field', 'postgresql.* by mongodb.fs.files.meta.ownerId', 'id', '/docs/reference/mongodb/fs-files-b8d30f/#meta.ownerId'],
  ['a choice of a field that there is not', 'postgresql.* by mongodb.fs.files.nothing', undefined, undefined],
  ['a domain', 'domain/media', '1 collection', '/docs/reference/domains/media/'],
  ['a store', 's3', '1 object family', '/docs/reference/s3/'],
  ['what the catalog does not have', 'CUSTOMER', undefined, undefined],
])('%s', (_, id, field, expected) => {
  expect(catalogLinks(join(folder, 'catalog.json'), '/docs/')(id, field)?.href).toBe(expected);
});

test('without a catalog nothing is a link', () => {
  expect(catalogLinks(join(folder, 'absent.json'), '/')('postgresql.owners')).toBeUndefined();
});
