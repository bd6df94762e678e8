import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, expires, objectId, objectKey, objects, permanent, ulid } from '../../src/lib/dsl/index.ts';
import { overRetainedBytes } from '../../src/lib/rules/lifetimes/over-retained-bytes.ts';
import { foundBy } from './catalog-from.ts';

const files = (retention = permanent()) => objects('files', { bucket: 'b', key: '{id}', parameters: { id: ulid() }, retention });
const docs = (name = 'docs') => collection(name, { document: z.object({ _id: objectId(), at: z.date(), s3Key: objectKey('s3.files') }), retention: expires('90 days', { after: 'at' }) });

test('bytes that stay when their record is gone', () => {
  expect(foundBy(overRetainedBytes, [files(expires('120 days')), docs()])).toEqual([
    "mongodb.docs.s3Key: Bytes outlive their record by 30 days: `mongodb.docs` goes after 90 days, while the bytes in `s3.files` stay 120 days. Give both the same length, or let the bytes follow: retention: withParent('…').",
  ]);
});

test('bytes that end with it', () => {
  expect(foundBy(overRetainedBytes, [files(expires('90 days')), docs()])).toEqual([]);
});
