import { describe, expect, test } from 'vitest';
import { CHANGE_FAMILIES, compareCatalogs } from '../../../src/lib/drift/changes/compare-catalogs.ts';
import { review } from '../../../src/lib/pipeline/review.ts';
import { failingLevels, verdictOf } from '../../../scripts/review/verdict.ts';
import { describeAffected } from '../../../src/lib/drift/changes/affected.ts';
import { catalogFrom } from '../../rules/catalog-from.ts';
import type { ChangeCase } from './case-definitions.ts';
import { CHANGE_CASES } from './change-cases.ts';

const LEVELS = ['breaking', 'dangerous'] as const;
const exitCodes = ({ base, head }: ChangeCase) => LEVELS.map((level) => verdictOf(review({ base: catalogFrom(...base), head: catalogFrom(...head) }), failingLevels(level)).code);
const changesOf = ({ base, head }: ChangeCase) => compareCatalogs(catalogFrom(...base), catalogFrom(...head));

describe.each(Object.entries(CHANGE_CASES))('%s', (matter, cases) => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(changesOf(one).map(({ level, kind, address }) => `${level} ${kind} ${address}`)).toEqual(one.changes);
    // The exit code with `--fail-on breaking`, and with `--fail-on dangerous`.
    const holds = (level: string) => one.changes.some((line) => line.startsWith(level));
    expect(exitCodes(one)).toEqual([holds('breaking') ? 1 : 0, holds('breaking') || holds('dangerous') ? 1 : 0]);
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
  expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
  expect(new Set(kinds).size).toBe(kinds.length);
});

test('every change says what it does to data that exists, and, unless it is safe, what to do before merging', () => {
  const silent = Object.values(CHANGE_CASES).flat().flatMap(({ name, base, head }) => {
    const [a, b] = [catalogFrom(...base), catalogFrom(...head)];
    return [...compareCatalogs(a, b), ...compareCatalogs(b, a)].filter(({ level, effect, todo }) => effect === '' || (level !== 'safe' && todo === '')).map(({ kind }) => `${name}: ${kind}`);
  });
  expect(silent).toEqual([]);
});

test.each(Object.values(CHANGE_CASES).flat().map((one) => [one.name, one] as const))('backwards the same addresses are named: %s', (_, { base, head }) => {
  const [a, b] = [catalogFrom(...base), catalogFrom(...head)];
  if (JSON.stringify([a, b]).includes('"formerly"')) return;
  const addresses = (from: typeof a, to: typeof a) => [...new Set(compareCatalogs(from, to).flatMap(({ address, was }) => [address, ...(was === undefined ? [] : [was])]))].sort();
  expect(addresses(b, a)).toEqual(addresses(a, b));
});
