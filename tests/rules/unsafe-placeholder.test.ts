import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, constant, objectId, objectKey, objects, ref, table, uuid } from '../../src/lib/dsl/index.ts';
import { unsafePlaceholder } from '../../src/lib/rules/keys/unsafe-placeholder.ts';
import { foundBy } from './catalog-from.ts';

const files = (name: string, key: string, options: object = {}) => objects(name, { bucket: 'content', key, ...options });
const docs = (fields: Readonly<Record<string, z.ZodType>>) => collection('docs', { document: z.object({ _id: objectId(), ...fields }) });

test('free text in a key', () => {
  expect(foundBy(unsafePlaceholder, [files('files', 'f/{name}', { parameters: { name: z.string() } })])).toEqual([
    's3.files.name: `{name}` in the key of `s3.files` is `string`: a value with a slash in it makes a key of another shape. Bind it to an id, a number or an enum, or give its parameter a pattern: z.string().regex(/^[a-z0-9-]+$/).',
  ]);
});

test('a field of free text', () => {
  expect(foundBy(unsafePlaceholder, [files('files', 'f/{title}'), docs({ title: z.string(), s3Key: objectKey('s3.files') })])).toEqual([
    's3.files.title: `{title}` in the key of `s3.files` is `string`: a value with a slash in it makes a key of another shape. Bind it to an id, a number or an enum, or give its parameter a pattern: z.string().regex(/^[a-z0-9-]+$/).',
  ]);
});

test('ids, numbers, words, a pattern without a slash, and a constant', () => {
  expect(foundBy(unsafePlaceholder, [files('files', 'f/{_id}/{n}.{ext}', { parameters: { n: z.int(), ext: z.enum(['md', 'pdf']) } }), files('more', 'm/{slug}/{kind}', { parameters: { slug: z.string().regex(/^[a-z0-9-]+$/) } }), docs({ s3Key: objectKey('s3.files'), other: objectKey('s3.more', { bind: { kind: constant('x') } }) })])).toEqual([]);
});

test('patterns as they are usual, of a parameter and of the field that is bound', () => {
  const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(foundBy(unsafePlaceholder, [files('files', 'f/{month}/{slug}/{day}', { parameters: { month: z.string().regex(/^\d{4}-\d{2}$/), day: z.iso.datetime() } }), docs({ slug, s3Key: objectKey('s3.files') })])).toEqual([]);
  expect(foundBy(unsafePlaceholder, [files('files', 'f/{name}', { parameters: { name: z.string().regex(/^[+-9]+$/) } })])).toHaveLength(1);
});

test('an id that is told by what the bound field points at, whatever the type that holds it', () => {
  const clinics = table('clinics', { columns: z.object({ id: uuid() }), primaryKey: ['id'] });
  expect(foundBy(unsafePlaceholder, [clinics, files('files', '{clinicId}/x'), docs({ clinicId: ref('postgresql.clinics.id'), s3Key: objectKey('s3.files') })])).toEqual([]);
});
