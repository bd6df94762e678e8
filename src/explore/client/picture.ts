import type { Rect } from '../system/lay-out-system.ts';
import { levelAt } from './brush.ts';
import { between, fitRect, panBy, toWorld, zoomAt, type Camera, type Point, type Size } from './camera.ts';
import { paint, type Frame } from './paint.ts';
import { findAt, wholeOf, type Scene } from './scene.ts';

/** The canvas and where one looks: draws when something changed, and only then. */
export interface Picture {
  readonly canvas: HTMLCanvasElement;
  readonly camera: () => Camera;
  /** What is drawn now: boxes may be on their way. */
  readonly shown: () => Scene;
  /** Looks somewhere, at once. */
  readonly look: (camera: Camera) => void;
  /** Shows a scene that has come in the place of another: boxes glide from where they were, and so does the camera; one for all of it where all of it was seen. */
  readonly follow: (camera: Camera, scene: ((part: number) => Scene) | undefined) => void;
  /** Looks at a rectangle; glides there unless the reader wants no motion. `nearer`: what is looked at instead, where names could not be read. */
  readonly fly: (rect: Rect, options?: { readonly most?: number; readonly margin?: number; readonly nearer?: Rect | undefined }) => void;
  /** Whether all of it is shown, as no hand has moved it. */
  readonly isFitted: () => boolean;
  /** Whether there is nothing beside what is seen, so that it need not be moved. */
  readonly isWhole: () => boolean;
  /** @param scene the way of boxes from where they were, where they lie elsewhere now */
  readonly fit: (how: 'glide' | 'jump', scene?: (part: number) => Scene) => void;
  /** Moves by pixels of the screen. @returns what is left of them where the picture ends */
  readonly pan: (by: Point) => Point;
  /** Around a point of the stage, or its middle. */
  readonly zoom: (fixed: Point | undefined, factor: number) => void;
  /** What is drawn at a point of the stage. */
  readonly at: (point: Point) => ReturnType<typeof findAt>;
  readonly toPicture: (point: Point) => Point;
  readonly stage: () => Size;
  /** Brings a rectangle into sight, if it is not; with it what belongs to it, where that does not take one much farther away. */
  readonly reveal: (rect: Rect, belonging?: Rect) => void;
  readonly invalidate: () => void;
}

export interface PictureSource {
  readonly scene: () => Scene;
  /** @param scene what to draw instead of the scene, while boxes are on their way */
  readonly frame: (camera: Camera, scene: Scene | undefined) => Frame;
  /** The camera moved by hand, not by a choice. */
  readonly moved: () => void;
  /** The stage has another size. */
  readonly resized: () => void;
  /** What covers the stage, in pixels from its edges. */
  readonly covered: () => { readonly top: number; readonly right: number; readonly bottom: number };
}

/** Farther away than this, of the scale that a reader has chosen, nothing is brought into sight that was not asked for. */
const FARTHER = 0.62;
/** Milliseconds of a flight. */
const FLIGHT = 280;

export function createPicture(canvas: HTMLCanvasElement, source: PictureSource): Picture {
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('This browser draws no canvas.');
  let stage: Size = { width: 0, height: 0 };
  let camera: Camera = { x: 0, y: 0, scale: 1 };
  let isFitted = true;
  let asked = 0;
  let flight: { readonly from: Camera; readonly to: Camera; readonly start: number } | undefined;
  /** Of boxes, which go on where a hand takes over the camera. */
  let way: { readonly scene: (part: number) => Scene; readonly start: number } | undefined;
  let moving: Scene | undefined;

  const invalidate = (): void => {
    if (asked === 0) asked = requestAnimationFrame(draw);
  };
  const draw = (now: number): void => {
    asked = 0;
    if (stage.width === 0) return;
    const flown = flight && partSince(flight.start, now);
    if (flight && flown !== undefined) camera = flown === 1 ? flight.to : between(flight.from, flight.to, flown);
    if (flown === 1) flight = undefined;
    const gone = way && partSince(way.start, now);
    moving = gone === undefined || gone === 1 ? undefined : way?.scene(gone);
    if (gone === 1) way = undefined;
    if (flight !== undefined || way !== undefined) invalidate();
    // One finger moves the picture where there is more of it, else the page, as with diagrams.
    canvas.classList.toggle('whole', isWhole());
    paint(context, stage, densityOf(canvas), source.frame(camera, moving));
  };
  const isWhole = (): boolean => camera.scale <= fitRect(wholeOf(source.scene()), open()).scale * 1.001;
  const open = (): Size => {
    const { top, right, bottom } = source.covered();
    return { width: stage.width - right, height: stage.height - top - bottom };
  };
  /** A camera for the part of the stage that is not covered, as one for all of it. */
  const shifted = (target: Camera): Camera => {
    const { top, right, bottom } = source.covered();
    return { ...target, x: target.x + right / 2 / target.scale, y: target.y + (bottom - top) / 2 / target.scale };
  };
  const isOpen = ([x, y, width, height]: Rect, from: Camera): boolean => {
    const { top, right, bottom } = source.covered();
    const [left, upper] = [(x - from.x) * from.scale + stage.width / 2, (y - from.y) * from.scale + stage.height / 2];
    return left >= 4 && upper >= top && left + width * from.scale <= stage.width - right - 4 && upper + height * from.scale <= stage.height - bottom;
  };
  const go = (to: Camera, how: 'glide' | 'jump', scene?: (part: number) => Scene): void => {
    const start = performance.now();
    if (how === 'jump' || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      [flight, way, moving] = [undefined, undefined, undefined];
      camera = to;
    } else {
      flight = { from: camera, to, start };
      if (scene !== undefined) way = { scene, start };
    }
    invalidate();
  };
  const byHand = (to: Camera): void => {
    flight = undefined;
    camera = to;
    isFitted = false;
    source.moved();
    invalidate();
  };

  const resize = (): void => {
    const { clientWidth: width, clientHeight: height } = canvas;
    const [wide, high] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
    if (canvas.width === wide && canvas.height === high) return;
    stage = { width, height };
    [canvas.width, canvas.height] = [wide, high];
  };
  resize();
  new ResizeObserver(() => {
    resize();
    source.resized();
    if (isFitted) camera = shifted(fitRect(wholeOf(source.scene()), open()));
    // A canvas whose size changed is empty: it is drawn before the browser shows it so.
    cancelAnimationFrame(asked);
    draw(performance.now());
  }).observe(canvas);

  const picture: Picture = {
    canvas,
    camera: () => flight?.to ?? camera,
    shown: () => moving ?? source.scene(),
    stage: () => stage,
    look: (to) => {
      isFitted = false;
      go(to, 'jump');
    },
    follow: (to, scene) => go(isFitted ? shifted(fitRect(wholeOf(source.scene()), open())) : to, scene === undefined ? 'jump' : 'glide', scene),
    fly: (rect, { most = 1, margin = 24, nearer } = {}) => {
      isFitted = false;
      const far = fitRect(rect, open(), { most, margin });
      go(shifted(nearer !== undefined && levelAt(far.scale) === 'groups' ? fitRect(nearer, open(), { most, margin }) : far), 'glide');
      source.moved();
    },
    isFitted: () => isFitted,
    isWhole,
    fit: (how, scene) => {
      isFitted = true;
      go(shifted(fitRect(wholeOf(source.scene()), open())), how, scene);
    },
    pan: ([x, y]) => {
      const { x: left, y: top, scale } = camera;
      byHand(panBy(camera, [x, y], wholeOf(source.scene())));
      return [x - (left - camera.x) * scale, y - (top - camera.y) * scale];
    },
    zoom: (fixed, factor) => byHand(zoomAt(flight?.to ?? camera, stage, fixed ?? [open().width / 2, open().height / 2], factor, wholeOf(source.scene()))),
    at: (point) => {
      const found = findAt(source.scene(), toWorld(camera, stage, point));
      // What is not drawn cannot be meant.
      if (found.kind === 'box' && levelAt(camera.scale) === 'groups') return { kind: 'group', group: source.scene().system.entities[found.entity]?.group ?? 0 };
      return found.kind === 'box' && levelAt(camera.scale) === 'names' ? { kind: 'box', entity: found.entity } : found;
    },
    toPicture: (point) => toWorld(camera, stage, point),
    reveal: (rect, belonging = rect) => {
      const now = flight?.to ?? camera;
      if (isOpen(belonging, now)) return;
      const all = fitRect(belonging, open(), { most: now.scale, margin: 30 });
      isFitted = false;
      if (all.scale >= now.scale * FARTHER) go(shifted(all), 'glide');
      else if (!isOpen(rect, now)) go(shifted(fitRect(rect, open(), { most: now.scale, margin: 8 })), 'glide');
      source.moved();
    },
    invalidate,
  };
  return picture;
}

/** How much of a flight has passed: fast at first. */
function partSince(start: number, now: number): number {
  return 1 - (1 - Math.min(1, Math.max(0, (now - start) / FLIGHT))) ** 3;
}

/** Pixels of the canvas to one of the stage. */
function densityOf(canvas: HTMLCanvasElement): number {
  return canvas.clientWidth === 0 ? 1 : canvas.width / canvas.clientWidth;
}
