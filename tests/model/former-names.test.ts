import { expect, test } from 'vitest';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import { collection, draftSchema, field, table } from '../support/draft-schema.ts';

function build(...entities: Parameters<typeof draftSchema>[0]) {
  const { catalog, findings } = buildCatalog(draftSchema(entities));
  return { catalog, said: findings.map(({ rule, message, hint, location }) => `${location?.file}:${location?.line} ${rule}: ${message} ${hint}`) };
}

test('a former name is an address, of the same store unless it names another', () => {
  const { catalog, said } = build(
    collection('event_logs', [field('_id', 'ObjectId')], { formerly: 'events' }),
    collection('skills', [field('_id', 'ObjectId'), field('ownerId', 'string', { formerly: 'owner' })], { formerly: 'postgresql.skills' }),
  );
  expect(said).toEqual([]);
  expect(catalog.entities.map(({ formerly }) => formerly)).toEqual(['mongodb.events', 'postgresql.skills']);
  expect(catalog.entities[1]?.fields[1]?.formerly).toBe('owner');
});

test('what is still called so was not formerly called so', () => {
  const { said } = build(
    collection('event_logs', [field('_id', 'ObjectId'), field('id', 'string', { formerly: '_id' }), field('self', 'string', { formerly: 'self' })], { formerly: 'postgresql.events' }),
    table('events', [field('id', 'bigint')]),
  );
  expect(said).toEqual([
    'schema/test.ts:2 former-name-in-use: `mongodb.event_logs.id` was formerly `mongodb.event_logs._id`, and `mongodb.event_logs._id` is still there. It stands at schema/test.ts:3: rename it, or take `formerly` out.',
    'schema/test.ts:4 former-name-in-use: `mongodb.event_logs.self` was formerly `mongodb.event_logs.self`, and `mongodb.event_logs.self` is still there. Give the name that it had before, or take `formerly` out.',
    'schema/test.ts:10 former-name-in-use: `mongodb.event_logs` was formerly `postgresql.events`, and `postgresql.events` is still there. It stands at schema/test.ts:6: rename it, or take `formerly` out.',
  ]);
});

test('two cannot have been the same', () => {
  const { said } = build(
    collection('a', [field('_id', 'ObjectId'), field('x', 'string', { formerly: 'z' }), field('yy', 'string', { formerly: 'z' })], { formerly: 'old' }),
    collection('bb', [field('_id', 'ObjectId')], { formerly: 'mongodb.old' }),
  );
  expect(said).toEqual([
    'schema/test.ts:2 former-name-twice: `mongodb.a.x` and `mongodb.a.yy` both say that they were formerly `mongodb.a.z`. Only one of them can be what it became: take the other `formerly` out.',
    'schema/test.ts:2 former-name-twice: `mongodb.a` and `mongodb.bb` both say that they were formerly `mongodb.old`. Only one of them can be what it became: take the other `formerly` out.',
  ]);
});
