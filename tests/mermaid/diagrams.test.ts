import { describe, expect, test } from 'vitest';
import { renderChangeDiagram } from '../../src/lib/emit/mermaid/render-change-diagram.ts';
import { renderDomainDiagram } from '../../src/lib/emit/mermaid/render-domain-diagram.ts';
import { renderEntityDiagram } from '../../src/lib/emit/mermaid/render-entity-diagram.ts';
import { renderOverviewDiagram } from '../../src/lib/emit/mermaid/render-overview-diagram.ts';
import { renderStoreDiagram } from '../../src/lib/emit/mermaid/render-store-diagram.ts';
import type { Diagram } from '../../src/lib/emit/mermaid/diagram.ts';
import type { Catalog } from '../../src/lib/model/catalog.ts';
import { catalogOf, type EntitySketch, type ReferenceSketch } from './catalog-of.ts';
import { parseDiagram } from './parse-diagram.ts';
import { sample } from './sample.ts';

const entityDiagram = (catalog: Catalog, address: string): Diagram => {
  const entity = catalog.entities.find((candidate) => candidate.address === address);
  if (entity === undefined) throw new Error(`The test has no ${address}.`);
  return renderEntityDiagram(catalog, entity);
};

describe('what the sample looks like', () => {
  const diagrams: readonly [string, Diagram][] = [
    ['overview', renderOverviewDiagram(sample)],
    ['store-mongodb', renderStoreDiagram(sample, 'mongodb')],
    ['store-postgresql', renderStoreDiagram(sample, 'postgresql')],
    ['domain-platform', renderDomainDiagram(sample, 'platform')],
    ...sample.entities.map((entity): [string, Diagram] => [`entity-${entity.address}`, renderEntityDiagram(sample, entity)]),
  ];

  test.each(diagrams)('%s', async (name, diagram) => {
    await expect(`${diagram.title}\n\n${diagram.text}\n`).toMatchFileSnapshot(`expected/${name}.mmd`);
    expect(diagram.notes).toEqual([]);
  });

  test.each(diagrams)('%s parses', async (_, diagram) => {
    const parsed = await parseDiagram(diagram.text);
    expect(parsed.entities.length).toBeGreaterThan(0);
  });
});

describe('what a picture cannot hold', () => {
  const many = (count: number, to: string): [EntitySketch[], ReferenceSketch[]] => [
    Array.from({ length: count }, (_, at): EntitySketch => ({ store: 'mongodb', name: `c${String(at).padStart(3, '0')}`, domain: `d${at % 5}`, fields: ['_id ObjectId PK', 'tenantId ulid FK'] })),
    Array.from({ length: count }, (_, at): ReferenceSketch => ({ from: [`mongodb.c${String(at).padStart(3, '0')}`, 'tenantId'], to: [to, 'ref_id'] })),
  ];
  const tenants: EntitySketch = { store: 'postgresql', name: 'tenants', fields: ['ref_id ulid PK'] };
  const [collections, references] = many(70, 'postgresql.tenants');
  const large = catalogOf([tenants, ...collections], references);

  test('an entity with 70 neighbours shows 24, a box for the others and says so', async () => {
    const diagram = entityDiagram(large, 'postgresql.tenants');
    const parsed = await parseDiagram(diagram.text);
    expect(parsed.entities).toHaveLength(1 + 24 + 1);
    expect(parsed.entities.at(-1)).toMatchObject({ id: '…', name: '46 more entities' });
    expect(parsed.relations.at(-1)).toMatchObject({ from: '…', to: 'postgresql.tenants', label: '46 references' });
    expect(diagram.notes).toEqual(['Shows the 24 most connected of the 70 entities that are connected with tenants. The tables of references list every one.']);
  });

  test('a hub shows the neighbours that most references of the system start or end at, equals by name', async () => {
    // c030 … c053 are connected with one another as well; c053 with most.
    const among = Array.from({ length: 23 }, (_, at): ReferenceSketch => ({ from: ['mongodb.c053', '_id'], to: [`mongodb.c0${30 + at}`, '_id'] }));
    const hub = catalogOf([tenants, ...collections], [...references, ...among]);
    const drawn = (await parseDiagram(entityDiagram(hub, 'postgresql.tenants').text)).entities.map(({ id }) => id);
    expect(drawn).toEqual(['postgresql.tenants', ...Array.from({ length: 24 }, (_, at) => `mongodb.c0${30 + at}`), '…']);
    const two = catalogOf([tenants, ...collections], [...references, ...among.slice(0, 2)]);
    expect((await parseDiagram(entityDiagram(two, 'postgresql.tenants').text)).entities.map(({ id }) => id)).toEqual([
      'postgresql.tenants', ...Array.from({ length: 21 }, (_, at) => `mongodb.c${String(at).padStart(3, '0')}`), 'mongodb.c030', 'mongodb.c031', 'mongodb.c053', '…',
    ]);
  });

  test('what an entity references gives way to what is more connected, whatever enforces it', async () => {
    const targets = Array.from({ length: 30 }, (_, at): EntitySketch => ({ store: 'postgresql', name: `a${at}`, fields: ['ref_id ulid PK'] }));
    const hub = catalogOf(
      [tenants, ...targets, ...collections],
      [...targets.map(({ name }): ReferenceSketch => ({ from: ['postgresql.tenants', 'ref_id'], to: [`postgresql.${name}`, 'ref_id'], byDatabase: true })), ...references, { from: ['mongodb.c069', '_id'], to: ['mongodb.c068', '_id'] }],
    );
    const drawn = (await parseDiagram(entityDiagram(hub, 'postgresql.tenants').text)).entities.map(({ id }) => id);
    expect(drawn).toEqual(expect.arrayContaining(['mongodb.c068', 'mongodb.c069']));
  });

  test('a deeper diagram counts all that is so near, also behind what is not drawn', () => {
    const behind = Array.from({ length: 70 }, (_, at): EntitySketch => ({ store: 's3', name: `f${at}`, fields: ['id ulid'], key: 'x' }));
    const catalog = catalogOf([tenants, ...collections, ...behind], [...references, ...behind.map(({ name }, at): ReferenceSketch => ({ from: [`mongodb.c${String(at).padStart(3, '0')}`, '_id'], to: [`s3.${name}`, 'id'] }))]);
    const entity = catalog.entities.find(({ name }) => name === 'tenants')!;
    expect(renderEntityDiagram(catalog, entity, 2).notes).toEqual(['Shows 59 of the 140 entities within 2 references of tenants, the nearest and most connected first.']);
    expect(renderEntityDiagram(sample, sample.entities[0]!, 2).notes).toEqual([]);
  });

  test('a domain, a store and a change say how many of their neighbours are shown', () => {
    const other = Array.from({ length: 50 }, (_, at): EntitySketch => ({ store: 'postgresql', name: `p${at}`, domain: 'core', fields: ['ref_id ulid PK'] }));
    const catalog = catalogOf([{ ...tenants, domain: 'core' }, ...other, ...collections], references);
    expect(renderDomainDiagram(catalog, 'core').notes).toEqual(['Shows the 12 most connected of the 70 entities that are connected with this domain. The pages of its entities list every one.']);
    expect(renderStoreDiagram(catalog, 'postgresql').notes).toEqual(['Shows the 12 most connected of the 70 entities of other stores that are connected with PostgreSQL. The pages of its entities list every one.']);
    expect(renderChangeDiagram(catalog, 'After', { entities: new Map(), fields: new Map(), pointers: new Map() }, ['postgresql.tenants'])?.notes).toEqual(['Shows the 15 most connected of the 70 entities that the changed ones are connected with. Their pages list every one.']);
  });

  test('a neighbour too many is drawn rather than summed up', async () => {
    const [some, their] = many(25, 'postgresql.tenants');
    const diagram = entityDiagram(catalogOf([tenants, ...some], their), 'postgresql.tenants');
    expect((await parseDiagram(diagram.text)).entities.map((entity) => entity.id)).not.toContain('…');
    expect(diagram.notes).toEqual([]);
  });

  test('the overview of 71 entities draws domains, and stores for what has no domain', async () => {
    const diagram = renderOverviewDiagram(large);
    await expect(`${diagram.text}\n`).toMatchFileSnapshot('expected/overview-large.mmd');
    expect(diagram.notes).toEqual(['71 entities are too many for one picture: each box stands for a domain, PostgreSQL for its entities without a domain.']);
    expect((await parseDiagram(diagram.text)).entities.map((entity) => entity.id)).toEqual(['domain/d0', 'domain/d1', 'domain/d2', 'domain/d3', 'domain/d4', 'postgresql']);
  });

  test('more domains than fit are drawn as stores', async () => {
    const scattered = catalogOf([tenants, ...collections.map((entity, at) => ({ ...entity, domain: `d${at}` }))], references);
    const parsed = await parseDiagram(renderOverviewDiagram(scattered).text);
    expect(parsed.entities.map((entity) => [entity.id, entity.rows.map((row) => row.comment)])).toEqual([['mongodb', ['70 collections']], ['postgresql', ['1 table']]]);
    expect(parsed.relations).toMatchObject([{ from: 'mongodb', to: 'postgresql', label: '70 references' }]);
  });

  test('a large domain is drawn by store', async () => {
    const one = catalogOf([tenants, ...collections.map((entity) => ({ ...entity, domain: 'all' }))], references);
    const diagram = renderDomainDiagram(one, 'all');
    expect(diagram.notes).toEqual(['70 entities are too many for one picture: each box stands for a store.']);
    expect((await parseDiagram(diagram.text)).entities.map((entity) => entity.id)).toEqual(['mongodb', 'postgresql']);
  });

  test('a reference with 60 targets points at a box for all', async () => {
    const tables = Array.from({ length: 60 }, (_, at): EntitySketch => ({ store: 'postgresql', name: `t${at}`, fields: ['ref_id ulid PK'] }));
    const catalog = catalogOf(
      [{ store: 'mongodb', name: 'logs', fields: ['_id ObjectId PK', 'resourceId ulid FK'] }, ...tables],
      [{
        from: ['mongodb.logs', 'resourceId'],
        to: { kind: 'oneOf', targets: tables.map((table) => ({ entity: `postgresql.${table.name}`, field: 'ref_id', when: table.name })), discriminator: { kind: 'field', field: 'kind' } },
      }],
    );
    const parsed = await parseDiagram(entityDiagram(catalog, 'mongodb.logs').text);
    expect(parsed.entities.map((entity) => [entity.id, entity.name])).toEqual([['mongodb.logs', 'logs'], ['postgresql.* by mongodb.logs.resourceId', 'one of 60 PostgreSQL tables']]);
    expect(parsed.relations.map((relation) => relation.label)).toEqual(['resourceId → ref_id · by kind']);
    expect(parsed.entities[1]?.rows).toMatchObject([{ type: 'ulid', name: 'ref_id' }]);
    const target = await parseDiagram(entityDiagram(catalog, 'postgresql.t7').text);
    expect(target.relations).toMatchObject([{ from: 'mongodb.logs', to: 'postgresql.t7', label: 'resourceId → ref_id · when t7' }]);
  });
});

test('a reference to 60 fields of one entity points at it once', async () => {
  const columns = Array.from({ length: 60 }, (_, at) => `c${at}`);
  const catalog = catalogOf(
    [{ store: 'mongodb', name: 'logs', fields: ['_id ObjectId PK', 'which ulid FK'] }, { store: 'postgresql', name: 'wide', fields: columns.map((name) => `${name} ulid`) }],
    [{
      from: ['mongodb.logs', 'which'],
      to: { kind: 'oneOf', targets: columns.map((field) => ({ entity: 'postgresql.wide', field, when: field })), discriminator: { kind: 'field', field: 'kind' } },
    }],
  );
  for (const address of ['mongodb.logs', 'postgresql.wide']) {
    expect((await parseDiagram(entityDiagram(catalog, address).text)).relations).toMatchObject([{ from: 'mongodb.logs', to: 'postgresql.wide', label: 'which → c0 · or 59 more columns' }]);
  }
});

test('between groups, a reference to one of 60 goes to the groups that these are in', async () => {
  const tables = Array.from({ length: 60 }, (_, at): EntitySketch => ({ store: 'postgresql', name: `t${at}`, domain: at % 2 ? 'sales' : 'stock', fields: ['id ulid PK'] }));
  const catalog = catalogOf(
    [{ store: 'mongodb', name: 'logs', domain: 'sales', fields: ['_id ObjectId PK', 'which ulid FK'] }, ...tables],
    [{ from: ['mongodb.logs', 'which'], to: { kind: 'oneOf', targets: tables.map(({ name }) => ({ entity: `postgresql.${name}`, field: 'id' })), discriminator: { kind: 'field', field: 'kind' } } }],
  );
  const { entities, relations } = await parseDiagram(renderOverviewDiagram(catalog).text);
  expect(entities.map((entity) => entity.id)).toEqual(['domain/sales', 'domain/stock']);
  expect(relations).toMatchObject([{ from: 'domain/sales', to: 'domain/stock', label: '1 reference' }]);
});

test('a note says which boxes are stores among domains', () => {
  const some = (count: number, store: EntitySketch['store'], prefix: string, domain?: string): EntitySketch[] =>
    Array.from({ length: count }, (_, at) => ({ store, name: `${prefix}${at}`, ...(domain === undefined ? {} : { domain }), fields: ['id ulid PK', 'other ulid FK'], ...(store === 's3' ? { key: 'x' } : {}) }));
  const catalog = catalogOf(
    [...some(61, 'mongodb', 'a', 'sales'), ...some(3, 'mongodb', 'b'), ...some(1, 's3', 'files'), ...some(61, 'postgresql', 't', 'sales')],
    [{ from: ['mongodb.a0', 'other'], to: ['s3.files0', 'key'] }],
  );
  const noteOf = ({ notes }: Diagram) => notes[0]?.split(': ')[1];
  expect(noteOf(renderOverviewDiagram(catalog))).toBe('each box stands for a domain, MongoDB and S3 for their entities without a domain.');
  expect(noteOf(renderStoreDiagram(catalog, 'mongodb'))).toBe('each box stands for a domain, MongoDB for its entities without a domain, S3 for all its entities.');
  expect(noteOf(renderStoreDiagram(catalog, 'postgresql'))).toBe('each box stands for a domain.');
  expect(noteOf(renderDomainDiagram(catalog, 'sales'))).toBe('each box stands for a store.');
});

test('the ends follow the cardinality, the line who enforces it', async () => {
  const { relations } = await parseDiagram(renderOverviewDiagram(sample).text);
  expect(relations.find((relation) => relation.label.startsWith('output_ref'))).toMatchObject({ ends: ['ZERO_OR_ONE', 'ZERO_OR_ONE'], byDatabase: false });
  expect(relations.find((relation) => relation.label === 'tenant_id → ref_id')).toMatchObject({ ends: ['ZERO_OR_MORE', 'ONLY_ONE'], byDatabase: true });
});

test('a store or domain that is not there is said by name', () => {
  expect(() => renderStoreDiagram(sample, 'redis')).toThrow('The catalog has no store called "redis".');
  expect(() => renderDomainDiagram(sample, 'sales')).toThrow('The catalog has no domain called "sales".');
});
