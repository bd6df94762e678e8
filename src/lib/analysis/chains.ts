/**
 * The shortest chains of references between two entities: every sequence of entities that has the fewest steps, the first ones in the order of the links.
 * Entities are numbers, so that the same question can be asked of a catalog and of what a browser holds of it.
 * @param links what points at what; several may join the same two
 */
export function shortestChains(links: readonly ChainLink[], from: number, to: number, options: ChainOptions): readonly Chain[] {
  if (from === to) return [];
  const before = walkBack(stepsFrom(links, from, options), from, to);
  const chains: Chain[] = [];
  const collect = (end: number, tail: Chain): void => {
    if (end === from) chains.push(tail);
    else for (const step of before.get(end) ?? []) if (chains.length < options.most) collect(step.from, [step, ...tail]);
  };
  collect(to, []);
  return chains;
}

/** One reference, from the entity that holds it to one that it may mean. */
export interface ChainLink {
  readonly from: number;
  readonly to: number;
}

export interface ChainOptions {
  /** Only from the pointing entity to what it points at; else against that direction too. */
  readonly directed: boolean;
  /** So many chains at most. */
  readonly most: number;
  /** Entities that no chain may pass through; they may be its ends. */
  readonly avoid?: ReadonlySet<number>;
}

/** Steps from the first entity to the last. */
export type Chain = readonly ChainStep[];

export interface ChainStep {
  readonly from: number;
  readonly to: number;
  /** Places in the list of links of all that join the two; `against`: from the target to what points at it. */
  readonly links: readonly { readonly link: number; readonly against: boolean }[];
}

/** The steps that one may take from an entity. */
type StepsOf = (entity: number) => ReadonlyMap<number, ChainStep['links']>;

function stepsFrom(links: readonly ChainLink[], start: number, { directed, avoid }: ChainOptions): StepsOf {
  const steps = new Map<number, Map<number, { link: number; against: boolean }[]>>();
  const add = (from: number, to: number, link: number, against: boolean): void => {
    const there = steps.get(from) ?? new Map<number, { link: number; against: boolean }[]>();
    steps.set(from, there.set(to, [...(there.get(to) ?? []), { link, against }]));
  };
  for (const [link, { from, to }] of links.entries()) {
    if (from === to) continue;
    add(from, to, link, false);
    if (!directed) add(to, from, link, true);
  }
  return (entity) => (entity !== start && avoid?.has(entity) ? undefined : steps.get(entity)) ?? new Map();
}

/** For each entity that a shortest chain reaches, the steps that may lead to it; ends with the layer in which the target lies. */
function walkBack(stepsOf: StepsOf, from: number, to: number): ReadonlyMap<number, readonly ChainStep[]> {
  const before = new Map<number, ChainStep[]>([[from, []]]);
  for (let layer = [from]; layer.length > 0 && !before.has(to); ) {
    const next = new Map<number, ChainStep[]>();
    for (const entity of layer) {
      for (const [reached, links] of stepsOf(entity)) {
        if (before.has(reached)) continue;
        next.set(reached, [...(next.get(reached) ?? []), { from: entity, to: reached, links }]);
      }
    }
    for (const [reached, ways] of next) before.set(reached, ways);
    layer = [...next.keys()];
  }
  return before;
}
