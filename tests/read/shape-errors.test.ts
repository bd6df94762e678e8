import { expect, test } from 'vitest';
import * as z from 'zod';
import { z as z3 } from 'zod/v3';
import { collection, jsonb, table } from '../../src/lib/dsl/index.ts';
import { draftsFrom } from '../rules/catalog-from.ts';

const circular: { self?: unknown } = {};
circular.self = circular;
const one = z.object({ a: z.string() }).meta({ id: 'ShapeErrorsTwice' });
const loop: z.ZodType = z.lazy(() => loop);
const loop3: z3.ZodTypeAny = z3.lazy(() => loop3);
const both: z.ZodType = z.lazy(() => z.intersection(z.object({ a: z.string() }), z.object({ again: both.optional() })));

/** What Zod's own converters refuse, or what nobody would write: a field comes out all the same. */
test.each<readonly [string, unknown]>([
  ['BigInt defaults', z.bigint().default(1n)],
  ['BigInt defaults in objects', z.object({ n: z.bigint() }).default({ n: 1n })],
  ['BigInt defaults of Zod 3', z3.bigint().default(1n)],
  ['BigInt in metadata', z.string().meta({ odd: 1n, circular })],
  ['examples that are no JSON', z.bigint().meta({ examples: [1n, 2n] })],
  ['keywords in metadata', z.string().meta({ type: 'object', properties: 7, items: null, $ref: '#/nowhere', allOf: 'x', enum: 3 })],
  ['a symbol as a key', z.object({ a: z.string(), [Symbol('b')]: z.string() })],
  ['a property called __proto__', z.object({ ['__proto__']: z.string() })],
  ['two schemas with one id', z.object({ one, other: z.object({ b: z.string() }).meta({ id: 'ShapeErrorsTwiceB' }), again: one })],
  ['a lazy shape of itself', loop],
  ['a lazy shape of itself in Zod 3', loop3],
  ['an intersection that contains itself', both],
  ['a default that throws', z.string().default(() => { throw new Error('no'); })],
  ['a catch that throws', z.string().catch(() => { throw new Error('no'); })],
  ['a prefault that throws', z.string().prefault(() => { throw new Error('no'); })],
  ['divisors that are none', z.number().multipleOf(0).multipleOf(Number.NaN)],
  ['limits without end', z.number().min(-Infinity).max(Infinity)],
  ['a mime type twice', z.file().mime('a/b').mime('c/d')],
  ['a record by numbers', z.record(z.number().min(1), z.string())],
  ['a template of many parts', z.templateLiteral(['a', z.enum(['b']), z.int().optional(), z.null()])],
  ['an empty tuple', z.tuple([])],
  ['an empty union', z.union([z.string()])],
])('%s are read without an error', (_, schema) => {
  for (const definition of [collection('docs', { document: z.object({ a: z.any() }).extend({ a: schema as z.ZodType }) }), table('rows', { columns: z.object({ id: z.int(), a: jsonb(schema as z.ZodType) }), primaryKey: ['id'] })]) {
    const { drafts, findings } = draftsFrom(definition);
    expect(findings).toEqual([]);
    expect(drafts.entities[0]?.fields.some(({ path }) => path === 'a')).toBe(true);
    expect(() => JSON.stringify(drafts)).not.toThrow();
  }
});

const undone = {} as z.ZodType;
test.each<readonly [string, unknown, string]>([
  ['a lazy shape of nothing', z.lazy(() => undefined as never), 'The shape of `mongodb.docs.a` cannot be read: `getter` is missing, not a Zod schema.'],
  ['a lazy shape that throws', z.lazy(() => { throw new Error('Not loaded yet'); }), 'The shape of `mongodb.docs.a` cannot be read: Not loaded yet.'],
  ['a list of nothing', z.array(undefined as never), 'The shape of `mongodb.docs.a` cannot be read: `element` is missing, not a Zod schema.'],
  ['no schema', undone, 'The shape of `mongodb.docs.a` cannot be read: `a` is an object, not a Zod schema.'],
  ['a likeness', { _zod: { def: { type: 'object' } } }, 'The shape of `mongodb.docs.a` cannot be read: it holds something that is not a Zod schema.'],
  ['a likeness of Zod 3', { _def: { typeName: 'ZodUnion', options: 7 } }, 'The shape of `mongodb.docs.a` cannot be read: it holds something that is not a Zod schema.'],
  ['a type that no Zod has', { _zod: { def: { type: 'tensor' } } }, '`mongodb.docs.a` has the Zod type `tensor`, which says nothing of what is stored.'],
])('%s is an error that names the field', (_, schema, message) => {
  expect(draftsFrom(collection('docs', { document: { _zod: { def: { type: 'object', shape: { id: z.string(), a: schema } } } } as never })).findings.map((finding) => finding.message)).toEqual([message]);
});
