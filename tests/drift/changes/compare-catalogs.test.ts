import { describe, expect, test } from 'vitest';
import { CHANGE_FAMILIES, compareCatalogs } from '../../../src/lib/drift/changes/compare-catalogs.ts';
import { describeAffected } from '../../../src/lib/drift/changes/affected.ts';
import { catalogFrom } from '../../rules/catalog-from.ts';
import { CHANGE_CASES, type ChangeCase } from './change-cases.ts';

const changesOf = ({ base, head }: ChangeCase) => compareCatalogs(catalogFrom(...base), catalogFrom(...head));

describe.each(Object.entries(CHANGE_CASES))('%s', (matter, cases) => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(changesOf(one).map(({ level, kind, address }) => `${level} ${kind} ${address}`)).toEqual(one.changes);
  });

  test('word for word', async () => {
    const lines = cases.flatMap((one) => [
      `# ${one.name}`,
      ...changesOf(one).flatMap(({ level, kind, message, effect, todo, affected }) => [
        `${level} ${kind}`, ...[message, effect, todo, describeAffected(affected)].map((text) => `  ${text === '' ? '–' : text}`),
      ]),
      '',
    ]);
    await expect(lines.join('\n')).toMatchFileSnapshot(`expected/${matter}.txt`);
  });
});

test('every kind of change has its pair', () => {
  const seen = new Set(Object.values(CHANGE_CASES).flat().flatMap(({ changes }) => changes.map((line) => line.split(' ')[1])));
  const kinds = CHANGE_FAMILIES.flatMap((family) => Object.keys(family.kinds));
  expect(kinds.filter((kind) => !seen.has(kind))).toEqual(['store-changed']);
  expect(new Set(kinds).size).toBe(kinds.length);
});

test.each(Object.values(CHANGE_CASES).flat().map((one) => [one.name, one] as const))('backwards the same addresses are named: %s', (_, { base, head }) => {
  const [a, b] = [catalogFrom(...base), catalogFrom(...head)];
  if (JSON.stringify([a, b]).includes('"formerly"')) return;
  const addresses = (from: typeof a, to: typeof a) => [...new Set(compareCatalogs(from, to).flatMap(({ address, was }) => [address, ...(was === undefined ? [] : [was])]))].sort();
  expect(addresses(b, a)).toEqual(addresses(a, b));
});
