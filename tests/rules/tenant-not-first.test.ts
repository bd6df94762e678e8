import { expect, test } from 'vitest';
import { objects, perTenant, ulid } from '../../src/lib/dsl/index.ts';
import { tenantNotFirst } from '../../src/lib/rules/keys/tenant-not-first.ts';
import { foundBy } from './catalog-from.ts';

const files = (key: string) => objects('files', { bucket: 'content', key, parameters: { tenantId: ulid(), id: ulid() }, tenancy: perTenant('tenantId') });

test('a tenant that comes later', () => {
  expect(foundBy(tenantNotFirst, [files('reports/{tenantId}/{id}.pdf')])).toEqual([
    "s3.files: The tenant of `s3.files` is not what its key begins with: `reports/{tenantId}/{id}.pdf`. No prefix finds all that a tenant has. Begin the key with '{tenantId}/'.",
  ]);
});

test('a tenant that is not a step of its own', () => {
  expect(foundBy(tenantNotFirst, [files('{tenantId}-{id}.pdf')])).toEqual([
    "s3.files: The tenant of `s3.files` does not end after its first step: one tenant can be the beginning of another: `{tenantId}-{id}.pdf`. No prefix finds all that a tenant has. Begin the key with '{tenantId}/'.",
  ]);
});

test('a tenant that comes first', () => {
  expect(foundBy(tenantNotFirst, [files('{tenantId}/reports/{id}.pdf')])).toEqual([]);
});
