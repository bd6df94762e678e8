import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { bigint, collection, foreignKey, index, objectId, ref, refToOneOf, table, text, ulid } from '../../src/lib/dsl/index.ts';
import { catalogOfDefinitions } from '../catalog-of-definitions.ts';

type Definitions = Parameters<typeof catalogOfDefinitions>[0];

const cardinalities = (...definitions: Definitions) => catalogOfDefinitions(definitions).catalog.references.map(({ cardinality: { from, to } }) => `${from} → ${to}`);
const mistakes = (...definitions: Definitions) => catalogOfDefinitions(definitions).findings.map(({ rule, message, hint }) => [rule, message, hint]);

describe('how many records a value may mean', () => {
  const rows = (options: object) => table('rows', { columns: z.object({ id: bigint(), ref_id: ulid(), at: bigint() }), primaryKey: ['id'], ...options });
  const logs = collection('logs', { document: z.object({ _id: objectId(), rowId: ref('postgresql.rows.ref_id') }) });

  test.each([
    ['neither a key nor unique', {}, 'many'],
    ['a unique constraint', { unique: [['ref_id']] }, 'exactly one'],
    ['a unique index', { indexes: [index(['ref_id'], { unique: true })] }, 'exactly one'],
    ['a unique index of some rows', { indexes: [index(['ref_id'], { unique: true, where: 'at > 0' })] }, 'many'],
    ['a part of a unique key', { unique: [['ref_id', 'at']] }, 'many'],
    ['a unique index of an expression', { indexes: [index([{ expression: 'ref_id' }], { unique: true })] }, 'many'],
    ['the primary key', { primaryKey: ['ref_id'] }, 'exactly one'],
  ])('%s', (_, options, to) => {
    expect(cardinalities(rows(options), logs)).toEqual([`many → ${to}`]);
  });

  test('one of several targets is unique only where each of them is', () => {
    const either = collection('logs', { document: z.object({ _id: objectId(), what: refToOneOf(['postgresql.rows.ref_id', 'mongodb.files._id'], { undiscriminated: 'x' }) }) });
    const files = collection('files', { document: z.object({ _id: objectId() }) });
    expect(cardinalities(rows({ unique: [['ref_id']] }), files, either)).toEqual(['many → exactly one']);
    expect(cardinalities(rows({}), files, either)).toEqual(['many → many']);
  });

  test('a time series has no unique `_id`', () => {
    const points = collection('points', { document: z.object({ _id: objectId(), at: z.date() }), timeSeries: { timeField: 'at' } });
    expect(cardinalities(points, collection('logs', { document: z.object({ _id: objectId(), pointId: ref('mongodb.points._id') }) }))).toEqual(['many → many']);
  });
});

describe('composite foreign keys', () => {
  const rooms = table('rooms', { columns: z.object({ house: bigint(), id: bigint(), floor: bigint() }), primaryKey: ['house', 'id'] });
  const beds = (house: z.ZodType, room: z.ZodType, targets = ['house', 'id']) => table('beds', { columns: z.object({ id: bigint(), house, room }), primaryKey: ['id'], foreignKeys: [foreignKey(['house', 'room'], 'postgresql.rooms', targets)] });

  test.each([
    ['both are there', bigint(), bigint(), 'exactly one'],
    ['the first may be null', bigint().nullable(), bigint(), 'at most one'],
    ['the second may be null', bigint(), bigint().nullable(), 'at most one'],
  ])('%s', (_, house, room, to) => {
    expect(cardinalities(rooms, beds(house, room))).toEqual([`many → ${to}`]);
  });

  test('in another order they are the same key, and other columns are none', () => {
    expect(mistakes(rooms, beds(bigint(), bigint(), ['id', 'house']))).toEqual([]);
    expect(mistakes(rooms, beds(bigint(), bigint(), ['house', 'floor']))).toEqual([
      [
        'unenforceable-reference',
        '`postgresql.beds.house` is a foreign key to `postgresql.rooms.house` + `postgresql.rooms.floor`. PostgreSQL refuses it: a foreign key must reference a primary key, a unique constraint or a unique index without a condition.',
        "Declare unique: [['house', 'floor']] in `postgresql.rooms`, or reference `postgresql.rooms.house` + `postgresql.rooms.id`.",
      ],
    ]);
  });
});

describe('foreign keys that PostgreSQL refuses', () => {
  const users = (options: object) => table('users', { columns: z.object({ id: bigint(), email: text() }), ...options });
  const posts = table('posts', { columns: z.object({ id: bigint(), author: ref('postgresql.users.email', { enforcedBy: 'database' }) }), primaryKey: ['id'] });

  test.each([
    ['no key at all', {}, "Declare unique: [['email']] in `postgresql.users`."],
    ['another key', { primaryKey: ['id'] }, "Declare unique: [['email']] in `postgresql.users`, or reference `postgresql.users.id`."],
    ['a part of a key', { primaryKey: ['id', 'email'] }, "Declare unique: [['email']] in `postgresql.users`, or reference `postgresql.users.id` + `postgresql.users.email`."],
    ['a unique index of some rows', { indexes: [index(['email'], { unique: true, where: 'id > 0' })] }, "Declare unique: [['email']] in `postgresql.users`."],
    ['a unique index of an expression', { indexes: [index([{ expression: 'lower(email)' }], { unique: true })] }, "Declare unique: [['email']] in `postgresql.users`."],
    ['an index that is not unique', { indexes: [['email']] }, "Declare unique: [['email']] in `postgresql.users`."],
  ])('%s', (_, options, hint) => {
    expect(mistakes(users(options), posts)).toEqual([
      ['unenforceable-reference', '`postgresql.posts.author` is a foreign key to `postgresql.users.email`. PostgreSQL refuses it: a foreign key must reference a primary key, a unique constraint or a unique index without a condition.', hint],
    ]);
  });

  test.each([
    ['the primary key', { primaryKey: ['email'] }],
    ['a unique constraint', { primaryKey: ['id'], unique: [['email']] }],
    ['a unique index that carries another column', { indexes: [index(['email'], { unique: true, include: ['id'] })] }],
  ])('taken: %s', (_, options) => {
    expect(mistakes(users(options), posts)).toEqual([]);
  });
});
