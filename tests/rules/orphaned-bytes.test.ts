import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, expires, objectId, objectKey, objects, permanent, ref, table, ulid, withParent } from '../../src/lib/dsl/index.ts';
import { orphanedBytes } from '../../src/lib/rules/lifetimes/orphaned-bytes.ts';
import { foundBy } from './catalog-from.ts';

const files = (retention = permanent()) => objects('files', { bucket: 'b', key: '{id}', parameters: { id: ulid() }, retention });
const docs = (name = 'docs') => collection(name, { document: z.object({ _id: objectId(), at: z.date(), s3Key: objectKey('s3.files') }), retention: expires('90 days', { after: 'at' }) });

test('bytes whose only record goes', () => {
  expect(foundBy(orphanedBytes, [files(), docs()])).toEqual([
    "mongodb.docs.s3Key: Objects are orphaned: `mongodb.docs` goes after 90 days, and nothing else knows where the bytes in `s3.files` are; no lifecycle rule removes them. Let them go with their record, retention: withParent('…'), or end them with a lifecycle rule, or keep their keys where they are found.",
  ]);
});

test('bytes that go with their record', () => {
  expect(foundBy(orphanedBytes, [files(withParent('mongodb.docs')), docs()])).toEqual([]);
});

const index = (doc: z.ZodType, bind: string) =>
  table('index', { columns: z.object({ id: bigint(), doc, s3_key: objectKey('s3.files', { bind: { id: bind } }) }), primaryKey: ['id'], retention: permanent() });
const bound = collection('docs', { document: z.object({ _id: objectId(), at: z.date(), s3Key: objectKey('s3.files', { bind: { id: '_id' } }) }), retention: expires('90 days', { after: 'at' }) });

test('bytes whose key somebody else keeps', () => {
  expect(foundBy(orphanedBytes, [files(), bound, index(ref('mongodb.docs._id'), 'doc')])).toEqual([]);
});

test('somebody else who makes keys of his own', () => {
  expect(foundBy(orphanedBytes, [files(), bound, index(ref('mongodb.docs._id'), 'id')])).toHaveLength(1);
});
