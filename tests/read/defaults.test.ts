import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { z as z3 } from 'zod/v3';
import { now, sql, uuid } from '../../src/lib/dsl/index.ts';
import { jsonToFields } from '../../src/lib/read/shape/json-to-fields.ts';
import { publishSchema } from '../../src/lib/read/shape/publish-schema.ts';
import { readShape } from '../../src/lib/read/shape/read-shape.ts';

const defaultOf = (schema: unknown) => jsonToFields(readShape(z3.object({ a: schema as never })) ?? {}, 'mongodb').fields[0]?.default;
const published = (schema: z.ZodType) => (publishSchema(readShape(z.object({ a: schema })) ?? {}, () => '')['properties'] as Readonly<Record<string, object>>)['a'];

/** Both Zods: one of a constant or of a function. */
function both(value: unknown): readonly (string | undefined)[] {
  return [defaultOf(z.any().default(value)), defaultOf(z3.any().default(value as never))];
}

const realNow = Date.now;
let count = 0;

test.each<readonly [string, () => unknown, string]>([
  ['the moment in milliseconds', () => Date.now(), 'now()'],
  ['the moment as a date', () => new Date(), 'now()'],
  ['the moment as text', () => new Date().toISOString(), 'now()'],
  ['a moment a day from now', () => new Date(Date.now() + 86_400_000), 'computed'],
  ['the moment in seconds', () => Math.floor(Date.now() / 1000), 'computed'],
  ['the day', () => new Date().toISOString().slice(0, 10), 'computed'],
  ['the year', () => new Date().getFullYear(), 'computed'],
  ['the moment in an object', () => ({ at: new Date() }), 'computed'],
  ['the moment of a clock that was taken earlier', () => realNow(), 'computed'],
  ['time since the start', () => performance.now(), 'computed'],
  ['a random number', () => Math.random(), 'computed'],
  ['a random choice that is nearly always the same', () => (Math.random() < 0.01 ? 'a' : 'b'), 'computed'],
  ['a random choice of two', () => ['a', 'b'][Math.floor(Math.random() * 2)], 'computed'],
  ['a random number of the platform', () => randomInt(2 ** 40), 'computed'],
  ['a UUID', () => crypto.randomUUID(), 'generated uuid'],
  ['a UUID of the platform', () => randomUUID(), 'generated uuid'],
  ['a ULID', () => `01${[...randomBytes(24)].map((byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32]).join('')}`, 'generated ulid'],
  ['an ObjectId as text', () => randomBytes(12).toString('hex'), 'generated ObjectId'],
  ['an ObjectId of a driver', () => { const hex = randomBytes(12).toString('hex'); return { toHexString: () => hex }; }, 'generated ObjectId'],
  ['an identifier of no known form', () => `job_${randomBytes(6).toString('hex')}`, 'computed'],
  ['bytes', () => crypto.getRandomValues(new Uint8Array(4)).join('-'), 'computed'],
  ['a counter', () => (count += 1), 'computed'],
  ['a function', () => () => 1, 'computed'],
  ['a promise', async () => 1, 'computed'],
  ['a promise that fails', async () => { throw new Error('no'); }, 'computed'],
  ['what throws', () => { throw new Error('no'); }, 'computed'],
  ['an instance of a class', () => new (class Money { amount = 1; })(), 'computed'],
  ['what contains itself', () => { const self: { self?: unknown } = {}; self.self = self; return self; }, 'computed'],
  ['always the same', () => 'draft', '"draft"'],
  ['an empty list', () => [], '[]'],
  ['an object', () => ({ a: [1, null], b: { c: 'x' } }), '{"a":[1,null],"b":{"c":"x"}}'],
])('a function that gives %s', (_, given, text) => {
  expect(both(given)).toEqual([text, text]);
});

test.each<readonly [unknown, string | undefined]>([
  ['x', '"x"'], [0, '0'], [false, 'false'], [null, 'null'], [1n, '1'], [2n ** 70n, '1180591620717411303424'], [Number.NaN, 'NaN'], [Infinity, 'Infinity'], [{ n: 1n }, '{"n":1}'], [[1n, 'a'], '[1,"a"]'],
  [new Date('2024-01-02T03:04:05Z'), '"2024-01-02T03:04:05.000Z"'], [new Set(['a', 1n]), '["a",1]'], [new Map([['k', 1n]]), '{"k":1}'], [new Date(), 'computed'], [undefined, undefined], [now, 'now()'], [sql('gen()'), 'gen()'],
])('the constant %s', (value, text) => {
  expect(both(value)).toEqual([text, text]);
});

test('the clock and the random numbers are as they were afterwards', () => {
  const before = [Date, Date.now, Math.random, crypto.randomUUID, crypto.getRandomValues, performance.now];
  expect(defaultOf(z.date().default(() => new Date()))).toBe('now()');
  expect([Date, Date.now, Math.random, crypto.randomUUID, crypto.getRandomValues, performance.now]).toEqual(before);
  expect(Object.hasOwn(crypto, 'randomUUID')).toBe(false);
});

test('a default is published when it is a constant that JSON can hold', () => {
  expect(published(z.bigint().default(1n))).toEqual({ default: 1, type: 'integer' });
  expect(published(z.bigint().default(2n ** 70n))).toEqual({ type: 'integer' });
  expect(published(z.string().default('x'))).toEqual({ default: 'x', type: 'string' });
  expect(published(z.number().default(() => Date.now()))).toEqual({ type: 'number' });
  expect(published(uuid().default(sql('gen_random_uuid()')))).toEqual({ type: 'string' });
});

test('a prefault is the default where parsing leaves it as it is', () => {
  expect(defaultOf(z.string().prefault('x'))).toBe('"x"');
  expect(defaultOf(z.string().trim().prefault(' x '))).toBe(undefined);
  expect(defaultOf(z.string().transform(Number).pipe(z.number()).prefault('1'))).toBe(undefined);
});
