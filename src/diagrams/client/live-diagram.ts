import { addressOf, recordState } from './address.ts';
import { choiceOf, isSameChoice, type Choice } from './choice.ts';
import { DrawnFigure } from './drawn-figure.ts';
import { openFind } from './find.ts';
import { listenToGestures } from './gestures.ts';
import { inPageLink } from './in-page-link.ts';
import { listenToKeys } from './keys.ts';
import { Legend } from './legend.ts';
import type { Lit } from './light.ts';
import { readPicture, type Picture } from './picture.ts';
import { pointAt } from './point-at.ts';
import { isSame, Spotlight } from './spotlight.ts';
import { createToolbar, type ShareKind, type Toolbar } from './toolbar.ts';
import { Viewport } from './viewport.ts';
import { WordsCard } from './words-card.ts';

/** A drawing with all that can be done with it; `PolyrefDiagram` is the element around it. */
export class LiveDiagram {
  readonly #element: HTMLElement;
  readonly #drawn: DrawnFigure;
  readonly #viewport: Viewport;
  readonly #card: WordsCard;
  readonly #spotlight: Spotlight;
  readonly #legend: Legend;
  readonly #toolbar: Toolbar;
  readonly #frame: HTMLElement;
  #picture: Picture;
  #choices = choiceOf({});
  /** Ends what listens beyond the element. */
  readonly #stopped = new AbortController();
  /** The newest drawing that was asked for. */
  #asked = 0;
  #pointer = 'mouse';
  /** While the picture becomes what the address says, the address is not what the picture is. */
  #restoring = false;

  constructor(element: HTMLElement, figure: HTMLElement, frame: HTMLElement, svg: SVGSVGElement) {
    this.#element = element;
    this.#frame = frame;
    this.#drawn = new DrawnFigure(figure);
    this.#picture = readPicture(svg);
    this.#viewport = new Viewport(frame, svg, () => this.#seen());
    this.#card = new WordsCard(figure, this.#stopped.signal);
    this.#spotlight = new Spotlight(this.#picture, this.#card, frame);
    this.#legend = new Legend(figure, (hide) => this.#choose({ hide }));
    const focus = svg.querySelector<SVGGElement>('.b.fo')?.dataset['id'];
    this.#toolbar = createToolbar({
      zoomIn: () => this.#viewport.zoomBy(STEP), zoomOut: () => this.#viewport.zoomBy(1 / STEP), fit: () => this.#viewport.fit(),
      find: () => this.find(), fullscreen: () => void this.#toggleFullscreen(), share: (kind) => void this.#share(kind),
      detail: (detail) => this.#choose({ detail: detail as Choice['detail'] }),
      depth: focus === undefined ? undefined : (depth) => this.#choose({ depth: depth as Choice['depth'] }),
    });
    figure.prepend(this.#toolbar.element);
    figure.append(this.#card.element);
    // Whoever reaches for a choice will want it drawn: what draws is fetched meanwhile.
    for (const part of figure.querySelectorAll('.pr-diagram-bar select, .pr-diagram-legend')) part.addEventListener('pointerenter', () => void Promise.all([import('./redraw.ts').then(({ warmUp }) => warmUp()), import('./glide.ts')]), { once: true });
    this.#listen();
    this.#restore();
    this.#seen();
  }

  /** @returns whether the new figure holds a drawing */
  replace(html: string): boolean {
    if (!this.#drawn.setBase(html)) return false;
    // What draws in this page has read a catalog that may be another now.
    void import('./redraw.ts').then(({ startAfresh }) => startAfresh()).then(() => this.#draw());
    return true;
  }

  stop(): void {
    this.#stopped.abort();
  }

  find(): void {
    openFind(this.#toolbar, () => this.#picture, (lit, part) => {
      this.#keep(lit);
      if (part !== undefined) this.#viewport.reveal(part);
    }, () => this.#frame.focus({ preventScroll: true }));
  }

  #listen(): void {
    const frame = this.#frame;
    listenToGestures(this.#viewport);
    listenToKeys(this.#element, this.#viewport, { picture: () => this.#picture, find: () => this.find(), fullscreen: () => void this.#toggleFullscreen(), letGo: () => this.#letGo() });
    frame.addEventListener('pointermove', (event) => {
      if (event.pointerType !== 'touch' && event.buttons === 0) this.#spotlight.hover(pointAt(this.#picture, event));
    });
    frame.addEventListener('pointerleave', () => this.#spotlight.hover(undefined));
    frame.addEventListener('pointerdown', ({ pointerType }) => { this.#pointer = pointerType; }, { capture: true });
    frame.addEventListener('click', (event) => this.#click(event));
    frame.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof SVGElement) || !target.matches(':focus-visible')) return;
      const { left, top } = target.getBoundingClientRect();
      this.#keep(pointAt(this.#picture, { target, clientX: left, clientY: top } as unknown as MouseEvent));
      this.#viewport.reveal(target);
    });
    this.#element.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.#element.contains(relatedTarget)) this.#keep(undefined);
    });
    this.#element.addEventListener('fullscreenchange', () => this.#viewport.changeScreen());
    addEventListener('popstate', () => this.#restore(), { signal: this.#stopped.signal });
  }

  #click(event: MouseEvent): void {
    const at = pointAt(this.#picture, event);
    const hash = inPageLink(event);
    const isLink = at?.kind === 'box' || at?.kind === 'row';
    if (isLink && this.#pointer === 'touch' && !isSame(at, this.#spotlight.kept)) {
      // A finger cannot hover: the first touch asks, the second goes there.
      event.preventDefault();
      this.#keep(at, event.target instanceof Element && event.target.closest('a') !== null ? 'Tap again to open its page.' : undefined);
    } else if (isLink && event.altKey) {
      event.preventDefault();
      this.#keep(at);
    } else if (!isLink) this.#keep(at);
    else if (hash !== undefined) {
      // What waits to be written must be, before the address changes: else it would be read back without it.
      this.#record('replace');
      event.preventDefault();
      location.hash = hash;
    }
  }

  #keep(lit: Lit | undefined, hint?: string): void {
    this.#spotlight.keep(lit, hint);
    this.#record('replace');
  }

  #letGo(): void {
    this.#keep(undefined);
    if (this.#frame.contains(document.activeElement)) this.#frame.focus({ preventScroll: true });
  }

  #choose(change: Partial<Choice>): void {
    this.#choices = { ...this.#choices, ...change };
    this.#record('push');
    void this.#draw();
  }

  /** Draws what was chosen: the page's own drawing where nothing was. */
  async #draw(): Promise<void> {
    this.#asked += 1;
    const number = this.#asked;
    this.#toolbar.show(this.#choices.detail, this.#choices.depth);
    this.#legend.show(this.#choices.hide);
    if (isSameChoice(this.#choices)) {
      this.#element.removeAttribute('aria-busy');
      return this.#show(this.#drawn.base);
    }
    this.#element.setAttribute('aria-busy', 'true');
    try {
      const { redraw } = await import('./redraw.ts');
      const html = await redraw({ text: this.#drawn.text, title: this.#drawn.title, ...this.#choices, width: this.#frame.clientWidth });
      if (number === this.#asked) this.#show(html);
    } catch (error) {
      if (number === this.#asked) this.#say(error instanceof Error ? error.message : String(error));
    } finally {
      if (number === this.#asked) this.#element.removeAttribute('aria-busy');
    }
  }

  #show(html: string): void {
    const before = this.#picture;
    const focused = before.svg.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : undefined;
    const svg = this.#viewport.replace(() => this.#drawn.show(html));
    if (svg === undefined) return;
    this.#legend.renew();
    this.#picture = readPicture(svg);
    void import('./glide.ts').then(({ glide }) => glide(before, this.#picture));
    this.#spotlight.replace(this.#picture);
    // Whoever was in the picture by keyboard still is: at the same name, or at the picture as a whole where that is gone.
    if (focused != null) ([...svg.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused) ?? this.#frame).focus({ preventScroll: true });
    this.#seen();
  }

  /** What is seen has changed: the address says so after a moment, and a large picture gets its map. */
  #seen(): void {
    this.#record('soon');
    const { svg } = this.#picture;
    const [picture, frame] = [svg.getBoundingClientRect(), this.#frame.getBoundingClientRect()];
    const seen = Math.min(frame.width, innerWidth) * Math.min(frame.height, innerHeight);
    if (picture.width * picture.height > 4 * seen && seen > 0) void import('./mini-map.ts').then(({ showMiniMap }) => showMiniMap(this.#frame, () => this.#picture, this.#viewport));
  }

  #record(how: 'push' | 'replace' | 'soon'): void {
    if (this.#restoring) return;
    recordState(this.#element, () => ({ ...(this.#viewport.isHome ? {} : this.#viewport.view), ...this.#spotlight.state, ...this.#choices }), how);
  }

  /** Makes the picture what the address says. */
  #restore(): void {
    const state = addressOf(this.#element);
    const before = this.#choices;
    this.#choices = choiceOf(state);
    this.#toolbar.show(this.#choices.detail, this.#choices.depth);
    const rest = (): void => {
      if (state.zoom !== undefined) this.#viewport.show({ zoom: state.zoom, at: state.at ?? [this.#picture.width / 2, this.#picture.height / 2] });
      else if (!this.#viewport.isHome) this.#viewport.goHome();
      const lit = this.#spotlight.litAt(state);
      // With nothing to light, what the card says of the drawing stays.
      if (lit !== undefined || this.#spotlight.kept !== undefined) this.#spotlight.keep(lit);
      this.#restoring = false;
    };
    this.#restoring = true;
    if (isSameChoice(before, this.#choices)) rest();
    else void this.#draw().then(rest);
  }

  async #toggleFullscreen(): Promise<void> {
    if (document.fullscreenElement === this.#element) await document.exitFullscreen();
    else await this.#element.requestFullscreen?.();
  }

  async #share(kind: ShareKind): Promise<void> {
    this.#record('replace');
    const { share } = await import('./share.ts');
    this.#say(await share(kind, this.#picture, this.#drawn));
  }

  #say(text: string): void {
    this.#card.say(text);
    this.#card.place(undefined, this.#frame);
  }
}

const STEP = 1.3;
