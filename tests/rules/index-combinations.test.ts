import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, date, double, expires, expression, index, jsonb, objectId, partitionBy, sqlType, table, text, timestamptz, unique } from '../../src/lib/dsl/index.ts';
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

const columns = z.object({ id: bigint(), a: text(), b: text().nullable(), n: bigint(), ts: timestamptz(), day: date(), tags: z.array(text()), data: jsonb(), old: sqlType('json'), point: sqlType('point'), words: sqlType('tsvector'), 'userId': bigint() });
const rows = (indexes: readonly (readonly string[] | ReturnType<typeof index>)[], options: object = {}) => table('rows', { columns, primaryKey: ['id'], indexes, ...options });
const row = (keys: Keys, options: Options = {}, more: object = {}) => rows([index(keys, options)], more);

const LOOKED_AT = new Set(['refused-index', 'ignored-index-option', 'unique-with-null', 'index-on-unknown-field', 'illegal-partial-filter', 'compound-ttl-index', 'unusable-ttl', 'ttl-field-not-a-date', 'two-ttls-on-one-field', 'contradictory-retention']);
const said = (definition: Definition): readonly string[] =>
  rules.filter(({ id }) => LOOKED_AT.has(id)).flatMap((rule) => foundBy(rule, [definition]).map((line) => `${rule.id}: ${line.slice(line.indexOf(': ') + 2)}`));

const TABLE: readonly Row[] = [
  ['MongoDB: no field', M + 'reference/command/createIndexes/', doc({}), [
    'refused-index: MongoDB refuses the index on () of `mongodb.docs`: it has no field. Name a field: index({ tenantId: 1 }).',
  ]],
  ['MongoDB: a field twice', M + 'reference/command/createIndexes/', doc(['a', 'a']), [
    'refused-index: MongoDB refuses the index on (`a`, `a`) of `mongodb.docs`: `a` is in it twice. Name each field once.',
  ]],
  ['MongoDB: more than 32 fields', M + 'reference/limits/', collection('docs', { document: z.object({ _id: objectId(), detail: z.unknown() }), indexes: [index(Object.fromEntries(Array.from({ length: 33 }, (_, at) => [`detail.f${at}`, 1] as const)))] }), [
    'refused-index: MongoDB refuses the index on (`detail.f0`, `detail.f1`, `detail.f2`, `detail.f3`, `detail.f4`, `detail.f5`, `detail.f6`, `detail.f7` and 25 more) of `mongodb.docs`: it has 33 fields, and 32 is the most. Leave some out.',
  ]],
  ['MongoDB: more than 64 indexes', M + 'reference/limits/', collection('docs', { document: z.object({ _id: objectId(), detail: z.unknown() }), indexes: Array.from({ length: 64 }, (_, at) => index({ [`detail.f${at}`]: 1 })) }), [
    'refused-index: `mongodb.docs` has 65 indexes with that on `_id`, and MongoDB makes 64. Remove those that others make redundant.',
  ]],
  ['MongoDB: a step that begins with a dollar', M + 'reference/command/createIndexes/', doc({ 'detail.$x': 1 }), [
    'refused-index: MongoDB refuses the index on (`detail.$x`) of `mongodb.docs`: `detail.$x` is not a path: a step is empty or begins with a dollar. Write the names of fields with dots between them: \'meta.ownerId\'.',
  ]],
  ['MongoDB: a field of a DBRef', M + 'reference/database-references/', doc({ 'detail.$id': 1 }), []],
  ['MongoDB: an expression of SQL', M + 'reference/command/createIndexes/', doc([expression('lower(a)')]), [
    'refused-index: MongoDB refuses the index on (`lower(a)`) of `mongodb.docs`: `lower(a)` is SQL. Write the field with its order: index({ createdAt: -1 }).',
  ]],
  ['MongoDB: an order of SQL', M + 'reference/command/createIndexes/', doc(['a desc']), [
    'refused-index: MongoDB refuses the index on (`a`) of `mongodb.docs`: `a desc` is SQL. Write the field with its order: index({ createdAt: -1 }).',
  ]],
  ['MongoDB: options of PostgreSQL', M + 'reference/command/createIndexes/', doc({ a: 1 }, { include: ['n'], method: 'gin' }), [
    'refused-index: MongoDB refuses the index on (`a`) of `mongodb.docs`: `include` and `method` are options of PostgreSQL. Leave them out.',
  ]],
  ['MongoDB: two kinds in one index', M + 'core/indexes/index-types/index-text/text-index-restrictions/', doc({ a: 'text', place: '2dsphere' }), [
    'refused-index: MongoDB refuses the index on (`a`, `place`) of `mongodb.docs`: one index cannot be text and 2dsphere. Make an index of each.',
  ]],
  ['MongoDB: two hashed fields', M + 'core/indexes/index-types/index-hashed/', doc({ a: 'hashed', until: 'hashed' }), [
    'refused-index: MongoDB refuses the index on (`a`, `until`) of `mongodb.docs`: only one of its fields can be hashed. Hash one of them.',
  ]],
  ['MongoDB: a hashed field beside another', M + 'core/indexes/index-types/index-hashed/', doc({ a: 'hashed', at: 1 }), []],
  ['MongoDB: a hashed list', M + 'core/indexes/index-types/index-hashed/', doc({ tags: 'hashed' }), [
    'refused-index: MongoDB makes the index on (`tags`) of `mongodb.docs`, and refuses each document with a list in `tags`: a hashed index takes none. Make it a plain index.',
  ]],
  ['MongoDB: a hashed fraction', M + 'core/indexes/index-types/index-hashed/', doc({ size: 'hashed' }), [
    'ignored-index-option: MongoDB makes the index on (`size`) of `mongodb.docs`, and cuts the fractions of `size` off: 2.3 and 2.9 have one hash. Hash a field of another type.',
  ]],
  ['MongoDB: hashed and unique', M + 'core/index-unique/', doc({ a: 'hashed' }, { unique: true }), [
    'refused-index: MongoDB refuses the index on (`a`) of `mongodb.docs`: two values may have one hash, so that it cannot be unique. Make the unique one a plain index.',
  ]],
  ['MongoDB: a 2d index that does not begin with its place', M + 'core/indexes/index-types/geospatial/2d/', doc({ a: 1, 'place.coordinates': '2d' }), [
    'refused-index: MongoDB refuses the index on (`a`, `place.coordinates`) of `mongodb.docs`: a 2d index has one place, which is its first field. Put the place first.',
  ]],
  ['MongoDB: a place that is text', M + 'core/indexes/index-types/geospatial/2dsphere/', doc({ a: '2dsphere' }), [
    'refused-index: MongoDB makes the index on (`a`) of `mongodb.docs`, and refuses each document with `string` in `a`, which is not a place. Index a field that holds GeoJSON or a pair of coordinates.',
  ]],
  ['MongoDB: sparse on a place', M + 'core/indexes/index-types/geospatial/2dsphere/', doc({ place: '2dsphere' }, { sparse: true }), [
    'ignored-index-option: MongoDB makes the index on (`place`) of `mongodb.docs`, and ignores `sparse`: a 2dsphere index leaves documents without the field out anyway. Leave `sparse` out.',
  ]],
  ['MongoDB: sparse on text', M + 'core/indexes/index-types/index-text/text-index-properties/', doc({ b: 'text' }, { sparse: true }), [
    'ignored-index-option: MongoDB makes the index on (`b`) of `mongodb.docs`, and ignores `sparse`: a text index leaves documents without the field out anyway. Leave `sparse` out.',
  ]],
  ['MongoDB: two text indexes', M + 'core/indexes/index-types/index-text/text-index-restrictions/', docs([index({ a: 'text' }), index({ b: 'text' })]), [
    'refused-index: MongoDB refuses the index on (`b`) of `mongodb.docs`: a collection has one text index, and `mongodb.docs` has 2. Put the fields into one index.',
  ]],
  ['MongoDB: text fields apart from each other', M + 'core/indexes/index-types/index-text/text-index-restrictions/', doc({ a: 'text', at: 1, b: 'text' }), [
    'refused-index: MongoDB refuses the index on (`a`, `at`, `b`) of `mongodb.docs`: the text fields of an index stand next to each other. Move them together.',
  ]],
  ['MongoDB: text with a collation', M + 'core/indexes/index-types/index-text/text-index-restrictions/', doc({ a: 'text' }, { collation: { locale: 'en' } }), [
    'refused-index: MongoDB refuses the index on (`a`) of `mongodb.docs`: a text index has no collation. Leave it out, or write { locale: \'simple\' }.',
  ]],
  ['MongoDB: text with the simple collation', M + 'core/indexes/index-types/index-text/text-index-restrictions/', doc({ a: 'text' }, { collation: { locale: 'simple' } }), []],
  ['MongoDB: text of a date', M + 'core/indexes/index-types/index-text/', doc({ at: 'text' }), [
    'ignored-index-option: MongoDB makes the index on (`at`) of `mongodb.docs`, and nothing is found by it: it takes texts, and `at` is `date`. Make it a plain index.',
  ]],
  ['MongoDB: a collation that is a name', M + 'reference/collation/', doc({ a: 1 }, { collation: 'en' }), [
    'refused-index: MongoDB refuses the index on (`a`) of `mongodb.docs`: its collation is not an object. Write { locale: \'en\', strength: 2 }.',
  ]],
  ['MongoDB: two lists in one index', M + 'core/indexes/index-types/index-multikey/', doc({ tags: 1, 'items.sku': 1 }), [
    'refused-index: MongoDB makes the index on (`tags`, `items.sku`) of `mongodb.docs`, and refuses each document that has a list in both `tags` and `items`. Make an index of each.',
  ]],
  ['MongoDB: two fields of one list', M + 'core/indexes/index-types/index-multikey/', doc({ 'items.sku': 1, 'items.0': 1 }), []],
  ['MongoDB: two wildcards', M + 'core/indexes/index-types/index-wildcard/reference/restrictions/', doc({ 'detail.$**': 1, 'meta.$**': 1 }), [
    'refused-index: MongoDB refuses the index on (`detail.$**`, `meta.$**`) of `mongodb.docs`: an index has one wildcard. Make an index of each.',
  ]],
  ['MongoDB: a wildcard over a field of the index', M + 'core/indexes/index-types/index-wildcard/reference/restrictions/', doc({ 'meta.$**': 1, 'meta.host': 1 }), [
    'refused-index: MongoDB refuses the index on (`meta.$**`, `meta.host`) of `mongodb.docs`: `meta.host` is in `meta.$**` as well. Name each field once.',
  ]],
  ['MongoDB: a wildcard that is unique, sparse and a TTL', M + 'core/indexes/index-types/index-wildcard/reference/restrictions/', doc({ '$**': 1 }, { unique: true, sparse: true, expireAfterSeconds: 60 }), [
    'refused-index: MongoDB refuses the index on (`$**`) of `mongodb.docs`: a wildcard index cannot be unique or sparse or a TTL. Name the field.',
  ]],
  ['MongoDB: text of all fields', M + 'core/indexes/index-types/index-text/create-wildcard-text-index/', doc({ '$**': 'text' }), []],
  ['MongoDB: sparse and a condition', M + 'core/index-partial/', doc({ b: 1 }, { sparse: true, where: { b: { $exists: true } } }), [
    'refused-index: MongoDB refuses the index on (`b`) of `mongodb.docs`: it has both `sparse` and a condition. Leave `sparse` out, and say it in the condition: { $exists: true }.',
  ]],
  ['MongoDB: an operator that no condition takes', M + 'core/index-partial/', doc({ b: 1 }, { where: { b: { $ne: 'x' } } }), [
    'illegal-partial-filter: MongoDB refuses `$ne` in the condition of a partial index: that of `mongodb.docs` on `b` does not exist. Say what the field is, not what it is not: equality, $exists: true, $gt, $gte, $lt, $lte, $type, $and, $or, $in.',
  ]],
  ['MongoDB: a condition on what is not there', M + 'core/index-partial/', doc({ a: 1 }, { where: { bb: 'x' } }), [
    'index-on-unknown-field: The condition of the index on `a` of `mongodb.docs` names `bb`, which no document has: it selects none of them, or all. Did you mean `b`?',
  ]],
  ['MongoDB: an index on what is not there', M + 'core/indexes/index-types/index-single/', doc({ aa: 1 }), [
    'index-on-unknown-field: The index on `aa` of `mongodb.docs` names `aa`, which no document has. Did you mean `a` or `at`?',
  ]],
  ['MongoDB: an index inside what may be anything', M + 'core/indexes/index-types/index-single/', doc({ 'detail.any.thing': 1 }, { where: { 'detail.kind': 'x' } }), []],
  ['MongoDB: sparse, and every document has the field', M + 'core/index-sparse/', doc({ a: 1 }, { sparse: true }), [
    'ignored-index-option: MongoDB makes the index on (`a`) of `mongodb.docs`, and `sparse` leaves nothing out: every document has `a`. Leave `sparse` out.',
  ]],
  ['MongoDB: sparse, and every document has one of the fields', M + 'core/index-sparse/', doc({ a: 1, b: 1 }, { sparse: true, unique: true }), [
    'unique-with-null: (`a`, `b`) of `mongodb.docs` is unique, and `b` may be absent: MongoDB takes one such document for each `a`, and refuses the next. `sparse` leaves out only what has none of the fields. Index those that have it: { unique: true, where: { b: { $exists: true } } }.',
  ]],
  ['MongoDB: sparse, and a document may lack both', M + 'core/index-sparse/', doc({ b: 1, c: 1 }, { sparse: true }), []],
  ['MongoDB: unique, and the field may be absent', M + 'core/index-unique/', doc({ b: 1 }, { unique: true }), [
    'unique-with-null: (`b`) of `mongodb.docs` is unique, and `b` may be absent: MongoDB takes one such document, and refuses the next. Index those that have it: { unique: true, where: { b: { $exists: true } } }.',
  ]],
  ['MongoDB: unique and sparse', M + 'core/index-sparse/', doc({ b: 1 }, { unique: true, sparse: true }), []],
  ['MongoDB: unique and sparse, and the field may be null', M + 'core/index-sparse/', doc({ n: 1 }, { unique: true, sparse: true }), [
    'unique-with-null: (`n`) of `mongodb.docs` is unique, and `n` may be null: MongoDB takes one such document, and refuses the next. `sparse` leaves out only what has none of the fields. Index those that have it: { unique: true, where: { n: { $type: \'…\' } } }.',
  ]],
  ['MongoDB: unique where there is one', M + 'core/index-unique/', doc({ b: 1 }, { unique: true, where: { b: { $exists: true } } }), []],
  ['MongoDB: unique where it is a number', M + 'core/index-unique/', doc({ n: 1 }, { unique: true, where: { n: { $type: 'double' } } }), []],
  ['MongoDB: unique together, and one of them may be absent', M + 'core/index-unique/', doc({ a: 1, b: 1 }, { unique: true }), [
    'unique-with-null: (`a`, `b`) of `mongodb.docs` is unique, and `b` may be absent: MongoDB takes one such document for each `a`, and refuses the next. Index those that have it: { unique: true, where: { b: { $exists: true } } }.',
  ]],
  ['MongoDB: the index on _id', M + 'core/indexes/index-types/index-single/', doc({ _id: 1 }, { unique: true, sparse: true }), [
    'refused-index: MongoDB refuses the index on (`_id`) of `mongodb.docs`: the index on `_id` is there already, and cannot be made unique or sparse. Leave it out.',
  ]],
  ['MongoDB: a descending index on _id', SERVER + 'catalog/index_key_validate.cpp', doc({ _id: -1 }), [
    'refused-index: MongoDB refuses the index on (`_id`) of `mongodb.docs`: the index on `_id` is there already, and cannot be made descending. Leave it out.',
  ]],
  ['MongoDB: a partial index on _id', M + 'core/index-partial/', doc({ _id: 1 }, { where: { a: 'x' } }), [
    'refused-index: MongoDB refuses the index on (`_id`) of `mongodb.docs`: the index on `_id` is there already, and cannot be made partial. Leave it out.',
  ]],
  ['MongoDB: a hidden index on _id', M + 'core/index-hidden/', doc({ _id: 1 }, { hidden: true }), [
    'refused-index: MongoDB refuses the index on (`_id`) of `mongodb.docs`: the index on `_id` is there already, and cannot be made hidden. Leave it out.',
  ]],
  ['MongoDB: a TTL on _id', M + 'core/index-ttl/', doc({ _id: 1 }, { expireAfterSeconds: 60 }), [
    'refused-index: MongoDB refuses the index on (`_id`) of `mongodb.docs`: the index on `_id` is there already, and cannot be made a TTL index. Count from a date field.',
  ]],
  ['MongoDB: a hashed index on _id', M + 'core/indexes/index-types/index-hashed/', doc({ _id: 'hashed' }), []],
  ['MongoDB: a TTL of several fields', M + 'core/index-ttl/', doc({ a: 1, at: 1 }, { expireAfterSeconds: 60 }), [
    'compound-ttl-index: A TTL index of `mongodb.docs` has 2 fields, `a`, `at`: a TTL is of one, and nothing ever expires by this one. Write retention: expires(\'…\', { after: \'…\' }), which makes an index of the date alone.',
  ]],
  ['MongoDB: a TTL from text', M + 'core/index-ttl/', doc({ a: 1 }, { expireAfterSeconds: 60 }), [
    'ttl-field-not-a-date: Records of `mongodb.docs` are to expire some time after `a`, which is `string` and no date: they never will. Make it z.date().',
  ]],
  ['MongoDB: a TTL from what may be anything', M + 'core/index-ttl/', doc({ detail: 1 }, { expireAfterSeconds: 60 }), []],
  ['MongoDB: a TTL below zero', M + 'core/index-ttl/', doc({ at: 1 }, { expireAfterSeconds: -1 }), [
    'unusable-ttl: The TTL index of `mongodb.docs` on `at` is of -1 seconds, which is no length of time. Write retention: expires(\'90 days\', { after: \'…\' }).',
  ]],
  ['MongoDB: a TTL that is hashed', SERVER + 'ttl/ttl.cpp', doc({ at: 'hashed' }, { expireAfterSeconds: 60 }), [
    'ignored-index-option: MongoDB makes the index on (`at`) of `mongodb.docs`, and nothing ever expires: a hashed index does not count as a TTL index. Make an index of the date alone: index({ createdAt: 1 }, { expireAfterSeconds: … }).',
  ]],
  ['MongoDB: a TTL beside an index of the same field', M + 'core/index-ttl/', docs([index({ at: 1 }), index({ at: 1 }, { name: 'ttl', expireAfterSeconds: 60 })]), [
    'refused-index: MongoDB refuses the index `ttl` on (`at`) of `mongodb.docs` beside another one of the same fields: they differ only in the TTL. Keep one of them.',
  ]],
  ['MongoDB: a retention beside an index of its field', M + 'core/index-ttl/', doc({ at: 1 }, {}, { retention: expires('90 days', { after: 'at' }) }), [
    'refused-index: MongoDB refuses the index on (`at`) of `mongodb.docs` beside another one of the same fields: they differ only in the TTL. Leave the one under `indexes` out: that of the retention is used by queries as well.',
  ]],
  ['MongoDB: a retention beside an index in the other order', M + 'core/index-ttl/', doc({ at: -1 }, {}, { retention: expires('90 days', { after: 'at' }) }), []],
  ['MongoDB: two TTLs on two dates', M + 'core/index-ttl/', docs([index({ at: 1 }, { expireAfterSeconds: 60 }), index({ until: 1 }, { expireAfterSeconds: 0 })]), []],
  ['MongoDB: partial TTLs on one date, with names', M + 'core/index-partial/', docs([index({ at: 1 }, { name: 'x', expireAfterSeconds: 60, where: { a: 'x' } }), index({ at: 1 }, { name: 'y', expireAfterSeconds: 90, where: { a: 'y' } })]), []],
  ['MongoDB: partial indexes of one field without names', M + 'reference/command/createIndexes/', docs([index({ at: 1 }, { where: { a: 'x' } }), index({ at: 1 }, { where: { a: 'y' } })]), [
    'refused-index: MongoDB refuses the index on (`at`) of `mongodb.docs`: another one is called `at_1` already. Give it a name: { name: \'…\' }.',
  ]],
  ['MongoDB: the same fields twice, under two names', M + 'reference/command/createIndexes/', docs([index({ a: 1 }, { name: 'x' }), index({ a: 1 }, { name: 'y' })]), [
    'refused-index: MongoDB refuses the index `y` on (`a`) of `mongodb.docs` beside another one of the same fields: they differ only in the name. Keep one of them.',
  ]],
  ['MongoDB: the same fields, and one is hidden', M + 'core/index-hidden/', docs([index({ a: 1 }), index({ a: 1 }, { name: 'y', hidden: true })]), [
    'refused-index: MongoDB refuses the index `y` on (`a`) of `mongodb.docs` beside another one of the same fields: they differ only in `hidden`. Keep one of them.',
  ]],
  ['MongoDB: the same fields, and one is sparse', M + 'core/index-sparse/', docs([index({ b: 1 }), index({ b: 1 }, { name: 'y', sparse: true })]), []],
  ['MongoDB: the same fields with two collations', M + 'core/index-case-insensitive/', docs([index({ a: 1 }), index({ a: 1 }, { name: 'y', collation: { locale: 'en', strength: 2 } })]), []],
  ['MongoDB: two indexes of one name', M + 'reference/command/createIndexes/', docs([index({ a: 1 }, { name: 'x' }), index({ b: 1 }, { name: 'x' })]), [
    'refused-index: MongoDB refuses the index `x` on (`b`) of `mongodb.docs`: another one is called `x` already. Give one of them another name.',
  ]],
  ['MongoDB: a hidden index that is unique', M + 'core/index-hidden/', doc({ a: 1 }, { unique: true, hidden: true }), []],
  ['MongoDB: a TTL in a capped collection', 'https://jira.mongodb.org/browse/SERVER-77586', doc({ at: 1 }, { expireAfterSeconds: 60 }, { capped: { maxBytes: 4096 } }), [
    'ignored-index-option: MongoDB makes the TTL index of `mongodb.docs`, which is capped, only since 7.1: 5.2 to 7.0 refuse it, and before that nothing expires. Leave `capped` out, or the TTL.',
  ]],
  ['MongoDB: a capped time series', M + 'core/timeseries/timeseries-limitations/', docs([], { capped: { maxBytes: 4096 }, timeSeries: { timeField: 'at' } }), [
    'refused-index: MongoDB refuses `mongodb.docs`: a time series cannot be capped. Let it expire: retention: expires(…).',
  ]],
  ['MongoDB: a capped collection that is clustered', M + 'core/clustered-collections/', docs([], { capped: { maxBytes: 4096 }, clustered: true }), [
    'refused-index: MongoDB refuses `mongodb.docs`: a clustered collection cannot be capped. Leave one of the two out.',
  ]],
  ['MongoDB: a time series over text', M + 'core/timeseries-collections/', docs([], { timeSeries: { timeField: 'a' } }), [
    'refused-index: MongoDB refuses `mongodb.docs`: the `timeField` of a time series is a date, and `a` is `string`. Make it z.date().',
  ]],
  ['MongoDB: a time series over a date that may be absent', M + 'core/timeseries-collections/', collection('docs', { document: z.object({ _id: objectId(), at: z.date().optional() }), timeSeries: { timeField: 'at' } }), [
    'refused-index: MongoDB refuses `mongodb.docs`: each document of a time series has its `timeField`, and `at` may be absent. Make it required.',
  ]],
  ['MongoDB: a time series grouped by its time', M + 'core/timeseries-collections/', docs([], { timeSeries: { timeField: 'at', metaField: 'at' } }), [
    'refused-index: MongoDB refuses `mongodb.docs`: `at` cannot be the `metaField` of a time series. Name a field that tells the series apart.',
  ]],
  ['MongoDB: a unique index of a time series', M + 'core/timeseries/timeseries-limitations/', series({ a: 1 }, { unique: true }), [
    'refused-index: MongoDB refuses the index on (`a`) of `mongodb.docs`: a time series has no unique index. Let the writer look for what is there already.',
  ]],
  ['MongoDB: a text index of a time series', M + 'core/timeseries/timeseries-limitations/', series({ a: 'text' }), [
    'refused-index: MongoDB refuses the index on (`a`) of `mongodb.docs`: a time series has no text index. Search elsewhere.',
  ]],
  ['MongoDB: a 2d index of a time series', M + 'core/timeseries/timeseries-limitations/', series({ 'place.coordinates': '2d' }), [
    'refused-index: MongoDB refuses the index on (`place.coordinates`) of `mongodb.docs`: a time series has no 2d index. Make it 2dsphere.',
  ]],
  ['MongoDB: a list that a time series measures', M + 'core/timeseries/timeseries-limitations/', series({ tags: 1 }), [
    'refused-index: MongoDB makes the index on (`tags`) of `mongodb.docs`, and refuses each document with a list in `tags`: a time series indexes lists in its `metaField` only. Leave the list out of the index.',
  ]],
  ['MongoDB: a time series with a validator', M + 'core/timeseries/timeseries-limitations/', docs([], { validator: true, timeSeries: { timeField: 'at' } }), [
    'refused-index: MongoDB refuses `mongodb.docs`: a time series has no validator. Leave `validator` out.',
  ]],
  ['MongoDB: a sparse index on what a time series measures', M + 'core/timeseries/timeseries-limitations/', series({ b: 1 }, { sparse: true }), [
    'refused-index: MongoDB refuses the index on (`b`) of `mongodb.docs`: a time series has no sparse index on `b`, only on its `metaField`. Leave `sparse` out.',
  ]],
  ['MongoDB: a TTL of a time series from another date', M + 'core/index-ttl/', series({ until: 1 }, { expireAfterSeconds: 60 }), [
    'refused-index: MongoDB refuses the index on (`until`) of `mongodb.docs`: a time series expires by its `timeField`, `at`. Write retention: expires(\'…\', { after: \'at\' }), or a condition on `meta`.',
  ]],
  ['MongoDB: a TTL of a time series without a condition', M + 'core/timeseries/timeseries-index/', series({ at: 1 }, { expireAfterSeconds: 60 }), [
    'refused-index: MongoDB refuses the index on (`at`) of `mongodb.docs`: the TTL index of a time series has a condition on its `metaField` alone. Write retention: expires(\'…\', { after: \'at\' }), or a condition on `meta`.',
  ]],
  ['MongoDB: a TTL of a time series with one on its metaField', M + 'core/timeseries/timeseries-index/', series({ at: 1 }, { expireAfterSeconds: 60, where: { 'meta.host': 'x' } }), []],
  ['MongoDB: the retention of a time series', M + 'core/timeseries/timeseries-automatic-removal/', docs([], { timeSeries: { timeField: 'at', metaField: 'meta' }, retention: expires('90 days', { after: 'at' }) }), []],
  ['MongoDB: the retention of a time series from another date', M + 'core/timeseries/timeseries-automatic-removal/', docs([], { timeSeries: { timeField: 'at', metaField: 'meta' }, retention: expires('90 days', { after: 'until' }) }), [
    'refused-index: MongoDB refuses the index on (`until`) of `mongodb.docs`: a time series expires by its `timeField`, `at`. Write expires(\'…\', { after: \'at\' }).',
  ]],
  ['PostgreSQL: no column', P + 'sql-createindex.html', row([]), [
    'refused-index: PostgreSQL refuses the index on () of `postgresql.rows`: it has no column. Name a column: [\'tenant_id\'].',
  ]],
  ['PostgreSQL: more than 32 columns', P + 'indexes-multicolumn.html', table('rows', { columns: z.object(Object.fromEntries(Array.from({ length: 33 }, (_, at) => [`c${at}`, bigint()]))), primaryKey: ['c0'], indexes: [Array.from({ length: 33 }, (_, at) => `c${at}`)] }), [
    'refused-index: PostgreSQL refuses the index on (`c0`, `c1`, `c2`, `c3`, `c4`, `c5`, `c6`, `c7` and 25 more) of `postgresql.rows`: it has 33 columns, and 32 is the most. Leave some out.',
  ]],
  ['PostgreSQL: a method that is mistyped', P + 'indexes-types.html', row(['tags'], { method: 'gni' }), [
    'refused-index: PostgreSQL refuses the index on (`tags`) of `postgresql.rows`: there is no method `gni`. Did you mean `gin`?',
  ]],
  ['PostgreSQL: a method of an extension', P + 'indexes-types.html', row(['data'], { method: 'hnsw' }), []],
  ['PostgreSQL: a unique hash index', P + 'indexes-unique.html', row(['a'], { method: 'hash', unique: true }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: only a btree index can be unique, and it is hash. Leave `method` out.',
  ]],
  ['PostgreSQL: a hash index of two columns', P + 'indexes-multicolumn.html', row(['a', 'n'], { method: 'hash' }), [
    'refused-index: PostgreSQL refuses the index on (`a`, `n`) of `postgresql.rows`: a hash index has one column. Make an index of each.',
  ]],
  ['PostgreSQL: a GIN index of two columns', P + 'indexes-multicolumn.html', row(['tags', 'data'], { method: 'gin' }), []],
  ['PostgreSQL: a GIN index that carries a column', P + 'sql-createindex.html', row(['tags'], { method: 'gin', include: ['a'] }), [
    'refused-index: PostgreSQL refuses the index on (`tags`) of `postgresql.rows`: a gin index carries no other columns. Leave `include` out.',
  ]],
  ['PostgreSQL: a GiST index that carries a column', P + 'sql-createindex.html', row(['point'], { method: 'gist', include: ['a'] }), []],
  ['PostgreSQL: a GIN index with an order', P + 'indexes-ordering.html', row(['tags desc'], { method: 'gin' }), [
    'refused-index: PostgreSQL refuses the index on (`tags`) of `postgresql.rows`: a gin index has no order, and `tags` says `desc`. Leave the order out.',
  ]],
  ['PostgreSQL: a BRIN index with nulls first', P + 'indexes-ordering.html', row(['ts nulls first'], { method: 'brin' }), [
    'refused-index: PostgreSQL refuses the index on (`ts`) of `postgresql.rows`: a brin index has no order, and `ts` says `nulls first`. Leave the order out.',
  ]],
  ['PostgreSQL: a B-tree of json', P + 'datatype-json.html', row(['old']), [
    'refused-index: PostgreSQL refuses the index on (`old`) of `postgresql.rows`: `old` is `json`, which a btree index cannot hold. Make the column jsonb().',
  ]],
  ['PostgreSQL: a B-tree of a point', P + 'indexes-opclass.html', row(['point']), [
    'refused-index: PostgreSQL refuses the index on (`point`) of `postgresql.rows`: `point` is `point`, which a btree index cannot hold. Use \'gist\' or \'spgist\' as its method.',
  ]],
  ['PostgreSQL: a GIN index of text', P + 'indexes-opclass.html', row(['a'], { method: 'gin' }), [
    'ignored-index-option: PostgreSQL makes the index on (`a`) of `postgresql.rows` only with an extension: `a` is `text`, for which gin has no operator class of its own. Name the operator class, \'a gin_trgm_ops\', or leave `method` out.',
  ]],
  ['PostgreSQL: a GIN index of text with its operator class', P + 'pgtrgm.html', row(['a gin_trgm_ops'], { method: 'gin' }), []],
  ['PostgreSQL: a GIN index of words', P + 'textsearch-indexes.html', row(['words'], { method: 'gin' }), []],
  ['PostgreSQL: a BRIN index of jsonb', P + 'brin.html', row(['data'], { method: 'brin' }), [
    'refused-index: PostgreSQL refuses the index on (`data`) of `postgresql.rows`: `data` is `jsonb`, which a brin index cannot hold. Use \'btree\' or \'hash\' or \'gin\' as its method.',
  ]],
  ['PostgreSQL: NULLS NOT DISTINCT without UNIQUE', P + 'sql-createindex.html', row(['a'], { nullsNotDistinct: true }), [
    'ignored-index-option: PostgreSQL makes the index on (`a`) of `postgresql.rows`, and `nullsNotDistinct` has no effect: the index is not unique. Make it unique, or leave `nullsNotDistinct` out.',
  ]],
  ['PostgreSQL: now() in a condition', P + 'sql-createindex.html', row(['a'], { where: "ts > now() - interval '1 day'" }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: `now()` need not give the same result each time, and stands in its condition. Use only columns of the row itself, and functions that are immutable.',
  ]],
  ['PostgreSQL: CURRENT_DATE in a condition', P + 'sql-createindex.html', row(['a'], { where: 'day > CURRENT_DATE' }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: `current_date` need not give the same result each time, and stands in its condition. Use only columns of the row itself, and functions that are immutable.',
  ]],
  ['PostgreSQL: a query in a condition', P + 'sql-createindex.html', row(['a'], { where: 'n in (select 1)' }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: `select` is a query, and stands in its condition. Use only columns of the row itself, and functions that are immutable.',
  ]],
  ['PostgreSQL: an aggregate in a condition', P + 'sql-createindex.html', row(['a'], { where: 'count(*) > 1' }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: `count()` looks at several rows, and stands in its condition. Use only columns of the row itself, and functions that are immutable.',
  ]],
  ['PostgreSQL: now() as a text', P + 'sql-createindex.html', row(['a'], { where: "a = 'now()'" }), []],
  ['PostgreSQL: a column that is not there', P + 'sql-createindex.html', row(['a'], { where: '(deleted_at IS NULL)' }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: its condition names `deleted_at`, and the table has no such column. Name a column of the table.',
  ]],
  ['PostgreSQL: a column that is there, in quotes and without', P + 'sql-syntax-lexical.html', row(['a'], { where: '("userId" IS NOT NULL) AND n = 1' }), []],
  ['PostgreSQL: an enum as PostgreSQL prints it', P + 'sql-createindex.html', row(['a'], { where: "((\"userId\" IS NULL) AND (a = ANY (ARRAY['X'::public.\"Kind\", 'Y'::public.\"Kind\"])))" }), []],
  ['PostgreSQL: the day of a moment', P + 'xfunc-volatility.html', row([expression('(ts::date)')]), [
    'refused-index: PostgreSQL refuses the index on (`(ts::date)`) of `postgresql.rows`: `ts::…` need not give the same result each time, and stands in its expression. Use only columns of the row itself, and functions that are immutable.',
  ]],
  ['PostgreSQL: a day as text', P + 'xfunc-volatility.html', row([expression('(day::text)')]), [
    'refused-index: PostgreSQL refuses the index on (`(day::text)`) of `postgresql.rows`: `day::…` need not give the same result each time, and stands in its expression. Use only columns of the row itself, and functions that are immutable.',
  ]],
  ['PostgreSQL: a number as text', P + 'xfunc-volatility.html', row([expression('(n::text)')]), []],
  ['PostgreSQL: a moment that is cut to its day', P + 'xfunc-volatility.html', row([expression("date_trunc('day', ts)")]), [
    'refused-index: PostgreSQL refuses the index on (`date_trunc(\'day\', ts)`) of `postgresql.rows`: `date_trunc(…, ts)` need not give the same result each time, and stands in its expression. Use only columns of the row itself, and functions that are immutable.',
  ]],
  ['PostgreSQL: a moment of one time zone that is cut to its day', P + 'xfunc-volatility.html', row([expression("date_trunc('day', ts at time zone 'utc')")]), []],
  ['PostgreSQL: texts that are put together by concat()', P + 'xfunc-volatility.html', row([expression('concat(a, b)')]), [
    'refused-index: PostgreSQL refuses the index on (`concat(a, b)`) of `postgresql.rows`: `concat()` need not give the same result each time, and stands in its expression. Use only columns of the row itself, and functions that are immutable.',
  ]],
  ['PostgreSQL: words in the language of the session', P + 'textsearch-tables.html', row([expression('to_tsvector(a)')], { method: 'gin' }), [
    'refused-index: PostgreSQL refuses the index on (`to_tsvector(a)`) of `postgresql.rows`: `to_tsvector() without a configuration` need not give the same result each time, and stands in its expression. Use only columns of the row itself, and functions that are immutable.',
  ]],
  ['PostgreSQL: words in one language', P + 'textsearch-tables.html', row([expression("to_tsvector('english', a)")], { method: 'gin' }), []],
  ['PostgreSQL: options of MongoDB', P + 'sql-createindex.html', row(['a'], { sparse: true, hidden: true }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: `sparse` and `hidden` are options of MongoDB. Leave them out; a condition is SQL.',
  ]],
  ['PostgreSQL: a TTL of MongoDB', P + 'sql-createindex.html', row(['ts'], { expireAfterSeconds: 60 }), [
    'refused-index: PostgreSQL refuses the index on (`ts`) of `postgresql.rows`: `expireAfterSeconds` is an option of MongoDB. Write retention: expires(\'…\', { after: \'…\' }), and what deletes the rows.',
  ]],
  ['PostgreSQL: a kind of MongoDB', P + 'sql-createindex.html', row({ a: 'text' }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: `a` is `text`, which is a kind of index of MongoDB. Name a method: { method: \'gin\' }.',
  ]],
  ['PostgreSQL: a condition of MongoDB', P + 'sql-createindex.html', row(['a'], { where: { a: 'x' } }), [
    'refused-index: PostgreSQL refuses the index on (`a`) of `postgresql.rows`: its condition is an object. Write SQL text: { where: \'deleted_at is null\' }.',
  ]],
  ['PostgreSQL: unique, and a column in the middle may be null', P + 'indexes-unique.html', row(['b', 'n'], { unique: true }), [
    'unique-with-null: (`b`, `n`) of `postgresql.rows` is unique, and any number of rows may repeat the rest of it while `b` is null: in PostgreSQL nulls are not equal. Say { nullsNotDistinct: true }, or add a unique index of the rows with a null: { unique: true, where: \'… is null\' }.',
  ]],
  ['PostgreSQL: unique, and what is named last may be null', P + 'indexes-unique.html', row(['n', 'b'], { unique: true }), []],
  ['PostgreSQL: unique, and nulls are equal', P + 'indexes-unique.html', row(['b', 'n'], { unique: true, nullsNotDistinct: true }), []],
  ['PostgreSQL: a unique constraint by which nulls are equal', P + 'ddl-constraints.html', rows([], { unique: [unique(['b', 'n'], { nullsNotDistinct: true })] }), []],
  ['PostgreSQL: unique, and another index takes care of the nulls', P + 'indexes-unique.html', rows([index(['b', 'n'], { name: 'x', unique: true }), index(['n'], { name: 'y', unique: true, where: '(b IS NULL)' })]), []],
  ['PostgreSQL: a unique column that may be null', P + 'indexes-unique.html', rows([], { unique: [['b']] }), []],
  ['PostgreSQL: a primary key that may be null', P + 'ddl-constraints.html', rows([], { primaryKey: ['b'] }), [
    'unique-with-null: `b` of `postgresql.rows` may be null and is in the primary key: PostgreSQL makes it NOT NULL. Leave .nullable() out.',
  ]],
  ['PostgreSQL: a primary key of one column twice', P + 'ddl-constraints.html', rows([], { primaryKey: ['id', 'id'] }), [
    'refused-index: The primary key of `postgresql.rows` names `id` twice, and PostgreSQL refuses it. Name each column once.',
  ]],
  ['PostgreSQL: a key of a partitioned table without the partition', P + 'ddl-partitioning.html', rows([], { partitionBy: partitionBy('range', ['ts']) }), [
    'refused-index: The primary key of `postgresql.rows`, (`id`), lacks `ts`, by which the table is partitioned: PostgreSQL refuses it, as it looks into one partition only. Add the columns of the partitioning to the key.',
  ]],
  ['PostgreSQL: a unique index of a partitioned table with it', P + 'ddl-partitioning.html', row(['a', 'ts'], { unique: true }, { primaryKey: ['id', 'ts'], partitionBy: partitionBy('range', ['ts']) }), []],
  ['PostgreSQL: an index that is called like its table', P + 'sql-createindex.html', row(['a'], { name: 'rows' }), [
    'refused-index: PostgreSQL refuses the index `rows` of `postgresql.rows`: the table `postgresql.rows` has that name in the same schema. Give one of them another name.',
  ]],
  ['PostgreSQL: two indexes of one name', P + 'sql-createindex.html', rows([index(['a'], { name: 'x' }), index(['n'], { name: 'x' })]), [
    'refused-index: PostgreSQL refuses the index `x` of `postgresql.rows`: the index of `postgresql.rows` has that name in the same schema. Give one of them another name.',
  ]],
  ['PostgreSQL: a name of more than 63 bytes', P + 'sql-syntax-lexical.html', row(['a'], { name: 'n'.repeat(64) }), [
    'ignored-index-option: PostgreSQL makes the index `nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn` of `postgresql.rows`, and calls it `nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn`: a name has 63 bytes at most. Give it a shorter name.',
  ]],
];

test.each(TABLE)('%s', (_, source, definition, found) => {
  expect(said(definition), source).toEqual(found);
});

test('each row says where it is from', () => {
  expect(TABLE.filter(([, source]) => !/^https:\/\/(www\.mongodb\.com|www\.postgresql\.org|github\.com\/mongodb|jira\.mongodb\.org)\//.test(source))).toEqual([]);
});
