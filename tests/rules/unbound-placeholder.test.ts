import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, constant, objectId, objectKey, objects, table, ulid } from '../../src/lib/dsl/index.ts';
import { unboundPlaceholder } from '../../src/lib/rules/keys/unbound-placeholder.ts';
import { foundBy } from './catalog-from.ts';

const files = (name: string, key: string, options: object = {}) => objects(name, { bucket: 'content', key, ...options });
const docs = (fields: Readonly<Record<string, z.ZodType>>) => collection('docs', { document: z.object({ _id: objectId(), ...fields }) });

test('a placeholder that no record knows', () => {
  expect(foundBy(unboundPlaceholder, [files('files', '{tenantId}/{version}.md'), docs({ tenantId: ulid(), s3Key: objectKey('s3.files') })])).toEqual([
    "s3.files.version: `{version}` in the key of `s3.files` is bound to nothing: `mongodb.docs` has no field of that name, and no parameter declares it. Declare what it may be, parameters: { version: … }, or bind it, objectKey('s3.files', { bind: { version: '…' } }).",
  ]);
});

test('a family that nothing points at', () => {
  expect(foundBy(unboundPlaceholder, [files('files', '{id}.md')])).toEqual([
    "s3.files.id: `{id}` in the key of `s3.files` is bound to nothing: no field points at `s3.files`, and no parameter declares it. Declare what it may be, parameters: { id: … }, or point at it with objectKey('s3.files').",
  ]);
});

test('a field of that name, a binding, a constant, a parameter', () => {
  expect(foundBy(unboundPlaceholder, [files('files', '{tenant_id}/{doc}/{kind}.{ext}', { parameters: { ext: z.enum(['md', 'pdf']) } }), docs({ tenantId: ulid(), s3Key: objectKey('s3.files', { bind: { doc: '_id', kind: constant('text') } }) })])).toEqual([]);
});

test('a field of another name that is probably meant', () => {
  const drafts = collection('drafts', { document: z.object({ _id: objectId(), ref_id: ulid(), s3Key: objectKey('s3.files') }) });
  expect(foundBy(unboundPlaceholder, [files('files', '{draftRefId}.md'), drafts])).toEqual([
    "s3.files.draftRefId: `{draftRefId}` in the key of `s3.files` is bound to nothing: `mongodb.drafts` has no field of that name, and no parameter declares it. Declare what it may be, parameters: { draftRefId: … }, or bind it, objectKey('s3.files', { bind: { draftRefId: 'ref_id' } }).",
  ]);
});

test('a table is called by its name without its schema', () => {
  const drafts = table('drafts', { schema: 'billing', columns: z.object({ ref_id: ulid(), s3_key: objectKey('s3.files') }), primaryKey: ['ref_id'] });
  expect(foundBy(unboundPlaceholder, [files('files', '{draftRefId}.md'), drafts])).toEqual([
    "s3.files.draftRefId: `{draftRefId}` in the key of `s3.files` is bound to nothing: `postgresql.billing.drafts` has no field of that name, and no parameter declares it. Declare what it may be, parameters: { draftRefId: … }, or bind it, objectKey('s3.files', { bind: { draftRefId: 'ref_id' } }).",
  ]);
});
