import type { Leg } from './legs.ts';
import { rowHeight, type Scene } from './scene.ts';
import type { Point } from './camera.ts';

/** A cubic curve from a row to a row, in the picture's own measure. `leaves` and `arrives`: 1 on the right side of a box, -1 on its left. */
export interface LineCurve {
  readonly from: Point;
  readonly out: Point;
  readonly into: Point;
  readonly to: Point;
  readonly leaves: 1 | -1;
  readonly arrives: 1 | -1;
}

/** How a line runs: out of the side of one box that faces the other; between boxes of one column, around on the right. */
export function lineCurve(scene: Scene, leg: Leg): LineCurve {
  const [fx, , fw] = scene.boxes[leg.from] ?? [0, 0, 0, 0];
  const [tx, , tw] = scene.boxes[leg.to] ?? [0, 0, 0, 0];
  const fy = rowHeight(scene, leg.from, leg.fromField);
  const ty = rowHeight(scene, leg.to, leg.toField);
  const leaves = tx > fx + fw / 2 || Math.abs(tx - fx) <= fw / 2 ? 1 : -1;
  const arrives = fx > tx + tw / 2 || Math.abs(tx - fx) <= tw / 2 ? 1 : -1;
  const [x1, x2] = [leaves === 1 ? fx + fw : fx, arrives === 1 ? tx + tw : tx];
  const reach = leaves === arrives ? 30 + Math.min(60, Math.abs(ty - fy) / 6) : Math.min(Math.max(Math.abs(x2 - x1) / 2, 26), 400);
  return { from: [x1, fy], out: [x1 + leaves * reach, fy], into: [x2 + arrives * reach, ty], to: [x2, ty], leaves, arrives };
}

/** A point of the curve: 0 is where it begins, 1 where it ends. */
export function pointOf({ from, out, into, to }: LineCurve, part: number): Point {
  const rest = 1 - part;
  const weights = [rest ** 3, 3 * rest * rest * part, 3 * rest * part * part, part ** 3] as const;
  const at = (axis: 0 | 1): number => from[axis] * weights[0] + out[axis] * weights[1] + into[axis] * weights[2] + to[axis] * weights[3];
  return [at(0), at(1)];
}
