import type { ExploreState, Choice } from './explore-state.ts';
import type { Ways } from './find-ways.ts';
import type { Leg, Legs } from './legs.ts';
import type { Scene } from './scene.ts';

/** What stands out of the picture. */
export interface Emphasis {
  readonly lines: readonly Leg[];
  /** Entities at their ends, and what was chosen. */
  readonly lit: ReadonlySet<number>;
  /** Whether all else steps back. */
  readonly others: 'plain' | 'faint';
}

/** What a choice, a way, a filter of references, or the pointer lets stand out; the first of these that there is. */
export function emphasise(scene: Scene, legs: Legs, state: ExploreState, ways: readonly Ways[], hovered: Choice | undefined): Emphasis {
  const isPlaced = ({ from, to }: Leg): boolean => scene.placed[from] === true && scene.placed[to] === true;
  if (state.chosen !== undefined && state.goal !== undefined) {
    const steps = (ways[0]?.ways ?? []).flat();
    return { lines: distinct(steps.flatMap((step) => step.legs.map(({ leg }) => leg))), lit: new Set([state.chosen.entity, state.goal, ...steps.flatMap(({ from, to }) => [from, to])]), others: 'faint' };
  }
  if (state.chosen !== undefined) {
    const lines = [...legsOf(legs, state.chosen), ...(hovered === undefined ? [] : legsOf(legs, hovered))].filter(isPlaced);
    return { lines: distinct(lines), lit: new Set([state.chosen.entity, ...(hovered ? [hovered.entity] : []), ...lines.flatMap(({ from, to }) => [from, to])]), others: state.depth === undefined ? 'faint' : 'plain' };
  }
  if (hovered !== undefined) {
    const lines = legsOf(legs, hovered).filter(isPlaced);
    return { lines, lit: new Set([hovered.entity, ...lines.flatMap(({ from, to }) => [from, to])]), others: 'plain' };
  }
  if (state.filters.enforcement !== undefined) {
    const lines = legs.all.filter((leg) => scene.wanted[leg.at] === true && leg.reference.kind !== 'any' && isPlaced(leg));
    return { lines, lit: new Set(lines.flatMap(({ from, to }) => [from, to])), others: 'plain' };
  }
  return NOTHING;
}

export const NOTHING: Emphasis = { lines: [], lit: new Set(), others: 'plain' };

/** Lines that start or end at an entity, or at one of its fields. */
export function legsOf({ out, into }: Legs, { entity, field }: Choice): readonly Leg[] {
  const own = [...(out[entity] ?? []).filter(({ reference }) => field === undefined || reference.fields.includes(field)), ...(into[entity] ?? []).filter(({ toField }) => field === undefined || toField === field)];
  return distinct(own);
}

function distinct(legs: readonly Leg[]): readonly Leg[] {
  return [...new Set(legs)];
}
