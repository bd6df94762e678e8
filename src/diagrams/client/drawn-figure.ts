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
    swap(this.#figure, made, 'figcaption');
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
    // A legend of the same things stays, with whoever is at one of its buttons.
    if (thingsOf(this.#figure) !== thingsOf(made)) swap(this.#figure, made, '.pr-diagram-legend', '.pr-diagram-scroll');
    return next;
  }
}

function parse(html: string): HTMLElement | null {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.querySelector('figure');
}

/** @param after where a part is put that was not there; without it such a part is left out */
function swap(shown: Element, made: Element, selector: string, after?: string): void {
  const [old, next] = [shown.querySelector(selector), made.querySelector(selector)];
  if (old === null) {
    if (next !== null && after !== undefined) shown.querySelector(after)?.after(next);
  } else if (next === null) old.replaceChildren();
  else old.replaceWith(next);
}

/** What a legend is of: stores and styles of lines. */
function thingsOf(figure: Element): string {
  return [...figure.querySelectorAll<HTMLElement>('.pr-diagram-legend > li')].map(({ dataset }) => `${dataset['style'] ?? ''} ${dataset['storeClass'] ?? ''}`).join('\n');
}

function textOf(figure: Element): string {
  return figure.querySelector('.pr-diagram-text code')?.textContent ?? '';
}
