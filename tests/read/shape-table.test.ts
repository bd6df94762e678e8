import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import * as mini from 'zod/mini';
import { z as z3 } from 'zod/v3';
import { typeText } from '../../src/lib/model/open-type.ts';
import { jsonToFields } from '../../src/lib/read/shape/json-to-fields.ts';
import { publishSchema } from '../../src/lib/read/shape/publish-schema.ts';
import { readShape } from '../../src/lib/read/shape/read-shape.ts';
import type { Vocabulary } from '../../src/lib/read/shape/type-words.ts';
import { ZOD_3, ZOD_4, type ShapeType } from './shape-types.ts';

const VOCABULARIES: readonly Vocabulary[] = ['mongodb', 'postgresql', 'json'];

/** What comes out of a field `a` in each store: `string optional null = "x" [a, b]`, with what nothing can store. */
function outcomeOf(schema: unknown, version: 3 | 4 = 4): readonly string[] {
  const shape = readShape(version === 4 ? z.object({ a: schema as z.ZodType }) : z3.object({ a: schema as z3.ZodTypeAny })) ?? {};
  // Whatever comes out is JSON, and can be published.
  expect(() => JSON.stringify(publishSchema(shape, (path) => path))).not.toThrow();
  return VOCABULARIES.map((vocabulary) => {
    const { fields, problems } = jsonToFields(shape, vocabulary);
    const [field] = fields;
    const said = outcome(typeText(field?.type ?? '', () => 'target'), { optional: field?.optional === true, nullable: field?.nullable === true, ...(field?.default !== undefined ? { default: field.default } : {}) }, field?.values);
    return [said, ...problems.map(({ kind, type }) => `(${kind} ${type})`)].join(' ');
  });
}

interface State {
  readonly optional: boolean;
  readonly nullable: boolean;
  readonly default?: string;
}

function outcome(type: string, state: State, values: readonly string[] = []): string {
  return [type, ...(state.optional ? ['optional'] : []), ...(state.nullable ? ['null'] : []), ...(state.default !== undefined ? [`= ${state.default}`] : []), ...(values.length > 0 ? [`[${values.join(', ')}]`] : [])].join(' ');
}

/** What has to come out of a type in a state: a column cannot be absent, it is NULL then. */
function expectedOf({ types, values, unsupported }: ShapeType, state: State, type: (word: string, vocabulary: Vocabulary) => string = (word) => word): readonly string[] {
  return VOCABULARIES.map((vocabulary, at) => {
    const isColumn = vocabulary === 'postgresql';
    const said = outcome(type(types[at] ?? '', vocabulary), { ...state, optional: state.optional && !isColumn, nullable: state.nullable || (isColumn && state.optional) }, values);
    return unsupported === undefined || unsupported === 'undefined' ? said : `${said} (unsupported ${unsupported})`;
  });
}

const stateOf = ({ optional = false, nullable = false, unsupported }: ShapeType): State => ({ optional: optional || unsupported === 'undefined', nullable });

/** What a wrapper makes of what is known of the value in it. */
interface Wrapper {
  readonly wrap: (schema: never) => unknown;
  readonly state: (state: State) => State;
}

const same = (state: State) => state;
const optional = (state: State): State => ({ ...state, optional: true });
const nullable = (state: State): State => ({ ...state, nullable: true });
const required = (state: State): State => ({ ...state, optional: false });
const byDefault = (state: State): State => ({ ...state, optional: false, default: '"d"' });

const WRAPPERS_4: Readonly<Record<string, Wrapper>> = {
  optional: { wrap: (schema: z.ZodType) => schema.optional(), state: optional },
  exactOptional: { wrap: (schema: z.ZodType) => schema.exactOptional(), state: optional },
  nullable: { wrap: (schema: z.ZodType) => schema.nullable(), state: nullable },
  nullish: { wrap: (schema: z.ZodType) => schema.nullish(), state: (state) => optional(nullable(state)) },
  nonoptional: { wrap: (schema: z.ZodType) => schema.nonoptional(), state: required },
  default: { wrap: (schema: z.ZodType) => schema.default('d'), state: byDefault },
  'default of a function': { wrap: (schema: z.ZodType) => schema.default(() => Math.random()), state: (state) => ({ ...byDefault(state), default: 'computed' }) },
  catch: { wrap: (schema: z.ZodType) => schema.catch('c'), state: same },
  readonly: { wrap: (schema: z.ZodType) => schema.readonly(), state: same },
  brand: { wrap: (schema: z.ZodType) => schema.brand('B'), state: same },
  describe: { wrap: (schema: z.ZodType) => schema.describe('What it is.'), state: same },
  meta: { wrap: (schema: z.ZodType) => schema.meta({ title: 'A', odd: 1n, type: 'x', anyOf: [] }), state: same },
  refine: { wrap: (schema: z.ZodType) => schema.refine(() => true), state: same },
  superRefine: { wrap: (schema: z.ZodType) => schema.superRefine(() => undefined), state: same },
  overwrite: { wrap: (schema: z.ZodType) => schema.overwrite((value) => value), state: same },
  clone: { wrap: (schema: z.ZodType) => schema.clone(), state: same },
  lazy: { wrap: (schema: z.ZodType) => z.lazy(() => schema), state: same },
  preprocess: { wrap: (schema: z.ZodType) => z.preprocess((value) => value, schema), state: same },
  'output of a pipe': { wrap: (schema: z.ZodType) => z.any().pipe(schema), state: same },
  'union with null': { wrap: (schema: z.ZodType) => z.union([schema, z.null()]), state: nullable },
  'union with undefined': { wrap: (schema: z.ZodType) => z.union([schema, z.undefined()]), state: optional },
  'union with itself': { wrap: (schema: z.ZodType) => z.union([schema, schema]), state: same },
  'intersection with unknown': { wrap: (schema: z.ZodType) => z.unknown().and(schema), state: same },
};

const WRAPPERS_3: Readonly<Record<string, Wrapper>> = {
  optional: { wrap: (schema: z3.ZodTypeAny) => schema.optional(), state: optional },
  nullable: { wrap: (schema: z3.ZodTypeAny) => schema.nullable(), state: nullable },
  nullish: { wrap: (schema: z3.ZodTypeAny) => schema.nullish(), state: (state) => optional(nullable(state)) },
  default: { wrap: (schema: z3.ZodTypeAny) => schema.default('d'), state: byDefault },
  'default of a function': { wrap: (schema: z3.ZodTypeAny) => schema.default(() => Math.random()), state: (state) => ({ ...byDefault(state), default: 'computed' }) },
  catch: { wrap: (schema: z3.ZodTypeAny) => schema.catch('c'), state: same },
  readonly: { wrap: (schema: z3.ZodTypeAny) => schema.readonly(), state: same },
  brand: { wrap: (schema: z3.ZodTypeAny) => schema.brand('B'), state: same },
  describe: { wrap: (schema: z3.ZodTypeAny) => schema.describe('What it is.'), state: same },
  refine: { wrap: (schema: z3.ZodTypeAny) => schema.refine(() => true), state: same },
  lazy: { wrap: (schema: z3.ZodTypeAny) => z3.lazy(() => schema), state: same },
  preprocess: { wrap: (schema: z3.ZodTypeAny) => z3.preprocess((value) => value, schema), state: same },
  'output of a pipe': { wrap: (schema: z3.ZodTypeAny) => z3.any().pipe(schema), state: same },
  'union with null': { wrap: (schema: z3.ZodTypeAny) => z3.union([schema, z3.null()]), state: nullable },
  'union with undefined': { wrap: (schema: z3.ZodTypeAny) => z3.union([schema, z3.undefined()]), state: optional },
};

describe.each([['Zod 4', 4, ZOD_4, WRAPPERS_4], ['Zod 3', 3, ZOD_3, WRAPPERS_3]] as const)('%s', (_, version, types, wrappers) => {
  test.each(types.map((type) => [type.name, type] as const))('%s', (_, type) => {
    expect(outcomeOf(type.schema, version)).toEqual(expectedOf(type, stateOf(type)));
  });

  test.each(Object.entries(wrappers))('%s of every type', (name, { wrap, state }) => {
    for (const type of types.filter((each) => isApart(each, name))) expect(outcomeOf(wrap(type.schema as never), version), type.name).toEqual(expectedOf(type, state(stateOf(type))));
  });

  test.each(Object.entries(wrappers))('%s of every other wrapper', (outer, { wrap, state }) => {
    const date = types.find(({ name }) => name === 'date')!;
    for (const [inner, each] of Object.entries(wrappers)) {
      const expected = expectedOf(date, state(each.state(stateOf(date))));
      expect(outcomeOf(wrap(each.wrap(date.schema as never) as never), version), `${outer} of ${inner}`).toEqual(expected);
    }
  });

  test('a list, a record and a property of every type', () => {
    for (const type of types.filter(({ unsupported }) => unsupported === undefined)) {
      const inner = type.schema as never;
      const [list, record, object] = version === 4 ? [z.array(inner), z.record(z.string(), inner), z.object({ b: inner })] : [z3.array(inner), z3.record(inner), z3.object({ b: inner })];
      const [mongodb, , json] = type.types;
      const brackets = (word: string) => (word.includes(' ') ? `(${word})[]` : `${word}[]`);
      expect(outcomeOf(list, version).map(withoutValues), type.name).toEqual([brackets(mongodb), listOfColumns(type), brackets(json)]);
      expect(outcomeOf(record, version), type.name).toEqual([`record of ${mongodb}`, 'jsonb', `record of ${json}`]);
      expect(outcomeOf(object, version), type.name).toEqual(['object', 'jsonb', 'object']);
    }
  });
});

/** Nothing but `undefined` is in it, or what stands for it says so itself. */
function isApart({ unsupported, name }: ShapeType, wrapper: string): boolean {
  return unsupported !== 'undefined' && !(wrapper === 'intersection with unknown' && (name === 'any' || name === 'unknown')) && !(unsupported === 'never' && wrapper.startsWith('union with'));
}

function withoutValues(said: string): string {
  return said.replace(/ \[.*\]$/, '');
}

/** Elements of a column's list are of one type; any other list is JSON. */
function listOfColumns({ types: [, column] }: ShapeType): string {
  return column === 'jsonb' ? 'jsonb' : `${column}[]`;
}

/** Checks, each alone and after every other: none changes what a value is. */
describe('checks', () => {
  const CHECKS: readonly (readonly [string, unknown, readonly string[], Readonly<Record<string, (schema: never) => unknown>>])[] = [
    ['a string of Zod 4', z.string(), ['string', 'text', 'string'], {
      min: (s: z.ZodString) => s.min(1), max: (s: z.ZodString) => s.max(9), length: (s: z.ZodString) => s.length(3), nonempty: (s: z.ZodString) => s.nonempty(), regex: (s: z.ZodString) => s.regex(/a/), startsWith: (s: z.ZodString) => s.startsWith('a'),
      endsWith: (s: z.ZodString) => s.endsWith('x'), includes: (s: z.ZodString) => s.includes('y'), lowercase: (s: z.ZodString) => s.lowercase(), uppercase: (s: z.ZodString) => s.uppercase(), trim: (s: z.ZodString) => s.trim(),
      normalize: (s: z.ZodString) => s.normalize(), toLowerCase: (s: z.ZodString) => s.toLowerCase(), toUpperCase: (s: z.ZodString) => s.toUpperCase(), slugify: (s: z.ZodString) => s.slugify(), email: (s: z.ZodString) => s.email(), url: (s: z.ZodString) => s.url(),
      base64: (s: z.ZodString) => s.base64(), ipv4: (s: z.ZodString) => s.ipv4(), jwt: (s: z.ZodString) => s.jwt(), refine: (s: z.ZodString) => s.refine(() => true), check: (s: z.ZodString) => s.check(z.minLength(2)),
    }],
    ['a number of Zod 4', z.number(), ['double', 'double precision', 'number'], {
      min: (n: z.ZodNumber) => n.min(1), max: (n: z.ZodNumber) => n.max(9), gt: (n: z.ZodNumber) => n.gt(0), lt: (n: z.ZodNumber) => n.lt(9), positive: (n: z.ZodNumber) => n.positive(), negative: (n: z.ZodNumber) => n.negative(),
      nonnegative: (n: z.ZodNumber) => n.nonnegative(), nonpositive: (n: z.ZodNumber) => n.nonpositive(), two: (n: z.ZodNumber) => n.multipleOf(2), three: (n: z.ZodNumber) => n.multipleOf(3), none: (n: z.ZodNumber) => n.multipleOf(0), finite: (n: z.ZodNumber) => n.finite(), infinite: (n: z.ZodNumber) => n.max(Infinity),
    }],
    ['a bigint of Zod 4', z.bigint(), ['long', 'bigint', 'integer'], { min: (n: z.ZodBigInt) => n.min(1n), max: (n: z.ZodBigInt) => n.max(9n), positive: (n: z.ZodBigInt) => n.positive(), two: (n: z.ZodBigInt) => n.multipleOf(2n), three: (n: z.ZodBigInt) => n.multipleOf(3n) }],
    ['a date of Zod 4', z.date(), ['date', 'timestamptz', 'date'], { min: (d: z.ZodDate) => d.min(new Date(0)), max: (d: z.ZodDate) => d.max(new Date(1)), refine: (d: z.ZodDate) => d.refine(() => true) }],
    ['an array of Zod 4', z.array(z.string()), ['string[]', 'text[]', 'string[]'], { min: (a: z.ZodArray) => a.min(1), max: (a: z.ZodArray) => a.max(2), length: (a: z.ZodArray) => a.length(2), nonempty: (a: z.ZodArray) => a.nonempty() }],
    ['a set of Zod 4', z.set(z.string()), ['string[]', 'text[]', 'string[]'], { min: (a: z.ZodSet) => a.min(1), max: (a: z.ZodSet) => a.max(2), size: (a: z.ZodSet) => a.size(2), nonempty: (a: z.ZodSet) => a.nonempty() }],
    ['a file of Zod 4', z.file(), ['binData', 'bytea', 'binary'], { min: (f: z.ZodFile) => f.min(1), max: (f: z.ZodFile) => f.max(2), mime: (f: z.ZodFile) => f.mime(['image/png', 'image/gif']), other: (f: z.ZodFile) => f.mime('text/plain') }],
    ['a string of Zod 3', z3.string(), ['string', 'text', 'string'], {
      min: (s: z3.ZodString) => s.min(1), max: (s: z3.ZodString) => s.max(9), length: (s: z3.ZodString) => s.length(3), regex: (s: z3.ZodString) => s.regex(/a/), startsWith: (s: z3.ZodString) => s.startsWith('a'), endsWith: (s: z3.ZodString) => s.endsWith('x'),
      includes: (s: z3.ZodString) => s.includes('y'), trim: (s: z3.ZodString) => s.trim(), lower: (s: z3.ZodString) => s.toLowerCase(), email: (s: z3.ZodString) => s.email(), url: (s: z3.ZodString) => s.url(), ip: (s: z3.ZodString) => s.ip(), cidr: (s: z3.ZodString) => s.cidr(),
      emoji: (s: z3.ZodString) => s.emoji(), cuid: (s: z3.ZodString) => s.cuid(), nanoid: (s: z3.ZodString) => s.nanoid(), jwt: (s: z3.ZodString) => s.jwt(), base64: (s: z3.ZodString) => s.base64(),
    }],
    ['a number of Zod 3', z3.number(), ['double', 'double precision', 'number'], { min: (n: z3.ZodNumber) => n.min(1), max: (n: z3.ZodNumber) => n.max(9), positive: (n: z3.ZodNumber) => n.positive(), two: (n: z3.ZodNumber) => n.multipleOf(2), three: (n: z3.ZodNumber) => n.multipleOf(3), finite: (n: z3.ZodNumber) => n.finite() }],
    ['a bigint of Zod 3', z3.bigint(), ['long', 'bigint', 'integer'], { min: (n: z3.ZodBigInt) => n.min(1n), two: (n: z3.ZodBigInt) => n.multipleOf(2n), three: (n: z3.ZodBigInt) => n.multipleOf(3n) }],
    ['an array of Zod 3', z3.array(z3.string()), ['string[]', 'text[]', 'string[]'], { min: (a: never) => (a as z3.ZodArray<z3.ZodString>).min(1), max: (a: never) => (a as z3.ZodArray<z3.ZodString>).max(2), length: (a: never) => (a as z3.ZodArray<z3.ZodString>).length(2) }],
  ];

  test.each(CHECKS)('%s', (name, schema, types, checks) => {
    const version = name.endsWith('3') ? 3 : 4;
    for (const [one, first] of Object.entries(checks)) {
      expect(outcomeOf(first(schema as never), version), one).toEqual(types);
      for (const [other, second] of Object.entries(checks)) expect(outcomeOf(second(first(schema as never) as never), version), `${one}, ${other}`).toEqual(types);
    }
  });

  test('a form keeps its type under further checks', () => {
    expect(outcomeOf(z.email().endsWith('.com').max(20))).toEqual(['string', 'text', 'string']);
    expect(outcomeOf(z.uuid().regex(/^0/).optional())).toEqual(['string optional', 'uuid null', 'string optional']);
    expect(outcomeOf(z.string().min(3).uuid())).toEqual(['string', 'uuid', 'string']);
    expect(outcomeOf(z.int().multipleOf(2).multipleOf(3))).toEqual(['int', 'integer', 'integer']);
    expect(outcomeOf(z3.string().email().url(), 3)).toEqual(['string', 'text', 'string']);
  });
});

test('all checks of a value are published', () => {
  const shape = readShape(z.object({ a: z.string().regex(/a/).endsWith('x'), n: z.number().multipleOf(2).multipleOf(3) })) ?? {};
  expect(publishSchema(shape, () => '')['properties']).toEqual({ a: { type: 'string', allOf: [{ pattern: 'a' }, { pattern: '.*x$' }] }, n: { multipleOf: 2, type: 'number', allOf: [{ multipleOf: 3 }] } });
});

test('unions and intersections of every two types of Zod 4 end, and hold what both know', () => {
  const plain = ZOD_4.filter(({ unsupported, types }) => unsupported === undefined && types[0] !== 'any');
  for (const one of plain) {
    for (const other of plain) {
      const [mongodb] = outcomeOf(z.union([one.schema as z.ZodType, other.schema as z.ZodType]));
      for (const type of [...one.types[0].split(' | '), ...other.types[0].split(' | ')]) if (type !== 'null' && !/[()]|record/.test(`${one.types[0]}${other.types[0]}`)) expect(mongodb, `${one.name} or ${other.name}`).toContain(type);
      const both = outcomeOf(z.intersection(one.schema as z.ZodType, other.schema as z.ZodType));
      expect(both[0], `${one.name} and ${other.name}`).not.toMatch(/^any(?!.* \(unsupported never\))|undefined/);
    }
  }
});

test('named keys of a record are fields: required, or optional in a partial one and in Zod 3', () => {
  const pathsOf = (schema: unknown) => jsonToFields(readShape(schema) ?? {}, 'mongodb').fields.map(({ path, optional }) => `${path}${optional ? ' optional' : ''}`);
  const keys = ['en', 'fr'] as const;
  expect(pathsOf(z.object({ a: z.record(z.enum(keys), z.string()) }))).toEqual(['a', 'a.en', 'a.fr']);
  expect(pathsOf(z.object({ a: z.record(z.literal(keys), z.string().optional()) }))).toEqual(['a', 'a.en optional', 'a.fr optional']);
  expect(pathsOf(z.object({ a: z.record(z.union([z.literal('en'), z.literal('fr')]), z.string()) }))).toEqual(['a', 'a.en', 'a.fr']);
  expect(pathsOf(z.object({ a: z.partialRecord(z.enum(keys), z.string()) }))).toEqual(['a', 'a.en optional', 'a.fr optional']);
  expect(pathsOf(z3.object({ a: z3.record(z3.enum(keys), z3.string()) }))).toEqual(['a', 'a.en optional', 'a.fr optional']);
  expect(pathsOf(z3.object({ a: z3.record(z3.union([z3.literal('en'), z3.literal('fr')]), z3.string()) }))).toEqual(['a', 'a.en optional', 'a.fr optional']);
});

test('schemas of zod/mini are read like those of Zod', () => {
  expect(outcomeOf(mini.optional(mini.string().check(mini.regex(/a/), mini.endsWith('x'))))).toEqual(['string optional', 'text null', 'string optional']);
  expect(outcomeOf(mini._default(mini.bigint(), 1n))).toEqual(['long = 1', 'bigint = 1', 'integer = 1']);
  expect(outcomeOf(mini.record(mini.enum(['a']), mini.date()))).toEqual(['object', 'jsonb', 'object']);
});

test('an optional shape behind a lazy one is optional in Zod 3', () => {
  expect(outcomeOf(z3.lazy(() => z3.lazy(() => z3.string().optional())), 3)).toEqual(['string optional', 'text null', 'string optional']);
});

test.each<readonly [string, z.ZodType, string]>([
  ['the narrower of two numbers', z.number().and(z.int()), 'int'],
  ['what both unions have', z.union([z.string(), z.number()]).and(z.union([z.number(), z.boolean()])), 'double'],
  ['the values that both have', z.enum(['a', 'b', 'c']).and(z.enum(['b', 'c', 'd'])), 'string [b, c]'],
  ['null where both may be null', z.string().nullable().and(z.string().nullable()), 'string null'],
  ['no null where one may not', z.string().nullable().and(z.string()), 'string'],
  ['null alone', z.string().nullable().and(z.null()), 'null null'],
  ['nothing', z.string().and(z.int()), 'any (unsupported never)'],
  ['nothing, not even null', z.string().and(z.null()), 'any (unsupported never)'],
  ['what a function checks', z.custom<string>(() => true).and(z.string()), 'string'],
])('an intersection holds %s', (_, schema, said) => {
  expect(outcomeOf(schema)[0]).toBe(said);
});

test.each<readonly [string, z.ZodType, string]>([
  ['an identifier or any text', z.union([z.uuid(), z.string()]), 'text'],
  ['whole numbers of two sizes', z.union([z.int(), z.bigint()]), 'bigint'],
  ['numbers of two kinds', z.union([z.int(), z.number()]), 'double precision'],
  ['a number of 64 bits or with a fraction', z.union([z.bigint(), z.number()]), 'numeric'],
  ['text or a number', z.union([z.string(), z.number()]), 'jsonb'],
  ['a date or text', z.union([z.date(), z.string()]), 'jsonb'],
])('a column of %s has one type', (_, schema, type) => {
  expect(outcomeOf(schema)[1]).toBe(type);
});
