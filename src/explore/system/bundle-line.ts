import type { Corner, Rect } from './lay-out-system.ts';

/** Where the line between two groups runs: from the edge of one to the edge of the other, a little bent, so that lines between groups of one row lie apart. */
export function bundleLine(a: Rect, b: Rect): BundleLine {
  const [ax, ay] = [a[0] + a[2] / 2, a[1] + a[3] / 2];
  const [bx, by] = [b[0] + b[2] / 2, b[1] + b[3] / 2];
  const bend = 0.12;
  const control: Corner = [(ax + bx) / 2 - (by - ay) * bend, (ay + by) / 2 + (bx - ax) * bend];
  const from = leave(a, control);
  const to = leave(b, control);
  return { from, control, to, middle: [(from[0] + 2 * control[0] + to[0]) / 4, (from[1] + 2 * control[1] + to[1]) / 4] };
}

export interface BundleLine {
  readonly from: Corner;
  /** Of a quadratic curve. */
  readonly control: Corner;
  readonly to: Corner;
  /** Where its count stands. */
  readonly middle: Corner;
}

/** Where the way from the middle of a rectangle to a point outside of it crosses its edge. */
function leave([x, y, width, height]: Rect, [px, py]: Corner): Corner {
  const [cx, cy] = [x + width / 2, y + height / 2];
  const [dx, dy] = [px - cx, py - cy];
  const scale = Math.min(width / 2 / Math.max(Math.abs(dx), 1e-6), height / 2 / Math.max(Math.abs(dy), 1e-6));
  return [cx + dx * scale, cy + dy * scale];
}
