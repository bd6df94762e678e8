import type { Point } from './camera.ts';

/** What hands do to the picture: drag, pinch, wheel, click. Points are in pixels of the stage. */
export interface Gestures {
  /** `by`: `finger` where one finger drags, which on a page of its own would scroll it. */
  readonly pan: (distance: Point, by: 'finger' | 'other') => void;
  readonly zoom: (fixed: Point, factor: number) => void;
  readonly hover: (at: Point | undefined) => void;
  readonly click: (at: Point, how: { readonly second: boolean; readonly newTab: boolean }) => void;
  readonly doubleClick: (at: Point) => void;
  /** A wheel without a key moved over the picture, which leaves it to the page. */
  readonly scrolledPast: () => void;
}

/** A finger trembles. Pixels. */
const CLICK = 5;
/** Two clicks within this time, in milliseconds, are a double click. */
export const DOUBLE_CLICK = 350;

export function listenToGestures(canvas: HTMLCanvasElement, gestures: Gestures): void {
  /** In pixels of the window: the page may scroll under a finger. */
  const down = new Map<number, Point>();
  let moved = 0;
  let last = { time: -Infinity, at: [0, 0] as Point };
  const onStage = ([x, y]: Point): Point => {
    const { left, top } = canvas.getBoundingClientRect();
    return [x - left, y - top];
  };
  const pointOf = ({ clientX, clientY }: MouseEvent): Point => onStage([clientX, clientY]);

  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    if (down.size === 0) moved = 0;
    down.set(event.pointerId, [event.clientX, event.clientY]);
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    const now: Point = [event.clientX, event.clientY];
    const before = down.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType === 'mouse') gestures.hover(pointOf(event));
      return;
    }
    const others = [...down].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    down.set(event.pointerId, now);
    moved += Math.hypot(now[0] - before[0], now[1] - before[1]);
    const [other] = others;
    if (other === undefined) {
      if (moved > CLICK) gestures.pan([now[0] - before[0], now[1] - before[1]], event.pointerType === 'touch' ? 'finger' : 'other');
      return;
    }
    // Two fingers: what is between them stays between them.
    const distance = (point: Point): number => Math.max(Math.hypot(point[0] - other[0], point[1] - other[1]), 1);
    gestures.zoom(onStage([(before[0] + other[0]) / 2, (before[1] + other[1]) / 2]), distance(now) / distance(before));
    gestures.pan([(now[0] - before[0]) / 2, (now[1] - before[1]) / 2], 'other');
    moved = Math.max(moved, CLICK + 1);
  });
  const up = (event: PointerEvent): void => {
    if (!down.delete(event.pointerId)) return;
    if (event.type !== 'pointerup' || moved > CLICK || down.size > 0) return;
    const at = pointOf(event);
    const isDouble = event.timeStamp - last.time < DOUBLE_CLICK && Math.hypot(at[0] - last.at[0], at[1] - last.at[1]) <= CLICK;
    last = { time: event.timeStamp, at };
    // The second of a double click is no choice of its own.
    if (!isDouble) gestures.click(at, { second: event.shiftKey, newTab: event.ctrlKey || event.metaKey });
  };
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  canvas.addEventListener('pointerleave', () => gestures.hover(undefined));
  canvas.addEventListener('auxclick', (event) => {
    if (event.button === 1) gestures.click(pointOf(event), { second: false, newTab: true });
  });
  canvas.addEventListener('dblclick', (event) => gestures.doubleClick(pointOf(event)));
  canvas.addEventListener('touchmove', (event) => {
    // Two fingers are for the picture, also where one scrolls the page.
    if (event.touches.length > 1 && event.cancelable) event.preventDefault();
  }, { passive: false });
  canvas.addEventListener('wheel', (event) => {
    // A pinch on a touch pad comes as a wheel with Ctrl. In full screen there is no page to scroll.
    if (!event.ctrlKey && !event.metaKey && document.fullscreenElement === null) {
      if (Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return gestures.scrolledPast();
      event.preventDefault();
      return gestures.pan([-event.deltaX, 0], 'other');
    }
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    gestures.zoom(pointOf(event), Math.exp(Math.max(-0.6, Math.min(0.6, -event.deltaY * lines * 0.004))));
  }, { passive: false });
}
