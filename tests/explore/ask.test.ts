import { describe, expect, test } from 'vitest';
import { buildFacets, tellsApart } from '../../src/explore/client/facets.ts';
import { applyFilters, passesReference, toggleFilter } from '../../src/explore/client/filters.ts';
import { findMatches } from '../../src/explore/client/find-matches.ts';
import { findWays } from '../../src/explore/client/find-ways.ts';
import { describeLeg } from '../../src/explore/client/entity-words.ts';
import { buildLegs } from '../../src/explore/client/legs.ts';
import { neighbourhood } from '../../src/explore/client/neighbourhood.ts';
import { INITIAL, type ExploreState } from '../../src/explore/client/explore-state.ts';
import { readAddress, renderAddress } from '../../src/explore/client/state-address.ts';
import { stepTo } from '../../src/explore/client/step-to.ts';
import { buildSystem } from '../../src/explore/system/build-system.ts';
import type { SystemEntity } from '../../src/explore/system/system.ts';
import { seedCatalog } from './seed-catalog.ts';

const system = buildSystem(await seedCatalog());
const legs = buildLegs(system);
const facets = buildFacets(system);
const at = (address: string): number => system.entities.findIndex((entity) => entity.address === address);
const names = (entities: Iterable<number>): readonly string[] => [...entities].map((entity) => system.entities[entity]?.address ?? '?').sort();
const passing = (filters: Parameters<typeof applyFilters>[0]): readonly string[] => names(applyFilters(filters, facets, system.entities.length).flatMap((is, place) => (is ? [place] : [])));

describe('the questions that the picture must answer', () => {
  test('what points at activities.ref_id', () => {
    const entity = at('postgresql.activities');
    const field = system.entities[entity]?.fields.findIndex(([path]) => path === 'ref_id');
    expect((legs.into[entity] ?? []).filter(({ toField }) => toField === field).map((leg) => describeLeg(system, leg))).toEqual([
      'mongodb.activity_outputs.activityId → activities.ref_id · many to exactly one · by the application (kept by Activity Worker)',
      'activity_streams.activityId → activities.ref_id · many to exactly one · by the application (kept by Stream Relay)',
      'audit_logs.resourceId → activities.ref_id · many to exactly one · by the application (kept by Audit Recorder) · any entity of its store',
      'event_logs.activityId → activities.ref_id · many to at most one · by the application (kept by Event Recorder)',
      'activity_runs.activity_id → activities.ref_id · many to exactly one · by the database (on delete cascade)',
    ]);
  });

  test('which references no database enforces', () => {
    const filters = { enforcement: ['application'] };
    const pass = applyFilters(filters, facets, system.entities.length);
    expect(system.references.filter((reference) => passesReference(reference, filters, pass))).toHaveLength(31);
    expect(system.references.filter(({ by }) => by === 'application')).toHaveLength(31);
  });

  test('how one gets from contracts to activity_outputs', () => {
    const [clear, through] = findWays(system, legs, at('postgresql.contracts'), at('mongodb.activity_outputs'), false);
    const routes = (found: typeof clear): readonly (readonly string[])[] => (found?.ways ?? []).map((way) => way.map(({ to }) => system.entities[to]?.name ?? ''));
    expect(routes(clear)).toEqual([['users', 'activities', 'activity_outputs']]);
    expect(clear?.around).toBe(at('postgresql.tenants'));
    expect(routes(through)).toEqual([['tenants', 'activity_outputs']]);
    expect(clear?.ways[0]?.map((step) => step.legs.map(({ against }) => against))).toEqual([[false], [true], [true, false]]);
    expect(findWays(system, legs, at('postgresql.contracts'), at('mongodb.activity_outputs'), true)).toEqual([]);
  });

  test('what in the system expires', () => {
    expect(passing({ retention: ['expires'] })).toEqual(['mongodb.activity_streams', 'mongodb.event_logs', 'mongodb.tool_call_logs']);
  });
});

describe('filters', () => {
  test('of one facet add up, of several narrow down', () => {
    expect(passing({ retention: ['expires', 'atLeast'] })).toHaveLength(4);
    expect(passing({ retention: ['expires', 'atLeast'], owner: ['platform'] })).toEqual(['mongodb.audit_logs', 'mongodb.event_logs']);
    expect(passing({ tag: ['no such tag'] })).toEqual([]);
    expect(passing({})).toHaveLength(28);
  });

  test('find personal data and secrets by what fields are', () => {
    expect(passing({ personal: ['secret'] })).toContain('postgresql.tenants');
    expect(passing({ personal: ['-'] })).not.toContain('postgresql.users');
  });

  test('are chosen and let go of one by one', () => {
    const one = toggleFilter({}, 'store', 's3');
    expect(one).toEqual({ store: ['s3'] });
    expect(toggleFilter(one, 'store', 'mongodb')).toEqual({ store: ['s3', 'mongodb'] });
    expect(toggleFilter(one, 'store', 's3')).toEqual({});
  });

  test('say what there is, with how many', () => {
    expect(facets.find(({ id }) => id === 'retention')?.options).toEqual([
      { value: 'permanent', label: 'permanent', count: 24 },
      { value: 'expires', label: 'expires', count: 3 },
      { value: 'atLeast', label: 'at least', count: 1 },
    ]);
  });
});

describe('what there is to choose', () => {
  const offered = (change: Partial<SystemEntity>, from = 0): readonly string[] =>
    buildFacets({ ...system, entities: system.entities.map((entity, place) => (place < from ? entity : { ...entity, ...change })) }).filter(tellsApart).map(({ id }) => id);

  test('is what some have and others have not, though it is one value alone', () => {
    expect(offered({ tags: [], status: 'stable' })).toEqual(['store', 'domain', 'owner', 'tenancy', 'retention', 'personal', 'enforcement']);
    expect(offered({ tags: ['audited'], status: 'deprecated' }, 5)).toEqual(['store', 'domain', 'owner', 'tag', 'tenancy', 'retention', 'personal', 'enforcement', 'status']);
  });

  test('is nothing that all have alike, be it several values', () => {
    expect(offered({ tags: ['audited', 'old'], status: 'deprecated', owner: 'platform' })).toEqual(['store', 'domain', 'tenancy', 'retention', 'personal', 'enforcement']);
  });
});

describe('search', () => {
  const found = (text: string): readonly string[] => findMatches(system, text, 5).map(({ entity, field }) => [system.entities[entity]?.address, ...(field === undefined ? [] : [system.entities[entity]?.fields[field]?.[0]])].join(' '));

  test.each([
    ['contracts', 'postgresql.contracts'],
    ['activity outputs', 'mongodb.activity_outputs'],
    ['Activity-Outputs', 'mongodb.activity_outputs'],
    ['s3.contr', 's3.contracts'],
    ['activities.ref', 'postgresql.activities ref_id'],
    ['output_ref', 'postgresql.activities output_ref'],
  ])('%s', (text, first) => {
    expect(found(text)[0]).toBe(first);
  });

  test('finds nothing for nothing', () => {
    expect(found('  ')).toEqual([]);
    expect(found('zebra')).toEqual([]);
  });
});

test('coloured by who enforces, an entity with both has the colour of the application', () => {
  const { values } = buildFacets(system).find(({ id }) => id === 'enforcement') ?? { values: [] };
  expect(values[at('postgresql.activities')]).toEqual(['application', 'database']);
});

test('a neighbourhood grows by one reference at a time, in both directions; what may mean anything makes only the centre near', () => {
  const goals = at('postgresql.goals');
  const one = names(neighbourhood(system, goals, 1).keys());
  expect(one).toEqual(['mongodb.audit_logs', 'mongodb.event_logs', 'postgresql.activities', 'postgresql.goals', 'postgresql.strategies', 'postgresql.tenants', 'postgresql.users']);
  expect(names(neighbourhood(system, goals, 2).keys())).toEqual(expect.arrayContaining([...one, 'mongodb.activity_outputs']));
  expect(names(neighbourhood(system, at('mongodb.audit_logs'), 1).keys())).toContain('postgresql.goals');
});

describe('the address', () => {
  const entity = at('mongodb.skills');
  const states: readonly [string, ExploreState][] = [
    ['', INITIAL],
    ['?at=mongodb.skills', { ...INITIAL, chosen: { entity } }],
    ['?at=mongodb.skills&field=tenantId&depth=2', { ...INITIAL, chosen: { entity, field: 1 }, depth: 2 }],
    ['?at=mongodb.skills&to=s3.contracts&way=along', { ...INITIAL, chosen: { entity }, goal: at('s3.contracts'), directed: true }],
    ['?store=s3&store=mongodb&retention=expires&only=yes&colour=tenancy', { ...INITIAL, filters: { store: ['s3', 'mongodb'], retention: ['expires'] }, only: true, colour: 'tenancy' }],
    ['?view=120%2C-40%2C0.500', { ...INITIAL, camera: { x: 120, y: -40, scale: 0.5 }, shape: 'wide' }],
    ['?view=1%2C2%2C1.00%2Ctall', { ...INITIAL, camera: { x: 1, y: 2, scale: 1 }, shape: 'tall' }],
  ];

  test.each(states)('%s', (address, state) => {
    expect(renderAddress(state, system)).toBe(address);
    expect(readAddress(address, system, facets)).toEqual(state);
  });

  test.each(['?at=mongodb.gone&to=s3.contracts&depth=2', '?view=a,b,c', '?view=1,2,-1', '?depth=9', '?colour=blue', '?at=mongodb.skills&to=mongodb.skills', '?status=deprecated&owner=nobody&retention=', '?status=stable&colour=status'])('passes over what is not there or makes no sense: %s', (address) => {
    const { chosen: _, ...rest } = readAddress(address, system, facets);
    const { chosen: __, ...initial } = INITIAL;
    expect(rest).toEqual(initial);
  });

  test('keeps a field whose name is a hard one', () => {
    const odd = { ...system, entities: system.entities.map((own, place) => (place === 0 ? { ...own, fields: [['a&b=c#d ?', 'string', ''] as const] } : own)) };
    const state = { ...INITIAL, chosen: { entity: 0, field: 0 } };
    expect(readAddress(renderAddress(state, odd), odd, facets)).toEqual(state);
  });
});

describe('a step with an arrow key', () => {
  const boxes = [[0, [0, 0, 10, 10]], [1, [30, 0, 10, 10]], [2, [20, 40, 10, 10]], [3, [90, 5, 10, 10]]] as const;

  test.each([['right', 1], ['down', 2], ['left', undefined], ['up', undefined]] as const)('goes %s', (direction, entity) => {
    expect(stepTo(boxes, [0, 0, 10, 10], direction)).toBe(entity);
  });

  test('prefers what lies straight ahead', () => {
    expect(stepTo(boxes, [30, 0, 10, 10], 'right')).toBe(3);
  });
});
