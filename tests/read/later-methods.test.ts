import { expect, test } from 'vitest';
import * as z from 'zod';
import { z as z325 } from 'zod-3.25';
import * as z325v4 from 'zod-3.25/v4';
import * as z40 from 'zod-4.0';
import * as z40mini from 'zod-4.0/mini';
import { formerly, personal, ref } from '../../src/lib/dsl/index.ts';
import { jsonToFields } from '../../src/lib/read/shape/json-to-fields.ts';
import { readShape } from '../../src/lib/read/shape/read-shape.ts';

function fieldsOf(shape: unknown): readonly string[] {
  return jsonToFields(readShape(shape) ?? {}, 'mongodb').fields.map(({ path, reference, classification, formerly: before, description }) => [path, classification, before, reference?.kind, description].filter((part) => part !== undefined).join(' '));
}

test.each<[name: string, zod: any]>([['zod', z], ['zod 4.0', z40], ['zod/v4 of 3.25', z325v4], ['zod 3.25', z325]])('what a word says holds for what is called afterwards: %s', (_, zod) => {
  const person = personal(zod.object({ name: zod.string() }));
  expect(fieldsOf(zod.object({
    mail: personal(zod.string()).min(3).email(),
    age: personal(formerly(zod.number(), 'years')).int().optional(),
    tags: personal(zod.array(zod.string())).max(3),
    owner: ref('postgresql.users.id', { as: zod.string() }).refine(() => true),
    named: person.describe('Of a person.'),
    more: person.extend({ born: zod.string() }),
    part: person.partial(),
    exact: person.strict(),
  }))).toEqual([
    'mail personal', 'age personal years', 'tags personal', 'owner field', 'named personal Of a person.', 'named.name', 'more personal', 'more.name', 'more.born', 'part personal', 'part.name', 'exact personal', 'exact.name',
  ]);
});

test('what is written under `polyref` in the metadata holds beside it, and no word of it leaves', () => {
  const type = (name: string) => ({ polyref: { type: name } });
  const written = personal(z.string().meta(type('money')));
  expect(jsonToFields(readShape(z.object({ before: written, after: personal(z.string()).meta(type('money')) })) ?? {}, 'postgresql').fields.map(({ type, classification }) => `${type} ${classification}`)).toEqual(['money personal', 'money personal']);
  expect(z.toJSONSchema(personal(z.string().describe('Mail.')))).toEqual({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'string', description: 'Mail.' });
});

test('a word leaves an object that contains itself unread', () => {
  const node: z.ZodType = personal(z.object({ name: z.string(), get next() { return node.optional(); } }));
  expect(fieldsOf(z.object({ first: node })).slice(0, 3)).toEqual(['first personal', 'first.name', 'first.next']);
  const mini: unknown = personal(z40mini.object({ get next() { return z40mini.optional(mini as z40mini.ZodMiniType); } }));
  expect(fieldsOf(z40mini.object({ first: mini as z40mini.ZodMiniType })).slice(0, 2)).toEqual(['first personal', 'first.next']);
});
