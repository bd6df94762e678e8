import { withoutRepeats } from '../../lib/diagram/trace-star.ts';

/** A corner of a line, in the drawing's own pixels. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Corners of a drawn line, from the path that `render-lines.ts` writes: straight stretches, and `q` around each rounded corner. */
export function cornersOf(path: string): readonly Corner[] {
  const steps = [...path.matchAll(/([Mhvlq])([^Mhvlq]*)/g)].map(([, command = '', numbers = '']) => ({ command, numbers: (numbers.match(/-?\d*\.?\d+/g) ?? []).map(Number) }));
  const corners: Corner[] = [];
  let [x, y] = [0, 0];
  steps.forEach(({ command, numbers: [a = 0, b = 0, c = 0, d = 0] }, index) => {
    if (command === 'q') corners.push({ x: x + a, y: y + b });
    if (command === 'M') [x, y] = [a, b];
    else if (command === 'q') [x, y] = [x + c, y + d];
    else [x, y] = [x + (command === 'v' ? 0 : a), y + (command === 'v' ? a : command === 'l' ? b : 0)];
    // Where a rounded corner begins there is none: it is the one that the curve bends towards.
    if (steps[index + 1]?.command !== 'q' && (command !== 'q' || index === steps.length - 1)) corners.push({ x, y });
  });
  return corners;
}

/**
 * The whole way of each branch. Lines that lead to one place are drawn as a tree: each up to where it touches one before it, whose way is then its own too.
 * @param branches corners as drawn; the last corner of the first is the place where all of them lead
 */
export function routesOf(branches: readonly (readonly Corner[])[]): readonly (readonly Corner[])[] {
  const routes: (readonly Corner[])[] = [];
  for (const branch of branches) {
    const end = branch.at(-1);
    const joined = end === undefined ? undefined : routes.map((route) => restFrom(end, route)).find((rest) => rest !== undefined);
    // Where one joins at a corner, that stands in both.
    routes.push(withoutRepeats([...branch, ...(joined ?? [])]));
  }
  return routes;
}

/** What is left of a route from a point on it. */
function restFrom(point: Corner, route: readonly Corner[]): readonly Corner[] | undefined {
  const segment = route.findIndex((corner, index) => {
    const next = route[index + 1];
    return next !== undefined && distanceToSegment(point, corner, next) === 0;
  });
  return segment < 0 ? undefined : route.slice(segment + 1);
}

/** From a point to the nearest of a stretch that is horizontal or vertical. */
export function distanceToSegment({ x, y }: Corner, a: Corner, b: Corner): number {
  const dx = Math.max(Math.min(a.x, b.x) - x, 0, x - Math.max(a.x, b.x));
  const dy = Math.max(Math.min(a.y, b.y) - y, 0, y - Math.max(a.y, b.y));
  return Math.hypot(dx, dy);
}
