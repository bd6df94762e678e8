import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortestChains, type Chain, type ChainLink, type ChainOptions } from '../../src/lib/analysis/chains.ts';

const link = (from: number, to: number): ChainLink => ({ from, to });
const route = (chain: Chain): readonly number[] => chain.flatMap(({ from, to }, at) => (at === 0 ? [from, to] : [to]));
const routes = (links: readonly ChainLink[], from: number, to: number, more: Partial<ChainOptions> = {}) =>
  shortestChains(links, from, to, { directed: true, most: 100, ...more }).map(route);

describe('shortest chains', () => {
  const square = [link(0, 1), link(1, 3), link(0, 2), link(2, 3), link(3, 4)];

  test('are all of the fewest steps, in the order of the links', () => {
    expect(routes(square, 0, 4)).toEqual([[0, 1, 3, 4], [0, 2, 3, 4]]);
  });

  test('follow the direction of references only where asked to', () => {
    expect(routes(square, 1, 2)).toEqual([]);
    expect(routes(square, 1, 2, { directed: false })).toEqual([[1, 0, 2], [1, 3, 2]]);
  });

  test('name every reference that makes a step, and the way it points', () => {
    expect(shortestChains([link(0, 1), link(1, 0), link(0, 1)], 0, 1, { directed: false, most: 9 })).toEqual([
      [{ from: 0, to: 1, links: [{ link: 0, against: false }, { link: 1, against: true }, { link: 2, against: false }] }],
    ]);
  });

  test('pass through nothing that is to be avoided, but may begin and end there', () => {
    expect(routes(square, 0, 4, { avoid: new Set([1]) })).toEqual([[0, 2, 3, 4]]);
    expect(routes(square, 0, 4, { avoid: new Set([0, 4]) })).toHaveLength(2);
    expect(routes(square, 0, 4, { avoid: new Set([3]) })).toEqual([]);
  });

  test('are at most as many as asked for', () => {
    expect(routes(square, 0, 4, { most: 1 })).toEqual([[0, 1, 3, 4]]);
  });

  test('are none from an entity to itself', () => {
    expect(routes([link(0, 0), link(0, 1), link(1, 0)], 0, 0)).toEqual([]);
  });
});

/** Every simple route, by trying all of them. */
function tryAll(links: readonly ChainLink[], from: number, to: number, { directed, avoid }: Pick<ChainOptions, 'directed' | 'avoid'>): readonly string[] {
  const found: (readonly number[])[] = [];
  const go = (way: readonly number[]): void => {
    const here = way.at(-1) ?? from;
    if (here === to) return void found.push(way);
    if (here !== from && avoid?.has(here)) return;
    const next = links.flatMap((each) => [...(each.from === here ? [each.to] : []), ...(!directed && each.to === here ? [each.from] : [])]);
    for (const reached of new Set(next)) if (!way.includes(reached)) go([...way, reached]);
  };
  if (from !== to) go([from]);
  const fewest = Math.min(...found.map((way) => way.length));
  return found.filter((way) => way.length === fewest).map(String).sort();
}

test('chains are those that trying every route finds', () => {
  const entity = fc.nat(5);
  const links = fc.array(fc.record({ from: entity, to: entity }), { maxLength: 12 });
  fc.assert(
    fc.property(links, entity, entity, fc.boolean(), fc.uniqueArray(entity, { maxLength: 2 }), (given, from, to, directed, avoided) => {
      const options = { directed, avoid: new Set(avoided) };
      expect(routes(given, from, to, options).map(String).sort()).toEqual(tryAll(given, from, to, options));
    }),
    { numRuns: 500, seed: 1 },
  );
});
