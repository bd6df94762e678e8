import type { Rect } from '../system/lay-out-system.ts';

/** Where one looks: the point of the picture in the middle of the stage, and pixels of the screen to one of the picture. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

/** Nearer shows nothing new. */
const NEAREST = 2.5;

/** Shows a rectangle whole, with a margin in pixels of the screen, and no larger than `most`. */
export function fitRect([x, y, width, height]: Rect, stage: Size, { margin = 12, most = 1.25 }: { readonly margin?: number; readonly most?: number } = {}): Camera {
  const scale = Math.min(Math.max(stage.width - 2 * margin, 50) / Math.max(width, 1), Math.max(stage.height - 2 * margin, 50) / Math.max(height, 1), most);
  return { x: x + width / 2, y: y + height / 2, scale };
}

export function toWorld(camera: Camera, stage: Size, [x, y]: Point): Point {
  return [camera.x + (x - stage.width / 2) / camera.scale, camera.y + (y - stage.height / 2) / camera.scale];
}

/** Zooms by a factor; what is at `fixed`, a point of the stage, stays there. */
export function zoomAt(camera: Camera, stage: Size, fixed: Point, factor: number, whole: Rect): Camera {
  const farthest = fitRect(whole, stage).scale * 0.7;
  const scale = Math.min(Math.max(camera.scale * factor, farthest), NEAREST);
  const [x, y] = toWorld(camera, stage, fixed);
  return keepNear({ x: x - (fixed[0] - stage.width / 2) / scale, y: y - (fixed[1] - stage.height / 2) / scale, scale }, whole);
}

/** Moves by pixels of the screen. */
export function panBy(camera: Camera, [x, y]: Point, whole: Rect): Camera {
  return keepNear({ ...camera, x: camera.x - x / camera.scale, y: camera.y - y / camera.scale }, whole);
}

/** Part of the way from one camera to another: distances on the screen pass evenly, whatever the zoom. */
export function between(from: Camera, to: Camera, part: number): Camera {
  const scale = from.scale * (to.scale / from.scale) ** part;
  const moved = Math.abs(to.scale - from.scale) < 1e-6 ? part : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale);
  return { x: from.x + (to.x - from.x) * moved, y: from.y + (to.y - from.y) * moved, scale };
}

/** One cannot lose the picture: its edge comes to the middle of the stage and no farther. */
function keepNear(camera: Camera, [x, y, width, height]: Rect): Camera {
  return { ...camera, x: Math.min(Math.max(camera.x, x), x + width), y: Math.min(Math.max(camera.y, y), y + height) };
}
