import type { LineStyle } from './line-style.ts';
import type { Graph, GraphEnd, GraphRelation } from './graph.ts';

/**
 * Which relations share an end. Those that meet one row from one side with the same sign and the same style become one star with the
 * row as its hub; each other end has a port of its own. So a shared stretch of line always means the row that it leads to.
 * @param columns column of each entity; relations lead from the right side of the one to the left to the left side of the other
 */
export function planLines(graph: Graph, columns: readonly number[], styleOf: (relation: GraphRelation) => LineStyle): LinePlan {
  const ends = graph.relations.map((relation) => {
    const leftward = (columns[relation.to.entity] ?? 0) < (columns[relation.from.entity] ?? 0);
    return { from: planEnd(relation.from, leftward ? -1 : 1), to: planEnd(relation.to, leftward ? 1 : -1), style: styleOf(relation) };
  });
  const uses = new Map<string, number>();
  graph.relations.forEach((relation, index) => {
    const plan = ends[index];
    if (plan === undefined || isLoop(relation)) return;
    for (const end of [plan.from, plan.to]) uses.set(keyOf(end, plan.style), (uses.get(keyOf(end, plan.style)) ?? 0) + 1);
  });
  const stars = new Map<string, { hub: PlannedEnd; style: LineStyle; leaves: PlannedLeaf[] }>();
  const loops: PlannedLoop[] = [];
  graph.relations.forEach((relation, index) => {
    const plan = ends[index];
    if (plan === undefined) return;
    const { from, to, style } = plan;
    if (isLoop(relation)) {
      loops.push({ relation: index, style, from: { ...from, side: 1 }, to: { ...to, side: 1 } });
      return;
    }
    const fromIsHub = (uses.get(keyOf(from, style)) ?? 0) > (uses.get(keyOf(to, style)) ?? 0);
    const [hub, leaf] = fromIsHub ? [from, to] : [to, from];
    const key = keyOf(hub, style);
    const star = stars.get(key) ?? { hub, style, leaves: [] };
    star.leaves.push({ relation: index, end: leaf });
    stars.set(key, star);
  });
  return { stars: [...stars.values()], loops };
}

export interface LinePlan {
  readonly stars: readonly PlannedStar[];
  readonly loops: readonly PlannedLoop[];
}

export interface PlannedStar {
  readonly hub: PlannedEnd;
  readonly style: LineStyle;
  readonly leaves: readonly PlannedLeaf[];
}

export interface PlannedLeaf {
  readonly relation: number;
  readonly end: PlannedEnd;
}

/** A relation of an entity with itself; both ends are on its right side. */
export interface PlannedLoop {
  readonly relation: number;
  readonly style: LineStyle;
  readonly from: PlannedEnd;
  readonly to: PlannedEnd;
}

export interface PlannedEnd {
  readonly entity: number;
  readonly field: number | undefined;
  readonly cardinality: GraphEnd['cardinality'];
  /** 1: the right side of the box. */
  readonly side: 1 | -1;
}

function planEnd(end: GraphEnd, side: 1 | -1): PlannedEnd {
  return { entity: end.entity, field: end.field, cardinality: end.cardinality, side };
}

function isLoop(relation: GraphRelation): boolean {
  return relation.from.entity === relation.to.entity;
}

function keyOf(end: PlannedEnd, style: LineStyle): string {
  return `${end.entity} ${end.field ?? 'header'} ${end.side} ${end.cardinality} ${style}`;
}
