import { expect, test } from 'vitest';
import { incompatibility } from '../../src/lib/analysis/compatible-types.ts';

test.each([
  ['ulid', 'ObjectId', 'it holds exactly 26 characters, and there are 24'],
  ['varchar(24)', 'ulid', '26 characters do not fit into 24'],
  ['char(30)', 'ulid', 'it holds exactly 30 characters, and there are 26'],
  ['varchar(24)', 'ObjectId', undefined],
  ['text', 'ulid', undefined],
  ['string', 'uuid', undefined],
  ['varchar(10)', 'text', undefined],
  ['ulid[]', 'ulid', undefined],
  ['int', 'bigint', '8 bytes do not fit into 4'],
  ['long', 'integer', undefined],
  ['string', 'bigint', 'text cannot hold a whole number'],
  ['tsvector', 'ulid', undefined],
])('a pointer of type %s at %s: %s', (pointer, target, expected) => {
  expect(incompatibility(pointer, target)).toBe(expected);
});
