import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import type { Drafts } from '../../src/lib/model/draft.ts';
import { at, collection, draftSchema, field, objects, table } from '../support/draft-schema.ts';

const tenants = table('tenants', [field('id', 'bigint'), field('ref_id', 'ulid')], { primaryKey: ['id'], uniques: [{ columns: ['ref_id'] }] });
const goals = table('goals', [field('ref_id', 'ulid'), field('tenant_id', undefined, { reference: { kind: 'field', to: 'postgresql.tenants.ref_id', enforcedBy: 'database', onDelete: 'cascade' } })], { primaryKey: ['ref_id'] });

const build = (...entities: Drafts['entities']) => buildCatalog(draftSchema(entities));
const messages = (drafts: Drafts) => buildCatalog(drafts).findings.map(({ rule, message, hint }) => [rule, message, ...(hint === undefined ? [] : [hint])]);

describe('what is derived', () => {
  test('a reference has its target’s type, marks and both ends', () => {
    const { catalog, findings } = build(tenants, goals);
    expect(findings).toEqual([]);
    const pointer = catalog.entities.find((entity) => entity.name === 'goals')?.fields[1];
    expect(pointer).toMatchObject({ path: 'tenant_id', type: 'ulid', keys: ['FK'] });
    expect(catalog.references).toMatchObject([
      {
        id: 'postgresql.goals.tenant_id → postgresql.tenants.ref_id',
        enforcement: { by: 'database', onDelete: 'cascade' },
        cardinality: { from: 'many', to: 'exactly one' },
      },
    ]);
    expect(catalog.entities.map(({ name, referencesIn, referencesOut }) => [name, referencesIn.length, referencesOut.length])).toEqual([['goals', 0, 1], ['tenants', 1, 0]]);
  });

  test('a pointer has the type that its own store gives to its target’s', () => {
    const logs = collection('logs', [field('_id', 'ObjectId'), field('rowId', undefined, { reference: { kind: 'field', to: 'postgresql.rows.id' } })]);
    const rows = table('rows', [field('id', 'bigint'), field('log', undefined, { reference: { kind: 'field', to: 'mongodb.logs._id' } })]);
    const types = build(logs, rows).catalog.entities.map((entity) => entity.fields[1]?.type);
    expect(types).toEqual(['long', 'varchar(24)']);
  });

  test('a list of pointers is a list of their targets’ type', () => {
    const logs = collection('logs', [field('_id', 'ObjectId'), field('rowIds', { listOf: { pointer: 'rowIds' } }, { reference: { kind: 'field', to: 'postgresql.tenants.id' } })]);
    const { catalog } = build(tenants, logs);
    expect(catalog.entities[0]?.fields[1]?.type).toBe('long[]');
    expect(catalog.references[0]?.cardinality.to).toBe('many');
  });

  test('two pointers that take their types from each other end as text', () => {
    const a = table('a', [field('b', undefined, { reference: { kind: 'field', to: 'postgresql.b.a' } })]);
    const b = table('b', [field('a', undefined, { reference: { kind: 'field', to: 'postgresql.a.b' } })]);
    expect(build(a, b).catalog.entities.map((entity) => entity.fields[0]?.type)).toEqual(['text', 'text']);
  });

  test('a unique or an absent pointer changes the cardinality', () => {
    const one = collection('one', [field('_id', 'ObjectId'), field('tenantId', undefined, { nullable: true, reference: { kind: 'field', to: 'postgresql.tenants.ref_id' } })], {
      indexes: [{ keys: [{ on: 'tenantId', order: '1' }], unique: true }],
    });
    const many = collection('two', [field('_id', 'ObjectId'), field('tenantIds[].id', undefined, { reference: { kind: 'field', to: 'postgresql.tenants.ref_id' } })]);
    expect(build(tenants, one, many).catalog.references.map((reference) => reference.cardinality)).toEqual([
      { from: 'one', to: 'at most one' },
      { from: 'many', to: 'many' },
    ]);
  });

  test('a retention that expires is the TTL index', () => {
    const logs = collection('logs', [field('_id', 'ObjectId'), field('at', 'date')], { retention: { kind: 'expires', after: '90 days', field: 'at' } });
    expect(build(logs).catalog.entities[0]).toMatchObject({ indexes: [{ keys: [{ on: 'at', order: '1' }], unique: false, ttl: '90 days' }] });
  });

  test('placeholders are bound by name, in either convention, then by the family itself', () => {
    const files = objects('files', '{tenantId}/{outputId}.{ext}', [field('ext', 'string')]);
    const outputs = collection('outputs', [field('_id', 'ObjectId'), field('tenant_id', 'ulid'), field('s3Key', 'string', { reference: { kind: 'objects', to: 's3.files', bind: { outputId: '_id' } } })]);
    const { catalog, findings } = build(files, outputs);
    expect(findings).toEqual([]);
    expect(catalog.references[0]?.target).toEqual({
      kind: 'objects',
      entity: 's3.files',
      bindings: [
        { placeholder: 'tenantId', from: { kind: 'field', field: 'tenant_id' } },
        { placeholder: 'outputId', from: { kind: 'field', field: '_id' } },
        { placeholder: 'ext', from: { kind: 'parameter' } },
      ],
    });
    expect(catalog.entities.find((entity) => entity.name === 'files')?.fields.map(({ path, type }) => [path, type])).toEqual([['tenantId', 'ulid'], ['outputId', 'ObjectId'], ['ext', 'string']]);
  });

  test('an index that leads into an array is found without its brackets', () => {
    const orders = collection('orders', [field('_id', 'ObjectId'), field('items', 'object[]'), field('items[].sku', 'string')], { indexes: [{ keys: [{ on: 'items.sku', order: '1' }], unique: false }] });
    expect(build(orders).findings).toEqual([]);
  });

  test('only stores that hold something are listed, and the empty schema is a catalog', () => {
    expect(build(tenants).catalog.stores.map((store) => store.id)).toEqual(['postgresql']);
    expect(build().catalog).toMatchObject({ stores: [], entities: [], references: [], system: { name: 'Data reference' } });
  });

  test('the catalog is frozen, sorted, and the same after a trip through JSON', () => {
    const { catalog } = build(tenants, goals, collection('logs', [field('_id', 'ObjectId')]));
    expect(catalog.entities.map((entity) => entity.address)).toEqual(['mongodb.logs', 'postgresql.goals', 'postgresql.tenants']);
    expect(JSON.parse(JSON.stringify(catalog))).toEqual(catalog);
    expect(Object.isFrozen(catalog.entities[0]?.fields)).toBe(true);
  });
});

describe('what is reported', () => {
  test('an unknown target, with what was meant', () => {
    const logs = collection('logs', [field('goalId', undefined, { reference: { kind: 'field', to: 'postgresql.goals.refid' } })]);
    expect(build(tenants, goals, logs).findings).toEqual([
      {
        rule: 'unknown-reference-target',
        severity: 'error',
        address: 'mongodb.logs.goalId',
        message: '`mongodb.logs.goalId` points at something that is not there: `postgresql.goals` has no field `refid`.',
        hint: 'Did you mean `postgresql.goals.ref_id`?',
        location: at('goalId'),
      },
    ]);
  });

  test('a target in a file that could not be read is not reported again', () => {
    const logs = collection('logs', [field('goalId', undefined, { reference: { kind: 'field', to: 'postgresql.goals.ref_id' } })]);
    expect(messages(draftSchema([logs], { unreadable: ['postgresql.goals'] }))).toEqual([]);
  });

  test('one address twice', () => {
    expect(messages(draftSchema([tenants, { ...tenants, location: { ...at('x'), line: 40 } }]))).toEqual([
      ['duplicate-address', '`postgresql.tenants` is defined twice.', 'The first definition is at schema/test.ts:7; rename one of them.'],
    ]);
  });

  test('a placeholder that is bound to nothing is left out, for a rule to find', () => {
    const files = objects('files', '{tenantId}/{version}.md');
    const outputs = collection('outputs', [field('tenantId', 'ulid'), field('s3Key', 'string', { reference: { kind: 'objects', to: 's3.files', bind: {} } })]);
    const { catalog, findings } = build(files, outputs);
    expect(findings).toEqual([]);
    expect(catalog.references[0]?.target).toMatchObject({ bindings: [{ placeholder: 'tenantId' }] });
    expect(catalog.entities.find((entity) => entity.name === 'files')).toMatchObject({ parameters: [], fields: [{ path: 'tenantId' }, { path: 'version', type: 'string' }] });
  });

  test('a binding or a parameter that the key does not have', () => {
    const files = objects('files', '{tenantId}/x.md', [field('tenantId', 'ulid'), field('tenatId', 'ulid')]);
    const outputs = collection('outputs', [field('tenantId', 'ulid'), field('s3Key', 'string', { reference: { kind: 'objects', to: 's3.files', bind: { tenantid: 'tenantId' } } })]);
    expect(messages(draftSchema([files, outputs]))).toEqual([
      ['unknown-placeholder', '`mongodb.outputs.s3Key` binds `{tenantid}`, which the key of `s3.files` does not have.', 'Did you mean `tenantId`?'],
      ['unknown-placeholder', '`s3.files` declares the parameter `tenatId`, which is not in its key.', 'Did you mean `tenantId`?'],
    ]);
  });

  test('a bad key template', () => {
    expect(messages(draftSchema([objects('files', 'a/{tenantId/x.md')]))).toEqual([
      [
        'bad-key-template',
        'The key template opens a brace at character 3 that is never closed. It is the key of `s3.files`.',
        "Write literal text and placeholders in braces, as in '{tenantId}/strategies/{strategyId}.md'; double a brace that is meant literally.",
      ],
    ]);
  });

  test('a bad duration', () => {
    const logs = collection('logs', [field('at', 'date')], { retention: { kind: 'expires', after: '90 dyas', field: 'at' } });
    expect(messages(draftSchema([logs]))).toEqual([
      [
        'bad-duration',
        '`90 dyas` is not a duration: it is the retention of `mongodb.logs`.',
        "Write a number and a unit, as in '90 days'; units are second, minute, hour, day, week, month, year.",
      ],
    ]);
  });

  test('options that name a field that is not there', () => {
    const logs = collection('logs', [field('createdAt', 'date'), field('tenantId', 'ulid')], {
      retention: { kind: 'expires', after: '90 days', field: 'created_at' },
      tenancy: { kind: 'perTenant', field: 'tenant', exceptions: [] },
    });
    expect(messages(draftSchema([logs]))).toEqual([
      ['unknown-field', 'The retention of `mongodb.logs` names `created_at`, and `mongodb.logs` has no such field.', 'Did you mean `createdAt`?'],
      ['unknown-field', 'The tenancy of `mongodb.logs` names `tenant`, and `mongodb.logs` has no such field.', 'Did you mean `tenantId`?'],
    ]);
  });

  test('a discriminator that is not there', () => {
    const logs = collection('logs', [
      field('resourceType', 'string'),
      field('a', undefined, { reference: { kind: 'byType', discriminator: 'resourcetype', targets: { tenant: 'postgresql.tenants.ref_id' } } }),
      field('bb', undefined, { reference: { kind: 'any', store: 'postgres', field: 'ref_id', undiscriminated: 'x' } }),
    ]);
    expect(messages(draftSchema([tenants, logs]))).toEqual([
      ['unknown-field', '`mongodb.logs.a` is told apart by `resourcetype`, and `mongodb.logs` has no such field.', 'Did you mean `resourceType`?'],
      ['unknown-store', '`mongodb.logs.bb` points at any entity of `postgres`, and there is no such store.', 'Did you mean `postgresql`?'],
    ]);
  });

  test('a choice of targets that is empty', () => {
    const logs = collection('logs', [
      field('kind', 'string'),
      field('a', undefined, { reference: { kind: 'byType', discriminator: 'kind', targets: {} } }),
      field('bb', undefined, { reference: { kind: 'oneOf', targets: [], undiscriminated: 'x' } }),
      field('ccc', undefined, { reference: { kind: 'any', store: 'postgresql', field: 'refid', undiscriminated: 'x' } }),
    ]);
    expect(messages(draftSchema([tenants, logs]))).toEqual([
      ['unknown-reference-target', '`mongodb.logs.a` points at one of several targets, and names none.', "Name them, as in 'postgresql.goals.ref_id'."],
      ['unknown-reference-target', '`mongodb.logs.bb` points at one of several targets, and names none.', "Name them, as in 'postgresql.goals.ref_id'."],
      ['unknown-reference-target', '`mongodb.logs.ccc` may point at the `refid` of any entity of `postgresql`, and none has such a field.', 'Did you mean `ref_id`?'],
    ]);
  });

  test('an enforcement that no database can give', () => {
    const byDatabase = { enforcedBy: 'database' } as const;
    const logs = collection('logs', [field('_id', 'ObjectId'), field('a', undefined, { reference: { kind: 'field', to: 'postgresql.tenants.ref_id', ...byDatabase } }), field('bb', undefined, { reference: { kind: 'field', to: 'mongodb.logs._id', ...byDatabase } })]);
    const rows = table('rows', [field('ccc', undefined, { reference: { kind: 'oneOf', targets: ['postgresql.tenants.ref_id'], undiscriminated: 'x', ...byDatabase } })]);
    const hint = "Remove `enforcedBy`, and name the code that enforces it: { keptBy: '…' }.";
    expect(messages(draftSchema([tenants, logs, rows]))).toEqual([
      ['unenforceable-reference', '`mongodb.logs.a` is declared as enforced by the database, but no database enforces references from MongoDB to PostgreSQL.', hint],
      ['unenforceable-reference', '`mongodb.logs.bb` is declared as enforced by the database, but no database enforces references within MongoDB.', hint],
      ['unenforceable-reference', '`postgresql.rows.ccc` is declared as enforced by the database, but no database enforces a reference that may mean several things.', hint],
    ]);
  });

  test('a tenancy by way of a field that points at nothing', () => {
    expect(messages(draftSchema([collection('logs', [field('x', 'string')], { tenancy: { kind: 'viaParent', field: 'x' } })]))).toEqual([
      ['not-a-reference', 'The tenancy of `mongodb.logs` goes by way of `x`, which points at nothing.', "Make it a reference, x: ref('…'), or write perTenant('x')."],
    ]);
  });

  test('options that name an entity that is not there', () => {
    const logs = collection('logs', [], { retention: { kind: 'withParent', parent: 'postgresql.tenantz' }, status: { kind: 'deprecated', reason: 'Old.', useInstead: 'mongodb.logz' } });
    expect(messages(draftSchema([tenants, logs]))).toEqual([
      ['unknown-entity', 'The retention of `mongodb.logs` names something that is not there: there is no entity `postgresql.tenantz`.', 'Did you mean `postgresql.tenants`?'],
      ['unknown-entity', 'The status of `mongodb.logs` names something that is not there: there is no entity `mongodb.logz`.', 'Did you mean `mongodb.logs`?'],
    ]);
  });

  test('a key that points at no object family', () => {
    const logs = collection('logs', [field('s3Key', 'string', { reference: { kind: 'objects', to: 'postgresql.tenants', bind: {} } })]);
    expect(messages(draftSchema([tenants, logs]))).toEqual([
      ['unknown-reference-target', '`mongodb.logs.s3Key` points at `postgresql.tenants`, which is no object family.', "To point at a field of it, write ref('postgresql.tenants.…')."],
    ]);
  });

  test('a description of a store that is not there', () => {
    expect(messages(draftSchema([tenants], { stores: [{ id: 'postgres', description: 'x', location: at('s') }] }))).toEqual([
      ['unknown-store', 'There is no store `postgres` to describe.', 'Did you mean `postgresql`?'],
    ]);
  });

  test('exceptions without a reason', () => {
    const logs = collection('logs', [field('t', 'ulid'), field('a', undefined, { reference: { kind: 'oneOf', targets: ['postgresql.tenants.ref_id'], undiscriminated: ' ', whenTargetGoes: { action: 'nothing', reason: '' } } })], {
      tenancy: { kind: 'perTenant', field: 't', exceptions: [{ value: 'global', reason: '' }] },
      retention: { kind: 'atLeast', for: '2 years', reason: '' },
      status: { kind: 'deprecated', reason: '' },
      referencesNothing: '',
    });
    const tombstones = [{ address: 'mongodb.gone', reason: ' ', description: '', location: at('tombstone') }];
    const claims = [{ sentence: 'So it is.', check: { kind: 'noReferences', from: 'mongodb', to: 's3', except: [{ address: 'mongodb.logs', reason: '' }] } as const, location: at('a claim of it') }];
    expect(messages(draftSchema([tenants, logs, table('shared', [], { tenancy: { kind: 'shared', reason: '' } })], { tombstones, claims })).map(([rule, message]) => { expect(rule).toBe('missing-reason'); return message; })).toEqual([
      'That nothing says which target `mongodb.logs.a` means has no reason.',
      'What `mongodb.logs.a` says of the end of its target has no reason.',
      'That `mongodb.logs` references nothing has no reason.',
      'The deprecation of `mongodb.logs` has no reason.',
      'The retention of `mongodb.logs` has no reason.',
      'The value `"global"` in the tenancy of `mongodb.logs` has no reason.',
      'The tenancy of `postgresql.shared` has no reason.',
      'The end of `mongodb.gone` has no reason.',
      'The exception `mongodb.logs` of the claim "So it is." has no reason.',
    ]);
  });

  test('a tombstone that was replaced by nothing known, or names no store; one that still lives is for a rule to find', () => {
    const gone = (address: string, replacedBy?: string) => ({ address, reason: 'x', description: '', location: at(address), ...(replacedBy === undefined ? {} : { replacedBy }) });
    expect(messages(draftSchema([tenants], { tombstones: [gone('postgresql.tenants'), gone('mongodb.x', 'postgresql.tenantz'), gone('mongo.x')] }))).toEqual([
      ['unknown-store', 'The eliminated `mongo.x` names no store.', 'Stores are `mongodb`, `postgresql`, `s3`.'],
      ['unknown-entity', '`mongodb.x` was replaced by `postgresql.tenantz`, which is not there.', 'Did you mean `postgresql.tenants`?'],
    ]);
  });

  test('a pointer at what was eliminated', () => {
    const logs = collection('logs', [field('pdf', undefined, { reference: { kind: 'field', to: 'mongodb.contract_pdfs._id' } })]);
    const tombstones = [{ address: 'mongodb.contract_pdfs', reason: 'x', replacedBy: 'postgresql.tenants', description: '', location: at('t') }];
    expect(messages(draftSchema([tenants, logs], { tombstones }))).toEqual([
      ['unknown-reference-target', '`mongodb.logs.pdf` points at something that is not there: `mongodb.contract_pdfs` was eliminated.', 'It was replaced by `postgresql.tenants`.'],
    ]);
  });

  test('foreign keys of unequal length, and of unknown columns', () => {
    const bad = (columns: readonly string[], targetColumns: readonly string[], name: string) => table(name, [field('tenant_id', 'ulid')], { foreignKeys: [{ columns, target: 'postgresql.tenants', targetColumns, location: at(name) }] });
    expect(messages(draftSchema([tenants, bad(['tenant_id'], ['id', 'ref_id'], 'a'), bad(['tenantid'], ['ref_id'], 'bb')]))).toEqual([
      ['bad-foreign-key', 'A foreign key of `postgresql.a` has 1 column and points at 2.', 'Give as many target columns as columns, pairwise.'],
      ['unknown-field', 'A foreign key of `postgresql.bb` names the column `tenantid`, which it does not have.', 'Did you mean `tenant_id`?'],
    ]);
  });

  test('processes and claims that name what is not there', () => {
    const processes = [{ name: 'Eraser', description: '', reads: ['postgresql.tenants.ref_id', 'postgresql.tenantz'], writes: [], deletes: ['mongodb.x'], retains: [{ entity: 'mongodb.z', reason: 'Kept.' }, { entity: 'postgresql.tenants.ref_id', reason: 'Kept.' }, { entity: 'postgresql.tenants', reason: ' ' }], copies: [{ from: 'postgresql.tenants', to: 'mongodb.y' }], location: at('p') }];
    const claims = [{ sentence: 'All is well.', check: { kind: 'noReferences', from: 'mongodbb', to: 'postgresql', except: [] } as const, location: at('cc') }];
    expect(messages(draftSchema([tenants], { processes, claims }))).toEqual([
      ['missing-reason', 'The entry `postgresql.tenants` in `retains` of the process "Eraser" has no reason.', 'Say why, in a sentence.'],
      ['unknown-entity', 'The process "Eraser" copies to something that is not there: there is no entity `mongodb.y`.', 'An address begins with its store: `postgresql.activities.ref_id`.'],
      ['unknown-entity', 'The process "Eraser" deletes something that is not there: there is no entity `mongodb.x`.', 'An address begins with its store: `postgresql.activities.ref_id`.'],
      ['unknown-entity', 'The process "Eraser" reads something that is not there: there is no entity `postgresql.tenantz`.', 'Did you mean `postgresql.tenants`?'],
      ['unknown-entity', 'The process "Eraser" retains `postgresql.tenants.ref_id`, which is a field.', 'Name the entity: `postgresql.tenants`.'],
      ['unknown-entity', 'The process "Eraser" retains something that is not there: there is no entity `mongodb.z`.', 'An address begins with its store: `postgresql.activities.ref_id`.'],
      ['unknown-store', 'The claim "All is well." names `mongodbb`, and there is no such store.', 'Did you mean `mongodb`?'],
    ]);
  });
});
