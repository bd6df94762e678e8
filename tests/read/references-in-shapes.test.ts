import { expect, test } from 'vitest';
import * as z from 'zod';
import { z as z3 } from 'zod/v3';
import { bigint, collection, objectId, ref, refByType, table, text, to, toByType, ulid, type Definition } from '../../src/lib/dsl/index.ts';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import type { Field } from '../../src/lib/model/field.ts';
import type { Finding } from '../../src/lib/model/finding.ts';
import { renderPages } from '../../src/lib/emit/render-pages.ts';
import { discriminatorValuesDiffer } from '../../src/lib/rules/references/discriminator-values-differ.ts';
import { catalogFrom, draftsFrom, foundBy } from '../rules/catalog-from.ts';

const users = table('users', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']] });
const user = () => ref('postgresql.users.ref_id');
const docs = (fields: z.ZodRawShape | unknown, name = 'docs'): Definition => collection(name, { document: isShape(fields) ? z.object({ _id: objectId(), ...fields }) : (fields as z.ZodType) });
const isShape = (given: unknown): given is z.ZodRawShape => typeof given === 'object' && given !== null && !('_zod' in given) && !('_def' in given);

/** `path: type → target`, a line a field, without `_id`. */
function linesOf(...definitions: readonly Definition[]): readonly string[] {
  const catalog = catalogFrom(users, ...definitions);
  const found = (field: Field) => catalog.references.filter(({ from }) => from.entity === 'mongodb.docs' && from.field === field.path);
  const fields = catalog.entities.find(({ name }) => name === 'docs')?.fields ?? [];
  return fields.filter(({ path }) => path !== '_id').map((field) => [`${field.path}: ${field.type}`, ...found(field).map(({ id, cardinality }) => `${id.slice(id.indexOf('→'))} (${cardinality.to})`)].join(' '));
}

function errorsOf(...definitions: readonly Definition[]): readonly string[] {
  const { drafts, findings } = draftsFrom(users, ...definitions);
  return [...findings, ...buildCatalog(drafts).findings].map(({ rule, message, hint = '' }: Finding) => `${rule}: ${message} ${hint}`);
}

test.each<readonly [string, z.ZodRawShape, readonly string[]]>([
  ['keys of a record', { a: z.record(user(), z.number()) }, ['a: record of double', 'a{key}: ulid → postgresql.users.ref_id (many)']],
  ['keys and values of a map', { a: z.map(user(), user()) }, ['a: record of ulid', 'a{key}: ulid → postgresql.users.ref_id (many)', 'a{}: ulid → postgresql.users.ref_id (many)']],
  ['values of a record, of the same type in both rows', { a: z.record(z.string(), user()) }, ['a: record of ulid', 'a{}: ulid → postgresql.users.ref_id (many)']],
  ['lists in a record', { a: z.record(z.string(), z.array(user())) }, ['a: record of ulid[]', 'a{}: ulid[] → postgresql.users.ref_id (many)']],
  ['records in a record', { a: z.record(z.string(), z.record(z.string(), user())) }, ['a: record of record of ulid', 'a{}{}: ulid → postgresql.users.ref_id (many)']],
  ['a record with named keys', { a: z.record(z.enum(['owner', 'editor']), user()) }, ['a: object', 'a.owner: ulid → postgresql.users.ref_id (exactly one)', 'a.editor: ulid → postgresql.users.ref_id (exactly one)']],
  ['a set', { a: z.set(user()) }, ['a: ulid[] → postgresql.users.ref_id (many)']],
  ['a tuple', { a: z.tuple([z.int(), user()]) }, ['a: (int | ulid)[] → postgresql.users.ref_id (many)']],
  ['the rest of a tuple', { a: z.tuple([z.int()]).rest(user()) }, ['a: (int | ulid)[] → postgresql.users.ref_id (many)']],
  ['lists in lists', { a: z.array(z.array(user())) }, ['a: ulid[][] → postgresql.users.ref_id (many)']],
  ['objects in lists in lists', { a: z.array(z.array(z.object({ by: user() }))) }, ['a: object[][]', 'a[][].by: ulid → postgresql.users.ref_id (many)']],
  ['a union', { a: z.union([user(), z.int()]) }, ['a: ulid | int → postgresql.users.ref_id (at most one)']],
  ['every member of a union', { a: z.union([user(), user().nullable()]) }, ['a: ulid → postgresql.users.ref_id (at most one)']],
  ['a list that is one of several', { a: z.union([z.int(), z.array(user())]) }, ['a: int | ulid[]', 'a[]: ulid → postgresql.users.ref_id (many)']],
  ['an intersection', { a: z.object({ by: user() }).and(z.object({ at: z.date() })) }, ['a: object', 'a.by: ulid → postgresql.users.ref_id (exactly one)', 'a.at: date']],
  ['lists in an intersection', { a: z.array(user()).and(z.array(z.string())) }, ['a: ulid[] → postgresql.users.ref_id (many)']],
  ['records in an intersection', { a: z.object({ at: z.date() }).and(z.record(z.string(), user())) }, ['a: object', 'a.at: date', 'a{}: ulid → postgresql.users.ref_id (many)']],
  ['the input of a pipe', { a: user().pipe(z.string()) }, ['a: ulid → postgresql.users.ref_id (exactly one)']],
  ['the output of a pipe', { a: z.string().pipe(user()) }, ['a: ulid → postgresql.users.ref_id (exactly one)']],
  ['objects that go into a pipe', { a: z.object({ by: user() }).pipe(z.object({ by: z.string() })) }, ['a: object', 'a.by: ulid → postgresql.users.ref_id (exactly one)']],
  ['either side of a codec', { a: z.codec(user(), z.string(), { decode: String, encode: String }), b: z.codec(z.string(), user(), { decode: String, encode: String }) }, ['a: ulid → postgresql.users.ref_id (exactly one)', 'b: ulid → postgresql.users.ref_id (exactly one)']],
  ['preprocessing', { a: z.preprocess(String, user()) }, ['a: ulid → postgresql.users.ref_id (exactly one)']],
  ['a lazy shape', { a: z.lazy(() => z.array(z.lazy(user))) }, ['a: ulid[] → postgresql.users.ref_id (many)']],
  ['fields without a name inside of a field', { a: z.object({ n: z.int() }).catchall(user()) }, ['a: object', 'a.n: int', 'a{}: ulid → postgresql.users.ref_id (many)']],
  ['wrappers around wrappers', { a: user().nullable().readonly().default('x').nonoptional(), b: user().catch('x').prefault('y').brand('B') }, ['a: ulid → postgresql.users.ref_id (at most one)', 'b: ulid → postgresql.users.ref_id (exactly one)']],
])('a reference is found in %s', (_, fields, lines) => {
  expect(linesOf(docs(fields))).toEqual(lines);
});

test('a reference is found in shapes of Zod 3', () => {
  const given = user() as never;
  const shape = z3.object({
    _id: z3.string(), keys: z3.record(given, z3.number()), values: z3.record(given), map: z3.map(given, given), set: z3.set(given), tuple: z3.tuple([given]), rest: z3.tuple([z3.number()]).rest(given),
    union: z3.union([given, z3.number().int()]), both: z3.object({ by: given }).and(z3.object({ at: z3.date() })), pipe: z3.pipeline(given, z3.string()), lazy: z3.lazy(() => given), many: z3.array(z3.array(given)),
  });
  expect(linesOf(docs(shape)).filter((line) => line.includes('→')).map((line) => line.replace(/ → .*/, ''))).toEqual([
    'keys{key}: ulid', 'values{}: ulid', 'map{key}: ulid', 'map{}: ulid', 'set: ulid[]', 'tuple: ulid[]', 'rest: (double | ulid)[]', 'union: ulid | int', 'both.by: ulid', 'pipe: ulid', 'lazy: ulid', 'many: ulid[][]',
  ]);
});

test.each<readonly [string, Definition, readonly string[]]>([
  ['part of a text', docs({ a: z.templateLiteral(['user:', user()]) }), ['bad-shape: `mongodb.docs.a` has a reference that is only a part of its text. Store the referenced key in a field of its own; for the key of an S3 object, write objectKey(…).']],
  ['in fields without a name', docs(z.object({ _id: objectId() }).catchall(user())), ["bad-shape: `mongodb.docs` has a reference in properties that it does not name. Put them into a field of their own: owners: z.record(z.string(), ref('…'))."]],
  ['before a transformation', docs({ a: user().transform(String) }), ['unsupported-type: `mongodb.docs.a` has the Zod type `transform`, which says nothing of what is stored. Give the shape that is stored, after the transformation: `.transform(…).pipe(z.string())`.']],
  ['in a promise', docs({ a: z.promise(user()) }), ['unsupported-type: `mongodb.docs.a` has the Zod type `promise`, which says nothing of what is stored. Give the shape of what the promise brings.']],
  ['one of two in a tuple', docs({ a: z.tuple([user(), ref('postgresql.users.id')]) }), ['several-references: `mongodb.docs.a` has more than one reference. Write one that has several targets: refByType(…), or refToOneOf(…) with the reason why nothing tells them apart.']],
])('a reference that cannot be modelled is an error: %s', (_, definition, errors) => {
  expect(errorsOf(definition)).toEqual(errors);
});

const goals = table('goals', { columns: z.object({ id: bigint() }), primaryKey: ['id'] });
const byKind = refByType('kind', { user: 'postgresql.users.ref_id', goal: 'postgresql.goals.id' });

test('a polymorphic reference in a document is of the types of all its targets', () => {
  const kind = z.enum(['user', 'goal']);
  expect(linesOf(goals, docs({ kind, about: byKind, list: z.array(byKind), record: z.record(z.string(), byKind) }))).toEqual([
    'kind: string',
    'about: ulid | long → one of several (exactly one)',
    'list: (ulid | long)[] → one of several (many)',
    'record: record of ulid | long',
    'record{}: ulid | long → one of several (many)',
  ]);
});

test('a polymorphic reference in a column asks for its type', () => {
  const links = (about: z.ZodType) => table('links', { columns: z.object({ id: bigint(), kind: z.enum(['user', 'goal']), about }), primaryKey: ['id'] });
  expect(errorsOf(goals, links(byKind))).toEqual([
    'mixed-reference-types: `postgresql.links.about` holds values of several types, `ulid` and `bigint`: a column has one type. Give the reference a type that holds all of them: { as: text() }.',
  ]);
  expect(errorsOf(goals, links(refByType('kind', { user: 'postgresql.users.ref_id', goal: 'postgresql.goals.id' }, { as: text() })))).toEqual([]);
  expect(errorsOf(goals, links(refByType('kind', { user: 'postgresql.users.id', goal: 'postgresql.goals.id' })))).toEqual([]);
  // Laid over a shape, it has the type that the shape says.
  expect(errorsOf(goals, table('links', { columns: z.object({ id: bigint(), kind: z.enum(['user', 'goal']), about: z.string() }), primaryKey: ['id'], references: { about: toByType('kind', { user: 'postgresql.users.ref_id', goal: 'postgresql.goals.id' }) } }))).toEqual([]);
});

test('a reference in several variants of a discriminated union is told apart by its discriminator', () => {
  const variant = (kind: string, to: string) => z.object({ kind: z.literal(kind), id: ref(to) });
  const given = z.discriminatedUnion('kind', [variant('user', 'postgresql.users.ref_id'), variant('admin', 'postgresql.users.ref_id'), variant('goal', 'postgresql.goals.id')]);
  expect(linesOf(goals, docs({ about: given }))).toEqual(['about: object', 'about.kind: string', 'about.id: ulid | long → one of several (exactly one)']);
  const { references } = catalogFrom(users, goals, docs({ abouts: z.array(given) }));
  expect(references.map(({ target }) => target)).toEqual([
    {
      kind: 'oneOf', discriminator: { kind: 'field', field: 'abouts[].kind' },
      targets: [{ entity: 'postgresql.users', field: 'ref_id', when: 'user' }, { entity: 'postgresql.users', field: 'ref_id', when: 'admin' }, { entity: 'postgresql.goals', field: 'id', when: 'goal' }],
    },
  ]);
  const three = z3.discriminatedUnion('kind', [z3.object({ kind: z3.literal('user'), by: z3.object({ id: user() as never }) }), z3.object({ kind: z3.literal('goal'), by: z3.object({ id: ref('postgresql.goals.id') as never }) })]);
  expect(catalogFrom(users, goals, docs(z3.object({ _id: z3.string(), about: three }))).references.map(({ id }) => id)).toEqual(['mongodb.docs.about.by.id → one of several']);
});

test('references of variants with different options are refused', () => {
  const given = z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), id: user() }), z.object({ kind: z.literal('b'), id: ref('postgresql.users.id', { keptBy: 'Writer' }) })]);
  expect(errorsOf(docs({ about: given }))).toEqual(['several-references: `mongodb.docs.about.id` has a reference in several variants of a union, and their options differ. Give all of them the same options; only their targets may differ.']);
});

test('a reference of which only some variants are one says so', () => {
  const variant = (kind: string, id: z.ZodType) => z.object({ kind: z.literal(kind), id });
  const given = z.discriminatedUnion('kind', [variant('user', user()), variant('goal', ref('postgresql.goals.id')), variant('mail', z.string())]);
  const definitions = [users, goals, docs({ about: given, by: z.union([user(), z.literal('system')]), list: z.array(z.union([user(), z.int()])) })];
  expect(linesOf(goals, definitions[2]!)).toEqual([
    'about: object',
    'about.kind: string',
    'about.id: ulid | long | string → one of several (at most one)',
    'by: ulid | string → postgresql.users.ref_id (at most one)',
    'list: (ulid | int)[] → postgresql.users.ref_id (many)',
  ]);
  const catalog = catalogFrom(...definitions);
  expect(catalog.references.map(({ allowsOtherValues }) => allowsOtherValues)).toEqual([true, true, true]);
  const page = renderPages(catalog).get('src/content/docs/reference/mongodb/docs.mdx') ?? '';
  expect(page.split('\n').filter((line) => line.includes('The field may also hold values that are not references.'))).toHaveLength(3);
  // No target is missing for a value of which the field is no reference.
  expect(foundBy(discriminatorValuesDiffer, definitions)).toEqual([]);
  // Laid over a shape, a reference is one whatever the shape says.
  const laid = collection('docs', { document: z.object({ _id: objectId(), by: z.union([z.string(), z.int()]) }), references: { by: to('postgresql.users.ref_id') } });
  expect(catalogFrom(users, laid).references.map(({ cardinality, allowsOtherValues }) => [cardinality.to, allowsOtherValues])).toEqual([['exactly one', undefined]]);
});
