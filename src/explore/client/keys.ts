import type { Rect } from '../system/lay-out-system.ts';
import type { Point } from './camera.ts';
import { centreOf, stepTo, type Direction } from './step-to.ts';

/** What keys do to the picture. */
export interface Keys {
  /** Entities that one may go to, with their boxes. */
  readonly candidates: () => readonly (readonly [entity: number, rect: Rect])[];
  /** Where the keyboard is, if anywhere. */
  readonly here: () => number | undefined;
  readonly centre: () => Point;
  readonly step: (entity: number) => void;
  readonly enter: (second: boolean) => void;
  /** Lets go of the last choice; false where there is none. */
  readonly letGo: () => boolean;
  readonly pan: (by: Point) => void;
  readonly zoom: (factor: number) => void;
  readonly whole: () => void;
  readonly fullscreen: () => void;
  readonly search: () => void;
}

const ARROWS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const PANS: Readonly<Record<Direction, Point>> = { left: [80, 0], right: [-80, 0], up: [0, 80], down: [0, -80] };

/** Keys of the picture while it has the focus; `/` and Escape anywhere on the page of exploration but in a field of text. */
export function listenToKeys(root: HTMLElement, canvas: HTMLCanvasElement, keys: Keys): void {
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!press(event, keys)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    const inside = event.target instanceof Node && (root.contains(event.target) || event.target === document.body);
    if (event.key === '/') keys.search();
    else if (event.key !== 'Escape' || !inside || !keys.letGo()) return;
    event.preventDefault();
  });
}

function press(event: KeyboardEvent, keys: Keys): boolean {
  const direction = ARROWS[event.key];
  if (direction !== undefined) {
    if (event.shiftKey) keys.pan(PANS[direction]);
    else move(direction, keys);
    return true;
  }
  const actions: Readonly<Record<string, () => void>> = { '+': () => keys.zoom(1.4), '=': () => keys.zoom(1.4), '-': () => keys.zoom(1 / 1.4), 0: keys.whole, f: keys.fullscreen, Enter: () => keys.enter(event.shiftKey) };
  actions[event.key]?.();
  return actions[event.key] !== undefined;
}

/** From where the keyboard is; at first to whatever is nearest to the middle of the stage. */
function move(direction: Direction, keys: Keys): void {
  const candidates = keys.candidates();
  const here = keys.here();
  const from = candidates.find(([entity]) => entity === here)?.[1];
  const next = from === undefined ? nearest(candidates, keys.centre()) : stepTo(candidates, from, direction);
  if (next !== undefined) keys.step(next);
}

function nearest(candidates: readonly (readonly [number, Rect])[], [x, y]: Point): number | undefined {
  let best: number | undefined;
  let least = Infinity;
  for (const [entity, rect] of candidates) {
    const [cx, cy] = centreOf(rect);
    const away = Math.hypot(cx - x, cy - y);
    if (away < least) [best, least] = [entity, away];
  }
  return best;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
