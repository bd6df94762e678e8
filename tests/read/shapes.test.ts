import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { z as z3 } from 'zod/v3';
import { jsonb, personal, ref, secret, sql, ulid, uuid, varchar } from '../../src/lib/dsl/index.ts';
import { jsonToFields } from '../../src/lib/read/shape/json-to-fields.ts';
import { publishSchema } from '../../src/lib/read/shape/publish-schema.ts';
import type { Vocabulary } from '../../src/lib/read/shape/type-words.ts';
import { readProperties, readShape } from '../../src/lib/read/shape/read-shape.ts';
import { entityOf, loadFixture, typed } from './read-fixture.ts';

const DOCUMENT_FIELDS = [
  '_id: string',
  'name: string',
  'age: int',
  'weight: double optional',
  'alive: bool = true',
  'born: date',
  'seen: date = now()',
  'ordinal: long null',
  'nickname: string null optional',
  'role: string [admin, user]',
  'level: int [1, 2]',
  'address: object',
  'address.street: string',
  'address.zip: string optional',
  'former: object[]',
  'former[].street: string',
  'former[].zip: string optional',
  'tags: string[]',
  'labels: record of object',
  'labels{}.color: string',
  'counts: record of int',
  'pair: (string | date)[]',
  'unique: string[]',
  'lookup: record of date',
  'contact: object',
  'contact.kind: string [mail, phone]',
  'contact.address: string optional',
  'contact.number: int optional',
  'both: object',
  'both.left: string',
  'both.right: bool',
  'either: string | object[] null',
  'either[].part: string',
  'branded: string',
  'caught: string',
  'anything: any',
  'children: (recursive: → the whole record)[]',
];

const COLUMN_FIELDS = [
  '_id: text',
  'name: text',
  'age: integer',
  'weight: double precision null',
  'alive: boolean = true',
  'born: timestamptz',
  'seen: timestamptz = now()',
  'ordinal: bigint null',
  'nickname: text null',
  'role: text [admin, user]',
  'level: integer [1, 2]',
  'address: jsonb',
  'address.street: string',
  'address.zip: string optional',
  'former: jsonb',
  'former[].street: string',
  'former[].zip: string optional',
  'tags: text[]',
  'labels: jsonb',
  'labels{}.color: string',
  'counts: jsonb',
  'pair: jsonb',
  'unique: text[]',
  'lookup: jsonb',
  'contact: jsonb',
  'contact.kind: string [mail, phone]',
  'contact.address: string optional',
  'contact.number: integer optional',
  'both: jsonb',
  'both.left: string',
  'both.right: boolean',
  'either: jsonb null',
  'either[].part: string',
  'branded: text',
  'caught: text',
  'anything: jsonb',
  'children: jsonb',
];

describe('a shape that a team already has, of Zod 4 and of Zod 3', async () => {
  const loaded = await loadFixture('zod');

  test('is read without a finding', () => {
    expect(loaded.findings).toEqual([]);
  });

  test.each([['people'], ['people_3']])('gives the fields of a document, in %s', (name) => {
    expect(entityOf(loaded, name).fields.map(typed)).toEqual(DOCUMENT_FIELDS);
  });

  test.each([['persons'], ['persons_3']])('gives the columns of a table, in %s', (name) => {
    expect(entityOf(loaded, name).fields.map(typed)).toEqual(COLUMN_FIELDS);
  });

  test('publishes a JSON Schema that has every property and no key of our own', () => {
    for (const name of ['people', 'people_3']) {
      const { jsonSchema } = entityOf(loaded, name);
      expect(jsonSchema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
      expect(Object.keys(jsonSchema['properties'] as object)).toEqual(DOCUMENT_FIELDS.map((field) => field.replace(/:.*/, '')).filter((path) => !/[.[{]/.test(path)));
      expect(JSON.stringify(jsonSchema)).not.toContain('polyref');
    }
  });

  test('takes the description of a field from `.describe()`', () => {
    expect(['people', 'people_3'].map((name) => entityOf(loaded, name).fields[0]?.description)).toEqual(['Its identifier.', 'Its identifier.']);
  });
});

function fields(schema: unknown, vocabulary: Vocabulary = 'mongodb') {
  return jsonToFields(readShape(schema) ?? {}, vocabulary).fields;
}

describe('references', () => {
  test('leave the type to their target, and survive optional, nullable, lists and unions', () => {
    const target = { kind: 'field', to: 'postgresql.goals.ref_id' };
    const goal = () => ref('postgresql.goals.ref_id');
    const read = fields(z.object({ a: goal().optional(), b: goal().nullable(), c: z.array(goal()), d: z.array(z.array(goal())), e: z.union([goal(), z.null()]), f: goal().describe('Why.') }));
    expect(read.map(({ path, type, reference }) => [path, type, reference])).toEqual([
      ['a', { pointer: 'a' }, target],
      ['b', { pointer: 'b' }, target],
      ['c', { listOf: { pointer: 'c' } }, target],
      ['d', { listOf: { listOf: { pointer: 'd' } } }, target],
      ['e', { pointer: 'e' }, target],
      ['f', { pointer: 'f' }, target],
    ]);
  });

  test('keep the type that `as` gives', () => {
    const [field] = fields(z.object({ a: ref('mongodb.skills._id', { as: varchar(24) }) }), 'postgresql');
    expect(field?.type).toBe('varchar(24)');
  });

  test('among the values of a record stand on a field of their own', () => {
    const read = fields(z.object({ owners: z.record(z.string(), ref('postgresql.users.ref_id')) }));
    expect(read.map(({ path, name, reference }) => [path, name, reference?.kind])).toEqual([
      ['owners', 'owners', undefined],
      ['owners{}', 'owners', 'field'],
    ]);
  });

  test('work inside a Zod 3 shape too', () => {
    const read = fields(z3.object({ plain: z3.string(), goal: ref('postgresql.goals.ref_id').optional(), list: z3.array(ref('postgresql.goals.ref_id') as never) } as never));
    expect(read.map(({ path, type, optional, reference }) => [path, type, optional, reference?.kind])).toEqual([
      ['plain', 'string', false, undefined],
      ['goal', { pointer: 'goal' }, true, 'field'],
      ['list', { listOf: { pointer: 'list' } }, false, 'field'],
    ]);
  });

  test('are one a field', () => {
    const { problems } = jsonToFields(readShape(z.object({ a: z.union([ref('postgresql.goals.ref_id'), ref('postgresql.users.ref_id')]) })) ?? {}, 'mongodb');
    expect(problems).toEqual([{ path: 'a', kind: 'several-references', type: '' }]);
  });
});

describe('columns', () => {
  test('have the types that their words say', () => {
    const read = fields(z.object({ id: ulid(), key: z.uuid(), day: z.iso.date(), at: z.iso.datetime(), ids: z.array(ulid()), named: uuid().default(sql('gen_random_uuid()')) }), 'postgresql');
    expect(read.map(typed)).toEqual(['id: ulid', 'key: uuid', 'day: date', 'at: timestamptz', 'ids: ulid[]', 'named: uuid = gen_random_uuid()']);
  });

  test('of jsonb show what is inside, be the shape of Zod 4 or of Zod 3', () => {
    const four = fields(z.object({ extra: jsonb(z.object({ utm: z.string(), at: z.date().optional() })).nullable() }), 'postgresql');
    const three = fields(z.object({ extra: jsonb(z3.object({ utm: z3.string(), at: z3.date().optional() })).nullable() }), 'postgresql');
    expect(four.map(typed)).toEqual(['extra: jsonb null', 'extra.utm: string', 'extra.at: date optional']);
    expect(three.map(typed)).toEqual(four.map(typed));
  });
});

test('classification, examples and a default of a list are kept', () => {
  const read = fields(z.object({ mail: personal(z.email()).meta({ examples: ['a@example.com'] }).optional(), token: z.array(secret(z.string())), list: z.array(z.string()).default(['a']) }));
  expect(read.map(({ classification, examples, default: value }) => [classification, examples, value])).toEqual([
    ['personal', ['"a@example.com"'], undefined],
    ['secret', undefined, undefined],
    [undefined, undefined, '["a"]'],
  ]);
});

test('a default that a function makes is not a value', () => {
  let count = 0;
  const read = fields(z.object({ id: z.string().default(() => `id-${count++}`), fixed: z.string().default(() => 'x') }));
  expect(read.map(typed)).toEqual(['id: string = computed', 'fixed: string = "x"']);
});

describe('shapes that contain themselves end', () => {
  test('through a getter, a list and a record', () => {
    const Node = z.object({
      name: z.string(),
      get parent() {
        return Node.nullable();
      },
      get children() {
        return z.array(Node);
      },
      get named() {
        return z.record(z.string(), Node);
      },
    });
    expect(fields(z.object({ tree: Node })).map(typed)).toEqual([
      'tree: object',
      'tree.name: string',
      'tree.parent: recursive: → tree null',
      'tree.children: (recursive: → tree)[]',
      'tree.named: record of recursive: → tree',
    ]);
  });

  test('forty levels down', () => {
    let shape: z.ZodType = z.object({ leaf: z.string() });
    for (let level = 40; level > 0; level -= 1) shape = z.object({ [`level${level}`]: shape });
    const last = fields(shape).at(-1);
    expect([last?.name, last?.depth, last?.path.split('.').length]).toEqual(['leaf', 40, 41]);
  });

  test('with an id of their own', () => {
    const Part = z.object({ sku: z.string() }).meta({ id: 'ReadTestPart' });
    expect(fields(z.object({ one: Part, many: z.array(Part) })).map(typed)).toEqual(['one: object', 'one.sku: string', 'many: object[]', 'many[].sku: string']);
  });
});

test('parameters of a key may be of both Zods', () => {
  const shape = readProperties({ version: z.int(), ext: z3.enum(['md', 'pdf']), tenant: z.string().optional() });
  expect(jsonToFields(shape ?? {}, 'json').fields.map(typed)).toEqual(['version: integer', 'ext: string [md, pdf]', 'tenant: string optional']);
  expect(shape?.['required']).toEqual(['version', 'ext']);
});

test('the published schema says dates as text and keeps properties called like our own keys', () => {
  const shape = readShape(z.object({ at: z.date(), polyref: z.string(), id: z.string().default(sql('x()')), n: z.bigint() })) ?? {};
  expect(publishSchema(shape, (path) => (path === 'at' ? 'When.' : ''))).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: { at: { type: 'string', format: 'date-time', description: 'When.' }, polyref: { type: 'string' }, id: { type: 'string' }, n: { type: 'integer' } },
    required: ['at', 'polyref', 'id', 'n'],
    additionalProperties: false,
  });
});
