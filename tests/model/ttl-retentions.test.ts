import * as z from 'zod';
import { expect, test } from 'vitest';
import { renderPages } from '../../src/lib/emit/render-pages.ts';
import { collection, expires, index, objectId, permanent, table, timestamptz } from '../../src/lib/dsl/index.ts';
import { catalogFrom } from '../rules/catalog-from.ts';

const document = z.object({ _id: objectId(), status: z.string(), at: z.date(), until: z.date() });
const logs = (indexes: readonly ReturnType<typeof index>[], options: object = {}) => catalogFrom(collection('logs', { document, indexes, ...options })).entities[0];
const lives = (...args: Parameters<typeof logs>) => {
  const entity = logs(...args);
  return [...(entity?.retention === undefined ? [] : [entity.retention]), ...(entity?.alsoRetention ?? [])];
};
const ttl = (keys: Parameters<typeof index>[0], options: NonNullable<Parameters<typeof index>[1]> = {}) => index(keys, { expireAfterSeconds: 86_400, ...options });

test('a TTL index by hand is the retention', () => {
  expect(lives([ttl({ at: 1 }, { note: 'For a day.' })])).toEqual([{ kind: 'expires', after: '1 day', field: 'at', fromIndex: true, note: 'For a day.' }]);
  expect(lives([ttl({ until: -1 }, { expireAfterSeconds: 0, where: { status: 'draft' } })])).toEqual([{ kind: 'expires', after: '0 seconds', field: 'until', where: '{"status":"draft"}', fromIndex: true }]);
});

test('the index itself stays as it is written, and is not made a second time', () => {
  const entity = logs([ttl({ at: 1 })]);
  expect(entity?.kind === 'collection' && entity.indexes.map(({ ttl: length, fromRetention }) => [length, fromRetention])).toEqual([['1 day', undefined]]);
});

test('beside what is declared it is one more', () => {
  expect(lives([ttl({ at: 1 })], { retention: permanent() })).toEqual([{ kind: 'permanent' }, { kind: 'expires', after: '1 day', field: 'at', fromIndex: true }]);
  expect(lives([ttl({ at: 1 })], { retention: expires('90 days', { after: 'until' }) })).toHaveLength(2);
});

test.each([
  ['the retention is of the same date', [ttl({ at: 1 })], { retention: expires('90 days', { after: 'at' }) }, 1],
  ['of several fields', [ttl({ status: 1, at: 1 })], {}, 0],
  ['on _id', [ttl({ _id: 1 })], {}, 0],
  ['hashed', [ttl({ at: 'hashed' })], {}, 0],
  ['below zero', [ttl({ at: 1 }, { expireAfterSeconds: -1 })], {}, 0],
  ['too long', [ttl({ at: 1 }, { expireAfterSeconds: 3_000_000_000 })], {}, 0],
  ['under a condition that is refused', [ttl({ at: 1 }, { where: { status: { $ne: 'x' } } })], {}, 0],
  ['of a time series, from another date', [ttl({ until: 1 })], { timeSeries: { timeField: 'at', metaField: 'status' } }, 0],
  ['of a time series, for all documents', [ttl({ at: 1 })], { timeSeries: { timeField: 'at', metaField: 'status' } }, 0],
] as const)('nothing expires by it: %s', (_, indexes, options, count) => {
  expect(lives(indexes, options)).toHaveLength(count);
});

test('a TTL index of a time series counts from its timeField, under a condition on its metaField', () => {
  expect(lives([ttl({ at: 1 }, { where: { status: 'draft' } })], { timeSeries: { timeField: 'at', metaField: 'status' } })).toEqual([{ kind: 'expires', after: '1 day', field: 'at', where: '{"status":"draft"}', fromIndex: true }]);
});

test('a table has no TTL index', () => {
  const [rows] = catalogFrom(table('rows', { columns: z.object({ at: timestamptz() }), primaryKey: ['at'], indexes: [index(['at'], { expireAfterSeconds: 60 })] })).entities;
  expect(rows?.retention).toBeUndefined();
});

test('the retention of a time series is an option of the collection, and no index', () => {
  const of = (field: string) => logs([], { timeSeries: { timeField: 'at' }, retention: expires('90 days', { after: field }) });
  const count = (entity: ReturnType<typeof logs>) => (entity?.kind === 'collection' ? entity.indexes.length : -1);
  expect([count(of('at')), count(of('until'))]).toEqual([0, 1]);
});

test('pages say it', () => {
  const page = (indexes: Parameters<typeof logs>[0]) => {
    const pages = renderPages(catalogFrom(collection('logs', { document, indexes })));
    return [...pages].find(([path]) => path.endsWith('mongodb/logs.mdx'))?.[1] ?? '';
  };
  expect(page([ttl({ at: 1 })])).toContain('**Retention:** 1 day after [`at`]');
  expect(page([ttl({ until: 1 }, { expireAfterSeconds: 0 })])).toContain('**Retention:** At the date in [`until`]');
});
