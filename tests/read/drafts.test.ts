import { expect, test } from 'vitest';
import { claim, collection, eliminated, expires, expression, foreignKey, formerly, index, objectId, partitionBy, perTenant, ref, system, table, unique, check } from '../../src/lib/dsl/index.ts';
import * as z from 'zod';
import { buildDrafts } from '../../src/lib/read/drafts/build-drafts.ts';
import type { FoundDefinition } from '../../src/lib/read/drafts/collect-definitions.ts';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import { entityOf, fieldOf, loadFixture, said } from './read-fixture.ts';

const at = { file: 'schema/a.ts', line: 3, column: 14 };

function build(...definitions: readonly object[]) {
  const place = { at, doc: '', passedOn: false, options: new Map(), fields: new Map(), members: new Map() };
  return buildDrafts(definitions.map((definition) => ({ definition: definition as FoundDefinition['definition'], place })), []);
}

function draft(definition: object) {
  const { drafts, findings } = build(definition);
  expect(findings).toEqual([]);
  return drafts.entities[0];
}

function told(...definitions: readonly object[]): readonly string[] {
  return said(build(...definitions).findings).map((line) => line.replace('schema/a.ts:3:14 ', ''));
}

test('the definitions that the DSL was sketched with', async () => {
  const loaded = await loadFixture('dsl');
  expect(loaded.findings).toEqual([]);
  const { drafts } = loaded;
  expect(drafts.entities.map((entity) => `${entity.kind} ${entity.name}`)).toEqual([
    'collection audit_logs', 'collection event_logs', 'table activities', 'objects strategies', 'objects contracts',
  ]);
  expect(drafts.system).toEqual({
    name: 'Acme', description: 'Marketing, done by agents.', location: { file: 'schema/system.ts', line: 4, column: 14 },
  });
  expect(drafts.stores).toEqual([{ id: 'mongodb', description: 'The documents that agents write.', location: { file: 'schema/system.ts', line: 7, column: 14 } }]);
  expect(drafts.domains).toEqual([{ name: 'activities', owner: 'agents', description: 'Work and its results.', location: { file: 'schema/system.ts', line: 10, column: 14 } }]);
  expect(drafts.claims).toEqual([
    {
      sentence: 'MongoDB collections do not reference each other directly.',
      because: 'PostgreSQL is the source of truth; every path between collections goes through it.',
      check: { kind: 'noReferences', from: 'mongodb', to: 'mongodb', except: [] },
      location: { file: 'schema/system.ts', line: 12, column: 14 },
    },
  ]);
  expect(drafts.tombstones).toEqual([
    {
      address: 'mongodb.contract_pdfs', replacedBy: 's3.contracts', reason: 'The PDF itself is the record; S3 with Object Lock keeps it.', description: 'PDFs once lived here.',
      location: { file: 'schema/mongodb/tombstones.ts', line: 4, column: 14 },
    },
  ]);
  expect(drafts.processes.map(({ name, reads, writes }) => [name, reads, writes])).toEqual([
    ['Onboarding Agent', ['postgresql.onboarding_runs'], ['mongodb.onboarding_research.generatedContextFile', 'mongodb.skills']],
  ]);
  const strategies = entityOf(loaded, 'strategies');
  expect(fieldOf(strategies, 'version')).toEqual({
    path: 'version', name: 'version', depth: 0, type: 'integer', nullable: false, optional: false, description: 'Counts from 1.', location: { file: 'schema/s3/files.ts', line: 10, column: 5 },
  });
});

test('drafts of a whole schema make a catalog', async () => {
  const { drafts } = await loadFixture('places');
  const { catalog } = buildCatalog(drafts);
  expect(catalog.entities.map((entity) => entity.address)).toEqual(['mongodb.notices', 'mongodb.orders', 'postgresql.parcels']);
});

test('indexes of a collection keep their order, their conditions and their options as text', () => {
  const found = draft(
    collection('a', {
      document: z.object({ _id: objectId(), name: z.string(), level: z.string() }),
      indexes: [
        index({ name: 1, level: -1 }, { unique: true, where: { level: 'error' }, collation: { locale: 'en', strength: 2 } }),
        index({ name: 'text' }, { sparse: true, hidden: true, name: 'by_words', note: 'For search.' }),
      ],
    }),
  );
  const at = found?.location;
  expect(found?.kind === 'collection' && found.indexes).toEqual([
    { keys: [{ on: 'name', order: '1' }, { on: 'level', order: '-1' }], unique: true, where: '{"level":"error"}', collation: '{"locale":"en","strength":2}', location: at },
    { name: 'by_words', keys: [{ on: 'name', order: 'text' }], unique: false, method: 'text', sparse: true, hidden: true, note: 'For search.', location: at },
  ]);
});

test('a table in another PostgreSQL schema carries it in its name, and its constraints are all written alike', () => {
  const found = draft(
    table('invoices', {
      schema: 'billing',
      columns: z.object({ id: z.int(), email: z.string().optional(), tenant_id: z.string() }),
      primaryKey: ['id'],
      unique: [['email'], unique(['tenant_id', 'email'], { name: 'one_mail' })],
      checks: [check('positive', 'id > 0')],
      foreignKeys: [foreignKey(['tenant_id'], 'postgresql.tenants', ['ref_id'], { onDelete: 'cascade' })],
      indexes: [['tenant_id', 'id desc nulls last'], index([expression('lower(email)')], { method: 'gin', include: ['id'], where: 'email is not null' })],
      partitionBy: partitionBy('range', ['id']),
      tags: ['b', 'a'],
    }),
  );
  expect(found).toMatchObject({
    kind: 'table', name: 'billing.invoices', schema: 'billing', primaryKey: ['id'], tags: ['a', 'b'], status: { kind: 'stable' },
    uniques: [{ columns: ['email'] }, { columns: ['tenant_id', 'email'], name: 'one_mail' }],
    checks: [{ name: 'positive', expression: 'id > 0' }],
    foreignKeys: [{ columns: ['tenant_id'], target: 'postgresql.tenants', targetColumns: ['ref_id'], onDelete: 'cascade', location: at }],
    indexes: [
      { keys: [{ on: 'tenant_id' }, { on: 'id', order: 'desc nulls last' }], unique: false },
      { keys: [{ on: 'lower(email)', expression: true }], unique: false, method: 'gin', include: ['id'], where: 'email is not null' },
    ],
    partitionedBy: { strategy: 'range', columns: ['id'] },
  });
  // A column that may be left out holds NULL then.
  expect(found?.fields.map(({ path, nullable, optional }) => [path, nullable, optional])).toEqual([['id', false, false], ['email', true, false], ['tenant_id', false, false]]);
});

test('shapes that cannot be read say why', () => {
  const endless = (): z.ZodType => z.object({ again: z.lazy(endless) });
  expect(told(collection('a', { document: endless() }))).toEqual([
    'bad-shape: The shape of `mongodb.a` cannot be read: Maximum call stack size exceeded. A recursive shape must come back to the same Zod object, not make a new one each time.',
  ]);
  expect(told(collection('a', { document: z.object({ b: z.union([ref('postgresql.goals.ref_id'), ref('postgresql.users.ref_id')]) }) }))).toEqual([
    'several-references: `mongodb.a.b` has more than one reference. Write one that has several targets: refByType(…), or refToOneOf(…) with the reason why nothing tells them apart.',
  ]);
  expect(told(collection('a', { document: z.string() }))).toEqual(['bad-shape: `document` of `mongodb.a` is `string`, not an object with fields. Write document: z.object({ … }).']);
});

test('former names of fields: beside the field, by path, and over a shape that stands elsewhere', () => {
  const document = z.object({ customerId: formerly(z.string(), 'clientId'), meta: z.object({ by: formerly(z.string(), 'author'), at: formerly(z.date(), 'head.at') }), tags: z.array(z.string()) });
  expect(draft(collection('a', { document, formerFields: { tags: 'labels' }, formerly: 'b' }))).toMatchObject({
    formerly: 'b',
    fields: [{ formerly: 'clientId' }, { path: 'meta' }, { path: 'meta.by', formerly: 'meta.author' }, { path: 'meta.at', formerly: 'head.at' }, { formerly: 'labels' }],
  });
  expect(told(collection('a', { document, formerFields: { tgas: 'labels' } as never }), collection('b', { document, formerFields: { tags: 7 } as never, formerly: 7 as never }))).toEqual([
    'unknown-field-path: `formerFields` of `mongodb.a` names `tgas`, and `mongodb.a` has no such field. Did you mean `tags`?',
    "bad-option: `formerFields` of `mongodb.b` is not an object of former paths. Write { 'meta.ownerId': 'meta.owner' }: the path that it has now, and the one that it had.",
    'bad-option: `formerly` of `mongodb.b` is the number 7, not text. Write it between quotes.',
  ]);
});

test('what a word of the DSL was given is looked at too', () => {
  const document = z.object({ at: z.date(), tenantId: z.string() });
  expect(told(collection('a', { document, retention: expires('90 days', { after: 'at', nte: 'x' } as never), tenancy: perTenant('tenantId', { exept: [] } as never) }))).toEqual([
    'unknown-option: `nte` is not an option of a retention, in `retention` of `mongodb.a`. Did you mean `note`?',
    'unknown-option: `exept` is not an option of a tenancy, in `tenancy` of `mongodb.a`. Did you mean `except`?',
  ]);
  expect(told(claim('All is well.', {} as never), eliminated('mongodb.b', { reason: 7 } as never))).toEqual([
    'bad-option: The claim `All is well.` has no `holds`. Add holds: noReferences({ … }).',
    'bad-option: `reason` of the tombstone `mongodb.b` is the number 7, not text. Write it between quotes.',
  ]);
  expect(told(system('A'), system('B'))).toEqual(['duplicate-system: The system is named twice: `A` and `B`. The first is at schema/a.ts:3; a schema describes one system.']);
});
