import type { Box } from './build-box.ts';
import { SIZE } from './dimensions.ts';
import type { LinePlan, PlannedEnd } from './plan-lines.ts';

/** Every end of the plan once: a star's hub is one port, however many lines arrive there. */
export function endsOf(plan: LinePlan): readonly PlannedEnd[] {
  return [...plan.stars.flatMap((star) => [star.hub, ...star.leaves.map((leaf) => leaf.end)]), ...plan.loops.flatMap((loop) => [loop.from, loop.to])];
}

/** Height that a row needs for the ports on its busier side. */
export function heightForPorts(ends: readonly PlannedEnd[], labelled: ReadonlySet<PlannedEnd>): (entity: number, field: number | undefined) => number {
  const groups = Map.groupBy(ends, rowSide);
  return (entity, field) => Math.max(...([1, -1] as const).map((side) => {
    const group = groups.get(rowSide({ entity, field, side })) ?? [];
    return group.length * pitchOf(group, labelled);
  }));
}

/**
 * Distance of each end from the top of its box: the ends of one side of a row are spread around the row's middle.
 * @param order among the ports of one side of one row, those with a smaller value are higher
 */
export function placePorts(ends: readonly PlannedEnd[], boxes: readonly Box[], labelled: ReadonlySet<PlannedEnd>, order: (end: PlannedEnd) => number): ReadonlyMap<PlannedEnd, number> {
  const places = new Map<PlannedEnd, number>();
  for (const group of Map.groupBy(ends, rowSide).values()) {
    const sorted = group.map((end, index) => ({ end, index, at: order(end) })).sort((a, b) => a.at - b.at || a.index - b.index);
    sorted.forEach(({ end }, position) => {
      const box = boxes[end.entity];
      const row = end.field === undefined ? undefined : box?.rows.find((candidate) => candidate.field === end.field);
      const middle = row === undefined ? (box?.header ?? 0) / 2 : row.y + row.height / 2;
      places.set(end, Math.round(middle + (position - (sorted.length - 1) / 2) * pitchOf(group, labelled)));
    });
  }
  return places;
}

function pitchOf(group: readonly PlannedEnd[], labelled: ReadonlySet<PlannedEnd>): number {
  return group.length > 1 && group.some((end) => labelled.has(end)) ? SIZE.labelledPort : SIZE.port;
}

function rowSide(end: Pick<PlannedEnd, 'entity' | 'field' | 'side'>): string {
  return `${end.entity} ${end.field ?? 'header'} ${end.side}`;
}
