import { expect, test } from 'vitest';
import { stableJson } from '../../src/lib/model/stable-json.ts';

test('what fits on a line stands on one, the rest is broken at its outermost level', () => {
  const field = { path: 'ownerId', nullable: false, default: undefined, keys: ['FK'] };
  expect(stableJson({ name: 'x'.repeat(240), fields: [field], 'a "key"': null })).toBe(
    `{\n "name": "${'x'.repeat(240)}",\n "fields": [{"path":"ownerId","nullable":false,"keys":["FK"]}],\n "a \\"key\\"": null\n}\n`,
  );
  const many = stableJson({ fields: Array.from({ length: 20 }, () => field) }).split('\n');
  expect(many).toHaveLength(25);
  expect(many[2]).toBe('  {"path":"ownerId","nullable":false,"keys":["FK"]},');
});

test('parses back to what it was made of', () => {
  const value = { empty: [], none: {}, deep: [[['\u2028"\\', 1e21, -0.5, true, null, 'é'.repeat(300)]]], long: 'y'.repeat(500) };
  expect(JSON.parse(stableJson(value))).toEqual(value);
  expect(stableJson('text')).toBe('"text"\n');
});
