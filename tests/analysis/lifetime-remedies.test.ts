import * as z from 'zod';
import { expect, test } from 'vitest';
import { remediesFor } from '../../src/lib/analysis/lifetime-remedies.ts';
import { judgeLifetimes } from '../../src/lib/analysis/lifetimes.ts';
import type { Definition } from '../../src/lib/dsl/definition.ts';
import { collection, expires, nothing, nullifies, objectId, objectKey, objects, permanent, ref, table, ulid, withParent } from '../../src/lib/dsl/index.ts';
import { catalogFrom } from '../rules/catalog-from.ts';

/** The verdict on the only reference, and what would change it. */
function remedies(...definitions: readonly Definition[]): readonly string[] {
  const catalog = catalogFrom(...definitions);
  const [reference] = catalog.references;
  const [verdict] = judgeLifetimes(catalog);
  if (reference === undefined || verdict === undefined) throw new Error('There is one reference.');
  return [verdict.kind, ...remediesFor(reference, verdict, catalog)];
}

const ninety = { retention: expires('90 days', { after: 'at' }) };
const logs = (more: object, pointer: z.ZodType = ref('mongodb.runs._id')) => collection('logs', { document: z.object({ _id: objectId(), at: z.date(), runId: pointer }), ...more });
const runs = (more: object) => collection('runs', { document: z.object({ _id: objectId(), at: z.date() }), ...more });

test('a dangling window: the target kept with the record, the application acting, or readers who know', () => {
  expect(remedies(logs({ retention: permanent() }), runs(ninety))).toEqual([
    'dangling', "Let `mongodb.runs` go with `mongodb.logs`, `retention: withParent('mongodb.logs')`, or say why it cannot go first: `whenTargetGoes: never('…')`.", 'Let the application act when the target goes: `whenTargetGoes: deletes()`.', "If readers know of it, say so: `whenTargetGoes: nothing('…')`.",
  ]);
  expect(remedies(logs({ retention: permanent() }, ref('mongodb.runs._id', { whenTargetGoes: nothing('Known.') }).nullable()), runs(ninety))).toEqual([
    'dangling', "Let `mongodb.runs` go with `mongodb.logs`, `retention: withParent('mongodb.logs')`, or say why it cannot go first: `whenTargetGoes: never('…')`.", 'Let the application act when the target goes: `whenTargetGoes: nullifies()` or `deletes()`.',
  ]);
  expect(remedies(logs({ retention: permanent() }, ref('mongodb.runs._id', { whenTargetGoes: nullifies({ within: '1 hour' }) }).nullable()), runs(ninety))).toEqual([
    'dangling', "Let `mongodb.runs` go with `mongodb.logs`, `retention: withParent('mongodb.logs')`, or say why it cannot go first: `whenTargetGoes: never('…')`.", 'Let the application act sooner: a shorter `within`, or none when it happens at once.',
  ]);
});

test('a record that goes with its target, and late, is not told to be the parent of its parent', () => {
  expect(remedies(logs({ retention: withParent('mongodb.runs', { within: '1 day' }) }), runs(ninety)).slice(0, 2)).toEqual([
    'dangling', 'Let `mongodb.logs` go sooner after `mongodb.runs`: a shorter `within` of its retention, or none when it happens at once.',
  ]);
});

test('what only people delete need not go first; within one database a foreign key does better', () => {
  expect(remedies(
    table('rows', { columns: z.object({ id: ulid(), other: ref('postgresql.others.id', { whenTargetGoes: nothing('Known.') }) }), retention: permanent() }),
    table('others', { columns: z.object({ id: ulid() }), retention: permanent() }),
  )).toEqual([
    'dangling', "Delete nothing from `postgresql.others` that `postgresql.rows` still points at, and say so: `whenTargetGoes: never('…')`.", 'Let the application act when the target goes: `whenTargetGoes: deletes()`.',
    "Make it a foreign key: `enforcedBy: 'database'`.",
  ]);
});

test('bytes that nobody can find, or that stay too long', () => {
  const files = (more: object) => objects('files', { bucket: 'content', key: '{runId}.txt', parameters: { runId: z.string() }, ...more });
  const pointing = collection('runs', { document: z.object({ _id: objectId(), at: z.date(), key: objectKey('s3.files') }), ...ninety });
  expect(remedies(pointing, files({ retention: permanent() }))).toEqual([
    'orphan', "Let the bytes go with the record: `retention: withParent('mongodb.runs')`, and the software that does it under `by`.", "Let the bucket remove them: `lifecycle: [lifecycle({ expireAfter: '…' })]`.",
    'Keep `mongodb.runs`, or another record that knows the keys, as long as the bytes.',
  ]);
  expect(remedies(pointing, files({ retention: expires('1 year') }))).toEqual([
    'over-retained', "Let `s3.files` expire earlier: by its `retention`, or a rule of the bucket's `lifecycle`.", 'Keep `mongodb.runs` as long as the bytes.',
  ]);
});

test('what is not declared, and what keeps a safe one safe', () => {
  expect(remedies(logs({}), runs({}))).toEqual(['unknown', 'Declare the `retention` of `mongodb.logs`.', 'Declare the `retention` of `mongodb.runs`.']);
  expect(remedies(logs(ninety), runs({ retention: permanent() }))).toEqual(['safe', 'It would dangle if `mongodb.runs` could go before `mongodb.logs`.']);
  expect(remedies(
    table('rows', { columns: z.object({ id: ulid(), other: ref('postgresql.others.id', { enforcedBy: 'database' }) }) }),
    table('others', { columns: z.object({ id: ulid() }), primaryKey: ['id'] }),
  )).toEqual(['safe', "It would only be the application’s to keep without `enforcedBy: 'database'`."]);
});
