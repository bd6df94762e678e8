import type { Viewport } from './viewport.ts';

/** Drag, wheel and pinch. A wheel without Ctrl or ⌘ scrolls the page; one finger scrolls what it is on, as everywhere. */
export function listenToGestures(viewport: Viewport): void {
  listenToDrag(viewport);
  listenToPinch(viewport);
  viewport.frame.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
    viewport.zoomBy(Math.exp(-Math.min(60, Math.max(-60, pixels)) / 150), { x: event.clientX, y: event.clientY });
  }, { passive: false });
}

/** Movement below this is a click, in pixels. */
const STILL = 4;

function listenToDrag(viewport: Viewport): void {
  const { frame } = viewport;
  let from: { readonly x: number; readonly y: number } | undefined;
  let dragged = false;
  // Links would be dragged away as links.
  frame.addEventListener('dragstart', (event) => event.preventDefault());
  frame.addEventListener('pointerdown', (event) => {
    dragged = false;
    if (event.pointerType === 'mouse' && event.button === 0) from = { x: event.clientX, y: event.clientY };
  });
  frame.addEventListener('pointermove', (event) => {
    if (from === undefined || (!dragged && Math.hypot(event.clientX - from.x, event.clientY - from.y) < STILL)) return;
    if (!dragged) frame.setPointerCapture(event.pointerId);
    dragged = true;
    frame.classList.add('dragging');
    viewport.panBy(from.x - event.clientX, from.y - event.clientY);
    from = { x: event.clientX, y: event.clientY };
  });
  const end = (): void => {
    from = undefined;
    frame.classList.remove('dragging');
  };
  frame.addEventListener('pointerup', end);
  frame.addEventListener('pointercancel', end);
  // What ends a drag is no click on the link that lies there.
  frame.addEventListener('click', (event) => {
    if (!dragged) return;
    dragged = false;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });
}

function listenToPinch(viewport: Viewport): void {
  const { frame } = viewport;
  let last: Pinch | undefined;
  frame.addEventListener('touchstart', (event) => {
    last = pinchOf(event);
  }, { passive: true });
  frame.addEventListener('touchmove', (event) => {
    const now = pinchOf(event);
    if (now === undefined || last === undefined) return;
    event.preventDefault();
    viewport.zoomBy(now.distance / last.distance, now);
    viewport.panBy(last.x - now.x, last.y - now.y);
    last = now;
  }, { passive: false });
  frame.addEventListener('touchend', (event) => {
    last = pinchOf(event);
  }, { passive: true });
}

interface Pinch {
  readonly x: number;
  readonly y: number;
  readonly distance: number;
}

function pinchOf({ touches }: TouchEvent): Pinch | undefined {
  const [a, b] = touches;
  if (a === undefined || b === undefined || touches.length !== 2) return undefined;
  return { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2, distance: Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)) };
}
