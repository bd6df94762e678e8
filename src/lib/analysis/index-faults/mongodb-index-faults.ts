import { findPath } from '../../model/document-path.ts';
import type { Collection, Index } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import { inSequence } from '../../model/in-sequence.ts';
import { indexedPath } from '../../model/indexed-path.ts';
import { filterPaths } from '../../model/partial-filter.ts';
import { isMetaPath } from '../../model/ttl-retentions.ts';
import { describeIndex, locationOf, type IndexFault } from './index-fault.ts';
import { indexConflicts } from './mongodb-index-conflicts.ts';

/** `documents`: MongoDB creates the index, and then refuses documents because of it. */
type Fault = readonly [kind: IndexFault['kind'] | 'documents', why: string, hint: string];

/** What MongoDB refuses or ignores in the indexes of a collection. The table in `tests/rules/index-combinations.test.ts` names the source of each. */
export function mongodbIndexFaults(collection: Collection): readonly IndexFault[] {
  const own = collection.indexes.flatMap((index) =>
    [...keyFaults(index), ...optionFaults(index), ...valueFaults(index, collection), ...timeSeriesFaults(index, collection)].map(([kind, why, hint]): IndexFault => ({
      kind: kind === 'ignored' ? 'ignored' : 'refused', hint, ...locationOf(index), message: `MongoDB ${kind === 'refused' ? 'refuses' : 'creates'} ${describeIndex(index, collection)}${kind === 'refused' ? ':' : ', but'} ${why}.`,
    })),
  );
  return [...own, ...indexConflicts(collection)];
}

function* keyFaults({ keys, unique, sparse, ttl, include, nullsNotDistinct, method }: Index): Iterable<Fault> {
  const orders = keys.map(({ order = '1' }) => order);
  const special = [...new Set(orders.filter((order) => SPECIAL.has(order)))];
  const wildcards = keys.filter(({ on, order }) => isWildcard(on) && order !== 'text');
  if (keys.length === 0) yield ['refused', 'it has no fields', 'Name a field: index({ tenantId: 1 }).'];
  if (keys.length > MOST_FIELDS) yield ['refused', `it has ${keys.length} fields, and the maximum is ${MOST_FIELDS}`, 'Remove some of them.'];
  const repeated = keys.find(({ on }, at) => keys.findIndex((other) => other.on === on) < at);
  if (repeated !== undefined) yield ['refused', `it names \`${repeated.on}\` twice`, 'Name each field once.'];
  const malformed = keys.find(({ on, expression }) => expression !== true && on.split('.').some((step, at) => step === '' || (step.startsWith('$') && step !== '$**' && !(at > 0 && DBREF.has(step)))));
  if (malformed !== undefined) yield ['refused', `a part of the path \`${malformed.on}\` is empty or begins with a dollar sign`, "Write field names separated by dots: 'meta.ownerId'."];
  const sql = keys.find(({ expression, order = '1' }) => expression === true || (order !== '1' && order !== '-1' && !SPECIAL.has(order)));
  if (sql !== undefined) yield ['refused', `\`${sql.on}${sql.expression === true ? '' : ` ${sql.order}`}\` is SQL`, 'Write the field with its order: index({ createdAt: -1 }).'];
  const foreign = [...(include === undefined ? [] : ['include']), ...(nullsNotDistinct === undefined ? [] : ['nullsNotDistinct']), ...(method === undefined || SPECIAL.has(method) ? [] : ['method'])];
  if (foreign.length > 0) yield ['refused', `${inSequence(foreign.map((each) => `\`${each}\``))} ${foreign.length === 1 ? 'is an option' : 'are options'} of PostgreSQL`, `Remove ${foreign.length === 1 ? 'it' : 'them'}.`];
  if (special.length > 1) yield ['refused', `one index cannot be ${inSequence(special)} at the same time`, 'Create a separate index for each.'];
  if (orders.filter((order) => order === 'hashed').length > 1) yield ['refused', 'only one of its fields can be hashed', 'Hash only one of them.'];
  if (orders.filter((order) => order === '2d').length > 1 || (orders.includes('2d') && orders[0] !== '2d')) yield ['refused', 'a 2d index can have only one 2d field, and it must come first', 'Keep one 2d field and put it first.'];
  const texts = orders.flatMap((order, at) => (order === 'text' ? [at] : []));
  if (texts.length > 0 && texts.at(-1)! - texts[0]! !== texts.length - 1) yield ['refused', 'the text fields of an index must be adjacent', 'Put them next to each other.'];
  if (wildcards.length > 1) yield ['refused', 'an index can have only one wildcard field', 'Create a separate index for each.'];
  const [wildcard] = wildcards;
  if (wildcard === undefined) return;
  const covered = keys.find(({ on }) => on !== wildcard.on && on.startsWith(wildcard.on.replace('$**', '')) && wildcard.on !== '$**');
  if (covered !== undefined) yield ['refused', `\`${wildcard.on}\` already covers \`${covered.on}\``, 'Remove one of the two.'];
  const options = [...(unique ? ['unique'] : []), ...(sparse === true ? ['sparse'] : []), ...(ttl !== undefined ? ['a TTL index'] : []), ...special];
  if (options.length > 0) yield ['refused', `a wildcard index cannot be ${inSequence(options, 'or')}`, 'Name the fields instead.'];
}

function* optionFaults({ keys, unique, sparse, where, hidden, collation, ttl }: Index): Iterable<Fault> {
  const orders = new Set(keys.map(({ order = '1' }) => order));
  const [first] = keys;
  if (sparse === true && where !== undefined) yield ['refused', 'it has both `sparse` and a condition', 'Remove `sparse`, and add { $exists: true } to the condition.'];
  if (keys.length === 1 && first?.on === '_id' && !SPECIAL.has(first.order ?? '1')) {
    const options = [...(unique ? ['`unique`'] : []), ...(sparse === true ? ['`sparse`'] : []), ...(where !== undefined ? ['a condition'] : []), ...(hidden === true ? ['`hidden`'] : []), ...(ttl !== undefined ? ['a TTL'] : []), ...(first.order === '-1' ? ['a descending order'] : [])];
    if (options.length > 0) yield ['refused', `MongoDB creates the index on \`_id\` itself, and does not allow ${inSequence(options, 'or')} on it`, ttl === undefined ? 'Remove the index.' : 'Use an index on a date field.'];
  }
  if (unique && orders.has('hashed')) yield ['refused', 'a hashed index cannot be unique, because different values can have the same hash', 'Use a regular index for uniqueness.'];
  if (collation !== undefined && (orders.has('text') || orders.has('2d')) && !/"locale":"simple"/.test(collation)) yield ['refused', `a ${orders.has('text') ? 'text' : '2d'} index does not support a collation`, "Remove it, or write { locale: 'simple' }."];
  if (collation !== undefined && !collation.startsWith('{')) yield ['refused', 'its collation is not an object', "Write { locale: 'en', strength: 2 }."];
  const isSpecial = [...orders].find((order) => SPECIAL.has(order));
  if (ttl !== undefined && keys.length === 1 && isSpecial !== undefined) yield ['ignored', `no document expires through it: MongoDB does not use a ${isSpecial} index for a TTL`, 'Use an index on the date alone: index({ createdAt: 1 }, { expireAfterSeconds: … }).'];
  if (sparse === true && isSpecial !== undefined && isSpecial !== 'hashed') yield ['ignored', `ignores \`sparse\`: a ${isSpecial} index always skips documents without the field`, 'Remove `sparse`.'];
}

/** What depends on the values of the fields. */
function* valueFaults({ keys, sparse, unique }: Index, collection: Collection): Iterable<Fault> {
  const paths = collection.fields.map(({ path }) => path);
  const indexed = keys.map((key) => ({ ...key, path: indexedPath(key.on, paths), order: key.order ?? '1' }));
  const lists = new Set(indexed.flatMap(({ path }) => listOf(path, collection) ?? []));
  if (lists.size > 1 && indexed.every(({ order }) => order === '1' || order === '-1')) {
    yield ['documents', `refuses every document with an array in more than one of ${inSequence([...lists].map((list) => `\`${list}\``))}`, 'Create a separate index for each.'];
  }
  for (const { path, order } of indexed) {
    const field = collection.fields.find((each) => each.path === path);
    if (field === undefined) continue;
    if (order === 'hashed' && listOf(path, collection) !== undefined) yield ['documents', `refuses every document with an array in \`${path}\`: a hashed index does not support arrays`, 'Use a regular index.'];
    else if (order === 'hashed' && field.type === 'double') yield ['ignored', `truncates the numbers in \`${path}\` to integers: 2.3 and 2.9 have the same hash`, 'Hash a field of another type.'];
    if ((order === '2dsphere' || order === '2d') && SCALAR.test(field.type)) yield ['documents', `refuses every document with a value in \`${path}\`: it is \`${field.type}\`, and not a location`, 'Index a field that holds GeoJSON or a coordinate pair.'];
    if (order === 'text' && /^(?:int|long|double|decimal|bool|date|ObjectId|binData)$/.test(field.type)) yield ['ignored', `the index never contains \`${path}\`: a text index holds strings, and \`${path}\` is \`${field.type}\``, 'Use a regular index for it.'];
  }
  if (sparse !== true || (keys.length === 1 && keys[0]?.on === '_id') || !indexed.every(({ order }) => order === '1' || order === '-1')) return;
  // The rule `unique-with-null` reports a unique index of fields that may be missing.
  if (unique && indexed.some(({ path }) => !isAlwaysThere(path, collection) || collection.fields.find((field) => field.path === path)?.nullable === true)) return;
  const always = indexed.find(({ path }) => isAlwaysThere(path, collection));
  if (always !== undefined) yield ['ignored', `\`sparse\` has no effect: every document has \`${always.path}\`${indexed.length > 1 ? ', and a document with one of the fields is indexed' : ''}`, indexed.length > 1 ? 'Use a condition instead: { where: { …: { $exists: true } } }.' : 'Remove `sparse`.'];
}

function* timeSeriesFaults({ keys, unique, sparse, ttl, where, fromRetention }: Index, collection: Collection): Iterable<Fault> {
  const { timeSeries } = collection;
  if (timeSeries === undefined) return;
  const { timeField, metaField } = timeSeries;
  const isMeta = (path: string) => isMetaPath(path, timeSeries);
  if (unique) yield ['refused', 'time series collections do not support unique indexes', 'Remove `unique`, and check for duplicates before you write.'];
  const kind = keys.map(({ order }) => order).find((order) => order === 'text' || order === '2d');
  if (kind !== undefined) yield ['refused', `time series collections do not support ${kind} indexes`, kind === '2d' ? 'Use 2dsphere.' : 'Remove the index.'];
  const paths = collection.fields.map(({ path }) => path);
  const list = keys.filter(({ order = '1' }) => /^-?1$/.test(order)).map(({ on }) => indexedPath(on, paths)).find((path) => !isMeta(path) && listOf(path, collection) !== undefined);
  if (list !== undefined) yield ['documents', `refuses every document with an array in \`${listOf(list, collection)}\`: a time series supports indexes on arrays only in its \`metaField\``, 'Remove the array from the index.'];
  const measured = sparse === true ? keys.find(({ on }) => !isMeta(on)) : undefined;
  if (measured !== undefined) yield ['refused', `a time series supports sparse indexes only on its \`metaField\`, not on \`${measured.on}\``, 'Remove `sparse`.'];
  if (ttl === undefined || keys.length !== 1) return;
  const fix = `Write ${fromRetention ? '' : 'retention: '}expires('…', { after: '${timeField}' })`;
  if (keys[0]?.on !== timeField) yield ['refused', `a time series can only expire by its \`timeField\`, \`${timeField}\``, `${fix}.`];
  else if (where === undefined || !filterPaths(where).every(isMeta)) yield ['refused', 'a TTL index of a time series needs a condition that uses only its `metaField`', `${fix}${metaField === undefined ? '' : `, or use only \`${metaField}\` in a condition`}.`];
}

/** The outermost array that holds a field, as the model writes it. */
function listOf(path: string, { fields }: Collection): string | undefined {
  const at = path.indexOf('[]');
  if (at >= 0) return path.slice(0, at);
  return fields.find((field) => field.path === path)?.type.endsWith('[]') === true ? path : undefined;
}

/** Neither the field nor an object around it may be absent. An array may be empty. */
export function isAlwaysThere(path: string, collection: Pick<Collection, 'fields' | 'jsonSchema'>): boolean {
  if (path === '_id') return true;
  if (path.includes('[]') || path.includes('{}') || findPath(collection.jsonSchema, path) !== 'known') return false;
  const isOn = (field: Field) => path === field.path || path.startsWith(`${field.path}.`);
  const way = collection.fields.filter(isOn);
  return way.some((field) => field.path === path) && way.every((field) => !field.optional && (field.path === path || !field.nullable) && !field.type.includes('any'));
}

function isWildcard(path: string): boolean {
  return path === '$**' || path.endsWith('.$**');
}

const MOST_FIELDS = 32;
const SPECIAL: ReadonlySet<string> = new Set(['text', 'hashed', '2dsphere', '2d']);
const DBREF: ReadonlySet<string> = new Set(['$id', '$ref', '$db']);
const SCALAR = /^(?:string|int|long|double|decimal|bool|date|ObjectId|ulid|uuid|binData)$/;
