import { boxSize } from './box-size.ts';
import { layOutSystem, type LaidOutSystem, type SystemSketch } from './lay-out-system.ts';
import type { System } from './system.ts';

/** Lays out those entities of a system that are wanted; the others stay at its corner, in no group. */
export function layOut(system: Omit<System, 'layout'>, { wanted = () => true, aspect }: { readonly wanted?: (entity: number) => boolean; readonly aspect?: number } = {}): LaidOutSystem {
  const shown = system.entities.flatMap((_, at) => (wanted(at) ? [at] : []));
  const boxAt = new Map(shown.map((entity, box) => [entity, box]));
  const links = system.references.flatMap(({ from, targets, kind }) => (kind === 'any' ? [] : targets.map(([to]) => [boxAt.get(from), boxAt.get(to)] as const)));
  const sketch: SystemSketch = {
    groups: system.groups.length,
    boxes: shown.map((at) => ({ group: system.entities[at]?.group ?? 0, ...boxSize(system.entities[at]) })),
    links: links.filter((link): link is readonly [number, number] => link[0] !== undefined && link[1] !== undefined),
  };
  const laidOut = layOutSystem(sketch, aspect);
  return { ...laidOut, boxes: system.entities.map((_, at) => laidOut.boxes[boxAt.get(at) ?? -1] ?? [0, 0]) };
}
