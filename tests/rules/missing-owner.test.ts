import * as z from 'zod';
import { expect, test } from 'vitest';
import { collection, domain, objectId } from '../../src/lib/dsl/index.ts';
import { missingOwner } from '../../src/lib/rules/documentation/missing-owner.ts';
import { foundBy } from './catalog-from.ts';

const docs = (name: string, options: object = {}) => collection(name, { document: z.object({ _id: objectId() }), ...options });

test('one entity that nobody answers for', () => {
  expect(foundBy(missingOwner, [docs('a', { owner: 'agents' }), docs('b')])).toEqual([
    "mongodb.b: Nobody is said to answer for `mongodb.b`. Name the team: owner: '…'.",
  ]);
});

test('a schema that names no owner', () => {
  expect(foundBy(missingOwner, [docs('a'), docs('b')])).toEqual([
    "system: None of the 2 entities names an owner. Name the team that answers for each: owner: '…', or that of a domain.",
  ]);
});

test('an owner of its own, or that of its domain', () => {
  expect(foundBy(missingOwner, [domain('billing', { owner: 'money' }), docs('a', { owner: 'agents' }), docs('b', { domain: 'billing' })])).toEqual([]);
});
