import type { Rect } from '../system/lay-out-system.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The nearest of the rectangles in a direction; straight ahead counts for more than aside. Undefined where there is none.
 * @param from the rectangle that one leaves
 */
export function stepTo(boxes: readonly (readonly [entity: number, rect: Rect])[], from: Rect, direction: Direction): number | undefined {
  const [fx, fy] = centreOf(from);
  let best: number | undefined;
  let least = Infinity;
  for (const [entity, rect] of boxes) {
    const [x, y] = centreOf(rect);
    const [ahead, aside] = { left: [fx - x, y - fy], right: [x - fx, y - fy], up: [fy - y, x - fx], down: [y - fy, x - fx] }[direction] as [number, number];
    const cost = ahead + 2.5 * Math.abs(aside);
    if (ahead <= 1 || cost >= least) continue;
    [best, least] = [entity, cost];
  }
  return best;
}

export function centreOf([x, y, width, height]: Rect): readonly [number, number] {
  return [x + width / 2, y + height / 2];
}
