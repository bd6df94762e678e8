/** The parts of a figure that belong to one drawing, and the drawing that the page came with. */
export class DrawnFigure {
  readonly #figure: HTMLElement;
  #base: string;
  #text: string;

  constructor(figure: HTMLElement) {
    this.#figure = figure;
    this.#base = figure.outerHTML;
    this.#text = textOf(figure);
  }

  /** HTML of the page's own drawing. */
  get base(): string {
    return this.#base;
  }

  /** Mermaid text of the page's own drawing. */
  get text(): string {
    return this.#text;
  }

  /** Mermaid text of what is shown. */
  get shownText(): string {
    return textOf(this.#figure);
  }

  get title(): string {
    return this.#figure.querySelector('.pr-diagram-scroll')?.getAttribute('aria-label') ?? '';
  }

  /** The page's own drawing has become another. @returns whether it is one that could be drawn */
  setBase(html: string): boolean {
    const made = parse(html);
    if (made?.querySelector('.pr-diagram-scroll > svg') == null) return false;
    this.#base = html;
    this.#text = textOf(made);
    for (const selector of ['figcaption', '.pr-diagram-legend']) swap(this.#figure, made, selector);
    return true;
  }

  /** Shows a drawing with its words and its source; `undefined` where the HTML holds none. */
  show(html: string): SVGSVGElement | undefined {
    const made = parse(html);
    const [shown, next] = [this.#figure, made].map((figure) => figure?.querySelector<SVGSVGElement>('.pr-diagram-scroll > svg'));
    if (made === null || shown == null || next == null) return undefined;
    next.style.width = shown.style.width;
    shown.replaceWith(next);
    for (const selector of ['.pr-diagram-relations > ul', '.pr-diagram-text code']) swap(this.#figure, made, selector);
    return next;
  }
}

function parse(html: string): HTMLElement | null {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.querySelector('figure');
}

function swap(shown: Element, made: Element, selector: string): void {
  const [old, next] = [shown.querySelector(selector), made.querySelector(selector)];
  if (old === null) return;
  if (next === null) old.replaceChildren();
  else old.replaceWith(next);
}

function textOf(figure: Element): string {
  return figure.querySelector('.pr-diagram-text code')?.textContent ?? '';
}
