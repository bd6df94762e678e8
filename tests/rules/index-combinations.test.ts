import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, date, double, expires, expression, index, integer, jsonb, objectId, partitionBy, sqlType, table, text, timestamptz, unique } from '../../src/lib/dsl/index.ts';
import { rules } from '../../src/lib/rules/index.ts';
import { foundBy } from './catalog-from.ts';

/** Every combination that one of the manuals says is refused, ignored, or other than one would think: what the schema says, where the manual says it, and what is reported. */
type Row = readonly [what: string, source: string, definition: Definition, found: readonly string[]];
type Definition = ReturnType<typeof collection> | ReturnType<typeof table>;
type Keys = Parameters<typeof index>[0];
type Options = Parameters<typeof index>[1];

const M = 'https://www.mongodb.com/docs/manual/';
/** What the manual leaves out stands in the text of the server. */
const SERVER = 'https://github.com/mongodb/mongo/blob/master/src/mongo/db/';
const P = 'https://www.postgresql.org/docs/current/';

const document = z.object({
  _id: objectId(), a: z.string(), b: z.string().optional(), c: z.string().optional(), n: z.number().nullable(), size: double(), at: z.date(), until: z.date(),
  tags: z.array(z.string()), items: z.array(z.object({ sku: z.string() })), place: z.object({ type: z.string(), coordinates: z.array(double()) }), detail: z.unknown(), meta: z.object({ host: z.string() }),
});
const docs = (indexes: readonly ReturnType<typeof index>[], options: object = {}) => collection('docs', { document, indexes, ...options });
const doc = (keys: Keys, options: Options = {}, more: object = {}) => docs([index(keys, options)], more);
const series = (keys: Keys, options: Options = {}, more: object = {}) => doc(keys, options, { timeSeries: { timeField: 'at', metaField: 'meta' }, ...more });

const columns = z.object({ id: bigint(), a: text(), b: text().nullable(), n: bigint(), ts: timestamptz(), day: date(), tags: z.array(text()), sizes: z.array(integer()), data: jsonb(), old: sqlType('json'), point: sqlType('point'), words: sqlType('tsvector'), 'userId': bigint() });
const rows = (indexes: readonly (readonly any[] | ReturnType<typeof index>)[], options: object = {}) => table('rows', { columns, primaryKey: ['id'], indexes, ...options });
const row = (keys: Keys, options: Options = {}, more: object = {}) => rows([index(keys, options)], more);

const LOOKED_AT = new Set(['refused-index', 'ignored-index-option', 'unique-with-null', 'index-on-unknown-field', 'illegal-partial-filter', 'compound-ttl-index', 'unusable-ttl', 'ttl-field-not-a-date', 'two-ttls-on-one-field', 'contradictory-retention']);
const said = (definition: Definition): readonly string[] =>
  rules.filter(({ id }) => LOOKED_AT.has(id)).flatMap((rule) => foundBy(rule, [definition]).map((line) => `${rule.id}: ${line.slice(line.indexOf(': ') + 2)}`));

const TABLE: readonly Row[] = [
  ['MongoDB: no field', M + 'reference/command/createIndexes/', doc({}), [
    'refused-index: MongoDB refuses the index on () of `mongodb.docs`: it has no fields. Name a field: index({ tenantId: 1 }).',
  ]],
  ['MongoDB: a field twice', M + 'reference/command/createIndexes/', doc(['a', 'a']), [
    'refused-index: MongoDB refuses the index on (`a`, `a`) of `mongodb.docs`: it names `a` twice. Name each field once.',
  ]],
  ['MongoDB: more than 32 fields', M + 'reference/limits/', collection('docs', { document: z.object({ _id: objectId(), detail: z.unknown() }), indexes: [index(Object.fromEntries(Array.from({ length: 33 }, (_, at) => [`detail.f${at}`, 1] as const)))] }), [
    'refused-index: MongoDB refuses the index on (`detail.f0`, `detail.f1`, `detail.f2`, `detail.f3`, `detail.f4`, `detail.f5`, `detail.f6`, `detail.f7` and 25 more) of `mongodb.docs`: it has 33 fields, and the maximum is 32. Remove some of them.',
  ]],
  ['MongoDB: more than 64 indexes', M + 'reference/limits/', collection('docs', { document: z.object({ _id: objectId(), detail: z.unknown() }), indexes: Array.from({ length: 64 }, (_, at) => index({ [`detail.f${at}`]: 1 })) }), [
    'refused-index: `mongodb.docs` has 65 indexes including the one on `_id`, and MongoDB allows at most 64. Remove some of them.',
  ]],
  ['MongoDB: 64 indexes of a time series', M + 'reference/limits/', collection('docs', { document: z.object({ _id: objectId(), at: z.date(), detail: z.unknown() }), timeSeries: { timeField: 'at' }, indexes: Array.from({ length: 64 }, (_, at) => index({ [`detail.f${at}`]: 1 })) }), []],
  ['MongoDB: a step that begins with a dollar', M + 'reference/command/createIndexes/', doc({ 'detail.$x': 1 }), [
    'refused-index: MongoDB refuses the index on (`detail.$x`) of `mongodb.docs`: a part of the path `detail.$x` is empty or begins with a dollar sign. Write field names separated by dots: \'meta.ownerId\'.',
  ]],
  ['MongoDB: a field of a DBRef', M + 'reference/database-references/', doc({ 'detail.$id': 1 }), []],
  ['MongoDB: an expression of SQL', M + 'reference/command/createIndexes/', doc([expression('lower(a)')]), [
    'refused-index: MongoDB refuses the index on (`lower(a)`) of `mongodb.docs`: `lower(a)` is SQL. Write the field with its order: index({ createdAt: -1 }).',
  ]],
  ['MongoDB: an order of SQL', M + 'reference/command/createIndexes/', doc(['a desc']), [
    'refused-index: MongoDB refuses the index on (`a`) of `mongodb.docs`: `a desc` is SQL. Write the field with its order: index({ createdAt: -1 }).',
  ]],
  ['MongoDB: options of PostgreSQL', M + 'reference/command/createIndexes/', doc({ a: 1 }, { include: ['n'], method: 'gin' }), [
    'refused-index: MongoDB refuses the index on (`a`) of `mongodb.docs`: `include` and `method` are options of PostgreSQL. Remove them.',
  ]],
  ['MongoDB: two kinds in one index', M + 'core/indexes/index-types/index-text/text-index-restrictions/', doc({ a: 'text', place: '2dsphere' }), [
    'refused-index: MongoDB refuses the index on (`a`, `place`) of `mongodb.docs`: one index cannot be text and 2dsphere at the same time. Create a separate index for each.',
  ]],
  ['MongoDB: two hashed fields', M + 'core/indexes/index-types/index-hashed/', doc({ a: 'hashed', until: 'hashed' }), [
    'refused-index: MongoDB refuses the index on (`a`, `until`) of `mongodb.docs`: only one of its fields can be hashed. Hash only one of them.',
  ]],
  ['MongoDB: a hashed field beside another', M + 'core/indexes/index-types/index-hashed/', doc({ a: 'hashed', at: 1 }), []],
  ['MongoDB: a hashed list', M + 'core/indexes/index-types/index-hashed/', doc({ tags: 'hashed' }), [
    'refused-index: MongoDB creates the index on (`tags`) of `mongodb.docs`, but refuses every document with an array in `tags`: a hashed index does not support arrays. Use a regular index.',
  ]],
  ['MongoDB: a hashed fraction', M + 'core/indexes/index-types/index-hashed/', doc({ size: 'hashed' }), [
    'ignored-index-option: MongoDB creates the index on (`size`) of `mongodb.docs`, but truncates the numbers in `size` to integers: 2.3 and 2.9 have the same hash. Hash a field of another type.',
  ]],
  ['MongoDB: hashed and unique', M + 'core/index-unique/', doc({ a: 'hashed' }, { unique: true }), [
    'refused-index: MongoDB refuses the index on (`a`) of `mongodb.docs`: a hashed index cannot be unique, because different values can have the same hash. Use a regular index for uniqueness.',
  ]],
  ['MongoDB: a 2d index that does not begin with its place', M + 'core/indexes/index-types/geospatial/2d/', doc({ a: 1, 'place.coordinates': '2d' }), [
    'refused-index: MongoDB refuses the index on (`a`, `place.coordinates`) of `mongodb.docs`: a 2d index can have only one 2d field, and it must come first. Keep one 2d field and put it first.',
  ]],
  ['MongoDB: a place that is text', M + 'core/indexes/index-types/geospatial/2dsphere/', doc({ a: '2dsphere' }), [
    'refused-index: MongoDB creates the index on (`a`) of `mongodb.docs`, but refuses every document with a value in `a`: it is `string`, and not a location. Index a field that holds GeoJSON or a coordinate pair.',
  ]],
  ['MongoDB: sparse on a place', M + 'core/indexes/index-types/geospatial/2dsphere/', doc({ place: '2dsphere' }, { sparse: true }), [
    'ignored-index-option: MongoDB creates the index on (`place`) of `mongodb.docs`, but ignores `sparse`: a 2dsphere index always skips documents without the field. Remove `sparse`.',
  ]],
  ['MongoDB: sparse on text', M + 'core/indexes/index-types/index-text/text-index-properties/', doc({ b: 'text' }, { sparse: true }), [
    'ignored-index-option: MongoDB creates the index on (`b`) of `mongodb.docs`, but ignores `sparse`: a text index always skips documents without the field. Remove `sparse`.',
  ]],
  ['MongoDB: two text indexes', M + 'core/indexes/index-types/index-text/text-index-restrictions/', docs([index({ a: 'text' }), index({ b: 'text' })]), [
    'refused-index: MongoDB refuses the index on (`b`) of `mongodb.docs`: a collection can have only one text index, and `mongodb.docs` has 2. Put all text fields into one index.',
  ]],
  ['MongoDB: text fields apart from each other', M + 'core/indexes/index-types/index-text/text-index-restrictions/', doc({ a: 'text', at: 1, b: 'text' }), [
    'refused-index: MongoDB refuses the index on (`a`, `at`, `b`) of `mongodb.docs`: the text fields of an index must be adjacent. Put them next to each other.',
  ]],
  ['MongoDB: text with a collation', M + 'core/indexes/index-types/index-text/text-index-restrictions/', doc({ a: 'text' }, { collation: { locale: 'en' } }), [
    'refused-index: MongoDB refuses the index on (`a`) of `mongodb.docs`: a text index does not support a collation. Remove it, or write { locale: \'simple\' }.',
  ]],
  ['MongoDB: text with the simple collation', M + 'core/indexes/index-types/index-text/text-index-restrictions/', doc({ a: 'text' }, { collation: { locale: 'simple' } }), []],
  ['MongoDB: text of a date', M + 'core/indexes/index-types/index-text/', doc({ at: 'text' }), [
    'ignored-index-option: MongoDB creates the index on (`at`) of `mongodb.docs`, but the index never contains `at`: a text index holds strings, and `at` is `date`. Use a regular index for it.',
  ]],
  ['MongoDB: text of a string and a date', M + 'core/indexes/index-types/index-text/', doc({ a: 'text', at: 'text' }), [
    'ignored-index-option: MongoDB creates the index on (`a`, `at`) of `mongodb.docs`, but the index never contains `at`: a text index holds strings, and `at` is `date`. Use a regular index for it.',
  ]],
  ['MongoDB: a collation that is a name', M + 'reference/collation/', doc({ a: 1 }, { collation: 'en' }), [
    'refused-index: MongoDB refuses the index on (`a`) of `mongodb.docs`: its collation is not an object. Write { locale: \'en\', strength: 2 }.',
  ]],
  ['MongoDB: two lists in one index', M + 'core/indexes/index-types/index-multikey/', doc({ tags: 1, 'items.sku': 1 }), [
    'refused-index: MongoDB creates the index on (`tags`, `items.sku`) of `mongodb.docs`, but refuses every document with an array in more than one of `tags` and `items`. Create a separate index for each.',
  ]],
  ['MongoDB: two fields of one list', M + 'core/indexes/index-types/index-multikey/', doc({ 'items.sku': 1, 'items.0': 1 }), []],
  ['MongoDB: two wildcards', M + 'core/indexes/index-types/index-wildcard/reference/restrictions/', doc({ 'detail.$**': 1, 'meta.$**': 1 }), [
    'refused-index: MongoDB refuses the index on (`detail.$**`, `meta.$**`) of `mongodb.docs`: an index can have only one wildcard field. Create a separate index for each.',
  ]],
  ['MongoDB: a wildcard over a field of the index', M + 'core/indexes/index-types/index-wildcard/reference/restrictions/', doc({ 'meta.$**': 1, 'meta.host': 1 }), [
    'refused-index: MongoDB refuses the index on (`meta.$**`, `meta.host`) of `mongodb.docs`: `meta.$**` already covers `meta.host`. Remove one of the two.',
  ]],
  ['MongoDB: a wildcard that is unique, sparse and a TTL', M + 'core/indexes/index-types/index-wildcard/reference/restrictions/', doc({ '$**': 1 }, { unique: true, sparse: true, expireAfterSeconds: 60 }), [
    'refused-index: MongoDB refuses the index on (`$**`) of `mongodb.docs`: a wildcard index cannot be unique, sparse or a TTL index. Name the fields instead.',
  ]],
  ['MongoDB: text of all fields', M + 'core/indexes/index-types/index-text/create-wildcard-text-index/', doc({ '$**': 'text' }), []],
  ['MongoDB: sparse and a condition', M + 'core/index-partial/', doc({ b: 1 }, { sparse: true, where: { b: { $exists: true } } }), [
    'refused-index: MongoDB refuses the index on (`b`) of `mongodb.docs`: it has both `sparse` and a condition. Remove `sparse`, and add { $exists: true } to the condition.',
  ]],
  ['MongoDB: an operator that no condition takes', M + 'core/index-partial/', doc({ b: 1 }, { where: { b: { $ne: 'x' } } }), [
    'illegal-partial-filter: MongoDB refuses `$ne` in the condition of a partial index: that of `mongodb.docs` on `b` does not exist. Say what the field is, not what it is not: equality, $exists: true, $gt, $gte, $lt, $lte, $type, $and, $or, $in.',
  ]],
  ['MongoDB: a condition on what is not there', M + 'core/index-partial/', doc({ a: 1 }, { where: { bb: 'x' } }), [
    'index-on-unknown-field: `bb` in the condition of the index on (`a`) of `mongodb.docs` is not a field of its documents. Did you mean `b`?',
  ]],
  ['MongoDB: a condition of which a part is on what is not there', M + 'core/index-partial/', doc({ a: 1 }, { where: { a: 'x', bb: null } }), [
    'index-on-unknown-field: `bb` in the condition of the index on (`a`) of `mongodb.docs` is not a field of its documents. Did you mean `b`?',
  ]],
  ['MongoDB: an index on what is not there', M + 'core/indexes/index-types/index-single/', doc({ aa: 1 }), [
    'index-on-unknown-field: `aa` in the index on (`aa`) of `mongodb.docs` is not a field of its documents. Did you mean `a` or `at`?',
  ]],
  ['MongoDB: an index inside what may be anything', M + 'core/indexes/index-types/index-single/', doc({ 'detail.any.thing': 1 }, { where: { 'detail.kind': 'x' } }), []],
  ['MongoDB: sparse, and every document has the field', M + 'core/index-sparse/', doc({ a: 1 }, { sparse: true }), [
    'ignored-index-option: MongoDB creates the index on (`a`) of `mongodb.docs`, but `sparse` has no effect: every document has `a`. Remove `sparse`.',
  ]],
  ['MongoDB: sparse, and every document has one of the fields', M + 'core/index-sparse/', doc({ a: 1, b: 1 }, { sparse: true, unique: true }), [
    'unique-with-null: (`a`, `b`) of `mongodb.docs` is unique, and `b` may be absent: MongoDB accepts one such document for each `a` and refuses the next. `sparse` skips only documents that have none of the fields. Index only documents that have a value: { unique: true, where: { b: { $exists: true } } }.',
  ]],
  ['MongoDB: sparse, and a document may lack both', M + 'core/index-sparse/', doc({ b: 1, c: 1 }, { sparse: true }), []],
  ['MongoDB: unique, and the field may be absent', M + 'core/index-unique/', doc({ b: 1 }, { unique: true }), [
    'unique-with-null: (`b`) of `mongodb.docs` is unique, and `b` may be absent: MongoDB accepts one such document and refuses the next. Index only documents that have a value: { unique: true, where: { b: { $exists: true } } }.',
  ]],
  ['MongoDB: unique and sparse', M + 'core/index-sparse/', doc({ b: 1 }, { unique: true, sparse: true }), []],
  ['MongoDB: unique and sparse, and the field may be null', M + 'core/index-sparse/', doc({ n: 1 }, { unique: true, sparse: true }), [
    'unique-with-null: (`n`) of `mongodb.docs` is unique, and `n` may be null: MongoDB accepts one such document and refuses the next. `sparse` skips only documents that have none of the fields. Index only documents that have a value: { unique: true, where: { n: { $type: \'…\' } } }.',
  ]],
  ['MongoDB: unique where there is one', M + 'core/index-unique/', doc({ b: 1 }, { unique: true, where: { b: { $exists: true } } }), []],
  ['MongoDB: unique where it is a number', M + 'core/index-unique/', doc({ n: 1 }, { unique: true, where: { n: { $type: 'double' } } }), []],
  ['MongoDB: unique together, and one of them may be absent', M + 'core/index-unique/', doc({ a: 1, b: 1 }, { unique: true }), [
    'unique-with-null: (`a`, `b`) of `mongodb.docs` is unique, and `b` may be absent: MongoDB accepts one such document for each `a` and refuses the next. Index only documents that have a value: { unique: true, where: { b: { $exists: true } } }.',
  ]],
  ['MongoDB: three are unique together, and one of them may be absent', M + 'core/index-unique/', doc({ a: 1, at: 1, b: 1 }, { unique: true }), [
    'unique-with-null: (`a`, `at`, `b`) of `mongodb.docs` is unique, and `b` may be absent: MongoDB accepts one such document for each combination of `a` and `at` and refuses the next. Index only documents that have a value: { unique: true, where: { b: { $exists: true } } }.',
  ]],
  ['MongoDB: the index on _id', M + 'core/indexes/index-types/index-single/', doc({ _id: 1 }, { unique: true, sparse: true }), [
    'refused-index: MongoDB refuses the index on (`_id`) of `mongodb.docs`: MongoDB creates the index on `_id` itself, and does not allow `unique` or `sparse` on it. Remove the index.',
  ]],
  ['MongoDB: a descending index on _id', SERVER + 'catalog/index_key_validate.cpp', doc({ _id: -1 }), [
    'refused-index: MongoDB refuses the index on (`_id`) of `mongodb.docs`: MongoDB creates the index on `_id` itself, and does not allow a descending order on it. Remove the index.',
  ]],
  ['MongoDB: a partial index on _id', M + 'core/index-partial/', doc({ _id: 1 }, { where: { a: 'x' } }), [
    'refused-index: MongoDB refuses the index on (`_id`) of `mongodb.docs`: MongoDB creates the index on `_id` itself, and does not allow a condition on it. Remove the index.',
  ]],
  ['MongoDB: a hidden index on _id', M + 'core/index-hidden/', doc({ _id: 1 }, { hidden: true }), [
    'refused-index: MongoDB refuses the index on (`_id`) of `mongodb.docs`: MongoDB creates the index on `_id` itself, and does not allow `hidden` on it. Remove the index.',
  ]],
  ['MongoDB: a TTL on _id', M + 'core/index-ttl/', doc({ _id: 1 }, { expireAfterSeconds: 60 }), [
    'refused-index: MongoDB refuses the index on (`_id`) of `mongodb.docs`: MongoDB creates the index on `_id` itself, and does not allow a TTL on it. Use an index on a date field.',
  ]],
  ['MongoDB: a hashed index on _id', M + 'core/indexes/index-types/index-hashed/', doc({ _id: 'hashed' }), []],
  ['MongoDB: a TTL of several fields', M + 'core/index-ttl/', doc({ a: 1, at: 1 }, { expireAfterSeconds: 60 }), [
    'compound-ttl-index: A TTL index of `mongodb.docs` has the fields `a` and `at`: a TTL index must have exactly one field, so no document expires through it. Write retention: expires(\'…\', { after: \'…\' }), which creates an index on the date alone.',
  ]],
  ['MongoDB: a TTL from text', M + 'core/index-ttl/', doc({ a: 1 }, { expireAfterSeconds: 60 }), [
    'ttl-field-not-a-date: Records of `mongodb.docs` are to expire some time after `a`, which is `string` and no date: they never will. Make it z.date().',
  ]],
  ['MongoDB: a TTL from what may be anything', M + 'core/index-ttl/', doc({ detail: 1 }, { expireAfterSeconds: 60 }), []],
  ['MongoDB: a TTL below zero', M + 'core/index-ttl/', doc({ at: 1 }, { expireAfterSeconds: -1 }), [
    'unusable-ttl: The TTL index of `mongodb.docs` on `at` has a TTL of -1 seconds, which is not a valid duration. Write retention: expires(\'90 days\', { after: \'…\' }).',
  ]],
  ['MongoDB: a TTL that is hashed', SERVER + 'ttl/ttl.cpp', doc({ at: 'hashed' }, { expireAfterSeconds: 60 }), [
    'ignored-index-option: MongoDB creates the index on (`at`) of `mongodb.docs`, but no document expires through it: MongoDB does not use a hashed index for a TTL. Use an index on the date alone: index({ createdAt: 1 }, { expireAfterSeconds: … }).',
  ]],
  ['MongoDB: a TTL beside an index of the same field', M + 'core/index-ttl/', docs([index({ at: 1 }), index({ at: 1 }, { name: 'ttl', expireAfterSeconds: 60 })]), [
    'refused-index: MongoDB refuses the index `ttl` on (`at`) of `mongodb.docs` next to another index on the same fields: they differ only in the TTL. Keep one of them.',
  ]],
  ['MongoDB: a retention beside an index of its field', M + 'core/index-ttl/', doc({ at: 1 }, {}, { retention: expires('90 days', { after: 'at' }) }), [
    'refused-index: MongoDB refuses the index on (`at`) of `mongodb.docs` next to another index on the same fields: they differ only in the TTL. Remove the one under `indexes`: queries use the index of the retention, too.',
  ]],
  ['MongoDB: a retention beside an index in the other order', M + 'core/index-ttl/', doc({ at: -1 }, {}, { retention: expires('90 days', { after: 'at' }) }), []],
  ['MongoDB: two TTLs on two dates', M + 'core/index-ttl/', docs([index({ at: 1 }, { expireAfterSeconds: 60 }), index({ until: 1 }, { expireAfterSeconds: 0 })]), []],
  ['MongoDB: partial TTLs on one date, with names', M + 'core/index-partial/', docs([index({ at: 1 }, { name: 'x', expireAfterSeconds: 60, where: { a: 'x' } }), index({ at: 1 }, { name: 'y', expireAfterSeconds: 90, where: { a: 'y' } })]), []],
  ['MongoDB: partial indexes of one field without names', M + 'reference/command/createIndexes/', docs([index({ at: 1 }, { where: { a: 'x' } }), index({ at: 1 }, { where: { a: 'y' } })]), [
    'refused-index: MongoDB refuses the index on (`at`) of `mongodb.docs`: another index of the collection has the name `at_1`. Give it a name: { name: \'…\' }.',
  ]],
  ['MongoDB: the same fields twice, under two names', M + 'reference/command/createIndexes/', docs([index({ a: 1 }, { name: 'x' }), index({ a: 1 }, { name: 'y' })]), [
    'refused-index: MongoDB refuses the index `y` on (`a`) of `mongodb.docs` next to another index on the same fields: they differ only in the name. Keep one of them.',
  ]],
  ['MongoDB: the same fields, and one is hidden', M + 'core/index-hidden/', docs([index({ a: 1 }), index({ a: 1 }, { name: 'y', hidden: true })]), [
    'refused-index: MongoDB refuses the index `y` on (`a`) of `mongodb.docs` next to another index on the same fields: they differ only in `hidden`. Keep one of them.',
  ]],
  ['MongoDB: the same fields, and one is sparse', M + 'core/index-sparse/', docs([index({ b: 1 }), index({ b: 1 }, { name: 'y', sparse: true })]), []],
  ['MongoDB: the same fields with two collations', M + 'core/index-case-insensitive/', docs([index({ a: 1 }), index({ a: 1 }, { name: 'y', collation: { locale: 'en', strength: 2 } })]), []],
  ['MongoDB: two indexes of one name', M + 'reference/command/createIndexes/', docs([index({ a: 1 }, { name: 'x' }), index({ b: 1 }, { name: 'x' })]), [
    'refused-index: MongoDB refuses the index `x` on (`b`) of `mongodb.docs`: another index of the collection has the name `x`. Give one of them another name.',
  ]],
  ['MongoDB: a hidden index that is unique', M + 'core/index-hidden/', doc({ a: 1 }, { unique: true, hidden: true }), []],
  ['MongoDB: a TTL in a capped collection', 'https://jira.mongodb.org/browse/SERVER-77586', doc({ at: 1 }, { expireAfterSeconds: 60 }, { capped: { maxBytes: 4096 } }), [
    'ignored-index-option: `mongodb.docs` is capped and has a TTL index, which MongoDB supports since 7.1: 5.2 to 7.0 refuse the index, and before 5.2 no document expires through it. Remove `capped` or the TTL.',
  ]],
  ['MongoDB: a capped time series', M + 'core/timeseries/timeseries-limitations/', docs([], { capped: { maxBytes: 4096 }, timeSeries: { timeField: 'at' } }), [
    'refused-index: MongoDB refuses `mongodb.docs`: a time series cannot be capped. Use retention: expires(…) instead of `capped`.',
  ]],
  ['MongoDB: a capped collection that is clustered', M + 'core/clustered-collections/', docs([], { capped: { maxBytes: 4096 }, clustered: true }), [
    'refused-index: MongoDB refuses `mongodb.docs`: a clustered collection cannot be capped. Remove one of the two.',
  ]],
  ['MongoDB: a time series over text', M + 'core/timeseries-collections/', docs([], { timeSeries: { timeField: 'a' } }), [
    'refused-index: MongoDB refuses `mongodb.docs`: the `timeField` of a time series must be a date, and `a` is `string`. Make it z.date().',
  ]],
  ['MongoDB: a time series over a date that may be absent', M + 'core/timeseries-collections/', collection('docs', { document: z.object({ _id: objectId(), at: z.date().optional() }), timeSeries: { timeField: 'at' } }), [
    'refused-index: MongoDB refuses `mongodb.docs`: every document of a time series needs its `timeField`, and `at` may be absent. Make it required.',
  ]],
  ['MongoDB: a time series grouped by its time', M + 'core/timeseries-collections/', docs([], { timeSeries: { timeField: 'at', metaField: 'at' } }), [
    'refused-index: MongoDB refuses `mongodb.docs`: `at` cannot be the `metaField` of a time series. Name the field that identifies a series.',
  ]],
  ['MongoDB: a unique index of a time series', M + 'core/timeseries/timeseries-limitations/', series({ a: 1 }, { unique: true }), [
    'refused-index: MongoDB refuses the index on (`a`) of `mongodb.docs`: time series collections do not support unique indexes. Remove `unique`, and check for duplicates before you write.',
  ]],
  ['MongoDB: a text index of a time series', M + 'core/timeseries/timeseries-limitations/', series({ a: 'text' }), [
    'refused-index: MongoDB refuses the index on (`a`) of `mongodb.docs`: time series collections do not support text indexes. Remove the index.',
  ]],
  ['MongoDB: a 2d index of a time series', M + 'core/timeseries/timeseries-limitations/', series({ 'place.coordinates': '2d' }), [
    'refused-index: MongoDB refuses the index on (`place.coordinates`) of `mongodb.docs`: time series collections do not support 2d indexes. Use 2dsphere.',
  ]],
  ['MongoDB: a list that a time series measures', M + 'core/timeseries/timeseries-limitations/', series({ tags: 1 }), [
    'refused-index: MongoDB creates the index on (`tags`) of `mongodb.docs`, but refuses every document with an array in `tags`: a time series supports indexes on arrays only in its `metaField`. Remove the array from the index.',
  ]],
  ['MongoDB: a time series with a validator', M + 'core/timeseries/timeseries-limitations/', docs([], { validator: true, timeSeries: { timeField: 'at' } }), [
    'refused-index: MongoDB refuses `mongodb.docs`: time series collections do not support schema validation. Remove `validator`.',
  ]],
  ['MongoDB: a sparse index on what a time series measures', M + 'core/timeseries/timeseries-limitations/', series({ b: 1 }, { sparse: true }), [
    'refused-index: MongoDB refuses the index on (`b`) of `mongodb.docs`: a time series supports sparse indexes only on its `metaField`, not on `b`. Remove `sparse`.',
  ]],
  ['MongoDB: a TTL of a time series from another date', M + 'core/index-ttl/', series({ until: 1 }, { expireAfterSeconds: 60 }), [
    'refused-index: MongoDB refuses the index on (`until`) of `mongodb.docs`: a time series can only expire by its `timeField`, `at`. Write retention: expires(\'…\', { after: \'at\' }).',
  ]],
  ['MongoDB: a TTL of a time series without a condition', M + 'core/timeseries/timeseries-index/', series({ at: 1 }, { expireAfterSeconds: 60 }), [
    'refused-index: MongoDB refuses the index on (`at`) of `mongodb.docs`: a TTL index of a time series needs a condition that uses only its `metaField`. Write retention: expires(\'…\', { after: \'at\' }), or use only `meta` in a condition.',
  ]],
  ['MongoDB: a TTL of a time series with one on its metaField', M + 'core/timeseries/timeseries-index/', series({ at: 1 }, { expireAfterSeconds: 60, where: { 'meta.host': 'x' } }), []],
  ['MongoDB: the retention of a time series', M + 'core/timeseries/timeseries-automatic-removal/', docs([], { timeSeries: { timeField: 'at', metaField: 'meta' }, retention: expires('90 days', { after: 'at' }) }), []],
  ['MongoDB: the retention of a time series from another date', M + 'core/timeseries/timeseries-automatic-removal/', docs([], { timeSeries: { timeField: 'at', metaField: 'meta' }, retention: expires('90 days', { after: 'until' }) }), [
    'refused-index: MongoDB refuses the index on (`until`) of `mongodb.docs`: a time series can only expire by its `timeField`, `at`. Write expires(\'…\', { after: \'at\' }).',
  ]],
  ['PostgreSQL: no column', P + 'sql-createindex.html', row([]), [
    'refused-index: PostgreSQL refuses the index on () of `postgresql.rows`: it has no columns. Name a column: [\'tenant_id\'].',
  ]],
  ['PostgreSQL: more than 32 columns', P + 'indexes-multicolumn.html', table('rows', { columns: z.object(Object.fromEntries(Array.from({ length: 33 }, (_, at) => [`c${at}`, bigint()]))), primaryKey: ['c0'], indexes: [Array.from({ length: 33 }, (_, at) => `c${at}`)] }), [
    'refused-index: PostgreSQL refuses the index on (`c0`, `c1`, `c2`, `c3`, `c4`, `c5`, `c6`, `c7` and 25 more) of `postgresql.rows`: it has 33 columns, and the maximum is 32. Remove some of them.',
  ]],
  ['PostgreSQL: a method that is mistyped', P + 'indexes-types.html', row(['tags'], { method: 'gni' }), [
    'refused-index: PostgreSQL refuses the index on (`tags`) of `postgresql.rows`: there is no index method `gni`. Did you mean `gin`?',
  ]],
  ['PostgreSQL: a method of an extension', P + 'indexes-types.html', row(['data'], { method: 'hnsw' }), []],
  ['PostgreSQL: a unique hash index', P + 'indexes-unique.html', row(['a'], { method: 'hash', unique: true }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: only a btree index can be unique, and its method is hash. Remove `method`.',
  ]],
  ['PostgreSQL: a hash index of two columns', P + 'indexes-multicolumn.html', row(['a', 'n'], { method: 'hash' }), [
    'refused-index: PostgreSQL refuses the index on (`a`, `n`) of `postgresql.rows`: a hash index can have only one column. Create a separate index for each.',
  ]],
  ['PostgreSQL: a GIN index of two columns', P + 'indexes-multicolumn.html', row(['tags', 'data'], { method: 'gin' }), []],
  ['PostgreSQL: a GIN index that carries a column', P + 'sql-createindex.html', row(['tags'], { method: 'gin', include: ['a'] }), [
    'refused-index: PostgreSQL refuses the index on (`tags`) of `postgresql.rows`: a gin index does not support included columns. Remove `include`.',
  ]],
  ['PostgreSQL: a GiST index that carries a column', P + 'sql-createindex.html', row(['point'], { method: 'gist', include: ['a'] }), []],
  ['PostgreSQL: a GIN index with an order', P + 'indexes-ordering.html', row(['tags desc'], { method: 'gin' }), [
    'refused-index: PostgreSQL refuses the index on (`tags`) of `postgresql.rows`: a gin index does not support an order, and `tags` has `desc`. Remove the order.',
  ]],
  ['PostgreSQL: a BRIN index with nulls first', P + 'indexes-ordering.html', row(['ts nulls first'], { method: 'brin' }), [
    'refused-index: PostgreSQL refuses the index on (`ts`) of `postgresql.rows`: a brin index does not support an order, and `ts` has `nulls first`. Remove the order.',
  ]],
  ['PostgreSQL: a B-tree of json', P + 'datatype-json.html', row(['old']), [
    'refused-index: PostgreSQL refuses the index on (`old`) of `postgresql.rows`: `old` is `json`, which a btree index does not support. Make the column jsonb().',
  ]],
  ['PostgreSQL: a B-tree of a point', P + 'indexes-opclass.html', row(['point']), [
    'refused-index: PostgreSQL refuses the index on (`point`) of `postgresql.rows`: `point` is `point`, which a btree index does not support. Use the method \'gist\' or \'spgist\'.',
  ]],
  ['PostgreSQL: a GIN index of text', P + 'indexes-opclass.html', row(['a'], { method: 'gin' }), [
    'ignored-index-option: PostgreSQL creates the index on (`a`) of `postgresql.rows` only with an extension: `a` is `text`, and gin has no built-in operator class for it. Name an operator class of pg_trgm, \'a gin_trgm_ops\', or remove `method`.',
  ]],
  ['PostgreSQL: a GIN index of a number', P + 'btree-gin.html', row(['n'], { method: 'gin' }), [
    'ignored-index-option: PostgreSQL creates the index on (`n`) of `postgresql.rows` only with an extension: `n` is `bigint`, and gin has no built-in operator class for it. Suppress this finding if btree_gin is installed, or remove `method`.',
  ]],
  ['PostgreSQL: a GiST index of jsonb', P + 'indexes-opclass.html', row(['data'], { method: 'gist' }), [
    'refused-index: PostgreSQL refuses the index on (`data`) of `postgresql.rows`: `data` is `jsonb`, which a gist index does not support. Use the method \'btree\', \'hash\' or \'gin\'.',
  ]],
  ['PostgreSQL: a GiST index of texts', P + 'indexes-opclass.html', row(['tags'], { method: 'gist' }), [
    'refused-index: PostgreSQL refuses the index on (`tags`) of `postgresql.rows`: `tags` is `text[]`, which a gist index does not support. Use the method \'btree\', \'hash\' or \'gin\'.',
  ]],
  ['PostgreSQL: a GiST index of integers', P + 'intarray.html', row(['sizes'], { method: 'gist' }), [
    'ignored-index-option: PostgreSQL creates the index on (`sizes`) of `postgresql.rows` only with an extension: `sizes` is `integer[]`, and gist has no built-in operator class for it. Suppress this finding if intarray is installed, or remove `method`.',
  ]],
  ['PostgreSQL: a GIN index of json', P + 'datatype-json.html', row(['old'], { method: 'gin' }), [
    'refused-index: PostgreSQL refuses the index on (`old`) of `postgresql.rows`: `old` is `json`, which a gin index does not support. Make the column jsonb().',
  ]],
  ['PostgreSQL: a GIN index of text with its operator class', P + 'pgtrgm.html', row(['a gin_trgm_ops'], { method: 'gin' }), []],
  ['PostgreSQL: a GIN index of words', P + 'textsearch-indexes.html', row(['words'], { method: 'gin' }), []],
  ['PostgreSQL: a BRIN index of jsonb', P + 'brin.html', row(['data'], { method: 'brin' }), [
    'refused-index: PostgreSQL refuses the index on (`data`) of `postgresql.rows`: `data` is `jsonb`, which a brin index does not support. Use the method \'btree\', \'hash\' or \'gin\'.',
  ]],
  ['PostgreSQL: NULLS NOT DISTINCT without UNIQUE', P + 'sql-createindex.html', row(['a'], { nullsNotDistinct: true }), [
    'ignored-index-option: PostgreSQL creates the index on (`a`) of `postgresql.rows`, but `nullsNotDistinct` has no effect: the index is not unique. Make it unique, or remove `nullsNotDistinct`.',
  ]],
  ['PostgreSQL: now() in a condition', P + 'sql-createindex.html', row(['a'], { where: "ts > now() - interval '1 day'" }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: its condition contains `now()`, which is not immutable. Use only columns of the row and immutable functions.',
  ]],
  ['PostgreSQL: CURRENT_DATE in a condition', P + 'sql-createindex.html', row(['a'], { where: 'day > CURRENT_DATE' }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: its condition contains `current_date`, which is not immutable. Use only columns of the row and immutable functions.',
  ]],
  ['PostgreSQL: a query in a condition', P + 'sql-createindex.html', row(['a'], { where: 'n in (select 1)' }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: its condition contains `select`, which starts a subquery. Use only columns of the row and immutable functions.',
  ]],
  ['PostgreSQL: an aggregate in a condition', P + 'sql-createindex.html', row(['a'], { where: 'count(*) > 1' }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: its condition contains `count()`, which is an aggregate function. Use only columns of the row and immutable functions.',
  ]],
  ['PostgreSQL: now() as a text', P + 'sql-createindex.html', row(['a'], { where: "a = 'now()'" }), []],
  ['PostgreSQL: a column that is not there', P + 'sql-createindex.html', row(['a'], { where: '(deleted_at IS NULL)' }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: its condition names `deleted_at`, and the table has no such column. Name a column of the table.',
  ]],
  ['PostgreSQL: a column that is there, in quotes and without', P + 'sql-syntax-lexical.html', row(['a'], { where: '("userId" IS NOT NULL) AND n = 1' }), []],
  ['PostgreSQL: an enum as PostgreSQL prints it', P + 'sql-createindex.html', row(['a'], { where: "((\"userId\" IS NULL) AND (a = ANY (ARRAY['X'::public.\"Kind\", 'Y'::public.\"Kind\"])))" }), []],
  ['PostgreSQL: the day of a moment', P + 'xfunc-volatility.html', row([expression('(ts::date)')]), [
    'refused-index: PostgreSQL refuses the index on (`(ts::date)`) of `postgresql.rows`: its expression contains `ts::date`, which is not immutable. Use only columns of the row and immutable functions.',
  ]],
  ['PostgreSQL: a day as text', P + 'xfunc-volatility.html', row([expression('(day::text)')]), [
    'refused-index: PostgreSQL refuses the index on (`(day::text)`) of `postgresql.rows`: its expression contains `day::text`, which is not immutable. Use only columns of the row and immutable functions.',
  ]],
  ['PostgreSQL: a number as text', P + 'xfunc-volatility.html', row([expression('(n::text)')]), []],
  ['PostgreSQL: a moment that is cut to its day', P + 'xfunc-volatility.html', row([expression("date_trunc('day', ts)")]), [
    'refused-index: PostgreSQL refuses the index on (`date_trunc(\'day\', ts)`) of `postgresql.rows`: its expression contains `date_trunc(…, ts)`, which is not immutable. Use only columns of the row and immutable functions.',
  ]],
  ['PostgreSQL: a moment of one time zone that is cut to its day', P + 'xfunc-volatility.html', row([expression("date_trunc('day', ts at time zone 'utc')")]), []],
  ['PostgreSQL: texts that are put together by concat()', P + 'xfunc-volatility.html', row([expression('concat(a, b)')]), [
    'refused-index: PostgreSQL refuses the index on (`concat(a, b)`) of `postgresql.rows`: its expression contains `concat()`, which is not immutable. Use only columns of the row and immutable functions.',
  ]],
  ['PostgreSQL: words in the language of the session', P + 'textsearch-tables.html', row([expression('to_tsvector(a)')], { method: 'gin' }), [
    'refused-index: PostgreSQL refuses the index on (`to_tsvector(a)`) of `postgresql.rows`: its expression contains `to_tsvector()`, which is immutable only with a text search configuration. Use only columns of the row and immutable functions.',
  ]],
  ['PostgreSQL: words in one language', P + 'textsearch-tables.html', row([expression("to_tsvector('english', a)")], { method: 'gin' }), []],
  ['PostgreSQL: options of MongoDB', P + 'sql-createindex.html', row(['a'], { sparse: true, hidden: true }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: `sparse` and `hidden` are options of MongoDB. Remove them.',
  ]],
  ['PostgreSQL: a TTL of MongoDB', P + 'sql-createindex.html', row(['ts'], { expireAfterSeconds: 60 }), [
    'refused-index: PostgreSQL refuses the index on (`ts`) of `postgresql.rows`: `expireAfterSeconds` is an option of MongoDB. Declare retention: expires(\'…\', { after: \'…\' }) instead.',
  ]],
  ['PostgreSQL: a kind of MongoDB', P + 'sql-createindex.html', row({ a: 'text' }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: `a` has `text`, which is an index type of MongoDB. Name a method: { method: \'gin\' }.',
  ]],
  ['PostgreSQL: a condition of MongoDB', P + 'sql-createindex.html', row(['a'], { where: { a: 'x' } }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: its condition is an object. Write SQL text: { where: \'deleted_at is null\' }.',
  ]],
  ['PostgreSQL: unique, and a column in the middle may be null', P + 'indexes-unique.html', row(['b', 'n'], { unique: true }), [
    'unique-with-null: (`b`, `n`) of `postgresql.rows` is unique, but rows in which `b` is null can repeat the other values: in PostgreSQL nulls are distinct. Add { nullsNotDistinct: true }, or a unique index for the rows with a null: { unique: true, where: \'… is null\' }.',
  ]],
  ['PostgreSQL: unique, and what is named last may be null', P + 'indexes-unique.html', row(['n', 'b'], { unique: true }), []],
  ['PostgreSQL: unique, and nulls are equal', P + 'indexes-unique.html', row(['b', 'n'], { unique: true, nullsNotDistinct: true }), []],
  ['PostgreSQL: a unique constraint by which nulls are equal', P + 'ddl-constraints.html', rows([], { unique: [unique(['b', 'n'], { nullsNotDistinct: true })] }), []],
  ['PostgreSQL: unique, and another index takes care of the nulls', P + 'indexes-unique.html', rows([index(['b', 'n'], { name: 'x', unique: true }), index(['n'], { name: 'y', unique: true, where: '(b IS NULL)' })]), []],
  ['PostgreSQL: a unique column that may be null', P + 'indexes-unique.html', rows([], { unique: [['b']] }), []],
  ['PostgreSQL: a primary key that may be null', P + 'ddl-constraints.html', rows([], { primaryKey: ['b'] }), [
    'unique-with-null: `b` of `postgresql.rows` is nullable and in the primary key: PostgreSQL makes it NOT NULL. Remove .nullable().',
  ]],
  ['PostgreSQL: a primary key of one column twice', P + 'ddl-constraints.html', rows([], { primaryKey: ['id', 'id'] }), [
    'refused-index: PostgreSQL refuses the primary key (`id`, `id`) of `postgresql.rows`: it names `id` twice. Name each column once.',
  ]],
  ['PostgreSQL: a key of a partitioned table without the partition', P + 'ddl-partitioning.html', rows([], { partitionBy: partitionBy('range', ['ts']) }), [
    'refused-index: PostgreSQL refuses the primary key (`id`) of `postgresql.rows`: the table is partitioned by `ts`, which the key must include. Add the partition columns to the key.',
  ]],
  ['PostgreSQL: a unique index of a partitioned table with it', P + 'ddl-partitioning.html', row(['a', 'ts'], { unique: true }, { primaryKey: ['id', 'ts'], partitionBy: partitionBy('range', ['ts']) }), []],
  ['PostgreSQL: an index that is called like its table', P + 'sql-createindex.html', row(['a'], { name: 'rows' }), [
    'refused-index: PostgreSQL refuses the index `rows` of `postgresql.rows`: the table `postgresql.rows` has that name in the same schema. Give one of them another name.',
  ]],
  ['PostgreSQL: two indexes of one name', P + 'sql-createindex.html', rows([index(['a'], { name: 'x' }), index(['n'], { name: 'x' })]), [
    'refused-index: PostgreSQL refuses the index `x` of `postgresql.rows`: the index of `postgresql.rows` has that name in the same schema. Give one of them another name.',
  ]],
  ['PostgreSQL: a name of more than 63 bytes', P + 'sql-syntax-lexical.html', row(['a'], { name: 'n'.repeat(64) }), [
    'ignored-index-option: PostgreSQL truncates the name of the index `nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn` of `postgresql.rows` to `nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn`: the maximum is 63 bytes. Use a shorter name.',
  ]],
];

test.each(TABLE)('%s', (_, source, definition, found) => {
  expect(said(definition), source).toEqual(found);
});

test('each row says where it is from', () => {
  expect(TABLE.filter(([, source]) => !/^https:\/\/(www\.mongodb\.com|www\.postgresql\.org|github\.com\/mongodb|jira\.mongodb\.org)\//.test(source))).toEqual([]);
});
