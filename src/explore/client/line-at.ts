import type { Point } from './camera.ts';
import type { Leg } from './legs.ts';
import { lineCurve, pointOf } from './line-curve.ts';
import type { Scene } from './scene.ts';

/** The line that runs by a point of the picture, no farther away than `reach`. */
export function lineAt(scene: Scene, lines: readonly Leg[], [x, y]: Point, reach: number): Leg | undefined {
  return lines.slice(0, MOST).find((leg) => {
    const curve = lineCurve(scene, leg);
    let [px, py] = curve.from;
    for (let step = 1; step <= STEPS; step += 1) {
      const [nx, ny] = pointOf(curve, step / STEPS);
      if (distance([x, y], [px, py], [nx, ny]) <= reach) return true;
      [px, py] = [nx, ny];
    }
    return false;
  });
}

const STEPS = 16;
/** Among more nobody aims at one. */
const MOST = 300;

/** From a point to a straight piece. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const part = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / Math.max(dx * dx + dy * dy, 1e-9)));
  return Math.hypot(x - ax - dx * part, y - ay - dy * part);
}
