import type { Point } from './layout.ts';

/** Places the parts of a diagram beside and below each other, biggest first, in the least height that the width allows. */
export function packParts(parts: readonly Size[], maxWidth: number): Packed {
  const widest = Math.max(0, ...parts.map((part) => part.width));
  const area = parts.reduce((sum, part) => sum + (part.width + BETWEEN) * (part.height + BETWEEN), 0);
  const square = Math.ceil(Math.sqrt(area * 1.8));
  const candidates = [...new Set([Math.max(widest, maxWidth), Math.max(widest, Math.min(square, maxWidth))])];
  const packed = candidates.map((width) => pack(parts, width));
  // The narrower one wins unless it costs height: a row of small boxes should not become a ribbon.
  return packed.reduce((best, next) => (next.width * next.height <= best.width * best.height * 1.02 ? next : best));
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Packed extends Size {
  /** Upper left corner of each part, in the order given. */
  readonly places: readonly Point[];
}

const BETWEEN = 26;

interface Step {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Skyline packing: each part goes where it lies highest, then leftmost. */
function pack(parts: readonly Size[], maxWidth: number): Packed {
  const order = parts.map((_, index) => index).sort((a, b) => sizeOf(parts[b]).height - sizeOf(parts[a]).height || sizeOf(parts[b]).width - sizeOf(parts[a]).width || a - b);
  let skyline: readonly Step[] = [{ x: 0, y: 0, width: maxWidth + BETWEEN }];
  const places: Point[] = [];
  let width = 0;
  let height = 0;
  for (const index of order) {
    const part = sizeOf(parts[index]);
    const taken = part.width + BETWEEN;
    let best: Point | undefined;
    for (const step of skyline) {
      if (step.x + taken > maxWidth + BETWEEN) continue;
      const y = Math.max(...skyline.filter((other) => other.x < step.x + taken && other.x + other.width > step.x).map((other) => other.y));
      if (best === undefined || y < best.y || (y === best.y && step.x < best.x)) best = { x: step.x, y };
    }
    const place = best ?? { x: 0, y: Math.max(...skyline.map((step) => step.y)) };
    places[index] = place;
    width = Math.max(width, place.x + part.width);
    height = Math.max(height, place.y + part.height);
    skyline = raise(skyline, place.x, taken, place.y + part.height + BETWEEN);
  }
  return { places, width, height };
}

function raise(skyline: readonly Step[], x: number, width: number, y: number): readonly Step[] {
  const rest = skyline.flatMap((step): Step[] => {
    const left = { x: step.x, y: step.y, width: Math.min(step.x + step.width, x) - step.x };
    const right = { x: Math.max(step.x, x + width), y: step.y, width: step.x + step.width - Math.max(step.x, x + width) };
    return [left, right].filter((piece) => piece.width > 0);
  });
  return [...rest, { x, y, width }].sort((a, b) => a.x - b.x);
}

function sizeOf(part: Size | undefined): Size {
  return part ?? { width: 0, height: 0 };
}
