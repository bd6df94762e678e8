import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, expires, nothing, objectId, permanent, ref, withParent } from '../../src/lib/dsl/index.ts';
import { danglingReference } from '../../src/lib/rules/lifetimes/dangling-reference.ts';
import { foundBy } from './catalog-from.ts';

const streams = collection('streams', { document: z.object({ _id: objectId(), createdAt: z.date() }), retention: expires('24 hours', { after: 'createdAt' }) });
const runs = (options: object, retention = permanent()) => collection('runs', { document: z.object({ _id: objectId(), streamId: ref('mongodb.streams._id', options) }), retention });

test('a pointer that outlives what it points at', () => {
  expect(foundBy(danglingReference, [streams, runs({})])).toEqual([
    "mongodb.runs.streamId: `mongodb.runs.streamId` can be left dangling: `mongodb.streams` may be gone 1 day after it was written, and may be old when it is pointed at; from then on a reader of `mongodb.runs.streamId` must expect to find nothing. Say what happens then: { whenTargetGoes: deletes() }, or nothing('why that is right').",
  ]);
});

test('a record that expires later', () => {
  expect(foundBy(danglingReference, [streams, collection('runs', { document: z.object({ _id: objectId(), at: z.date(), streamId: ref('mongodb.streams._id') }), retention: expires('3 days', { after: 'at' }) })])).toEqual([
    "mongodb.runs.streamId: `mongodb.runs.streamId` can be left dangling: `mongodb.streams` may be gone 1 day after it was written, and may be old when it is pointed at; for up to 3 days a reader of `mongodb.runs.streamId` must expect to find nothing. Say what happens then: { whenTargetGoes: deletes() }, or nothing('why that is right').",
  ]);
});

test('a record that expires earlier than what it points at, which may be old', () => {
  expect(foundBy(danglingReference, [streams, collection('runs', { document: z.object({ _id: objectId(), at: z.date(), streamId: ref('mongodb.streams._id') }), retention: expires('1 hour', { after: 'at' }) })])).toHaveLength(1);
});

test('a pointer that may be null can also be set to null', () => {
  const found = foundBy(danglingReference, [streams, collection('runs', { document: z.object({ _id: objectId(), streamId: ref('mongodb.streams._id').nullable() }), retention: permanent() })]);
  expect(found.map((each) => each.slice(each.indexOf('Say')))).toEqual(["Say what happens then: { whenTargetGoes: nullifies() }, deletes(), or nothing('why that is right')."]);
});

test('what the author says of it', () => {
  expect(foundBy(danglingReference, [streams, runs({ whenTargetGoes: nothing('The text is kept.') })])).toEqual([]);
});

test('a record that goes with its target, a little late', () => {
  expect(foundBy(danglingReference, [streams, runs({}, withParent('mongodb.streams', { within: '1 hour' }))])).toEqual([]);
});

test('a record that goes with what its target goes with', () => {
  const notes = collection('notes', { document: z.object({ _id: objectId(), answers: ref('mongodb.notes._id').nullable() }), retention: withParent('mongodb.streams', { within: '1 hour' }) });
  expect(foundBy(danglingReference, [streams, notes])).toEqual([]);
});
