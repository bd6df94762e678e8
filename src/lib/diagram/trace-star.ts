import type { Point } from './layout.ts';

/**
 * Lines that lead to one place become a tree: each is drawn up to where it first touches one before it. So no stretch is drawn twice
 * (dashes over dashes would look solid), and every place where lines join is known.
 * @param paths corners of each line, from its own end to the common one
 */
export function traceStar(paths: readonly (readonly Point[])[]): { readonly branches: readonly (readonly Point[])[]; readonly junctions: readonly Point[] } {
  const branches: (readonly Point[])[] = [];
  const junctions = new Map<string, Point>();
  const hub = paths[0]?.at(-1);
  for (const path of paths) {
    const touch = firstTouch(path, branches);
    if (touch === undefined) {
      branches.push(path);
      continue;
    }
    branches.push(withoutRepeats([...path.slice(0, touch.segment + 1), touch.point]));
    if (hub === undefined || touch.point.x !== hub.x || touch.point.y !== hub.y) junctions.set(`${touch.point.x} ${touch.point.y}`, touch.point);
  }
  return { branches, junctions: [...junctions.values()] };
}

function firstTouch(path: readonly Point[], branches: readonly (readonly Point[])[]): { readonly segment: number; readonly point: Point } | undefined {
  for (let segment = 0; segment + 1 < path.length; segment += 1) {
    const [a, b] = [path[segment], path[segment + 1]];
    if (a === undefined || b === undefined) continue;
    let nearest: { readonly point: Point; readonly distance: number } | undefined;
    for (const branch of branches) {
      for (let other = 0; other + 1 < branch.length; other += 1) {
        const [c, d] = [branch[other], branch[other + 1]];
        const point = c === undefined || d === undefined ? undefined : touchOf(a, b, c, d);
        if (point === undefined) continue;
        const distance = Math.abs(point.x - a.x) + Math.abs(point.y - a.y);
        if (nearest === undefined || distance < nearest.distance) nearest = { point, distance };
      }
    }
    if (nearest !== undefined) return { segment, point: nearest.point };
  }
  return undefined;
}

/** First point of the stretch a–b that is also on c–d; both are horizontal or vertical. */
function touchOf(a: Point, b: Point, c: Point, d: Point): Point | undefined {
  const left = Math.max(Math.min(a.x, b.x), Math.min(c.x, d.x));
  const right = Math.min(Math.max(a.x, b.x), Math.max(c.x, d.x));
  const top = Math.max(Math.min(a.y, b.y), Math.min(c.y, d.y));
  const bottom = Math.min(Math.max(a.y, b.y), Math.max(c.y, d.y));
  if (left > right || top > bottom) return undefined;
  return { x: a.x <= b.x ? left : right, y: a.y <= b.y ? top : bottom };
}

/** Corners only: no point twice, none in the middle of a straight stretch. */
export function withoutRepeats(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    if (before !== undefined && last !== undefined && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))) kept.pop();
    kept.push(point);
  }
  return kept;
}
