import type { Line, Point } from './layout.ts';
import type { Routed } from './route-component.ts';

/** How hard a drawing is to read; less is better. Width beyond the limit weighs most, then crossings, then size and length of lines. */
export function scoreRouted(routed: Routed, maxWidth: number): number {
  const { width, height, lines } = routed;
  // A little too wide is drawn a little smaller; much too wide cannot be read.
  const overflow = Math.max(0, width - maxWidth);
  // A drawing much higher than wide makes the reader scroll.
  const tall = Math.max(0, height - width * 1.1);
  return overflow ** 2 / 8 + tall * 2 + (width * height) / 900 + lengthOf(lines) / 12 + countCrossings(lines) * 45;
}

/** Whether a drawing fits, is no column to scroll past, and no lines cross in it. */
export function readsWell({ width, height, lines }: Routed, maxWidth: number): boolean {
  return width <= maxWidth && height <= width * 1.1 && countCrossings(lines) === 0;
}

/** Places where lines of different stars cross. */
function countCrossings(lines: readonly Line[]): number {
  const segments = lines.map((line) => line.branches.flatMap((branch) => segmentsOf(branch.points)));
  let crossings = 0;
  segments.forEach((own, index) => {
    for (const others of segments.slice(index + 1)) {
      for (const a of own) for (const b of others) if (crosses(a, b)) crossings += 1;
    }
  });
  return crossings;
}

interface Segment {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function segmentsOf(points: readonly Point[]): readonly Segment[] {
  return points.slice(1).map((b, index) => {
    const a = points[index] ?? b;
    return { left: Math.min(a.x, b.x), right: Math.max(a.x, b.x), top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) };
  });
}

function crosses(a: Segment, b: Segment): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

function lengthOf(lines: readonly Line[]): number {
  let length = 0;
  for (const line of lines) {
    for (const { left, right, top, bottom } of line.branches.flatMap((branch) => segmentsOf(branch.points))) length += right - left + bottom - top;
  }
  return length;
}

