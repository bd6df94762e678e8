import type { Rect } from '../system/lay-out-system.ts';
import type { Scene } from './scene.ts';

/**
 * The way of boxes and groups from where they lie in one scene to where they lie in the next; they go by their names. What is new is where it will be.
 * @returns the scene at a part of the way, from 0 to 1; undefined when nothing moves
 */
export function glideScene(from: Scene, to: Scene): ((part: number) => Scene) | undefined {
  const boxes = movesOf(boxesOf(from), boxesOf(to));
  const groups = movesOf(groupsOf(from), groupsOf(to));
  if (![...boxes, ...groups].some(moves)) return undefined;
  return (part) => ({
    ...to,
    boxes: boxes.map((move) => between(move, part) ?? [0, 0, 0, 0]),
    layout: { ...to.layout, groups: groups.map((move) => between(move, part)) },
  });
}

type Places = ReadonlyMap<string, Rect | undefined>;

interface Move {
  readonly from: Rect | undefined;
  readonly to: Rect | undefined;
}

function boxesOf({ system, placed, boxes }: Scene): Places {
  return new Map(system.entities.map(({ address }, at) => [address, placed[at] === true ? boxes[at] : undefined]));
}

function groupsOf({ system, layout }: Scene): Places {
  return new Map(system.groups.map(({ kind, name }, at) => [`${kind} ${name}`, layout.groups[at] ?? undefined]));
}

/** In the order of the scene that is gone to. */
function movesOf(from: Places, to: Places): readonly Move[] {
  return [...to].map(([name, place]) => ({ from: from.get(name), to: place }));
}

function moves({ from, to }: Move): boolean {
  return from !== undefined && to !== undefined && from.some((value, at) => value !== to[at]);
}

function between({ from, to }: Move, part: number): Rect | undefined {
  if (from === undefined || to === undefined) return to;
  const at = (index: 0 | 1 | 2 | 3): number => from[index] + (to[index] - from[index]) * part;
  return [at(0), at(1), at(2), at(3)];
}
