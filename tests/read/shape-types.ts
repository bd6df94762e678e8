import * as z from 'zod';
import { z as z3 } from 'zod/v3';

/** What a type of Zod comes out as: its word in MongoDB, in PostgreSQL and in JSON. */
export interface ShapeType {
  readonly name: string;
  readonly schema: unknown;
  readonly types: readonly [mongodb: string, postgresql: string, json: string];
  readonly values?: readonly string[];
  readonly nullable?: boolean;
  readonly optional?: boolean;
  /** Zod's name of a type that nothing can store. */
  readonly unsupported?: string;
}

type Words = ShapeType['types'];

const TEXT: Words = ['string', 'text', 'string'];
const INT: Words = ['int', 'integer', 'integer'];
const NUMBER: Words = ['double', 'double precision', 'number'];
const BOOL: Words = ['bool', 'boolean', 'boolean'];
const DATE: Words = ['date', 'timestamptz', 'date'];
const LONG: Words = ['long', 'bigint', 'integer'];
const BINARY: Words = ['binData', 'bytea', 'binary'];
const OBJECT: Words = ['object', 'jsonb', 'object'];
const ANY: Words = ['any', 'jsonb', 'any'];
const list = (mongodb: string, postgresql: string, json: string): Words => [`${mongodb}[]`, postgresql, `${json}[]`];
const record = (mongodb: string, json: string): Words => [`record of ${mongodb}`, 'jsonb', `record of ${json}`];

const all = (types: Words, schemas: Readonly<Record<string, unknown>>, more: Partial<ShapeType> = {}): readonly ShapeType[] => Object.entries(schemas).map(([name, schema]) => ({ name, schema, types, ...more }));
const not = (unsupported: string, schema: unknown): ShapeType => ({ name: unsupported, schema, types: ANY, unsupported });

/** As TypeScript writes `enum`: numbers are named twice. */
const Level = { low: 0, high: 1, 0: 'low', 1: 'high' } as const;
const Side = { left: 'l', right: 'r' } as const;

/** Every type of Zod 4. */
export const ZOD_4: readonly ShapeType[] = [
  ...all(TEXT, {
    string: z.string(), email: z.email(), url: z.url(), httpUrl: z.httpUrl(), hostname: z.hostname(), emoji: z.emoji(), nanoid: z.nanoid(), cuid: z.cuid(), cuid2: z.cuid2(), xid: z.xid(), ksuid: z.ksuid(), ipv4: z.ipv4(),
    ipv6: z.ipv6(), mac: z.mac(), cidrv4: z.cidrv4(), cidrv6: z.cidrv6(), base64: z.base64(), base64url: z.base64url(), e164: z.e164(), jwt: z.jwt(), hex: z.hex(), hash: z.hash('sha256'), stringFormat: z.stringFormat('x', /x/),
    'template literal': z.templateLiteral(['v', z.number()]), 'string coerced': z.coerce.string(), 'local datetime': z.iso.datetime({ local: true }),
  }),
  ...all(['string', 'uuid', 'string'], { uuid: z.uuid(), uuidv4: z.uuidv4(), uuidv7: z.uuidv7(), guid: z.guid() }),
  ...all(['ulid', 'ulid', 'ulid'], { ulid: z.ulid() }),
  ...all(['string', 'date', 'string'], { 'iso date': z.iso.date() }),
  ...all(['string', 'timestamptz', 'string'], { 'iso datetime': z.iso.datetime(), 'iso datetime with offset': z.iso.datetime({ offset: true }) }),
  ...all(['string', 'time', 'string'], { 'iso time': z.iso.time() }),
  ...all(['string', 'interval', 'string'], { 'iso duration': z.iso.duration() }),
  ...all(NUMBER, { number: z.number(), float64: z.float64(), nan: z.nan(), 'number coerced': z.coerce.number() }),
  ...all(['double', 'real', 'number'], { float32: z.float32() }),
  ...all(INT, { int: z.int(), int32: z.int32(), 'number of a whole kind': z.number().int() }),
  ...all(['long', 'bigint', 'integer'], { uint32: z.uint32() }),
  ...all(LONG, { bigint: z.bigint(), int64: z.int64(), 'bigint coerced': z.coerce.bigint() }),
  ...all(['decimal', 'numeric(20,0)', 'integer'], { uint64: z.uint64() }),
  ...all(BOOL, { boolean: z.boolean(), stringbool: z.stringbool(), success: z.success(z.string()), 'boolean coerced': z.coerce.boolean() }),
  ...all(DATE, { date: z.date(), 'date coerced': z.coerce.date(), 'instance of Date': z.instanceof(Date), 'codec to a date': z.codec(z.iso.datetime(), z.date(), { decode: (text) => new Date(text), encode: (date) => date.toISOString() }) }),
  ...all(BINARY, { file: z.file(), 'instance of bytes': z.instanceof(Uint8Array), 'instance of Buffer': z.instanceof(Buffer) }),
  ...all(ANY, { any: z.any(), unknown: z.unknown() }),
  ...all(OBJECT, { object: z.object({}), 'strict object': z.strictObject({}), 'record of named keys': z.record(z.enum(['a', 'b']), z.string()), 'partial record': z.partialRecord(z.enum(['a', 'b']), z.string()), intersection: z.intersection(z.object({ a: z.string() }), z.object({ b: z.string() })), 'discriminated union': z.discriminatedUnion('k', [z.object({ k: z.literal('a') }), z.object({ k: z.literal('b') })]) }),
  ...all(list('string', 'text[]', 'string'), { array: z.array(z.string()), set: z.set(z.string()), tuple: z.tuple([z.string()]), 'tuple with a rest': z.tuple([z.string()], z.string()), 'variadic tuple': z.tuple([] as never, z.string()) }),
  ...all(['(string | int)[]', 'jsonb', '(string | integer)[]'], { 'mixed tuple': z.tuple([z.string(), z.int()]), 'array of a union': z.array(z.union([z.string(), z.int()])) }),
  ...all(record('string', 'string'), { record: z.record(z.string(), z.string()), map: z.map(z.string(), z.string()), 'map of numbers': z.map(z.number(), z.string()), 'record by numbers': z.record(z.number(), z.string()), 'loose record': z.looseRecord(z.string().regex(/^x/), z.string()) }),
  ...all(record('any', 'any'), { 'loose object': z.looseObject({}) }),
  ...all(TEXT, { enum: z.enum(['a', 'b']), literals: z.literal(['a', 'b']), 'union of literals': z.union([z.literal('a'), z.literal('b')]), 'excluded enum': z.enum(['a', 'b', 'c']).exclude(['c']) }, { values: ['a', 'b'] }),
  ...all(TEXT, { 'string enum of TypeScript': z.enum(Side) }, { values: ['l', 'r'] }),
  ...all(INT, { 'number enum of TypeScript': z.enum(Level), 'number literals': z.literal([0, 1]) }, { values: ['0', '1'] }),
  ...all(BOOL, { 'boolean literal': z.literal(true) }, { values: ['true'] }),
  ...all(LONG, { 'bigint literal': z.literal(2n ** 60n) }, { values: [String(2n ** 60n)] }),
  ...all(TEXT, { 'literal or null': z.literal(['a', null]) }, { values: ['a'], nullable: true }),
  ...all(TEXT, { 'literal or undefined': z.literal(['a', undefined]) }, { values: ['a'], optional: true }),
  ...all(['string | int', 'jsonb', 'string | integer'], { 'mixed literals': z.literal(['a', 1]) }, { values: ['a', '1'] }),
  ...all(['string | int', 'jsonb', 'string | integer'], { union: z.union([z.string(), z.int()]), xor: z.xor([z.string(), z.int()]), 'literal or number': z.union([z.literal('a'), z.int()]) }),
  ...all(['int | double', 'double precision', 'integer | number'], { 'union of numbers': z.union([z.int(), z.number()]) }),
  ...all(TEXT, { 'union of texts': z.union([z.string(), z.uuid()]), 'literal or any text': z.union([z.literal('a'), z.string()]), 'union with never': z.union([z.string(), z.never()]) }),
  ...all(['null', 'text', 'null'], { null: z.null() }, { nullable: true }),
  not('undefined', z.undefined()), not('void', z.void()), not('never', z.never()), not('symbol', z.symbol()), not('function', z.function()), not('custom', z.custom()), not('transform', z.string().transform(Number)),
  not('promise', z.promise(z.string())), not('never', z.enum([])),
];

/** Every type of Zod 3. */
export const ZOD_3: readonly ShapeType[] = [
  ...all(TEXT, {
    string: z3.string(), email: z3.string().email(), url: z3.string().url(), emoji: z3.string().emoji(), nanoid: z3.string().nanoid(), cuid: z3.string().cuid(), cuid2: z3.string().cuid2(), ip: z3.string().ip(), cidr: z3.string().cidr(),
    base64: z3.string().base64(), base64url: z3.string().base64url(), jwt: z3.string().jwt(), 'string coerced': z3.coerce.string(),
  }),
  ...all(['string', 'uuid', 'string'], { uuid: z3.string().uuid() }),
  ...all(['string', 'date', 'string'], { 'iso date': z3.string().date() }),
  ...all(['string', 'timestamptz', 'string'], { 'iso datetime': z3.string().datetime() }),
  ...all(['string', 'time', 'string'], { 'iso time': z3.string().time() }),
  ...all(['string', 'interval', 'string'], { 'iso duration': z3.string().duration() }),
  ...all(NUMBER, { number: z3.number(), nan: z3.nan(), 'number coerced': z3.coerce.number() }),
  ...all(INT, { int: z3.number().int() }),
  ...all(LONG, { bigint: z3.bigint() }),
  ...all(BOOL, { boolean: z3.boolean() }),
  ...all(DATE, { date: z3.date(), 'date coerced': z3.coerce.date() }),
  ...all(ANY, { any: z3.any(), unknown: z3.unknown() }),
  ...all(OBJECT, { object: z3.object({}), 'strict object': z3.object({}).strict(), 'record of named keys': z3.record(z3.enum(['a', 'b']), z3.string()), 'record of branded keys': z3.record(z3.enum(['a', 'b']).brand('B'), z3.string()), 'record of refined keys': z3.record(z3.enum(['a', 'b']).refine(() => true), z3.string()), intersection: z3.intersection(z3.object({ a: z3.string() }), z3.object({ b: z3.string() })), 'discriminated union': z3.discriminatedUnion('k', [z3.object({ k: z3.literal('a') }), z3.object({ k: z3.literal('b') })]) }),
  ...all(list('string', 'text[]', 'string'), { array: z3.array(z3.string()), set: z3.set(z3.string()), tuple: z3.tuple([z3.string()]), 'tuple with a rest': z3.tuple([z3.string()]).rest(z3.string()) }),
  ...all(['(string | int)[]', 'jsonb', '(string | integer)[]'], { 'mixed tuple': z3.tuple([z3.string(), z3.number().int()]) }),
  ...all(record('string', 'string'), { record: z3.record(z3.string(), z3.string()), map: z3.map(z3.string(), z3.string()) }),
  ...all(record('any', 'any'), { 'open object': z3.object({}).passthrough() }),
  ...all(TEXT, { enum: z3.enum(['a', 'b']), 'union of literals': z3.union([z3.literal('a'), z3.literal('b')]) }, { values: ['a', 'b'] }),
  ...all(TEXT, { 'string enum of TypeScript': z3.nativeEnum(Side) }, { values: ['l', 'r'] }),
  ...all(INT, { 'number enum of TypeScript': z3.nativeEnum(Level) }, { values: ['0', '1'] }),
  ...all(BOOL, { 'boolean literal': z3.literal(true) }, { values: ['true'] }),
  ...all(LONG, { 'bigint literal': z3.literal(2n ** 60n) }, { values: [String(2n ** 60n)] }),
  ...all(['string | int', 'jsonb', 'string | integer'], { union: z3.union([z3.string(), z3.number().int()]) }),
  ...all(['null', 'text', 'null'], { null: z3.null(), 'null literal': z3.literal(null) }, { nullable: true }),
  not('undefined', z3.undefined()), not('void', z3.void()), not('never', z3.never()), not('symbol', z3.symbol()), not('function', z3.function()), not('transform', z3.string().transform(Number)), not('promise', z3.promise(z3.string())),
];
