/**
 * The frame that a drawing is seen through. Zooming sizes the drawing, panning scrolls the frame, so that a finger, a scroll bar and the keyboard pan it by themselves.
 * Until somebody zooms, the page's own style sheet sizes it.
 */
export class Viewport {
  readonly frame: HTMLElement;
  #svg: SVGSVGElement;
  readonly #changed: () => void;
  /** What was seen before the frame filled the screen; absent: as the page shows it. */
  #before: View | undefined;

  /** @param changed called after each change of what is seen, also by scrolling */
  constructor(frame: HTMLElement, svg: SVGSVGElement, changed: () => void) {
    this.frame = frame;
    this.#svg = svg;
    this.#changed = changed;
    frame.addEventListener('scroll', changed, { passive: true });
  }

  /**
   * Another drawing takes the place of the one before: at the same size, with the same point in the middle, if one was chosen.
   * @param put puts it into the page, in the place of the other
   */
  replace(put: () => SVGSVGElement | undefined): SVGSVGElement | undefined {
    const view = this.isHome ? undefined : this.view;
    const svg = put();
    if (svg === undefined) return undefined;
    this.#svg = svg;
    if (view !== undefined) this.show(view);
    return svg;
  }

  get isHome(): boolean {
    return !this.frame.classList.contains('zoomed');
  }

  get zoom(): number {
    return this.#svg.getBoundingClientRect().width / this.#svg.viewBox.baseVal.width;
  }

  /** Size, and the point of the drawing in the middle of the frame. */
  get view(): View {
    const [frame, svg, zoom] = [this.frame.getBoundingClientRect(), this.#svg.getBoundingClientRect(), this.zoom];
    return { zoom, at: [(frame.left + frame.width / 2 - svg.left) / zoom, (frame.top + frame.height / 2 - svg.top) / zoom] };
  }

  show({ zoom, at: [x, y] }: View): void {
    this.#size(zoom);
    const { frame } = this;
    frame.scrollLeft += this.#svg.getBoundingClientRect().left + x * this.zoom - (frame.getBoundingClientRect().left + frame.clientWidth / 2);
    frame.scrollTop += this.#svg.getBoundingClientRect().top + y * this.zoom - (frame.getBoundingClientRect().top + frame.clientHeight / 2);
    this.#changed();
  }

  /** @param about point of the window that stays where it is; the middle of the frame unless told */
  zoomBy(factor: number, about?: Point): void {
    const { frame } = this;
    const box = frame.getBoundingClientRect();
    const { x, y } = about ?? { x: box.left + box.width / 2, y: box.top + Math.min(box.height, innerHeight) / 2 };
    const before = this.#svg.getBoundingClientRect();
    const [px, py, old] = [x - before.left, y - before.top, this.zoom];
    this.#size(Math.min(MOST, Math.max(Math.min(LEAST, old), old * factor)));
    const ratio = this.zoom / old;
    const after = this.#svg.getBoundingClientRect();
    frame.scrollLeft += after.left + px * ratio - x;
    frame.scrollTop += after.top + py * ratio - y;
    this.#changed();
  }

  panBy(dx: number, dy: number): void {
    this.frame.scrollBy(dx, dy);
  }

  /** As the page shows it: on a phone large enough to be read, however wide that is. */
  goHome(): void {
    const { frame } = this;
    frame.classList.remove('zoomed');
    frame.style.height = '';
    this.#svg.style.width = '';
    this.#changed();
  }

  /** The whole drawing; where it is that already, as the page shows it. */
  fit(): void {
    const { frame } = this;
    const { width, height } = this.#svg.viewBox.baseVal;
    const before = this.zoom;
    this.goHome();
    if (this.#fillsScreen) this.#size(Math.min(1.5, (frame.clientWidth - 2) / width, (frame.clientHeight - 2) / height));
    else if (this.zoom * width > frame.clientWidth + 1 && Math.abs(before - frame.clientWidth / width) > 0.005) this.#size(frame.clientWidth / width);
    this.#changed();
  }

  /** The frame fills the screen, or does not any more: the whole is seen then, and what was seen before when it has come back. */
  changeScreen(): void {
    if (this.#fillsScreen) {
      this.#before = this.isHome ? undefined : this.view;
      this.fit();
    } else if (this.#before === undefined) this.goHome();
    else this.show(this.#before);
  }

  /** Brings a part of the drawing that is out of sight to the middle: of the frame, then of the window. */
  reveal(part: Element): void {
    const [box, frame] = [part.getBoundingClientRect(), this.frame.getBoundingClientRect()];
    this.panBy(toMiddle(box.left, box.right, frame.left, frame.right), toMiddle(box.top, box.bottom, frame.top, frame.bottom));
    const now = part.getBoundingClientRect();
    // Below what sticks to the top of the page, the bar of the diagram included.
    const head = (parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0) + SPACE;
    const down = toMiddle(now.top, now.bottom, head, innerHeight);
    if (down !== 0) scrollBy({ top: down });
  }

  get #fillsScreen(): boolean {
    return document.fullscreenElement !== null && this.frame.closest('polyref-diagram') === document.fullscreenElement;
  }

  #size(zoom: number): void {
    const { frame } = this;
    // The frame keeps its size: what stands below it must not jump.
    if (this.isHome && !this.#fillsScreen) frame.style.height = `${frame.offsetHeight}px`;
    frame.classList.add('zoomed');
    this.#svg.style.width = `${this.#svg.viewBox.baseVal.width * zoom}px`;
  }
}

export interface View {
  readonly zoom: number;
  readonly at: readonly [x: number, y: number];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far to move so that a stretch comes to the middle of another; 0 where it lies within it. */
function toMiddle(from: number, to: number, start: number, end: number): number {
  return from >= start + SPACE && to <= end - SPACE ? 0 : (from + to) / 2 - (start + end) / 2;
}

const LEAST = 0.2;
const MOST = 4;
const SPACE = 16;
