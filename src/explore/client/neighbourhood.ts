import type { System } from '../system/system.ts';

/** Every entity that is at most so many references away, in whichever direction they point, with its distance. What may mean any entity of a store makes only the centre near. */
export function neighbourhood({ references }: Pick<System, 'references'>, centre: number, depth: number): ReadonlyMap<number, number> {
  const distances = new Map([[centre, 0]]);
  for (let distance = 1; distance <= depth; distance += 1) {
    const reached = new Set<number>();
    for (const { from, targets, kind } of references) {
      for (const [to] of targets) {
        if (kind === 'any' && from !== centre && to !== centre) continue;
        if (distances.has(from) && !distances.has(to)) reached.add(to);
        if (distances.has(to) && !distances.has(from)) reached.add(from);
      }
    }
    for (const entity of reached) distances.set(entity, distance);
  }
  return distances;
}
