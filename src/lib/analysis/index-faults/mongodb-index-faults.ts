import { findPath } from '../../model/document-path.ts';
import type { Collection, Index } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import { inSequence } from '../../model/in-sequence.ts';
import { indexedPath } from '../../model/indexed-path.ts';
import { filterPaths } from '../../model/partial-filter.ts';
import { describeIndex, locationOf, type IndexFault } from './index-fault.ts';
import { indexConflicts } from './mongodb-index-conflicts.ts';

/** `documents`: MongoDB makes the index, and refuses documents because of it. */
type Fault = readonly [kind: IndexFault['kind'] | 'documents', why: string, hint: string];

/** What MongoDB refuses or ignores of the indexes of a collection. Source of each: the table in `tests/rules/index-combinations.test.ts`. */
export function mongodbIndexFaults(collection: Collection): readonly IndexFault[] {
  const own = collection.indexes.flatMap((index) =>
    [...keyFaults(index), ...optionFaults(index), ...valueFaults(index, collection), ...timeSeriesFaults(index, collection)].map(([kind, why, hint]): IndexFault => ({
      kind: kind === 'ignored' ? 'ignored' : 'refused', hint, ...locationOf(index), message: `MongoDB ${kind === 'refused' ? 'refuses' : 'makes'} ${describeIndex(index, collection)}${kind === 'refused' ? ':' : ', and'} ${why}.`,
    })),
  );
  return [...own, ...indexConflicts(collection)];
}

function* keyFaults({ keys, unique, sparse, ttl, include, nullsNotDistinct, method }: Index): Iterable<Fault> {
  const orders = keys.map(({ order = '1' }) => order);
  const special = [...new Set(orders.filter((order) => SPECIAL.has(order)))];
  const wildcards = keys.filter(({ on, order }) => isWildcard(on) && order !== 'text');
  if (keys.length === 0) yield ['refused', 'it has no field', 'Name a field: index({ tenantId: 1 }).'];
  if (keys.length > MOST_FIELDS) yield ['refused', `it has ${keys.length} fields, and ${MOST_FIELDS} is the most`, 'Leave some out.'];
  const repeated = keys.find(({ on }, at) => keys.findIndex((other) => other.on === on) < at);
  if (repeated !== undefined) yield ['refused', `\`${repeated.on}\` is in it twice`, 'Name each field once.'];
  const malformed = keys.find(({ on, expression }) => expression !== true && on.split('.').some((step, at) => step === '' || (step.startsWith('$') && step !== '$**' && !(at > 0 && DBREF.has(step)))));
  if (malformed !== undefined) yield ['refused', `\`${malformed.on}\` is not a path: a step is empty or begins with a dollar`, "Write the names of fields with dots between them: 'meta.ownerId'."];
  const sql = keys.find(({ expression, order = '1' }) => expression === true || (order !== '1' && order !== '-1' && !SPECIAL.has(order)));
  if (sql !== undefined) yield ['refused', `\`${sql.on}${sql.expression === true ? '' : ` ${sql.order}`}\` is SQL`, 'Write the field with its order: index({ createdAt: -1 }).'];
  const foreign = [...(include === undefined ? [] : ['include']), ...(nullsNotDistinct === undefined ? [] : ['nullsNotDistinct']), ...(method === undefined || SPECIAL.has(method) ? [] : ['method'])];
  if (foreign.length > 0) yield ['refused', `${inSequence(foreign.map((each) => `\`${each}\``))} ${foreign.length === 1 ? 'is an option' : 'are options'} of PostgreSQL`, foreign.length === 1 ? 'Leave it out.' : 'Leave them out.'];
  if (special.length > 1) yield ['refused', `one index cannot be ${special.join(' and ')}`, 'Make an index of each.'];
  if (orders.filter((order) => order === 'hashed').length > 1) yield ['refused', 'only one of its fields can be hashed', 'Hash one of them.'];
  if (orders.filter((order) => order === '2d').length > 1 || (orders.includes('2d') && orders[0] !== '2d')) yield ['refused', 'a 2d index has one place, which is its first field', 'Put the place first.'];
  const texts = orders.flatMap((order, at) => (order === 'text' ? [at] : []));
  if (texts.length > 0 && texts.at(-1)! - texts[0]! !== texts.length - 1) yield ['refused', 'the text fields of an index stand next to each other', 'Move them together.'];
  if (wildcards.length > 1) yield ['refused', 'an index has one wildcard', 'Make an index of each.'];
  const [wildcard] = wildcards;
  if (wildcard === undefined) return;
  const covered = keys.find(({ on }) => on !== wildcard.on && on.startsWith(wildcard.on.replace('$**', '')) && wildcard.on !== '$**');
  if (covered !== undefined) yield ['refused', `\`${covered.on}\` is in \`${wildcard.on}\` as well`, 'Name each field once.'];
  const options = [...(unique ? ['unique'] : []), ...(sparse === true ? ['sparse'] : []), ...(ttl !== undefined ? ['a TTL'] : []), ...special];
  if (options.length > 0) yield ['refused', `a wildcard index cannot be ${options.join(' or ')}`, 'Name the field.'];
}

function* optionFaults({ keys, unique, sparse, where, hidden, collation, ttl }: Index): Iterable<Fault> {
  const orders = new Set(keys.map(({ order = '1' }) => order));
  const [first] = keys;
  if (sparse === true && where !== undefined) yield ['refused', 'it has both `sparse` and a condition', 'Leave `sparse` out, and say it in the condition: { $exists: true }.'];
  if (keys.length === 1 && first?.on === '_id' && !SPECIAL.has(first.order ?? '1')) {
    const options = [...(unique ? ['unique'] : []), ...(sparse === true ? ['sparse'] : []), ...(where !== undefined ? ['partial'] : []), ...(hidden === true ? ['hidden'] : []), ...(ttl !== undefined ? ['a TTL index'] : []), ...(first.order === '-1' ? ['descending'] : [])];
    if (options.length > 0) yield ['refused', `the index on \`_id\` is there already, and cannot be made ${options.join(' or ')}`, ttl === undefined ? 'Leave it out.' : 'Count from a date field.'];
  }
  if (unique && orders.has('hashed')) yield ['refused', 'two values may have one hash, so that it cannot be unique', 'Make the unique one a plain index.'];
  if (collation !== undefined && (orders.has('text') || orders.has('2d')) && !/"locale":"simple"/.test(collation)) yield ['refused', `a ${orders.has('text') ? 'text' : '2d'} index has no collation`, "Leave it out, or write { locale: 'simple' }."];
  if (collation !== undefined && !collation.startsWith('{')) yield ['refused', 'its collation is not an object', "Write { locale: 'en', strength: 2 }."];
  const isSpecial = [...orders].find((order) => SPECIAL.has(order));
  if (ttl !== undefined && keys.length === 1 && isSpecial !== undefined) yield ['ignored', `nothing ever expires: a ${isSpecial} index does not count as a TTL index`, 'Make an index of the date alone: index({ createdAt: 1 }, { expireAfterSeconds: … }).'];
  if (sparse === true && isSpecial !== undefined && isSpecial !== 'hashed') yield ['ignored', `ignores \`sparse\`: a ${isSpecial} index leaves documents without the field out anyway`, 'Leave `sparse` out.'];
}

/** What the values of the fields do to an index. */
function* valueFaults({ keys, sparse, unique }: Index, collection: Collection): Iterable<Fault> {
  const paths = collection.fields.map(({ path }) => path);
  const indexed = keys.map((key) => ({ ...key, path: indexedPath(key.on, paths), order: key.order ?? '1' }));
  const lists = new Set(indexed.flatMap(({ path }) => listOf(path, collection) ?? []));
  if (lists.size > 1 && indexed.every(({ order }) => order === '1' || order === '-1')) {
    yield ['documents', `refuses each document that has a list in both ${inSequence([...lists].map((list) => `\`${list}\``))}`, 'Make an index of each.'];
  }
  for (const { path, order } of indexed) {
    const field = collection.fields.find((each) => each.path === path);
    if (field === undefined) continue;
    if (order === 'hashed' && listOf(path, collection) !== undefined) yield ['documents', `refuses each document with a list in \`${path}\`: a hashed index takes none`, 'Make it a plain index.'];
    else if (order === 'hashed' && field.type === 'double') yield ['ignored', `cuts the fractions of \`${path}\` off: 2.3 and 2.9 have one hash`, 'Hash a field of another type.'];
    if ((order === '2dsphere' || order === '2d') && SCALAR.test(field.type)) yield ['documents', `refuses each document with \`${field.type}\` in \`${path}\`, which is not a place`, 'Index a field that holds GeoJSON or a pair of coordinates.'];
    if (order === 'text' && /^(?:int|long|double|decimal|bool|date|ObjectId|binData)$/.test(field.type)) yield ['ignored', `nothing is found by it: it takes texts, and \`${path}\` is \`${field.type}\``, 'Make it a plain index.'];
  }
  if (sparse !== true || (keys.length === 1 && keys[0]?.on === '_id') || !indexed.every(({ order }) => order === '1' || order === '-1')) return;
  // Of a unique index a rule of its own says what becomes of those that lack a field.
  if (unique && indexed.some(({ path }) => !isAlwaysThere(path, collection) || collection.fields.find((field) => field.path === path)?.nullable === true)) return;
  const always = indexed.find(({ path }) => isAlwaysThere(path, collection));
  if (always !== undefined) yield ['ignored', `\`sparse\` leaves nothing out: every document has \`${always.path}\`${indexed.length > 1 ? ', and one of the fields is enough' : ''}`, indexed.length > 1 ? 'Say it in a condition: { where: { …: { $exists: true } } }.' : 'Leave `sparse` out.'];
}

function* timeSeriesFaults({ keys, unique, sparse, ttl, where, fromRetention }: Index, collection: Collection): Iterable<Fault> {
  const { timeSeries } = collection;
  if (timeSeries === undefined) return;
  const { timeField, metaField } = timeSeries;
  const isMeta = (path: string) => metaField !== undefined && (path === metaField || path.startsWith(`${metaField}.`));
  if (unique) yield ['refused', 'a time series has no unique index', 'Let the writer look for what is there already.'];
  const kind = keys.map(({ order }) => order).find((order) => order === 'text' || order === '2d');
  if (kind !== undefined) yield ['refused', `a time series has no ${kind} index`, kind === '2d' ? 'Make it 2dsphere.' : 'Search elsewhere.'];
  const paths = collection.fields.map(({ path }) => path);
  const list = keys.filter(({ order = '1' }) => /^-?1$/.test(order)).map(({ on }) => indexedPath(on, paths)).find((path) => !isMeta(path) && listOf(path, collection) !== undefined);
  if (list !== undefined) yield ['documents', `refuses each document with a list in \`${listOf(list, collection)}\`: a time series indexes lists in its \`metaField\` only`, 'Leave the list out of the index.'];
  const measured = sparse === true ? keys.find(({ on }) => !isMeta(on)) : undefined;
  if (measured !== undefined) yield ['refused', `a time series has no sparse index on \`${measured.on}\`, only on its \`metaField\``, 'Leave `sparse` out.'];
  if (ttl === undefined || keys.length !== 1) return;
  const fix = fromRetention ? `Write expires('…', { after: '${timeField}' }).` : `Write retention: expires('…', { after: '${timeField}' }), or a condition on ${metaField === undefined ? 'a `metaField`' : `\`${metaField}\``}.`;
  if (keys[0]?.on !== timeField) yield ['refused', `a time series expires by its \`timeField\`, \`${timeField}\``, fix];
  else if (where === undefined || !filterPaths(where).every(isMeta)) yield ['refused', 'the TTL index of a time series has a condition on its `metaField` alone', fix];
}

/** The first list on the way to a field, as the model writes it. */
function listOf(path: string, { fields }: Collection): string | undefined {
  const at = path.indexOf('[]');
  if (at >= 0) return path.slice(0, at);
  return fields.find((field) => field.path === path)?.type.endsWith('[]') === true ? path : undefined;
}

/** Neither it nor anything that it lies in may be absent. A list may have no entries. */
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
