import type { Picture } from './picture.ts';
import type { Viewport } from './viewport.ts';

/** What keys do beside moving the picture. */
export interface KeyActions {
  readonly picture: () => Picture;
  readonly find: () => void;
  readonly fullscreen: () => void;
  /** Nothing is lit any more. */
  readonly letGo: () => void;
}

/** The keyboard of one diagram. Arrows pan; within a box, up and down go through its rows. */
export function listenToKeys(element: HTMLElement, viewport: Viewport, actions: KeyActions): void {
  element.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || isField(target)) return;
    const inPicture = target instanceof Node && viewport.frame.contains(target);
    const handled = inPicture ? (moveInBox(event, actions.picture()) || panWithArrow(key, viewport) || act(key, viewport, actions)) : act(key, viewport, actions);
    if (handled) event.preventDefault();
  });
}

/** Whether what is typed here is text. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

function act(key: string, viewport: Viewport, { find, fullscreen, letGo }: KeyActions): boolean {
  switch (key) {
    case '+': case '=': viewport.zoomBy(STEP); return true;
    case '-': viewport.zoomBy(1 / STEP); return true;
    case '0': viewport.fit(); return true;
    case '/': find(); return true;
    case 'f': fullscreen(); return true;
    case 'Escape': letGo(); return true;
    default: return false;
  }
}

const STEP = 1.3;
/** One press of an arrow, in pixels. */
const PAN = 60;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-PAN, 0], ArrowRight: [PAN, 0], ArrowUp: [0, -PAN], ArrowDown: [0, PAN] };

/** Where the picture cannot move any further, the page does. */
function panWithArrow(key: string, viewport: Viewport): boolean {
  const step = ARROWS[key];
  if (step === undefined) return false;
  const { scrollLeft, scrollTop } = viewport.frame;
  viewport.panBy(step[0], step[1]);
  return viewport.frame.scrollLeft !== scrollLeft || viewport.frame.scrollTop !== scrollTop;
}

function moveInBox({ key, target, shiftKey }: KeyboardEvent, picture: Picture): boolean {
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || shiftKey || !(target instanceof Element)) return false;
  const box = picture.boxes.find(({ element }) => element.contains(target));
  const stops = box?.rows.filter((row) => row instanceof SVGAElement) ?? [];
  const next = stops[stops.findIndex((row) => row.contains(target)) + step];
  if (!(next instanceof SVGAElement)) return box !== undefined;
  next.focus();
  return true;
}
