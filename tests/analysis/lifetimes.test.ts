import { describe, expect, it, test } from 'vitest';
import { judgeLifetimes } from '../../src/lib/analysis/lifetimes.ts';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import type { EntityDraft } from '../../src/lib/model/draft.ts';
import type { ReferenceSpec } from '../../src/lib/model/reference-spec.ts';
import type { Retention } from '../../src/lib/model/retention.ts';
import { at, collection, draftSchema, field, objects, table } from '../support/draft-schema.ts';

const permanent: Retention = { kind: 'permanent' };
const days = (count: number): Retention => ({ kind: 'expires', after: `${count} days`, field: 'at' });
const lives = (retention: Retention | undefined) => (retention === undefined ? {} : { retention });

const rows = (retention?: Retention) => table('rows', [field('ref_id', 'ulid'), field('at', 'timestamptz')], { primaryKey: ['ref_id'], ...lives(retention) });
const logs = (retention?: Retention, more: Partial<ReferenceSpec> = {}) =>
  collection('logs', [field('_id', 'ObjectId'), field('at', 'date'), field('rowId', undefined, { reference: { kind: 'field', to: 'postgresql.rows.ref_id', ...more } as ReferenceSpec })], lives(retention));
const files = (retention?: Retention) => objects('files', '{key}', [field('key', 'string')], lives(retention));
const docs = (retention?: Retention, name = 'docs') => collection(name, [field('_id', 'ObjectId'), field('at', 'date'), field('s3Key', 'string', { reference: { kind: 'objects', to: 's3.files', bind: {} } })], lives(retention));

const judged = (...entities: readonly EntityDraft[]) => judgeLifetimes(buildCatalog(draftSchema(entities)).catalog).map(({ kind, window, sentence, accepted }) => [kind, window, sentence, ...(accepted ? [accepted] : [])]);

test('a log that goes before what it points at is safe', () => {
  expect(judged(logs(days(90)), rows(permanent))).toEqual([['safe', undefined, '`mongodb.logs.rowId` exists for at most 90 days; `postgresql.rows` never expires.']]);
});

test('what the database enforces is safe, whatever lives how long', () => {
  const children = table('children', [field('row', undefined, { reference: { kind: 'field', to: 'postgresql.rows.ref_id', enforcedBy: 'database', onDelete: 'cascade' } })], lives(permanent));
  expect(judged(children, rows(days(1)))).toEqual([['safe', undefined, 'The database keeps `postgresql.children.row` true: on delete, cascade.']]);
});

test.each([24, 90, 365])('a target that ends dangles for the whole life of the pointer, since it may be old already: %d days', (count) => {
  const ends = count === 365 ? '1 year' : `${count} days`;
  expect(judged(logs(days(90)), rows(days(count)))).toEqual([
    ['dangling', '90 days', `\`postgresql.rows\` may be gone ${ends} after it was written, and may be old when it is pointed at; for up to 90 days a reader of \`mongodb.logs.rowId\` must expect to find nothing.`],
  ]);
});

test.each([
  ['optional', { optional: true }, 'createdAt'],
  ['null', { nullable: true }, 'createdAt'],
  ['later than the record', {}, 'closedAt'],
  ['moved again and again', {}, 'updatedAt'],
])('a TTL from a date that may be %s promises no end', (_, more, name) => {
  const docsWith = collection('docs', [field('_id', 'ObjectId'), field(name, 'date', more), field('s3Key', 'string', { reference: { kind: 'objects', to: 's3.files', bind: {} } })], { retention: { kind: 'expires', after: '30 days', field: name } });
  expect(judged(docsWith, files({ kind: 'expires', after: '90 days' }))[0]?.slice(0, 2)).toEqual(['dangling', 'forever']);
});

test('a permanent pointer dangles for ever, unless the reason why is given', () => {
  const why = { action: 'nothing', reason: 'The log is history.' } as const;
  expect(judged(logs(permanent, { whenTargetGoes: why }), rows(days(1)))).toEqual([
    ['dangling', 'forever', '`postgresql.rows` may be gone 1 day after it was written, and may be old when it is pointed at; from then on a reader of `mongodb.logs.rowId` must expect to find nothing.', 'The log is history.'],
  ]);
});

test('an application that follows its target late leaves a window', () => {
  expect(judged(logs(permanent, { whenTargetGoes: { action: 'nullify', within: '1 hour' } }), rows(days(1)))[0]).toEqual([
    'dangling',
    '1 hour',
    '`postgresql.rows` may be gone 1 day after it was written, and may be old when it is pointed at; the application sets the pointer to null within 1 hour, and until then a reader of `mongodb.logs.rowId` may find nothing.',
  ]);
});

test('what declares nothing is unknown', () => {
  expect(judged(logs(), rows(permanent))).toEqual([['unknown', undefined, '`mongodb.logs` declares no retention that could be compared.']]);
  expect(judged(logs(), rows())).toEqual([['unknown', undefined, '`mongodb.logs` and `postgresql.rows` declare no retention that could be compared.']]);
});

test('bytes that outlive the only record of their key are orphans', () => {
  expect(judged(docs(days(90)), files(permanent))).toEqual([
    ['orphan', 'forever', '`mongodb.docs` goes after 90 days, and nothing else knows where the bytes in `s3.files` are; no lifecycle rule removes them.'],
  ]);
});

test('bytes that somebody else still knows are no orphans', () => {
  expect(judged(docs(days(90)), docs(permanent, 'index'), files(permanent)).map(([kind]) => kind)).toEqual(['safe', 'safe']);
});

test('somebody who makes other keys does not know them', () => {
  const keyed = (name: string, retention: Retention) => collection(name, [field('_id', 'ObjectId'), field('at', 'date'), field('s3Key', 'string', { reference: { kind: 'objects', to: 's3.files', bind: { key: '_id' } } })], { retention, clustered: false });
  expect(judged(keyed('exports', permanent), keyed('reports', days(30)), files(permanent)).map(([kind]) => kind)).toEqual(['safe', 'orphan']);
});

test('bytes with an end of their own are over-retained', () => {
  expect(judged(docs(days(30)), files({ kind: 'expires', after: '90 days' }))).toEqual([['over-retained', '60 days', '`mongodb.docs` goes after 30 days, while the bytes in `s3.files` stay 90 days.']]);
});

test('bytes that go before their record leave it empty', () => {
  expect(judged(docs(permanent), files({ kind: 'expires', after: '90 days' }))[0]).toEqual([
    'dangling',
    'forever',
    '`s3.files` may be gone 90 days after it was written; from then on a reader of `mongodb.docs.s3Key` must expect to find no bytes.',
  ]);
});

test('what lives with its parent is safe with it', () => {
  expect(judged(docs(days(30)), files({ kind: 'withParent', parent: 'mongodb.docs' }))).toEqual([['safe', undefined, '`s3.files` goes with the record of `mongodb.docs` that it belongs to.']]);
});

test('a circle of parents is unknown', () => {
  const a = rows({ kind: 'withParent', parent: 'mongodb.logs' });
  expect(judged(logs({ kind: 'withParent', parent: 'postgresql.rows' }), a).map(([kind]) => kind)).toEqual(['unknown']);
});

test('one of several targets has the verdict of the worst', () => {
  const other = table('other', [field('ref_id', 'ulid'), field('at', 'timestamptz')], { primaryKey: ['ref_id'], retention: days(1) });
  const pointer = collection('logs', [field('_id', 'ObjectId'), field('x', undefined, { reference: { kind: 'oneOf', targets: ['postgresql.rows.ref_id', 'postgresql.other.ref_id'], undiscriminated: 'x' } })], { retention: permanent });
  expect(judged(pointer, rows(permanent), other).map(([kind]) => kind)).toEqual(['dangling']);
});

test('any entity of a store is judged by all that may be meant', () => {
  const pointer = collection('logs', [field('_id', 'ObjectId'), field('x', undefined, { reference: { kind: 'any', store: 'postgresql', field: 'ref_id', undiscriminated: 'x' } })], { retention: permanent });
  expect(judged(pointer, rows(days(1))).map(([kind]) => kind)).toEqual(['dangling']);
});

test('nothing that follows a target which somebody deletes leaves what the author accepts', () => {
  const why = { action: 'nothing', reason: 'The log is history.' } as const;
  expect(judged(logs(days(90), { whenTargetGoes: why }), rows(permanent))).toEqual([
    ['dangling', '90 days', '`postgresql.rows` goes only when somebody deletes it; for up to 90 days a reader of `mongodb.logs.rowId` must expect to find nothing.', 'The log is history.'],
  ]);
  expect(judged(logs(permanent, { whenTargetGoes: why }), rows(permanent))[0]?.slice(0, 2)).toEqual(['dangling', 'forever']);
});

test('a target that cannot go first is safe', () => {
  expect(judged(logs(permanent, { whenTargetGoes: { action: 'never', reason: 'Rows are locked.' } }), rows(days(1)))).toEqual([['safe', undefined, '`postgresql.rows` cannot go before `mongodb.logs.rowId`: Rows are locked.']]);
});

test('a lifecycle rule removes bytes whatever was promised, where it fits their keys', () => {
  const family = (rule: object) => objects('files', 'docs/{key}', [field('key', 'string')], { ...lives(permanent), lifecycle: [rule] });
  const verdict = (rule: object) => judged(docs(permanent), family(rule)).map(([kind, window]) => [kind, window])[0];
  expect(verdict({ expireAfter: '7 days' })).toEqual(['dangling', 'forever']);
  expect(verdict({ expireAfter: '7 days', prefix: 'doc' })).toEqual(['dangling', 'forever']);
  expect(verdict({ expireAfter: '7 days', prefix: 'docs/tmp-' })).toEqual(['dangling', 'forever']);
  expect(verdict({ expireAfter: '7 days', tag: { key: 'tmp', value: 'yes' } })).toEqual(['dangling', 'forever']);
  expect(verdict({ expireAfter: '7 days', prefix: 'other/' })).toEqual(['safe', undefined]);
  expect(judged(docs(days(90)), family({ expireAfter: '1 year' }))[0]?.slice(0, 2)).toEqual(['over-retained', '275 days']);
});

test('Object Lock keeps bytes longer than their retention', () => {
  const locked = objects('files', '{key}', [field('key', 'string')], { ...lives({ kind: 'expires', after: '30 days' }), objectLock: { mode: 'compliance', for: '1 year' } });
  expect(judged(docs(days(90)), locked)[0]?.slice(0, 2)).toEqual(['over-retained', '275 days']);
});

test('records of one entity need not be of one age, nor those that go with one parent', () => {
  const tree = (retention: Retention) => collection('tree', [field('_id', 'ObjectId'), field('at', 'date'), field('parentId', undefined, { reference: { kind: 'field', to: 'mongodb.tree._id' } as ReferenceSpec })], { retention });
  expect(judged(tree(days(30)))).toEqual([
    ['dangling', '30 days', '`mongodb.tree` may be gone 30 days after it was written, and may be old when it is pointed at; for up to 30 days a reader of `mongodb.tree.parentId` must expect to find nothing.'],
  ]);
  expect(judged(tree({ kind: 'withParent', parent: 'postgresql.rows', within: '1 hour' }), rows(days(90)))[0]?.slice(0, 2)).toEqual(['dangling', '1 hour']);
  expect(judged(tree(permanent)).map(([kind]) => kind)).toEqual(['safe']);
});

test.each([
  ['a date of its own', { kind: 'expires', after: '0 seconds', field: 'endsAt' }],
  ['a date that moves', { kind: 'expires', after: '30 days', field: 'updatedAt' }],
  ['a condition', { kind: 'expires', after: '30 days', field: 'at', where: '{"draft": true}' }],
] as const)('records that go on a day which nobody can name leave their bytes behind: %s', (_, retention: Retention) => {
  const dated = collection('docs', [field('_id', 'ObjectId'), field('at', 'date'), field('endsAt', 'date'), field('updatedAt', 'date'), field('s3Key', 'string', { reference: { kind: 'objects', to: 's3.files', bind: {} } })], { retention });
  expect(judged(dated, files(permanent))).toEqual([
    ['orphan', 'forever', 'Records of `mongodb.docs` go by themselves, and nothing else knows where the bytes in `s3.files` are; no lifecycle rule removes them.'],
  ]);
  expect(judged(dated, docs(permanent, 'index'), files(permanent)).map(([kind]) => kind)).toEqual(['safe', 'safe']);
  expect(judged(dated, files({ kind: 'withParent', parent: 'mongodb.docs' })).map(([kind]) => kind)).toEqual(['safe']);
});

test('a lifecycle rule by tag is not said to be missing, and does not remove all', () => {
  const tagged = objects('files', '{key}', [field('key', 'string')], { ...lives(permanent), lifecycle: [{ expireAfter: '90 days', tag: { key: 'tmp', value: 'yes' } }] });
  expect(judged(docs(days(90)), tagged)[0]?.[2]).toBe('`mongodb.docs` goes after 90 days, and nothing else knows where the bytes in `s3.files` are; no lifecycle rule removes all of them.');
});

const withProcess = (entities: readonly EntityDraft[], ...removed: readonly string[]) => {
  const processes = [{ name: 'Cleaner', description: '', reads: [], writes: [], deletes: removed, copies: [], location: at('p') }];
  return judgeLifetimes(buildCatalog(draftSchema(entities, { processes })).catalog).map(({ kind, window, sentence, accepted }) => [kind, window, sentence, ...(accepted ? [accepted] : [])]);
};

describe('what a process deletes', () => {
  it('dangles although no retention is declared', () => {
    expect(withProcess([logs(undefined), rows(undefined)], 'postgresql.rows')).toEqual([
      ['dangling', 'forever', 'The process “Cleaner” deletes `postgresql.rows` but not `mongodb.logs`; from then on a reader of `mongodb.logs.rowId` must expect to find nothing.'],
    ]);
  });

  it('is deleted by several processes', () => {
    const cleaner = (name: string) => ({ name, description: '', reads: [], writes: [], deletes: ['postgresql.rows'], copies: [], location: at('p') });
    const { catalog } = buildCatalog(draftSchema([logs(days(90)), rows(permanent)], { processes: [cleaner('A'), cleaner('B')] }));
    expect(judgeLifetimes(catalog)[0]?.sentence).toBe('The processes “A” and “B” delete `postgresql.rows` but not `mongodb.logs`; for up to 90 days a reader of `mongodb.logs.rowId` must expect to find nothing.');
  });

  it('does not dangle when one process that erases tenants deletes the one, and another the other', () => {
    const eraser = (name: string, removed: string) => ({ name, description: '', reads: [], writes: [], deletes: [removed], erasesTenants: true as const, copies: [], location: at('p') });
    const { catalog } = buildCatalog(draftSchema([logs(days(90)), rows(permanent)], { processes: [eraser('A', 'postgresql.rows'), eraser('B', 'mongodb.logs')] }));
    expect(judgeLifetimes(catalog)[0]?.kind).toBe('safe');
  });

  it('dangles, when what points there stays', () => {
    expect(withProcess([logs(days(90)), rows(permanent)], 'postgresql.rows')).toEqual([
      ['dangling', '90 days', 'The process “Cleaner” deletes `postgresql.rows` but not `mongodb.logs`; for up to 90 days a reader of `mongodb.logs.rowId` must expect to find nothing.'],
    ]);
  });

  it('does not dangle when the same process deletes both, or only a field', () => {
    const quiet = [['safe', undefined, '`mongodb.logs.rowId` exists for at most 90 days; `postgresql.rows` never expires.']];
    expect(withProcess([logs(days(90)), rows(permanent)], 'postgresql.rows', 'mongodb.logs')).toEqual(quiet);
    expect(withProcess([logs(days(90)), rows(permanent)], 'postgresql.rows.at')).toEqual(quiet);
  });

  it('dangles although the definition says that it never goes first', () => {
    expect(withProcess([logs(permanent, { whenTargetGoes: { action: 'never', reason: 'We promise.' } }), rows(permanent)], 'postgresql.rows')).toEqual([
      ['dangling', 'forever', 'The process “Cleaner” deletes `postgresql.rows` but not `mongodb.logs`; from then on a reader of `mongodb.logs.rowId` must expect to find nothing.'],
    ]);
  });

  it('is safe where the application then acts', () => {
    expect(withProcess([logs(permanent, { whenTargetGoes: { action: 'delete' } }), rows(permanent)], 'postgresql.rows')).toEqual([
      ['safe', undefined, 'The process “Cleaner” deletes `postgresql.rows` but not `mongodb.logs`; the application then deletes the record.'],
    ]);
  });

  it('leaves bytes that nobody knows of, or that stay too long', () => {
    expect(withProcess([docs(permanent), files(permanent)], 'mongodb.docs')).toEqual([
      ['orphan', 'forever', 'The process “Cleaner” deletes records of `mongodb.docs` but not the objects in `s3.files`, and nothing else holds their keys.'],
    ]);
    expect(withProcess([docs({ kind: 'expires', after: '30 days', field: 'at' }), files({ kind: 'expires', after: '30 days' })], 'mongodb.docs')).toEqual([
      ['over-retained', '30 days', 'The process “Cleaner” deletes records of `mongodb.docs` but not the objects in `s3.files`, which remain for up to 30 days.'],
    ]);
  });

  it('leaves bytes that another record knows', () => {
    expect(withProcess([docs(permanent), docs(permanent, 'more'), files(permanent)], 'mongodb.docs').map(([kind]) => kind)).toEqual(['safe', 'safe']);
  });

  it('goes with the bytes where their retention says so', () => {
    expect(withProcess([docs(permanent), files({ kind: 'withParent', parent: 'mongodb.docs' })], 'mongodb.docs').map(([kind]) => kind)).toEqual(['safe']);
  });
});

test('a date that is itself the end', () => {
  const rowsUntil = (after: string, name: string) => table('rows', [field('ref_id', 'ulid'), field(name, 'timestamptz')], { primaryKey: ['ref_id'], retention: { kind: 'expires', after, field: name } });
  const says = (entity: EntityDraft) => judged(logs(days(90)), entity)[0]?.[2];
  expect(says(rowsUntil('0 seconds', 'expires_at'))).toBe('`postgresql.rows` expires at the date in its `expires_at`; for up to 90 days a reader of `mongodb.logs.rowId` must expect to find nothing.');
  expect(says(rowsUntil('2 days', 'expires_at'))).toBe('`postgresql.rows` may be gone 2 days after its `expires_at`, and may be old when it is pointed at; for up to 90 days a reader of `mongodb.logs.rowId` must expect to find nothing.');
  expect(says(rowsUntil('2 days', 'created_at'))).toBe('`postgresql.rows` may be gone 2 days after it was written, and may be old when it is pointed at; for up to 90 days a reader of `mongodb.logs.rowId` must expect to find nothing.');
});

test('what goes with a record whose date is its end goes with that record', () => {
  const sessions = collection('sessions', [field('_id', 'ObjectId'), field('expiresAt', 'date')], { retention: { kind: 'expires', after: '0 seconds', field: 'expiresAt' } });
  const withSession = table('rows', [field('ref_id', 'ulid')], { primaryKey: ['ref_id'], retention: { kind: 'withParent', parent: 'mongodb.sessions' } });
  expect(judged(logs(days(90)), withSession, sessions)[0]?.[2]).toBe('`postgresql.rows` goes with the record of `mongodb.sessions`, which expires at the date in its `expiresAt`; for up to 90 days a reader of `mongodb.logs.rowId` must expect to find nothing.');
  const old = collection('sessions', [field('_id', 'ObjectId'), field('at', 'date')], { retention: { kind: 'expires', after: '7 days', field: 'at' } });
  expect(judged(logs(days(90)), withSession, old)[0]?.[2]).toBe('`postgresql.rows` goes with the record of `mongodb.sessions`, which may be gone 7 days after it was written, and may be old when it is pointed at; for up to 90 days a reader of `mongodb.logs.rowId` must expect to find nothing.');
});

test('of two dates the one that comes first is named', () => {
  const both = table('rows', [field('ref_id', 'ulid'), field('created_at', 'timestamptz'), field('expires_at', 'timestamptz')], {
    primaryKey: ['ref_id'], retention: { kind: 'expires', after: '1 year', field: 'created_at' }, alsoRetention: [{ kind: 'expires', after: '0 seconds', field: 'expires_at' }],
  });
  expect(judged(logs(days(90)), both)[0]?.[2]).toBe('`postgresql.rows` expires at the date in its `expires_at`; for up to 90 days a reader of `mongodb.logs.rowId` must expect to find nothing.');
});
