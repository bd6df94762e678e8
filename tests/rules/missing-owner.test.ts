import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, domain, objectId } from '../../src/lib/dsl/index.ts';
import { missingOwner } from '../../src/lib/rules/documentation/missing-owner.ts';
import { foundBy } from './catalog-from.ts';

const docs = (name: string, options: object = {}) => collection(name, { document: z.object({ _id: objectId() }), ...options });

test('one entity without an owner', () => {
  expect(foundBy(missingOwner, [docs('a', { owner: 'agents' }), docs('b')])).toEqual([
    "mongodb.b: `mongodb.b` has no owner. Name the team: owner: '…'.",
  ]);
});

test('a schema that names no owner', () => {
  expect(foundBy(missingOwner, [docs('a'), docs('b')])).toEqual([
    "mongodb.a: `mongodb.a` has no owner. Name the team: owner: '…'.",
    "mongodb.b: `mongodb.b` has no owner. Name the team: owner: '…'.",
  ]);
});

test('an owner of its own, or that of its domain', () => {
  expect(foundBy(missingOwner, [domain('billing', { owner: 'money' }), docs('a', { owner: 'agents' }), docs('b', { domain: 'billing' })])).toEqual([]);
});
