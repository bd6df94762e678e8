import type { Rect } from '../system/lay-out-system.ts';
import { toWorld, type Camera, type Size } from './camera.ts';
import type { Palette } from './palette.ts';
import type { Scene } from './scene.ts';

/** How much of an entity is shown: what would be too small to read gives way to the next coarser thing. */
export type Level = 'groups' | 'names' | 'fields';

/** What painting one frame takes. Places are in pixels of the stage. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly scene: Scene;
  readonly palette: Palette;
  readonly stage: Size;
  readonly scale: number;
  readonly level: Level;
  /** The part of the picture that is on the stage. */
  readonly view: Rect;
  readonly x: (x: number) => number;
  readonly y: (y: number) => number;
}

/** No text is smaller, in pixels of the screen. */
export const LEAST_TEXT = 10;

export function takeBrush(context: CanvasRenderingContext2D, scene: Scene, palette: Palette, camera: Camera, stage: Size): Brush {
  const { scale } = camera;
  const [left, top] = toWorld(camera, stage, [0, 0]);
  const [dx, dy] = [stage.width / 2 - camera.x * scale, stage.height / 2 - camera.y * scale];
  return {
    context, scene, palette, stage, scale, level: levelAt(scale),
    view: [left, top, stage.width / scale, stage.height / scale],
    x: (x) => x * scale + dx,
    y: (y) => y * scale + dy,
  };
}

/** Names need boxes of some eighty pixels, fields rows of ten, in which text of ten just stands. */
export function levelAt(scale: number): Level {
  return scale >= 0.52 ? 'fields' : scale >= 0.34 ? 'names' : 'groups';
}

export function isSeen([x, y, width, height]: Rect, [left, top, wide, high]: Rect): boolean {
  return x < left + wide && y < top + high && x + width > left && y + height > top;
}

/** The text, or its beginning with `…`, in so many pixels. The monospace face makes that a matter of counting. */
export function clip(text: string, width: number, size: number): string {
  const most = Math.floor(width / (size * ADVANCE));
  return text.length <= most ? text : most < 2 ? '' : `${text.slice(0, most - 1)}…`;
}

/** Width of a character of the monospace face, in em. */
export const ADVANCE = 0.6;
