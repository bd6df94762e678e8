import { expect, test } from 'vitest';
import * as z from 'zod';
import { z as z3 } from 'zod/v3';
import { collection, objectId } from '../../src/lib/dsl/index.ts';
import { renderPages } from '../../src/lib/emit/render-pages.ts';
import { catalogFrom } from '../rules/catalog-from.ts';

/** Type and description of each field on the entity's page. */
function rowsOf(document: unknown): readonly string[] {
  const page = renderPages(catalogFrom(collection('docs', { document: document as z.ZodType }))).get('src/content/docs/reference/mongodb/docs.mdx') ?? '';
  const rows = page.split('\n').filter((line) => /^\| (?:&emsp;)*<a id=/.test(line));
  const cells = rows.map((row) => row.slice('| '.length, -' |'.length).split(' | '));
  return cells.map((row) => [row[0]?.replace(/.*<\/a>/, ''), row[1], row.at(-1)?.trim()].join(' / ').trimEnd());
}

const email = { kind: z.literal('email'), to: z.string(), cc: z.string().optional(), at: z.date() };
const push = { kind: z.enum(['push', 'badge']), device: z.string(), at: z.date() };

test('a field of some variants says of which, and whether these require it', () => {
  expect(rowsOf(z.object({ _id: objectId(), send: z.discriminatedUnion('kind', [z.object(email), z.object(push), z.object({ kind: z.literal('sms'), device: z.string(), at: z.date() })]) }))).toEqual([
    '`_id` / `ObjectId` /',
    '`send` / `object` /',
    '`send.kind` / `string` / One of `email`, `push`, `badge`, `sms`.',
    '`send.to` / `string`, optional / Required when `send.kind` is `email`.',
    '`send.cc` / `string`, optional / Only when `send.kind` is `email`.',
    '`send.at` / `date` /',
    '`send.device` / `string`, optional / Required when `send.kind` is `push`, `badge` or `sms`.',
  ]);
});

test('so it does where the document itself is the union, in a list, in variants of variants, and in Zod 3', () => {
  const inner = z.discriminatedUnion('level', [z.object({ kind: z.literal('b'), level: z.literal(1), one: z.string() }), z.object({ kind: z.literal('b'), level: z.literal(2), two: z.string() })]);
  expect(rowsOf(z.discriminatedUnion('kind', [z.object({ _id: objectId(), kind: z.literal('a'), list: z.array(inner) }), z.object({ _id: objectId(), kind: z.literal('b') })])).slice(2)).toEqual([
    '`list` / `object[]`, optional / Required when `kind` is `a`.',
    '`list[].kind` / `string` / One of `b`.',
    '`list[].level` / `int` / One of `1`, `2`.',
    '`list[].one` / `string`, optional / Required when `list[].level` is `1`.',
    '`list[].two` / `string`, optional / Required when `list[].level` is `2`.',
  ]);
  const three = z3.discriminatedUnion('kind', [z3.object({ kind: z3.literal('a'), one: z3.string() }), z3.object({ kind: z3.literal('b') })]);
  expect(rowsOf(z3.object({ _id: z3.string(), send: three })).at(-1)).toBe('`send.one` / `string`, optional / Required when `send.kind` is `a`.');
});

const variant = (kind: z.ZodType, fields: z.ZodRawShape) => z.object({ kind, ...fields });

test('what one variant says of a field is not said of the field of all', () => {
  const said = { n: z.int().default(1).describe('Attempts.'), level: z.enum(['low', 'high']), old: z.string().meta({ deprecated: true }) };
  const send = z.discriminatedUnion('kind', [variant(z.literal('a'), { ...said, same: z.int().default(1).meta({ deprecated: true }) }), variant(z.literal('b'), { n: z.int().describe('Retries.'), level: z.string(), old: z.string(), same: z.int().default(1).meta({ deprecated: true }) })]);
  expect(rowsOf(z.object({ send })).slice(2)).toEqual([
    '`send.n` / `int` / Attempts.<br/>Retries.',
    '`send.level` / `string` /',
    '`send.old` / `string` /',
    '`send.same` / `int`, default `1` / **Deprecated.**',
  ]);
});

test.each<readonly [string, z.ZodType, readonly string[]]>([
  ['one beside an object that may have any value', z.union([z.discriminatedUnion('kind', [variant(z.literal('a'), { one: z.string() }), variant(z.literal('b'), {})]), variant(z.string(), {})]), ['`send.one` / `string`, optional /']],
  ['a discriminator that may be null', z.discriminatedUnion('kind', [variant(z.literal(['a', null]), { one: z.string() }), variant(z.literal('b'), {})]), ['`send.one` / `string`, optional /']],
  ['a discriminator that may be absent', z.discriminatedUnion('kind', [variant(z.literal('a').optional(), { one: z.string() }), variant(z.literal('b'), {})]), ['`send.one` / `string`, optional /']],
  ['another field of the same name outside', z.discriminatedUnion('kind', [variant(z.literal('a'), { level: z.string() }), z.discriminatedUnion('level', [variant(z.literal('b'), { level: z.literal('x'), one: z.string() }), variant(z.literal('b'), { level: z.literal('y') })])]), ['`send.level` / `string` /', '`send.one` / `string`, optional /']],
  ['variants of variants', z.discriminatedUnion('kind', [variant(z.literal('a'), {}), z.discriminatedUnion('level', [variant(z.literal('b'), { level: z.literal('x'), one: z.string() }), variant(z.literal('b'), { level: z.literal('y') })])]), ['`send.level` / `string`, optional / One of `x`, `y`. Required when `send.kind` is `b`.', '`send.one` / `string`, optional / Required when `send.level` is `x`.']],
  ['two unions at once', z.discriminatedUnion('kind', [variant(z.literal('a'), { one: z.string() }), variant(z.literal('b'), {})]).and(z.discriminatedUnion('level', [z.object({ level: z.literal('x'), two: z.string() }), z.object({ level: z.literal('y') })])), ['`send.one` / `string`, optional / Required when `send.kind` is `a`.', '`send.level` / `string` / One of `x`, `y`.', '`send.two` / `string`, optional / Required when `send.level` is `x`.']],
])('a condition is said where it is true: %s', (_, send, rows) => {
  expect(rowsOf(z.object({ send: send.describe('What is sent.') })).slice(2)).toEqual(rows);
});

test('a union without a discriminator says nothing of its variants', () => {
  expect(rowsOf(z.object({ send: z.union([z.object(email), z.object(push)]) })).filter((row) => row.includes('when'))).toEqual([]);
});

test('a deprecated field says so, and one that is computed', () => {
  expect(rowsOf(z.object({ old: z.string().optional().meta({ deprecated: true, description: 'Use `new`.' }), inner: z.string().meta({ deprecated: true }).nullable(), at: z.number().default(() => Date.now()), id: z.string().default(() => `x${Math.random()}`), choice: z.union([z.string().meta({ deprecated: true }), z.int()]) }))).toEqual([
    '`old` / `string`, optional / **Deprecated.** Use `new`.',
    '`inner` / `string`, or null / **Deprecated.**',
    '`at` / `double`, default `now()` /',
    '`id` / `string`, default `computed` /',
    '`choice` / <code>string &#124; int</code> /',
  ]);
});
