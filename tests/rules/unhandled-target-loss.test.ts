import * as z from 'zod';
import { expect, test } from 'vitest';
import { bigint, collection, deletes, nothing, objectId, ref, table, ulid } from '../../src/lib/dsl/index.ts';
import { unhandledTargetLoss } from '../../src/lib/rules/references/unhandled-target-loss.ts';
import { foundBy } from './catalog-from.ts';

const rows = table('rows', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']] });
const docs = (name: string, ...all: readonly z.ZodType[]) => collection(name, { document: z.object({ _id: objectId(), ...Object.fromEntries(all.map((each, at) => [`field${at}`, each])) }) });
const said = ref('postgresql.rows.ref_id', { whenTargetGoes: deletes({ within: '1 day' }) });
const unsaid = ref('postgresql.rows.ref_id');

test('an entity whose references say nothing', () => {
  expect(foundBy(unhandledTargetLoss, [rows, docs('a', said, unsaid), docs('b', unsaid, unsaid)])).toEqual([
    "mongodb.a: `mongodb.a` does not say what becomes of its records when that goes at which `field1` points. Say it: { whenTargetGoes: deletes() }, nullifies(), nothing('…') or never('…').",
    "mongodb.b: `mongodb.b` does not say what becomes of its records when that goes at which `field0`, `field1` point. Say it: { whenTargetGoes: deletes() }, nullifies(), nothing('…') or never('…').",
  ]);
});

test('a schema that says it nowhere', () => {
  expect(foundBy(unhandledTargetLoss, [rows, docs('a', unsaid), docs('b', unsaid)])).toEqual([
    "system: None of the 2 references that the application keeps says what happens when its target goes. Say it: { whenTargetGoes: deletes() }, nullifies(), nothing('…') or never('…').",
  ]);
});

test('what is said', () => {
  expect(foundBy(unhandledTargetLoss, [rows, docs('a', said), docs('b', ref('postgresql.rows.ref_id', { whenTargetGoes: nothing('A log outlives what it is about.') }))])).toEqual([]);
});
