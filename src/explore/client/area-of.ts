import type { Rect } from '../system/lay-out-system.ts';
import type { Emphasis } from './emphasis.ts';
import type { Scene } from './scene.ts';

/** The rectangle of the picture around everything that stands out. */
export function areaOf({ boxes, placed }: Scene, { lit }: Emphasis): Rect {
  const rects = [...lit].filter((entity) => placed[entity] === true).map((entity) => boxes[entity] ?? [0, 0, 0, 0]);
  const [left, top] = [Math.min(...rects.map(([x]) => x)), Math.min(...rects.map(([, y]) => y))];
  return [left, top, Math.max(...rects.map(([x, , width]) => x + width)) - left, Math.max(...rects.map(([, y, , height]) => y + height)) - top];
}
